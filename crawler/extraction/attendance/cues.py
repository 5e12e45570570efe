"""Whether a sentence says that those it counts came: verbs of coming, and who was taught."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from crawler import lexicon
from crawler.extraction.attendance.guards import words_of
from crawler.extraction.attendance.units import Unit, read_unit
from crawler.extraction.numbers import Number, find_numbers

_BESIDE, _WINDOW, _REACH = 15, 60, 220
_ACTIVE = re.compile(r"\bme\w{4,}")
_OF_PEOPLE = re.compile(r"(?:peserta|fasilitator|panitia|tim|hasil)\s+\Z", re.IGNORECASE)
_COMPOSED = re.compile(
    r"\b(?:terdiri\s+(?:dari|atas)|berasal\s+dari|yaitu|yakni)\s[^.;:\d]*[a-z]\s+(?:dari|di)\s+\Z"
)
"""Who came, listed, and then from how many bodies: `terdiri dari kader dan staf dari 8 desa`."""
_MARKS = " \xa0±+/-~("


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of one sentence that say that people came, in order of the text."""

    before: tuple[re.Match[str], ...]
    """Those that speak of a count after them."""
    after: tuple[re.Match[str], ...]
    """Those that speak of a count before them: verbs, and no nouns such as `peserta`."""


def cues_of(text: str, start: int, end: int) -> Cues | None:
    """The cues of a sentence, None where it has none, teaches nobody and tells of no change."""
    cues = tuple(
        cue
        for cue in words_of("cues", "coming").find_in_page(text, start, end)
        if not _gathers_things(text, cue, end)
    )
    if not cues and not any(
        words_of("cues", row).search_page(text, start, end) for row in ("teaching", "changing")
    ):
        return None
    return Cues(cues, tuple(cue for cue in cues if cue[0].lower() not in _nouns()))


@cache
def _nouns() -> frozenset[str]:
    return frozenset(lexicon.load("attendance")["cues"]["nouns"])


def is_direct(text: str, floor: int, number: Number) -> bool:
    """Whether the number is the object of a verb of coming: `diikuti oleh sekitar 24 pemain`.

    So it is where a training is given to so many: `pelatihan bagi 60 kader`. Looks back no
    further than `floor`.
    """
    before = text[max(floor, number.start - _WINDOW) : number.start]
    verbs = words_of("cues", "receiving").findall(before)
    purpose = words_of("guards", "purpose").findall(before)
    if purpose and _teaches(before, purpose[-1].start()):
        verbs.append(purpose[-1])
    if not verbs:
        return False
    return not words_of("cues", "leading").pattern.sub("", before[verbs[-1].end() :]).strip(_MARKS)


def _teaches(before: str, end: int) -> bool:
    """Whether a training is named before `end`, and not what those in it do."""
    taught = words_of("cues", "teaching").pattern.search(before, 0, end)
    if taught is None:
        return False
    of_people = _OF_PEOPLE.search(before, 0, taught.start()) is not None
    return not (of_people and _is_object(before[taught.end() : end]))


def is_changed(text: str, floor: int, number: Number, *, known: bool) -> bool:
    """Whether a number is what the count of those who came became: `jumlahnya turun menjadi`.

    `known` says that the sentence before counts people, to whom `jumlahnya` may point.
    """
    before = text[max(floor, number.start - _WINDOW) : number.start].lower()
    change = _changed().search(words_of("cues", "leading").pattern.sub("", before).rstrip(_MARKS))
    return change is not None and (known or change["pronoun"] is None)


def is_stated(number: Number, unit: Unit, cues: Cues, last: int | None) -> bool:
    """Whether a cue in reach says that these came: before the number, in its unit, or after it.

    `last` is where the count before it ends, whose cue it shares when it follows closely.
    """
    if unit.attends or (last is not None and number.start - last < _WINDOW):
        return True
    is_people = unit.kind == "people"
    at = bisect_left(cues.before, number.start, key=lambda cue: cue.start())
    if at and number.start - cues.before[at - 1].end() < _REACH:
        cue = cues.before[at - 1]
        between = cue.string[cue.end() : number.start]
        if is_people and not (cue[0].lower() in _nouns() and _is_done_to(between)):
            return True
        if not is_people and _COMPOSED.search(between):
            return True
        if not is_people:
            return number.start - cue.end() < _WINDOW and not _is_object(between)
    at = bisect_left(cues.after, number.start, key=lambda cue: cue.start())
    gap = cues.after[at].start() - unit.end if at < len(cues.after) else _WINDOW
    return 0 <= gap < (_WINDOW if is_people else _BESIDE)


def _gathers_things(text: str, cue: re.Match[str], end: int) -> bool:
    """Whether a verb gathers things and no people: `menghimpun pendapat`, `mengumpulkan 90 kartu`."""
    at = cue.end()
    blank = at + 1 if text[at : at + 1].isspace() else at
    if words_of("cues", "gathered").pattern.match(text, blank, end):
        return True
    if cue[0].lower() not in lexicon.load("attendance")["cues"]["gathering"]:
        return False
    numbers = find_numbers(text, at, min(end, at + _WINDOW))
    if not numbers or read_unit(text, numbers[0].end, end):
        return False
    between = text[at : numbers[0].start]
    return not words_of("cues", "leading").pattern.sub("", between).strip(_MARKS)


def _is_object(between: str) -> bool:
    """Whether the count is what those who came act on: `Peserta memetakan sumur 12 desa`."""
    verbs = _ACTIVE.findall(between.lower())
    return any(verb not in _measuring() for verb in verbs)


def _is_done_to(between: str) -> bool:
    """Whether people are of what those who came do: `Peserta mengolah data dibantu dua orang`.

    Behind a word for how many they were they are the count all the same.
    """
    return _is_object(between) and not words_of("cues", "counting").search(between)


@cache
def _measuring() -> frozenset[str]:
    table = lexicon.load("attendance")["cues"]
    return frozenset([*table["measuring"], *table["coming"]])


@cache
def _changed() -> re.Pattern[str]:
    """`Jumlah peserta bertambah menjadi` at the end of what stands before a number."""
    table = lexicon.load("attendance")["cues"]
    counted, changing, result = (
        "|".join(sorted(table[row], key=len, reverse=True))
        for row in ("counted", "changing", "result")
    )
    return re.compile(
        rf"(?<!\w)(?:(?P<pronoun>jumlahnya)|{counted})\s+(?:\w+\s+)?(?:{changing})(?:\s+\w+)?(?:\s+(?:{result}))?\s*$"
    )
