"""Where a sentence ends in Indonesian news prose.

A full stop after an abbreviation, an initial, a degree or inside a number or an address
ends nothing. The abbreviations are data: lexicon/abbreviations.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from archive.records import Span
from crawler import lexicon
from crawler.extraction.degrees import is_degree

# Begins at the first of a run of stops only: a line of nothing but stops is read once.
_END = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*+[\"”’')\]]*+(?=\s)")
_BEFORE = re.compile(r"(?<![\w.])[\w.]+$")
_NEXT = re.compile(r"\s+(\S)")
_ANEW = re.compile(r"\s+[A-Z][a-z]+\s+[a-z]+")
_DEGREE = re.compile(r"(?:[A-Z][a-z]{0,2}\.)+[A-Za-z]{1,4}")
_LOOK_BEHIND = 24


@cache
def _abbreviations(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("abbreviations")[name])


def split_sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of `text[start:end]`, in order, without the white space between them.

    Offsets are those of `text`. Linear in the length of the range. The readers of one page ask
    for the same ranges again and again, so those of the last pages are kept.
    """
    known = _ranges(text)
    spans = known.get((start, end))
    if spans is None:
        spans = known[(start, end)] = tuple(_split(text, start, end))
    return list(spans)


@lru_cache(maxsize=2)
def _ranges(_text: str) -> dict[tuple[int, int], tuple[Span, ...]]:
    """The ranges of a text that were split before."""
    return {}


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    begin = last = start
    for stop in _END.finditer(text, start, end):
        blank = not text[last : stop.start()].strip()  # nothing but stops: no sentence of its own
        last = stop.end()
        if blank or stop.start() < begin or not _ends_sentence(text, stop, begin):
            continue
        yield _trimmed(text, begin, stop.end())
        begin = stop.end()
    rest = _trimmed(text, begin, end)
    if rest.start < rest.end:
        yield rest


def _ends_sentence(text: str, stop: re.Match[str], begin: int) -> bool:
    following = _NEXT.match(text, stop.end())
    if following and following[1].islower():
        return False
    before = _BEFORE.search(text[max(begin, stop.start() - _LOOK_BEHIND) : stop.start()])
    several = len(stop[0].rstrip("\"”’')]")) > 1
    if before is None or several or stop[0][0] != ".":
        return True
    word = before[0]
    if len(word) == 1 and word.isalpha() and word.isupper():
        return False  # an initial: Gatot R. Wibisono
    if _DEGREE.fullmatch(word):  # S.T., M.Sc. may end a sentence; initials (J.P.) end none
        return is_degree(word) and _ANEW.match(text, stop.end()) is not None
    if word.isupper() and len(word) > 1 and is_degree(word):  # ST, MT
        return _ANEW.match(text, stop.end()) is not None
    return not _is_abbreviation(word, before_figure=bool(following and following[1].isdigit()))


def _is_abbreviation(word: str, *, before_figure: bool) -> bool:
    """Whether a word's full stop only shortens it."""
    if before_figure and word.lower() in _abbreviations("before_figures"):
        return True
    return word in _abbreviations("as_written") or word.lower() in _abbreviations("words")


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
