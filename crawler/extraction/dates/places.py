"""Where dates stand: in which block and sentence, and whether in the dateline at the head."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Block, Page
from crawler.extraction.dates.expressions import Expression
from crawler.extraction.dates.years import Mention
from crawler.extraction.sentences import split_sentences

_HEAD_BLOCKS = 3
_STATEMENT = frozenset(
    {
        "pada",
        "hari",
        "tanggal",
        "kemarin",
        "tadi",
        "semalam",
        "sejak",
        "per",
        "dari",
        "mulai",
        "selama",
    }
)
"""Words that open a sentence about a day, and no dateline."""
_HEAD_LENGTH = 70
_PREFIX = re.compile(
    r"(?:[A-Z0-9(&“\"'][^\s]*|[a-z0-9-]+(?:\.[a-z]+)+|[-–—|/:,(_.]+|oleh|dan|di|pada)(?:\s+|$)"
)
_NO_PLACE = re.compile(
    r"\b(?:foto|dok|dokumentasi|gambar|nomor|no|tahun|peraturan|keputusan|surat|memperingati|peringatan"
    r"|peringati|menyambut|sambut|menjelang|jelang|merayakan)\b",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"\s*(?:$|[-–—.,:|_)/]|\()")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands: its block, its sentence and how far down the body it is."""

    block: Block
    sentence: Span
    depth: int
    introduction: str
    """The words of the block that leads to a list's item."""


def own_expressions(page: Page, expressions: tuple[Expression, ...]) -> tuple[Expression, ...]:
    """The expressions outside of lines that only point at other pages: `Baca juga: ...`."""
    pointers = [
        (block.start, block.end)
        for block in page.blocks
        if _pointer().match(page.text, block.start, block.end)
    ]
    if not pointers:
        return expressions
    return tuple(
        expression for expression in expressions if not is_covered(pointers, expression.start)
    )


def is_covered(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether one of the spans, in order and apart, covers an offset."""
    before = bisect_right(spans, at, key=lambda span: span[0])
    return before > 0 and at < spans[before - 1][1]


@cache
def _pointer() -> re.Pattern[str]:
    words = lexicon.load("date_cues")["pointers"]["words"]
    return re.compile(rf"\W{{0,3}}(?:{'|'.join(words)})\b", re.IGNORECASE)


def is_dateline(page: Page, span: Span, block: Block, depth: int) -> bool:
    """Whether a date stands in a place-date line at the head: `Jakarta, 26 September 2018.`"""
    if depth > _HEAD_BLOCKS or block.kind in {"title", "caption", "item"}:
        return False
    before = page.text[block.start : min(span.start, block.start + _HEAD_LENGTH)]
    if span.start - block.start > _HEAD_LENGTH or not _is_place(before):
        return False
    if _NO_PLACE.search(before):
        return False
    if not before.strip() and span.end != block.end:
        return False
    return bool(_TRAIL.match(page.text, span.end, block.end))


def _is_place(before: str) -> bool:
    at = 0
    while at < len(before):
        part = _PREFIX.match(before, at)
        if part is None or (at == 0 and part[0].strip(" ,").lower() in _STATEMENT):
            return not before[at:].strip()
        at = part.end()
    return True


def places_of(page: Page, mentions: list[Mention]) -> list[Place]:
    """The place of each mention; both are in order, so one pass over the blocks is enough."""
    places: list[Place] = []
    blocks, at, depth, lead = page.blocks, 0, 0, ""
    sentences: list[Span] = []
    split = -1
    for mention in mentions:
        while at + 1 < len(blocks) and blocks[at].end <= mention.span.start:
            if blocks[at].kind not in {"title", "subtitle"}:
                depth += 1
            if blocks[at].kind != "item":
                lead = page.words_of(blocks[at])[-300:]
            at += 1
        if split != at:
            sentences, split = split_sentences(page.text, blocks[at].start, blocks[at].end), at
        found = bisect_right(sentences, mention.span.start, key=lambda s: s.start) - 1
        sentence = sentences[found] if found >= 0 else Span(blocks[at].start, blocks[at].end)
        listed = blocks[at].kind == "item" or lead.rstrip().endswith(":")
        places.append(Place(blocks[at], sentence, depth, lead if listed else ""))
    return places
