"""Degrees and professional marks behind a name: S.T., M.Si., Ph.D, Sp.P., Psikolog."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from crawler import lexicon

_GAP = re.compile(r"\s{0,3}[,.]?\s{0,3}")
_FIRST = re.compile(r"[A-Z][A-Za-z]{0,8}")
_FURTHER = re.compile(r"\.\s?-?[A-Za-z]{1,6}(?:\([A-Za-z.]{1,9}\))?")
_INNER = re.compile(r"[^A-Za-z]")
_DOTTED = re.compile(r"[SMBD]\.(?:[A-Z][a-z]{0,4}\.){0,2}[A-Z][a-z]{1,4}\.?")
_MOST_PARTS = 5
_MOST_DEGREES = 12


def read_degrees(text: str, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """The degrees that begin at `start`, as written, and where they end; `start` where none is.

    Between degrees stand commas or blanks; a degree in full stops may have blanks (`S. ag`).
    """
    degrees: list[str] = []
    at = start
    while len(degrees) < _MOST_DEGREES:
        gap = _GAP.match(text, at, end)
        begin = gap.end() if gap else at
        stop = _degree_end(text, begin, end) if begin > at else None
        if stop is None and gap and "," in gap[0]:
            dotted = _DOTTED.match(text, begin, end)
            stop = (
                dotted.end()
                if dotted and not text[dotted.end() : dotted.end() + 1].isalpha()
                else None
            )
        if stop is None:
            break
        degrees.append(text[begin:stop])
        at = stop
    return tuple(degrees), at


def _degree_end(text: str, start: int, end: int) -> int | None:
    """Where the longest degree at `start` ends."""
    first = _FIRST.match(text, start, end)
    if first is None:
        return None
    ends = [first.end()]
    while len(ends) < _MOST_PARTS and (part := _FURTHER.match(text, ends[-1], end)):
        ends.append(part.end())
    for stop in reversed(ends):
        if is_degree(text[start:stop]) and not text[stop : stop + 1].isalpha():
            return stop + (text[stop : stop + 1] == ".")
    return None


@cache
def _known() -> frozenset[str]:
    return frozenset(lexicon.load("degrees")["degrees"])


@lru_cache(maxsize=4096)
def is_degree(words: str) -> bool:
    """Whether the words are one degree: `S.T.`, `MSc`, `Psikolog`; initials (`J.P.`) are none."""
    bare = _INNER.sub("", words.split("(", maxsplit=1)[0]).lower()
    dotted = "." in words
    if dotted and words.startswith("Sp."):
        return True
    if bare not in _known():
        return False
    return dotted or sum(map(str.isupper, words)) > 1 or bare in {"psikolog", "ners"}
