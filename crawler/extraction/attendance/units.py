"""What a count counts: `peserta rapat`, `institusi/lembaga`, `perguruan tinggi`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from crawler import lexicon
from crawler.extraction.numbers import Number

_WORD = re.compile(
    r"(?P<rounded>[\s-]?an\b)?\s?(?:lebih\s+)?\s?(?P<unit>[^\W\d_]+(?:[-/][^\W\d_]+)*)"
)
_SHORTEST_MISSPELT, _SHORTEST_NOUN = 6, 3
_LABEL = 40
_LABELLED = re.compile(
    r"\b(peserta|hadirin|undangan|partisipan)(?:\s+(?:rapat|yang\s+hadir|hadir))?\s{0,2}[:=]\s{0,2}\Z",
    re.IGNORECASE,
)
_LABEL_END = re.compile(r"[.;,]?")
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


def read_named_unit(text: str, at: int, end: int) -> Unit | None:
    """Any noun or acronym after a number as people, where a verb of coming says so; None for measures."""
    word = _WORD.match(text, at, end)
    if word is None or word["unit"].lower() in _no_units():
        return None
    is_noun = word["unit"].islower() and len(word["unit"]) >= _SHORTEST_NOUN
    if not (is_noun or word["unit"].isupper()):
        return None
    rounded = word["rounded"] is not None
    return Unit(word["unit"], "people", word.end(), rounded=rounded, attends=False)


def read_label(text: str, number: Number, span: tuple[int, int]) -> Unit | None:
    """The unit of a number that ends a label: `Jumlah peserta: 45`; `span` is its sentence."""
    if not _LABEL_END.fullmatch(text[number.end : min(span[1], number.end + _LABEL)].rstrip()):
        return None
    label = _LABELLED.search(text[max(span[0], number.start - _LABEL) : number.start])
    if label is None:
        return None
    return Unit(label[1], "people", number.end, rounded=False, attends=True)


@cache
def _no_units() -> frozenset[str]:
    return frozenset(lexicon.load("attendance")["units"]["measures"])


def _qualified(first: str, second: str) -> Literal["people"] | None:
    """Who those are that are not yet, or no longer, what they are called: `calon pemandu`."""
    qualifies = first in lexicon.load("attendance")["units"]["qualifying"]
    people = _kinds().get(second) == "people" and second not in _ATTENDS
    return "people" if qualifies and people else None


def read_unit(text: str, at: int, end: int) -> Unit | None:
    """The unit right after a number that ends at `at`, or None."""
    word = _WORD.match(text, at, end)
    if word is None:
        return None
    stop, first = word.end(), _spelt(word["unit"].lower())
    more = _MORE.match(text, stop, end)
    second = more[1].lower() if more else ""
    pair = _kinds().get(f"{first} {second}") or _qualified(first, second)
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
