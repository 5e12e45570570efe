"""Bodies inside bodies: `Direktorat X, Ditjen Y, Kementerian Z` is one home, named from below."""

from __future__ import annotations

import re
from dataclasses import replace

from crawler.extraction.organization_names import OrganizationMention

_RANKS = (
    re.compile(
        r"Subdit|Direktorat(?! Jend)|Balai|Pusat|Puslitbang|Loka|UPT|Fakultas|Jurusan|Program Studi|Laboratorium|School"
    ),
    re.compile(r"Ditjen|Direktorat Jend|Badan|Kedeputian|Sekretariat Jenderal|Inspektorat"),
    re.compile(r"Kementri?e?rian|Kementerian|Departemen|Universitas|Institut|Politeknik"),
)
_DEPARTMENT = re.compile(
    r"(?:Fakultas|Jurusan|Program Studi|Departemen|Sekolah Vokasi|Sekolah Pascasarjana)\b"
)
_SCHOOL = re.compile(r"\b(?:Universitas|Institut|Politeknik|Sekolah Tinggi)\b")
_LIST_GOES_ON = re.compile(r"\s*(?:[,;]|,?\s*(?:dan|serta)\b)")


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


def without_department(text: str, mention: OrganizationMention) -> OrganizationMention:
    """The school itself where a mention names a department of one: the home of its people."""
    school = _SCHOOL.search(text, mention.start, mention.end)
    if not _DEPARTMENT.match(mention.name) or school is None:
        return mention
    name = " ".join(text[school.start() : mention.end].split())
    return replace(mention, start=school.start(), name=name, acronym=None, kind="school")


def _end_of_chain(text: str, mentions: list[OrganizationMention], at: int) -> int:
    last = at
    while last + 1 < len(mentions):
        below, above = mentions[last], mentions[last + 1]
        if text[below.end : above.start].strip() != ",":
            break
        if not 0 <= _rank(below) < _rank(above):
            break
        last += 1
    goes_on = last > at and last + 1 < len(mentions)
    if goes_on and _LIST_GOES_ON.fullmatch(text[mentions[last].end : mentions[last + 1].start]):
        return at
    return last


def _rank(mention: OrganizationMention) -> int:
    for rank, pattern in enumerate(_RANKS):
        if pattern.match(mention.name):
            return rank
    return -1


def _chain(text: str, first: OrganizationMention, last: OrganizationMention) -> OrganizationMention:
    name = " ".join(text[first.start : last.end].split())
    return replace(first, end=last.end, name=name, acronym=None, kind="chain")
