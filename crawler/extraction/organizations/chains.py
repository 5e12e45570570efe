"""Bodies inside bodies: `Direktorat X, Ditjen Y, Kementerian Z` is one home, named from below."""

from __future__ import annotations

import re
from dataclasses import replace

from crawler.extraction.organizations.grammar import is_school
from crawler.extraction.organizations.names import OrganizationMention
from crawler.extraction.organizations.tokens import tokenize

_STATE = (
    re.compile(r"Subdit|Direktorat(?! Jend)|Balai|Pusat|Puslitbang|Loka|UPT"),
    re.compile(r"Ditjen|Direktorat Jend|Badan|Kedeputian|Sekretariat Jenderal|Inspektorat"),
    re.compile(r"Kementri?e?rian|Kementerian|Departemen"),
)
_LEARNING = (
    re.compile(r"Jurusan|Program Studi|Departemen|Laboratorium|Pusat"),
    re.compile(r"Fakultas|Sekolah|School"),
    re.compile(r"Universitas|Institut|Politeknik"),
)
_DEPARTMENTS = "Fakultas|Jurusan|Program Studi|Departemen|Sekolah Vokasi|Sekolah Pascasarjana"
_CENTRES = "Pusat|Laboratorium|Lembaga Penelitian|Lembaga Pengabdian|LPPM|LP2M"
_DEPARTMENT = re.compile(rf"(?:{_DEPARTMENTS})\b")
_DEPARTMENT_OR_CENTRE = re.compile(rf"(?:{_DEPARTMENTS}|{_CENTRES})\b")
_SCHOOL = re.compile(r"\b(?:Universitas|Institut|Politeknik|Sekolah Tinggi)\b")
_LIST_GOES_ON = re.compile(r"\s*(?:[,;]|,?\s*(?:dan|serta)\b)")
_LIST_CLOSES = re.compile(r",?\s*(?:dan|serta)\s")


def join_chains(text: str, mentions: list[OrganizationMention]) -> list[OrganizationMention]:
    """The mentions, those of a chain of bodies (each part of the next) as one.

    Commas join only where each body ranks above the one before and no list goes on behind.
    """
    joined: list[OrganizationMention] = []
    at = 0
    while at < len(mentions):
        last = _end_of_chain(text, mentions, at)
        joined.append(_chain(text, mentions[at], mentions[last]) if last > at else mentions[at])
        at = last + 1
    return joined


def without_department(
    text: str, mention: OrganizationMention, *, headed: bool = False
) -> OrganizationMention:
    """The school itself where a mention names a department of one: the home of its people.

    So it is with a centre that someone heads (`headed`) where a comma parts it from its school;
    named in one with it (`Pusat Studi X Universitas Y`) the centre is the body.
    """
    school = _SCHOOL.search(text, mention.start, mention.end)
    if school is None:
        return mention
    apart = headed and text[mention.start : school.start()].rstrip().endswith(",")
    part = _DEPARTMENT_OR_CENTRE if apart else _DEPARTMENT
    if not part.match(mention.name):
        return mention
    name = " ".join(text[school.start() : mention.end].split())
    return replace(mention, start=school.start(), name=name, acronym=None, kind="school")


def is_department(name: str) -> bool:
    """Whether a name is that of a department with its school."""
    return _DEPARTMENT.match(name) is not None and _SCHOOL.search(name) is not None


def is_bare_department(mention: OrganizationMention) -> bool:
    """Whether a mention names a department without its school."""
    bare = _DEPARTMENT.match(mention.name) and not mention.name.startswith("Departemen")
    if not bare or _SCHOOL.search(mention.name):
        return False
    return not any(token.is_acronym or is_school(token.text) for token in tokenize(mention.name))


def _end_of_chain(text: str, mentions: list[OrganizationMention], at: int) -> int:
    last = at
    while last + 1 < len(mentions):
        below, above = mentions[last], mentions[last + 1]
        if text[below.end : above.start].strip() != "," or text[below.end - 1] == ")":
            break  # `Balai X (BX), Badan Y`: a body with a short name of its own
        if not any(0 <= _rank(below, kin) < _rank(above, kin) for kin in (_STATE, _LEARNING)):
            break
        last += 1
    if last > at and _LIST_CLOSES.match(text, mentions[last].end):
        return at
    goes_on = last > at and last + 1 < len(mentions)
    if goes_on and _LIST_GOES_ON.fullmatch(text[mentions[last].end : mentions[last + 1].start]):
        return at
    return last


def _rank(mention: OrganizationMention, kin: tuple[re.Pattern[str], ...]) -> int:
    for rank, pattern in enumerate(kin):
        if pattern.match(mention.name):
            return rank
    return -1


def _chain(text: str, first: OrganizationMention, last: OrganizationMention) -> OrganizationMention:
    name = " ".join(text[first.start : last.end].split())
    return replace(first, end=last.end, name=name, acronym=None, kind="chain")
