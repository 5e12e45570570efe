"""The words for kinds of activities, found in a text, with what their sentence says of them.

The words are data: lexicon/activity_types.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from archive.records import ActivityType
from crawler import lexicon

_TIERS = ("specific", "common", "loose")


@dataclass(frozen=True, slots=True)
class TypeWord:
    """One word for a kind of activity at its place in the text."""

    start: int
    end: int
    kind: ActivityType
    tier: int
    """0 for a word that means this kind only, 2 for one that may mean any gathering."""


def alternatives(words: Iterable[str]) -> str:
    """An alternative of words, the longest first; a blank or hyphen stands for either."""
    longest_first = sorted(words, key=len, reverse=True)
    return (
        "(?:"
        + "|".join(re.sub(r"(?:\\ |\\-)", r"[\\s-]+", re.escape(w)) for w in longest_first)
        + ")"
    )


@cache
def _kinds() -> dict[str, tuple[ActivityType, int]]:
    words = lexicon.load("activity_types")
    return {
        _plain(word): (kind, tier)
        for tier, name in reversed(list(enumerate(_TIERS)))
        for kind, row in words[name].items()
        for word in row
    }


@cache
def type_pattern() -> re.Pattern[str]:
    """A word for a kind of activity."""
    return re.compile(rf"(?<![\w]){alternatives(_kinds())}(?!\w)", re.IGNORECASE)


@cache
def listed(section: str, name: str) -> re.Pattern[str]:
    """A word of the list `name` in a section of the lexicon."""
    rows: list[str] = lexicon.load("activity_types")[section][name]
    return re.compile(rf"(?<!\w){alternatives(rows)}(?!\w)", re.IGNORECASE)


def type_words(text: str, start: int, end: int) -> list[TypeWord]:
    """The words for kinds of activities in `text[start:end]`, in order."""
    found = []
    for match in type_pattern().finditer(text, start, end):
        kind, tier = _kinds()[_plain(match[0])]
        found.append(TypeWord(match.start(), match.end(), kind, tier))
    return found


def _plain(word: str) -> str:
    return re.sub(r"[\s-]+", " ", word.lower())
