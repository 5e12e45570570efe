"""Which of the secretariat's five focus areas a topic belongs to.

The areas, their labels and the cues with their weights are data: lexicon/focus_areas.toml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crawler import lexicon

_WORD = re.compile(r"\w+")
_MOST_LETTERS = 400


@dataclass(frozen=True, slots=True)
class _Cue:
    area: int
    weight: int
    start: str
    """What a topic, written as ` word word ...`, must contain: a blank and the cue."""


@cache
def _cues() -> tuple[_Cue, ...]:
    return tuple(
        _Cue(area["number"], int(weight), f" {phrase}")
        for area in lexicon.load("focus_areas")["areas"]
        for weight, phrases in area["cues"].items()
        for phrase in phrases
    )


@cache
def labels() -> dict[int, str]:
    """The Indonesian label of each focus area, by its number 1 to 5."""
    return {area["number"]: area["label_id"] for area in lexicon.load("focus_areas")["areas"]}


def focus_area_of(topic: str) -> int | None:
    """The focus area (1 to 5) of a discussion group's topic; None where none fits or two fit alike.

    >>> focus_area_of("layanan air bersih dan sampah")
    3
    """
    words = " " + " ".join(_WORD.findall(topic[:_MOST_LETTERS].lower()))
    sums = dict.fromkeys(labels(), 0)
    for cue in _cues():
        if cue.start in words:
            sums[cue.area] += cue.weight
    best = max(sums, key=lambda area: sums[area])
    fitting = [area for area, total in sums.items() if total == sums[best]]
    enough = sums[best] >= lexicon.load("focus_areas")["least"]
    return best if enough and len(fitting) == 1 else None
