"""Where the page tells what a person said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from archive.records import Evidence, Span
from crawler.extraction.people.mentions import Mention
from crawler.extraction.people.sentences import Sentence

_GOES_ON = re.compile(
    r"\W{0,3}(?:Beliau|Ia|Dia|Menurut(?:nya| beliau)|Selain itu,? (?:beliau|ia)|Kemudian,? (?:beliau|ia)|(?:Lebih lanjut|Selanjutnya),? (?:beliau|ia)|Lanjutnya|Tambahnya)\b"
    r"|.{0,600}?\b(?:beliau|katanya|ujarnya|ungkapnya|tambahnya|jelasnya|tuturnya|lanjutnya|paparnya|ucapnya|tegasnya)\b",
)


def read_summary(text: str, spoken: Sequence[Mention], sentences: Sequence[Sentence]) -> Evidence:
    """The sentences in which the mentions speak, and those after them that go on with `Beliau`.

    `sentences` are all of the page's, in the order of the text.
    """
    starts = [sentence.span.start for sentence in sentences]
    spans: dict[Span, None] = {}
    for mention in spoken:
        n = bisect_left(starts, mention.sentence.span.start)
        spans[mention.sentence.span] = None
        n += 1
        while (
            n < len(sentences)
            and sentences[n].block is mention.sentence.block
            and _GOES_ON.match(text, sentences[n].span.start, sentences[n].span.end)
        ):
            spans[sentences[n].span] = None
            n += 1
    return tuple(sorted(spans))
