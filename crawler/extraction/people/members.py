"""The body whose members a list names: `Tim Sekretariat X, yang terdiri dari: Bpk. NAME (Staf)`."""

from __future__ import annotations

import re

from archive.records import Span
from crawler.extraction.organizations.names import find_names as find_organizations
from crawler.extraction.people.mentions import Mention
from crawler.extraction.people.vocabulary import (
    MEMBERSHIPS,
    ORGANIZATION_HEADS,
)

_CONSISTS = re.compile(
    r"[\s,]*(?:yang\s+)?(?:terdiri\s+(?:dari|atas)|beranggotakan|yaitu|yakni|antara lain)\s*:?\s*",
    re.IGNORECASE,
)
_CONSISTING = re.compile(r"terdiri|beranggotakan|yaitu|yakni|antara", re.IGNORECASE)
"""One of them stands in every `_CONSISTS`."""
_BODY = re.compile(
    r"\b(?:tim|anggota|staf|pengurus|jajaran|perwakilan|unsur|delegasi|rombongan)\s+(?:dari\s+)?$",
    re.IGNORECASE,
)
_UNITS = ORGANIZATION_HEADS | {"kedeputian", "setda", "kota", "provinsi", "kabupaten", "gubernur"}
_LONGEST_BODY_WORD = 24
_LONGEST_BODY = 120
_MOST_SHARING = 8
_BLANK = re.compile(r"[\s,)]{0,4}")
_ALL_OF_THEM = re.compile(
    r"\s{0,2},?\s{0,2}(?:yang\s)?(?:keduanya|ketiganya|keempatnya|semuanya|sama-sama|masing-masing)\b"
)
_JOINED = re.compile(r"\s*(?:,|&|,?\s*(?:dan|serta))?\s*")
_TEAM = re.compile(r"\b(?:anggota|seluruh|segenap|personel) tim\b")
_ROUTINE = re.compile(
    r"\s(?:(?:telah|sudah|kembali|juga|rutin)\s){0,2}(?:mengadakan|melaksanakan|menggelar|menyelenggarakan|melakukan)"
    r"\s(?:\w{1,20}\s){0,2}(?:pertemuan|rapat) (?:rutin|internal|mingguan|dwimingguan|bulanan|koordinasi internal)\b"
)
_OF_TEAM = re.compile(r"\b(?:[Tt]im|internal|rutin|mingguan|bulanan)\s+$")
_NAMELY = re.compile(r"\b(?:yaitu|yakni|adalah|ialah|antara lain)\b\W{0,3}$")
_BEHIND_COUNT = re.compile(r",\s$")
_COUNTED = re.compile(
    r"\b(?:dua|tiga|empat|lima|enam|para|sejumlah|beberapa|[2-9])\s(?:\([a-z]{3,7}\)\s|orang\s){0,2}$",
    re.IGNORECASE,
)
_LONGEST_COUNT = 30
_REPRESENTED = re.compile(
    r"(?:\b(?:yang|hadir|diundang|dan|turut|juga|kali ini)\s+){0,3}\bdiwakili(?:\s+oleh)?\s+$"
)
_FROM = re.compile(r"\b[Dd]ari\s(?:pihak|sisi|unsur|kalangan|jajaran)\s")


def share_offices(text: str, mentions: list[Mention]) -> list[Mention]:
    """`A dan B, keduanya peneliti X`: the office of the last one is that of all joined with it."""
    shared = _share_membership(text, mentions)
    for n, mention in enumerate(mentions):
        if not (mention.position or mention.organization) or not _ALL_OF_THEM.match(
            text, mention.name.outer_end
        ):
            continue
        k = n - 1
        while (
            k >= 0
            and n - k < _MOST_SHARING
            and _JOINED.fullmatch(text, shared[k].end, shared[k + 1].start)
        ):
            if shared[k].position is None and shared[k].organization is None:
                shared[k] = shared[k]._replace(
                    position=mention.position,
                    organization=mention.organization,
                    held=mention.held,
                )
            k -= 1
    return shared


def _share_membership(text: str, mentions: list[Mention]) -> list[Mention]:
    """`Perwakilan X, yaitu A dan B (warga Y)`: each of them represents X."""
    shared = list(mentions)
    for n, mention in enumerate(shared[:-1]):
        if not (mention.position and _holds_for_several(text, mention, mention.position)):
            continue
        k = n + 1
        while k < min(len(shared), n + _MOST_SHARING) and _JOINED.fullmatch(
            text, shared[k - 1].end, shared[k].start
        ):
            other = shared[k].position
            if other is None or other.split()[0].lower() in MEMBERSHIPS:
                shared[k] = shared[k]._replace(position=mention.position, held=True)
            k += 1
    return shared


