"""The organizations that people of a page come from: they took part through them."""

from __future__ import annotations

import re
from functools import cache

from archive.records import Person
from crawler.extraction.organizations.chains import (
    is_bare_department,
    is_department,
    without_department,
)
from crawler.extraction.organizations.claims import Claim, Words, claim_of
from crawler.extraction.organizations.cues import vocabulary
from crawler.extraction.organizations.grammar import is_function, place_names, words_of
from crawler.extraction.organizations.names import OrganizationMention
from crawler.extraction.organizations.weak import end_of_weak, is_acceptable

_NO_BODY = re.compile(
    r"(?:desa|kota|kabupaten|kab|kecamatan|kelurahan|provinsi|rw|rt|kampung|dusun|negara)\b",
    re.IGNORECASE,
)
_OF_DESKS = re.compile(r"(?i:kepala|direktur|manajer|sekretaris|koordinator) $")
_NUMBERED = re.compile(
    r"(?<![\w.])(?<!RW )(?<!RT )\d{1,5}(?! Kelurahan| Desa| Kecamatan)(?: [A-Z][\w-]{1,30}){2,5}"
)
_PART = re.compile(r" (?:selaku|sebagai) ")
_DESK_OF_AREA = re.compile(r"[^\n]* Wilayah (?:[IVX]{1,5}|\d{1,2})")  # `Rusun Wilayah II`
_DESK_ABROAD = re.compile(  # `Strategy Department ABC`
    r"(?:[\w&-]{1,20} ){1,8}(?:Department|Division|Directorate|Section|Unit|Branch|Bureau),? ([A-Z]{2,10})"
)
_RADIUS = 400
_FEWEST = 2


def homes_of(words: Words, people: tuple[Person, ...]) -> list[Claim]:
    """For each person whose organization the text writes, that organization as an attendee.

    It is the person's organization, or else the body at the end of the position
    (`Direktur Perkotaan Bappenas`).
    """
    claims = []
    for person in people:
        claim = _of_organization(words, person, person.organization or "")
        claim = claim or _of_position(words, person, person.position or "")
        if claim:
            claims.append(claim)
    return claims


def without_schools(words: Words, claims: list[Claim]) -> list[Claim]:
    """The claims without schools of whom a part took part, named with the school.

    Whose home is a department is of its school, but where a department of that school itself
    came or invited, it is the department that the page tells of.
    """
    parts = {claim.name for claim in claims if is_department(claim.name)}
    return [
        claim
        for claim in claims
        if claim.kind != "school"
        or not any(part.endswith(f" {claim.name}") for part in parts)
        or not _is_inside_name(words, claim)
    ]


def _is_inside_name(words: Words, claim: Claim) -> bool:
    """Whether a longer name ends where the claim's does."""
    before = words.names_in(max(0, claim.start - _RADIUS), claim.start)
    return bool(before) and before[-1].end == claim.end


def _of_organization(words: Words, person: Person, written: str) -> Claim | None:
    written = _PART.split(written, maxsplit=1)[0]
    at = _find(words.text, person, written)
    if at is None:
        return None
    end = at + len(written)
    mentions = _overlapping(words, at, end)
    if mentions:
        if is_bare_department(mentions[-1]):
            return None
        home = without_department(words.text, mentions[-1], headed=person.position is not None)
        closes = mentions[-1].end == end and mentions[-1].kind in {"firm", "school", "society"}
        part = not closes and (home.end - home.start) * 2 < len(written) and "," not in written
        if len(mentions) > 1 or not part:
            return claim_of(home, "attendee")
    desk = _DESK_ABROAD.fullmatch(written)
    if desk is not None:
        return Claim(at + desk.start(1), end, desk[1], desk[1], "attendee", None, "weak")
    if (
        is_function(written)
        or _NO_BODY.match(written)
        or written.lower() in place_names()
        or written[0].islower()
        or _DESK_OF_AREA.fullmatch(written)
    ):
        return None
    return Claim(at, end, written, None, "attendee", None, "weak")


def _of_position(words: Words, person: Person, position: str) -> Claim | None:
    at = _find(words.text, person, position)
    if at is None:
        return None
    mentions = _overlapping(words, at, at + len(position))
    if mentions:
        if is_bare_department(mentions[-1]):
            return None
        return claim_of(without_department(words.text, mentions[-1], headed=True), "attendee")
    numbered = _NUMBERED.search(words.text, at, at + len(position))
    if numbered is not None:
        return Claim(*numbered.span(), numbered[0], None, "attendee", None, "weak")
    return _behind_calling(words, at, at + len(position))


def _behind_calling(words: Words, start: int, end: int) -> Claim | None:
    """The name without head word behind a calling: `pendiri Rumah Peta`, `Ketua Ruang Kita`."""
    calling = _calling().match(words.text, start, end)
    if calling is None:
        return None
    at, stop = words.index_at(calling.end()), words.index_at(end)
    if at >= stop or is_function(words.tokens[at].text):
        return None
    of_desk = _OF_DESKS.match(calling[0]) is not None and not words.tokens[at].is_acronym
    if of_desk or words.tokens[at].text in words_of("foreign_functions"):
        return None  # `Direktur Kampanye Nusa`, `Director Water Management`
    if end_of_weak(words, at, stop) < stop or stop - at < _FEWEST:
        return None
    if not is_acceptable(words, at, stop, called=True):
        return None
    name = " ".join(words.text[calling.end() : end].split())
    return Claim(calling.end(), end, name, None, "attendee", None, "weak")


@cache
def _calling() -> re.Pattern[str]:
    callings = "|".join(vocabulary()["homes"]["callings"])
    return re.compile(rf"(?:{callings})\s+(?:dari\s+)?(?=[A-Z\d])", re.IGNORECASE)


def _overlapping(words: Words, start: int, end: int) -> list[OrganizationMention]:
    """The page's names that share words with `text[start:end]`, in order."""
    near = words.names_in(max(0, start - _RADIUS), end)
    return [mention for mention in near if mention.end > start]


def _find(text: str, person: Person, written: str) -> int | None:
    """Where the text writes these words, near the person if it can be."""
    if not written:
        return None
    for span in person.evidence:
        line = text.rfind("\n", max(0, span.start - _RADIUS), span.start) + 1
        before = text.rfind(written, max(line, span.start - _RADIUS), span.start)
        behind = text.find(written, span.start, span.end + _RADIUS)
        known = [at for at in (before, behind) if at >= 0]
        if known:
            return min(known, key=lambda at: abs(at - span.start))
        near = text.find(written, max(0, span.start - _RADIUS), span.start)
        if near >= 0:
            return near
    anywhere = text.find(written)
    return anywhere if anywhere >= 0 else None
