"""The members of an enumeration inside a line: `(i) a; (ii) b; serta (iii) c`, `a, b, dan c`."""

from __future__ import annotations

import re

from archive.records import Span
from crawler.extraction.groups.words import LONGEST_TOPIC, trimmed

_MARKER = re.compile(
    r"(?:(?<=[\s,;:(])|^)\(?(?:(?P<figure>\d{1,2})|(?P<roman>[ivx]{1,4})|(?P<letter>[a-h]))[).](?=\s*[^\W\d])",
    re.MULTILINE,
)
_FIRST = {"1", "i", "a"}
_JOINT = re.compile(r"\s*[,;]?\s*\b(?:dan|serta|atau|and|maupun)\s*$", re.IGNORECASE)
_SEMICOLON = re.compile(r";\s*(?:(?:dan|serta|and)\b\s*)?", re.IGNORECASE)
_COMMA = re.compile(
    r",\s*(?:(?:dan|serta|juga|and)\b\s*(?:juga\s+)?)?|\s+(?:serta)\s+", re.IGNORECASE
)
_AND = re.compile(r"\s+(?:dan|serta|and)\s+", re.IGNORECASE)
_LAST_JOINED = re.compile(r"(?:,\s*|\s)(?:dan|serta|and)\s", re.IGNORECASE)


def marked_members(text: str, start: int, end: int) -> list[Span]:
    """The members of an enumeration with markers `(i)`, `1)`, `a.`; empty without two of them.

    A member reaches to the next marker, the last one to `end`.
    """
    markers = list(_MARKER.finditer(text, start, end))
    first = next((i for i, m in enumerate(markers) if m.group().strip("().") in _FIRST), None)
    if first is None:
        return []
    markers = [m for m in markers[first:] if m.lastgroup == markers[first].lastgroup]
    if len(markers) < 2:  # noqa: PLR2004 - one marker enumerates nothing
        return []
    stops = [marker.start() for marker in markers[1:]] + [end]
    members = (
        _member(text, marker.end(), stop) for marker, stop in zip(markers, stops, strict=True)
    )
    return [span for span in members if span.start < span.end]


def plain_members(text: str, start: int, end: int, count: int | None) -> list[Span]:
    """The members of an enumeration by semicolons or commas; `count` is how many are announced.

    Commas may stand inside a member, so they part members only where the parts are as many as
    announced, or, where nothing is announced, where the last part is joined by `dan`.
    """
    by_semicolon = _parts(text, start, end, _SEMICOLON)
    if len(by_semicolon) > 1:
        return by_semicolon
    by_comma = _parts(text, start, end, _COMMA)
    joined = _LAST_JOINED.search(text, start, end) is not None
    if len(by_comma) == count or (count is None and len(by_comma) > 2 and joined):  # noqa: PLR2004
        return by_comma
    by_and = [part for span in by_comma for part in _parts(text, span.start, span.end, _AND)]
    if len(by_and) == count or (count is None and len(by_comma) == 1 and len(by_and) == 2):  # noqa: PLR2004
        return by_and
    return []


def _parts(text: str, start: int, end: int, separator: re.Pattern[str]) -> list[Span]:
    spans, at = [], start
    for found in separator.finditer(text, start, end):
        spans.append(_member(text, at, found.start()))
        at = found.end()
    spans.append(_member(text, at, end))
    return [span for span in spans if 0 < span.end - span.start <= LONGEST_TOPIC]


def _member(text: str, start: int, end: int) -> Span:
    start, end = trimmed(text, start, end)
    joint = _JOINT.search(text, max(start, end - 12), end)
    if joint:
        start, end = trimmed(text, start, joint.start())
    return Span(start, end)
