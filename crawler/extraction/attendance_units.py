"""What a count counts: `peserta rapat`, `institusi/lembaga`, `perguruan tinggi`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from crawler import lexicon

_WORD = re.compile(
    r"(?P<rounded>[\s-]?an\b)?\s?(?:lebih\s+)?\s?(?P<unit>[^\W\d_]+(?:[-/][^\W\d_]+)*)"
)
_SHORTEST_MISSPELT = 6
_MORE = re.compile(r"[ \xa0]([^\W\d_]+(?:[-/][^\W\d_]+)*)")
_ATTENDS = frozenset({"partisipan", "peserta", "undangan", "hadirin", "participants", "delegates"})
_CARRIED = {
    "peserta": ("rapat", "lokakarya", "seminar", "pelatihan", "workshop", "diskusi", "aktif")
}


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit as written, whether it counts people or bodies, and where it ends."""

    words: str
    kind: Literal["people", "bodies"]
    end: int
    rounded: bool
    """Written as `80-an orang`: about eighty."""
    attends: bool
    """The word alone says that they came (peserta), so that no other cue is needed."""


@cache
def _kinds() -> dict[str, Literal["people", "bodies"]]:
    table = lexicon.load("attendance")["units"]
    return {**dict.fromkeys(table["bodies"], "bodies"), **dict.fromkeys(table["people"], "people")}


@lru_cache(maxsize=4096)
def _spelt(word: str) -> str:
    """The long unit word that `word` misses by one letter (kepla, perserta), else the word."""
    if word in _kinds() or len(word) < _SHORTEST_MISSPELT - 1:
        return word
    near = (
        known
        for known in _kinds()
        if len(known) >= _SHORTEST_MISSPELT and OSA.distance(word, known, score_cutoff=1) <= 1
    )
    return next(near, word)


def read_unit(text: str, at: int, end: int) -> Unit | None:
    """The unit right after a number that ends at `at`, or None."""
    word = _WORD.match(text, at, end)
    if word is None:
        return None
    stop, first = word.end(), _spelt(word["unit"].lower())
    more = _MORE.match(text, stop, end)
    pair = _kinds().get(f"{first} {more[1].lower()}") if more else None
    kind = pair or _kinds().get(first) or _kinds().get(first.split("/")[0])
    if kind is None:
        return None
    carried = more is not None and (
        pair is not None
        or first in lexicon.load("attendance")["units"]["head"]
        or more[1].lower() in _CARRIED.get(first, ())
    )
    if more is not None and carried:
        stop = more.end()
    return Unit(
        text[word.start("unit") : stop],
        kind,
        stop,
        rounded=word["rounded"] is not None,
        attends=first in _ATTENDS,
    )
