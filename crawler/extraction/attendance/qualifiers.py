"""How exact a count is: `sekitar`, `lebih dari`, `hampir`, `40-50 orang`, `80-an`."""

from __future__ import annotations

import re
from functools import cache

from archive.records import Qualifier
from crawler import lexicon
from crawler.extraction.attendance.units import Unit
from crawler.extraction.numbers import Number

_BEFORE = 50
_NAMES: tuple[Qualifier, ...] = ("about", "at_least", "at_most")
_MORE = re.compile(r"\s{0,2}(?:orang\s)?lebih\b", re.IGNORECASE)
_ROUNDED = ("puluhan", "ratusan")
_NUMBER_END = r"\s*(?:(?:oleh|dari|sebanyak|sejumlah|total|ada)\s+)*$"


def read_qualifier(text: str, floor: int, number: Number, unit: Unit) -> tuple[Qualifier, int]:
    """The qualifier of a count, and where its words begin.

    Looks back no further than `floor`. A word before the number wins over what follows it.
    """
    start = number.start
    low = max(floor, start - _BEFORE)
    before = text[low:start].lower()
    found = [(match.start(), name) for name in _NAMES if (match := _endings(name).search(before))]
    if found:
        at, name = min(found)
        return name, low + at
    if unit.rounded or text.endswith(_ROUNDED, start, number.end):
        return "about", start
    if _MORE.match(text, unit.end) or _MORE.match(text, number.end, unit.end):
        return "at_least", start
    return "exact", start


@cache
def _endings(name: str) -> re.Pattern[str]:
    """One of a qualifier's phrases at the end of the words before a number."""
    phrases = [
        (r"(?<!\w)" if phrase[0].isalpha() else "") + re.escape(phrase)
        for phrase in sorted(lexicon.load("attendance")["qualifiers"][name], key=len, reverse=True)
    ]
    return re.compile(rf"(?:{'|'.join(phrases)}){_NUMBER_END}")
