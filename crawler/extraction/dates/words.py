"""Months and weekdays by their names: variants, old spellings and slips of one letter."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from crawler import lexicon

_MARKS = re.compile(r"['’‘`´ʼ]")
_SHORTEST_MISSPELT = 5
_WINDOW = 16
_WORD = re.compile(r"\s?([^\W\d_]+)")


@cache
def _names(table: str) -> dict[str, int]:
    return {
        name: int(number)
        for number, names in lexicon.load("months")[table].items()
        for name in names
    }


@cache
def _other_words() -> frozenset[str]:
    return frozenset(lexicon.load("months")["other_words"]["words"])


@lru_cache(maxsize=4096)
def month_of(word: str) -> int | None:
    """The month, 1 to 12, that a word names, in any case; one slip in a long name is forgiven."""
    return _read(word, "months")


@lru_cache(maxsize=4096)
def weekday_of(word: str) -> int | None:
    """The weekday of ISO 8601, Monday 1, that a word names; a misspelt one needs its capital.

    `satu` and `Sabtu`, `selama` and `Selasa` are one letter apart, so that a slip is
    forgiven only in what is written as a name.
    """
    name = _MARKS.sub("", word)
    if name.lower() in _names("weekdays"):
        return _names("weekdays")[name.lower()]
    return _read(name, "weekdays") if name[:1].isupper() else None


def _read(word: str, table: str) -> int | None:
    name, names = word.lower(), _names(table)
    if name in names:
        return names[name]
    if len(name) < _SHORTEST_MISSPELT or name in _other_words():
        return None
    near = {
        number
        for known, number in names.items()
        if len(known) >= _SHORTEST_MISSPELT and OSA.distance(name, known, score_cutoff=1) <= 1
    }
    return near.pop() if len(near) == 1 else None


@cache
def weekday_pattern() -> str:
    """A regular expression for a weekday's known names, to build others from."""
    return rf"(?:{'|'.join(_names('weekdays'))}|jum['’‘`´ʼ]at)(?!\w)"


def month_name(month: int) -> str:
    """The Indonesian name of a month, 1 to 12."""
    return str(lexicon.load("months")["names"]["months"][month - 1])


def english_weekday(weekday: int) -> str:
    """The English name of an ISO weekday, for findings."""
    return str(lexicon.load("months")["names"]["english_weekdays"][weekday - 1])


def weekday_name(weekday: int) -> str:
    """The Indonesian name of an ISO weekday."""
    return str(lexicon.load("months")["names"]["weekdays"][weekday - 1])


def is_no_day(text: str, at: int) -> bool:
    """Whether the word before an offset says that the figure there is no day: `Nomor`, `Jalan`."""
    return bool(_numbering().search(text[max(0, at - _WINDOW) : at].lower()))


@cache
def _numbering() -> re.Pattern[str]:
    words = lexicon.load("date_cues")["not_a_day_after"]["words"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})\s*\Z")


def is_holiday(text: str, span: tuple[int, int], day: int, month: int) -> bool:
    """Whether a day without a year is a feast's name or comes round: `lomba 17 Agustus`.

    `span` is where the day stands; a word such as `lalu` after it makes it a date.
    """
    before = text[max(0, span[0] - _WINDOW) : span[0]].lower()
    if _row_at_end("recurring").search(before):
        return True
    if f"{day}-{month}" not in lexicon.load("date_cues")["holidays"]["days"]:
        return False
    following = _WORD.match(text, span[1])
    nearest = lexicon.load("date_cues")["nearest"]
    if following and following[1].lower() in [*nearest["past"], *nearest["future"]]:
        return False
    return bool(_row_at_end("before").search(before))


@cache
def _row_at_end(row: str) -> re.Pattern[str]:
    """One of a row's words at the end of what stands before a day."""
    words = lexicon.load("date_cues")["holidays"][row]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})\s+\Z")
