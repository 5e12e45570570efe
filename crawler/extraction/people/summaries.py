"""Where the page tells what a person said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from archive.records import Evidence, Span
from crawler.extraction.people.mentions import Mention
from crawler.extraction.people.sentences import Sentence

_GOES_ON = re.compile(
    r"\W{0,3}(?:Beliau|Ia|Dia|Menurut(?:nya| beliau)|Selain itu,? (?:beliau|ia)|Kemudian,? (?:beliau|ia)|(?:Lebih lanjut|Selanjutnya),? (?:beliau|ia)|Lanjutnya|Tambahnya)\b"
    r"|.{0,600}?\b(?:beliau|katanya|ujarnya|ungkapnya|tambahnya|jelasnya|tuturnya|lanjutnya|paparnya|ucapnya|tegasnya)\b",
)


_FURTHEST = 12
_SHOWN = frozenset({"caption", "title", "subtitle"})
"""Blocks that show or name a person and tell nothing."""


_DEPICTED = re.compile(r"\s{0,3}(?:sedang|tengah|saat|ketika|dalam|usai)\s{1,3}\w", re.IGNORECASE)


def _depicts(text: str, mention: Mention) -> bool:
    """`NAME (Kepala X) sedang memaparkan materi`: a line under a picture, without a full stop."""
    block, span = mention.sentence.block, mention.sentence.span
    return (
        span.start == block.start
        and span.end == block.end
        and text[span.end - 1] not in '.!?”"'
        and _DEPICTED.match(text, mention.end, span.end) is not None
    )


def _start_of(sentence: Sentence) -> int:
    return sentence.span.start


def read_summary(
    text: str,
    spoken: Sequence[Mention],
    sentences: Sequence[Sentence],
    names_others: Callable[[int], bool],
) -> Evidence:
    """The sentences in which the mentions speak, and those after them that go on with `Beliau`.

    `sentences` are all of the page's, in the order of the text; `names_others` says of one that
    starts at an offset whether it names other people: from there on, `Beliau` is someone else.
    """
    spans: dict[Span, None] = {}
    for mention in spoken:
        if mention.sentence.block.kind in _SHOWN or _depicts(text, mention):
            continue
        n = bisect_left(sentences, mention.sentence.span.start, key=_start_of)
        spans[mention.sentence.span] = None
        block = mention.sentence.block
        for sentence in sentences[n + 1 : n + 1 + _FURTHEST]:
            span = sentence.span
            if sentence.block.kind in _SHOWN and sentence.block is not block:
                continue
            goes_on = _GOES_ON.match(text, span.start, span.end) is not None
            if names_others(span.start) or not (goes_on or sentence.block is block):
                break
            if goes_on:
                block = sentence.block
                spans[span] = None
    return tuple(sorted(spans))