def _holds_for_several(text: str, mention: Mention, position: str) -> bool:
    """`Perwakilan X, yaitu A dan B`, `dua peneliti, A dan B`: what stands before is of them all."""
    start = max(mention.sentence.span.start, mention.start - _LONGEST_COUNT)
    counted = _COUNTED.search(text, start, mention.start) is not None
    if not counted and position.split(maxsplit=1)[0].lower() not in MEMBERSHIPS:
        return False
    until = mention.name.outer_start
    return _NAMELY.search(text, mention.start, until) is not None or (
        counted and _BEHIND_COUNT.search(text, mention.start, until) is not None
    )


def join_represented(text: str, mentions: list[Mention]) -> list[Mention]:
    """`ORG diwakili oleh POSITION, NAME`, `Dari pihak ORG, NAME selaku POSITION`: one of ORG's."""
    joined = list(mentions)
    for n, mention in enumerate(mentions):
        span = mention.sentence.span
        if mention.position is None or mention.organization:
            continue
        represented = _REPRESENTED.search(
            text, max(span.start, mention.start - _LONGEST_BODY), mention.start
        )
        sender = represented or _FROM.search(
            text, max(span.start, mention.start - _LONGEST_BODY), mention.start
        )
        if sender is None:
            continue
        start, end = (
            (span.start, represented.start()) if represented else (sender.end(), mention.start)
        )
        before = [
            o
            for o in find_organizations(text, start, end)
            if _BLANK.fullmatch(text, o.end, end) and (represented or o.start == start)
        ]
        if before:
            joined[n] = mention._replace(organization=before[-1].name)
    return joined


def join_members(text: str, mentions: list[Mention], lead: Span | None) -> list[Mention]:
    """The mentions, those of a body's list with the body as their organization.

    The body stands in the mentions' sentence before them, or at the end of `lead`, the
    sentence that introduces the list. Only who has a position and no organization joins.
    """
    if not any(m.position and m.organization is None for m in mentions):
        return mentions
    span = mentions[0].sentence.span
    first = mentions[0].start
    body = _body(text, span.start, first, exact=False) or (
        _body(text, lead.start, lead.end, exact=True) if lead else None
    )
    if body is None:
        before = mentions[0].sentence.before or span
        if _TEAM.search(text, span.start, span.end):
            body = _team(text, span.start, first) or _team(text, before.start, before.end)
        elif _ROUTINE.search(text, before.start, before.end):
            body = _host(text, before.start, before.end)
    if body is None:
        return mentions
    name, begins = body
    return [
        m._replace(organization=name)
        if m.position and m.organization is None and m.start >= begins and not _elsewhere(m)
        else m
        for m in mentions
    ]


def _elsewhere(mention: Mention) -> bool:
    """`Tenaga Ahli Kedeputian X`: the office names a unit of another body."""
    words = (mention.position or "").lower().split()
    return not _UNITS.isdisjoint(words[1:])


def _team(text: str, start: int, end: int) -> tuple[str, int] | None:
    """`Pertemuan rutin tim X diikuti anggota tim: …`: who has a position there has it in X."""
    for organization in find_organizations(text, start, end):
        if _OF_TEAM.search(
            text, max(start, organization.start - _LONGEST_BODY_WORD), organization.start
        ):
            return organization.name, start
    return None


def _host(text: str, start: int, end: int) -> tuple[str, int] | None:
    """`tim X kembali mengadakan pertemuan rutin`: the next sentence names X's own people."""
    for organization in find_organizations(text, start, end):
        before = max(start, organization.start - _LONGEST_BODY_WORD)
        if _OF_TEAM.search(text, before, organization.start) and _ROUTINE.match(
            text, organization.end, end
        ):
            return organization.name, start
    return None


def _body(text: str, start: int, end: int, *, exact: bool) -> tuple[str, int] | None:
    """The organization whose list of members begins in `text[start:end]`, and where it does."""
    if _CONSISTING.search(text, start, end + _LONGEST_BODY_WORD) is None:
        return None
    for organization in find_organizations(text, start, end):
        consists = _CONSISTS.match(text, organization.end)
        if consists is None or (exact and consists.end() < end):
            continue
        begins = "terdiri" in consists[0] or "anggota" in consists[0]
        if begins or _BODY.search(
            text, max(start, organization.start - _LONGEST_BODY_WORD), organization.start
        ):
            return organization.name, consists.end() if not exact else start
    return None
