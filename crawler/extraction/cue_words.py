"""Cue words in texts: their pattern is tried only where a word stands that it begins with.

A pattern of a hundred alternatives is slow to search with, as every place of a text tries
each of them. Most sentences have none of the words, which their vocabulary tells at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from crawler.extraction.page_words import vocabulary_of, words_of

_WORD = re.compile(r"\w+")


class CueWords:
    """A row of words and phrases as one pattern; it is `pattern` that decides what matches."""

    def __init__(self, pattern: re.Pattern[str], phrases: Iterable[str]) -> None:
        """Every match of `pattern` begins with the first word of one of the `phrases`."""
        self.pattern = pattern
        self._heads = frozenset(_WORD.findall(phrase.lower())[0] for phrase in phrases)

    def findall(self, short: str) -> list[re.Match[str]]:
        """The matches in a sentence or a part of one, in order."""
        return list(self._matches(short))

    def search(self, short: str) -> re.Match[str] | None:
        """The first match in a sentence or a part of one."""
        return next(self._matches(short), None)

    def _matches(self, short: str) -> Iterator[re.Match[str]]:
        if self._heads.isdisjoint(_vocabulary(short)):
            return
        last = 0
        for word in _WORD.finditer(short):
            if word[0].lower() in self._heads and word.start() >= last:
                match = self.pattern.match(short, word.start())
                if match:
                    last = match.end()
                    yield match

    def find_in_page(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in `text[start:end]`, in order; `text` is the whole text of a page."""
        starts = _starts(self._heads, text)
        for at in starts[bisect_left(starts, start) :]:
            if at >= end:
                return
            if at >= start and (match := self.pattern.match(text, at, end)):
                start = match.end()
                yield match

    def count_in_page(self, text: str, start: int, end: int) -> int:
        """How many matches `text[start:end]` has; `text` is the whole text of a page."""
        return sum(1 for _ in self.find_in_page(text, start, end))

    def search_page(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first match in `text[start:end]`; `text` is the whole text of a page."""
        return next(self.find_in_page(text, start, end), None)


@lru_cache(maxsize=32)
def _vocabulary(short: str) -> frozenset[str]:
    """The words of a short text in lower case."""
    return frozenset(_WORD.findall(short.lower()))


@lru_cache(maxsize=256)
def _starts(heads: frozenset[str], text: str) -> tuple[int, ...]:
    """Where one of the words begins in a page's text, in order."""
    if heads.isdisjoint(vocabulary_of(text)):
        return ()
    return tuple([start for word, start, _ in words_of(text) if word in heads])
