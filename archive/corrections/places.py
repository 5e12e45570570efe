"""Where words stand in an article, and which words stand at a place of it. Pure."""

from __future__ import annotations

import re

from archive.records import Evidence, Span

_AROUND = 70
"""Characters of its line that are shown before and after a quote."""


def quotes(spans: Evidence, text: str) -> tuple[str, ...]:
    """The words at the spans."""
    return tuple(text[span.start : span.end] for span in spans)


def located(words: str, text: str) -> Span | None:
    """Where these words stand in a text, however its lines are broken; whole words first."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return None
    pattern = r"\s+".join(parts)
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text) or re.search(pattern, text)
    return Span(*found.span()) if found else None


def around(span: Span, text: str) -> str:
    """The words at the span with some of their line before and after them."""
    begin, end = max(span.start - _AROUND, 0), min(span.end + _AROUND, len(text))
    line_begin = text.rfind("\n", begin, span.start) + 1
    line_end = text.find("\n", span.end, end)
    before = text[line_begin or begin : span.start]
    after = text[span.end : end if line_end < 0 else line_end]
    if begin > 0 and not line_begin:
        before = f"…{before.partition(' ')[2]}"
    if end < len(text) and line_end < 0:
        after = f"{after.rpartition(' ')[0]}…"
    return " ".join(f"{before}{text[span.start : span.end]}{after}".split())
