"""What stands before a day: `Pada hari Senin s.d. Rabu, tanggal (`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from crawler import lexicon
from crawler.extraction.dates.words import weekday_of

_WINDOW = 80
_JOINS = frozenset("'’‘`´ʼ./")
_PUNCTUATION = frozenset(",:.")


@dataclass(frozen=True, slots=True)
class Prefix:
    """The words that lead to a day; `start` is where they begin."""

    start: int
    weekdays: tuple[int, ...]
    cued: bool
    """A weekday, `tanggal` or a word for a time of day says that a date follows."""
    bracketed: bool


def read_prefix(text: str, floor: int, at: int) -> Prefix:
    """The prefix that ends at `at`, looking back no further than `floor` or 80 characters."""
    known = _vocabulary()
    tokens = _Tokens(text, max(floor, at - _WINDOW), at)
    start, cued, bracketed, seen = at, False, False, 0
    if (token := tokens.get(seen)) and token[1] == "(":
        start, bracketed, seen = token[0], True, seen + 1
    while (token := tokens.get(seen)) and _folded(token[1]) in known.date:
        start, cued, seen = token[0], True, seen + 1
    while token and (token[1][0] in _PUNCTUATION or _folded(token[1]) in known.time):
        cued = cued or (bracketed and _folded(token[1]) in known.time)
        seen += 1
        token = tokens.get(seen)
    weekdays, first = _weekdays(tokens, seen)
    if first is not None:
        return Prefix(first, weekdays, cued=True, bracketed=bracketed)
    return Prefix(start if cued else at, (), cued=cued, bracketed=bracketed)


class _Tokens:
    """The words and marks before a place, the nearest first, read no further than asked for."""

    def __init__(self, text: str, floor: int, at: int) -> None:
        self._source = _backwards(text, floor, at)
        self._seen: list[tuple[int, str]] = []

    def get(self, number: int) -> tuple[int, str] | None:
        """The token with its offset; None where the window has no more."""
        while len(self._seen) <= number:
            token = next(self._source, None)
            if token is None:
                return None
            self._seen.append(token)
        return self._seen[number]


def _backwards(text: str, floor: int, at: int) -> Iterator[tuple[int, str]]:
    """Words (`Jum'at`, `s.d`, `tgl.`) and single marks from `at` back to `floor`."""
    while at > floor:
        end = at
        while end > floor and text[end - 1].isspace():
            end -= 1
        at = end - 1 if end > floor and text[end - 1] == "." else end
        word = at
        while word > floor and text[word - 1].isalpha():
            word -= 1
            joins = word - 1 > floor and text[word - 1] in _JOINS
            if joins and text[word - 2].isalpha():
                word -= 1
        if word < at:
            at = word
            yield word, text[word:end]
        elif end > floor:
            at = end - 1
            yield at, text[at:end]
        else:
            return


def _weekdays(tokens: _Tokens, at: int) -> tuple[tuple[int, ...], int | None]:
    """The weekdays of a row that ends at a token, in order, and where the first of them starts."""
    found: list[int] = []
    first = None
    while token := tokens.get(at):
        weekday = weekday_of(token[1].rstrip("."))
        if weekday is None or _is_week(token[1], tokens.get(at + 1)):
            break
        first = token[0]
        found.insert(0, weekday)
        at += 1
        joints = at
        while (token := tokens.get(at)) and _folded(token[1]) in _vocabulary().joints:
            at += 1
        if at == joints:
            break
    return tuple(found), first


def _is_week(word: str, before: tuple[int, str] | None) -> bool:
    """Whether a word is `minggu`, a week, and not Sunday."""
    return word == "minggu" and not (before and _folded(before[1]) == "hari")


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    """A token as the lexicon lists it: lower case, doubled letters written once."""
    return re.sub(r"(.)\1+", r"\1", word.lower().rstrip("."))


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    date: frozenset[str]
    time: frozenset[str]
    joints: frozenset[str]


@cache
def _vocabulary() -> _Vocabulary:
    rows = lexicon.load("date_cues")["prefix"]
    return _Vocabulary(*(frozenset(rows[name]) for name in ("date", "time", "joints")))
