"""Where a venue's words end: at the end of its clause, but not inside an address.

`di Ruang Rapat I Lantai 4 Gedung A Jl. B No.71 Jakarta Pusat, Rabu (1/9)` ends before `, Rabu`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.extraction.dates.words import weekday_pattern
from crawler.extraction.people.names import parse_name
from crawler.extraction.venue.places import is_place

_LONGEST = 220
_TOKEN = re.compile(r"\s*(?P<word>[^\s,;:()\[\]“”\"]+)|\s*(?P<mark>[,;:()\[\]“”\"])")
_DASH = re.compile(r"^[–—-]+$")
_EDGES = " \t\u00a0,;:.–—-/“”\"‘’'"
_NUMBERED = re.compile(r"^\d+[./]\d+")
_LOWER_LATER = re.compile(r"^[a-z]")
_PARTS = 4
_SHORT_FORM = re.compile(r"\s*\((?:[A-Z][\w&.-]{1,9})\)")
_GOES_ON = re.compile(r",\s+[A-Z]|\s+[A-Z0-9]")


@cache
def _words(name: str) -> frozenset[str]:
    rows: Iterable[str] = lexicon.load("venues")[name]
    return frozenset(rows)


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"{weekday_pattern()}(?!\w)", re.IGNORECASE)


@cache
def _opens_person() -> re.Pattern[str]:
    rows = sorted(_words("persons"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, rows))})(?!\w)", re.IGNORECASE)


def venue_span(text: str, start: int, end: int, *, opens: bool) -> Span:
    """The venue that begins at `start`, within the sentence that ends at `end`.

    `opens` says that the phrase opens its sentence, so that the holder may follow a comma.
    """
    end = min(end, start + _LONGEST)
    stop = _part_end(text, start, end)
    for _ in range(_PARTS):
        if text[stop : stop + 1] != ",":
            break
        begin = stop + 1
        while begin < end and text[begin].isspace():
            begin += 1
        following = _part_end(text, begin, end)
        if not _belongs(text, begin, following, end, opens=opens):
            break
        stop = following
    last = stop
    while last > start and text[last - 1] in _EDGES:
        last -= 1
    return Span(start, last)


def _part_end(text: str, start: int, end: int) -> int:
    """The end of the words up to a comma, a bracket, or a word that no venue holds."""
    at, stop = start, start
    while at < end:
        token = _TOKEN.match(text, at, end)
        if token and token["mark"] == "(" and (short := _SHORT_FORM.match(text, at, end)):
            at = short.end()
            stop = at if _GOES_ON.match(text, at, end) else stop
            continue
        if not token or token["mark"]:
            return at
        word = token["word"]
        if _is_end(text, word, token.start("word"), end):
            return stop
        at = stop = token.end()
    return stop


def _is_end(text: str, word: str, at: int, end: int) -> bool:
    bare = word.strip(".").lower()
    ending = bare in _words("ends") and (word[0].islower() or bare in _words("ends_always"))
    if ending or _DASH.match(word) or _weekday().match(word):
        return True
    if _NUMBERED.match(word):
        return True
    if _LOWER_LATER.match(word) and not any(
        bare in _words(name) for name in ("inside", "kinds", "grounds")
    ):
        return True
    if bare in _words("before_names"):
        following = _TOKEN.match(text, at + len(word), end)
        return not (following and following["word"] and (following["word"][0].isupper()))
    return False


def _belongs(text: str, start: int, stop: int, end: int, *, opens: bool) -> bool:
    """Whether the words behind a comma are a further part of the venue."""
    words = text[start:stop].strip()
    if not words or _weekday().match(words) or _opens_person().match(words):
        return False
    if is_place(words):
        return True
    first = words.split()[0].strip(".").lower()
    after = text[stop : stop + 2].strip()
    if opens:
        known = first in _words("further") - _words("institutions")
        return known or (len(words.split()) <= 2 and after[:1] == "," and parse_name(words) is None)  # noqa: PLR2004
    if first in _words("further"):
        return True
    if not words[0].isupper() or after[:1] not in {"", ",", ".", ")", "("}:
        whole = stop >= end - 1 or text[stop - 1 : stop] == "."
        return whole and words[0].isupper() and parse_name(words) is None
    return parse_name(words) is None
