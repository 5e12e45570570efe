"""The words by which pages lead up to a venue; the vocabularies are data: lexicon/venues.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from crawler import lexicon
from crawler.extraction.cue_words import CueWords

_LEADING = (
    *("bertempat", "bertempatan", "bertempatnya", "mengambil", "berlokasi", "dipusatkan"),
    *("tempat", "tempatnya", "di"),
)
"""The words that `lead` begins with, beside those of the lexicon."""


def _alternatives(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(w).replace("\\ ", r"\s+") for w in longest_first) + ")"


@cache
def listed(name: str) -> CueWords:
    """A whole word or phrase of the list `name`."""
    words: list[str] = lexicon.load("venues")[name]
    pattern = re.compile(rf"(?<!\w){_alternatives(words)}(?!\w)", re.IGNORECASE)
    return CueWords(pattern, words)


@cache
def house() -> re.Pattern[str]:
    """A kind of house or room, or of ground; group `ground` for the latter."""
    words = lexicon.load("venues")
    return re.compile(
        rf"(?<!\w)(?:{_alternatives(words['kinds'])}|(?P<ground>{_alternatives(words['grounds'])}))(?!\w)",
        re.IGNORECASE,
    )


@cache
def lead() -> CueWords:
    """What stands right before a venue: `bertempat di` (group `named`), `di`, or `menempati`."""
    words = lexicon.load("venues")
    pattern = re.compile(
        r"(?<!\w)(?:(?P<named>(?:bertempat(?:an|nya)?|mengambil\s+(?:tempat|lokasi)|berlokasi|dipusatkan|tempatnya|tempat(?:nya)?\s+(?:pelaksanaan|kegiatan|acara))"
        r"\s*:?\s*(?:(?:di|pada)\s+|(?-i:(?=[A-Z]))))"
        rf"|(?P<filling>{_alternatives([*words['filling'], *words['visited']])}\s+)|di\s+)"
        rf"(?:sepanjang\s+|{_alternatives(words['near'])}\s+(?:[a-z]+\s+){{0,2}}?(?={_alternatives(words['kinds'])}\s+[A-Z0-9]))?(?=\S)",
        re.IGNORECASE,
    )
    return CueWords(pattern, [*_LEADING, *words["filling"], *words["visited"]])


@cache
def label() -> re.Pattern[str]:
    """A label of a venue at the start of a line, with its colon; group `colon`."""
    return re.compile(
        rf"[-•–*·]?\s*{_alternatives(lexicon.load('venues')['labels'])}\s*(?:(?P<colon>:)\s*|$)",
        re.IGNORECASE,
    )


@cache
def hosting() -> CueWords:
    """What makes the house before it the venue: `menjadi tempat`."""
    return listed("subject")


def is_virtual(words: str) -> bool:
    """Whether words name a screen instead of a place."""
    return listed("virtual").search(words) is not None
