"""The body whose members a list names: `Tim Sekretariat X, yang terdiri dari: Bpk. NAME (Staf)`."""

from __future__ import annotations

import re
from dataclasses import replace

from archive.records import Span
from crawler.extraction.organization_names import find_names as find_organizations
from crawler.extraction.person_mentions import Mention

_CONSISTS = re.compile(
    r"[\s,]*(?:yang\s+)?(?:terdiri\s+(?:dari|atas)|beranggotakan|yaitu|yakni|antara lain)\s*:?\s*",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:tim|anggota|staf|pengurus|jajaran|perwakilan|unsur|delegasi|rombongan)\s+(?:dari\s+)?$",
    re.IGNORECASE,
)
_LONGEST_BODY_WORD = 24


def join_members(text: str, mentions: list[Mention], lead: Span | None) -> list[Mention]:
    """The mentions, those of a body's list with the body as their organization.

    The body stands in the mentions' sentence before them, or at the end of `lead`, the
    sentence that introduces the list. Only who has a position and no organization joins.
    """
    if not mentions:
        return mentions
    span = mentions[0].sentence.span
    first = mentions[0].start
    body = _body(text, span.start, first, exact=False) or (
        _body(text, lead.start, lead.end, exact=True) if lead else None
    )
    if body is None:
        return mentions
    name, begins = body
    return [
        replace(m, organization=name)
        if m.position and m.organization is None and m.start >= begins
        else m
        for m in mentions
    ]


def _body(text: str, start: int, end: int, *, exact: bool) -> tuple[str, int] | None:
    """The organization whose list of members begins in `text[start:end]`, and where it does."""
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
