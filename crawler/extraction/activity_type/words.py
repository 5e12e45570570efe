"""The words for kinds of activities, found in a text, with what their sentence says of them.

The words are data: lexicon/activity_types.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from archive.records import ActivityType
from crawler import lexicon
from crawler.extraction.cue_words import CueWords

_TIERS = ("specific", "common", "loose")


@dataclass(frozen=True, slots=True)
class TypeWord:
    """One word for a kind of activity at its place in the text."""

    start: int
    end: int
    kind: ActivityType
    tier: int
    """0 for a word that means this kind only, 2 for one that may mean any gathering."""
    verbal: bool = False
    """Whether it is a verb, which needs no other to say that the activity took place."""


def alternatives(words: Iterable[str]) -> str:
    """An alternative of words, the longest first; a blank or hyphen stands for either.

    Words are parted by their first letter, so that most places of a text are left at once.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rest = re.sub(r"(?:\\ |\\-)", r"[\\s-]+", re.escape(word[1:]))
        by_letter.setdefault(word[0], []).append(rest)
    branches = (f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return f"(?:{'|'.join(branches)})"


@cache
def _kinds() -> dict[str, tuple[ActivityType, int, bool]]:
    words = lexicon.load("activity_types")
    kinds = {
        _plain(word): (kind, len(_TIERS) - 1, True)
        for kind, row in words["verbal"].items()
        for word in row
    }
    for tier, name in reversed(list(enumerate(_TIERS))):
        kinds |= {
            _plain(word): (kind, tier, False) for kind, row in words[name].items() for word in row
        }
    return kinds


@cache
def _type_words() -> CueWords:
    """A word for a kind of activity; group `housed` where it only names a house."""
    names = lexicon.load("activity_types")["names"]
    housed, phrases = alternatives(names["housed"]), alternatives(names["phrases"])
    pattern = re.compile(
        rf"(?<!\w)(?P<housed>{housed}\s+(?:\w+\s+)??)?(?!{phrases}(?!\w))(?P<word>{alternatives(_kinds())})(?!\w)",
        re.IGNORECASE,
    )
    return CueWords(pattern, [*names["housed"], *_kinds()])


@cache
def listed(section: str, name: str) -> CueWords:
    """A word of the list `name` in a section of the lexicon."""
    rows: list[str] = lexicon.load("activity_types")[section][name]
    return CueWords(re.compile(rf"(?<!\w){alternatives(rows)}(?!\w)", re.IGNORECASE), rows)


@lru_cache(maxsize=64)
def type_words(text: str, start: int, end: int) -> tuple[TypeWord, ...]:
    """The words for kinds of activities in `text[start:end]`, in order; `text` is a page's.

    Of words of one strength side by side only the first counts: `forum temu mitra` is a forum.
    """
    return _told_apart(text, _type_words().find_in_page(text, start, end))


@lru_cache(maxsize=64)
def type_words_of(short: str) -> tuple[TypeWord, ...]:
    """The words for kinds of activities in a title, a sentence or a part of one."""
    return _told_apart(short, _type_words().findall(short))


def _told_apart(text: str, matches: Iterable[re.Match[str]]) -> tuple[TypeWord, ...]:
    found: list[TypeWord] = []
    for match in matches:
        if match["housed"]:
            continue
        kind, tier, verbal = _kinds()[_plain(match["word"].lower())]
        last = found[-1] if found else None
        beside = last is not None and not text[last.end : match.start("word")].strip()
        if last is None or not (beside and last.tier == tier and not last.verbal):
            found.append(TypeWord(match.start("word"), match.end("word"), kind, tier, verbal))
    return tuple(found)


def _plain(word: str) -> str:
    return re.sub(r"[\s-]+", " ", word)
