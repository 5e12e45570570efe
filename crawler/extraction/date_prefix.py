"""What stands before a day: `Pada hari Senin s.d. Rabu, tanggal (`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler import lexicon
from crawler.extraction.date_words import weekday_of

_WINDOW = 80
_TOKEN = re.compile(r"[^\W\d_]+(?:['’‘`´ʼ./][^\W\d_]+)*\.?|\S")
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
    words = lexicon.load("date_cues")["prefix"]
    tokens = list(_TOKEN.finditer(text, max(floor, at - _WINDOW), at))
    start, cued, bracketed = at, False, False
    if tokens and tokens[-1][0] == "(":
        start, bracketed = tokens.pop().start(), True
    while tokens and _folded(tokens[-1]) in words["date"]:
        start, cued = tokens.pop().start(), True
    rest = len(tokens)
    while rest and (
        tokens[rest - 1][0] in _PUNCTUATION or _folded(tokens[rest - 1]) in words["time"]
    ):
        cued = cued or (bracketed and _folded(tokens[rest - 1]) in words["time"])
        rest -= 1
    weekdays, first = _weekdays(tokens[:rest], words["joints"])
    if first is not None:
        return Prefix(first, weekdays, cued=True, bracketed=bracketed)
    return Prefix(start if cued else at, (), cued=cued, bracketed=bracketed)


def _weekdays(tokens: list[re.Match[str]], joints: list[str]) -> tuple[tuple[int, ...], int | None]:
    """The weekdays that end a row of tokens, in order, and where the first of them starts."""
    found: list[int] = []
    first = None
    while tokens:
        weekday = weekday_of(tokens[-1][0].rstrip("."))
        if weekday is None or _is_week(tokens):
            break
        first = tokens.pop().start()
        found.insert(0, weekday)
        rest = len(tokens)
        while rest and _folded(tokens[rest - 1]) in joints:
            rest -= 1
        if rest == len(tokens):
            break
        tokens = tokens[:rest]
    return tuple(found), first


def _is_week(tokens: list[re.Match[str]]) -> bool:
    """Whether the last word is `minggu`, a week, and not Sunday."""
    word = tokens[-1][0]
    return word == "minggu" and not (len(tokens) > 1 and _folded(tokens[-2]) == "hari")


def _folded(token: re.Match[str]) -> str:
    """A token as the lexicon lists it: lower case, doubled letters written once."""
    return re.sub(r"(.)\1+", r"\1", token[0].lower().rstrip("."))
