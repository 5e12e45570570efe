"""The words by which a page names its discussion groups, as compiled patterns.

`Kelompok 1`, `kelompok kedua`, `Grup C`, `Komisi IV`: the noun and the number. The nouns,
verbs and number words are data: lexicon/groups.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from crawler import lexicon

LONGEST_TOPIC = 250
"""Letters; what is longer is a sentence about something, not a topic."""

_ROMAN = {
    numeral: value
    for value, numeral in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), start=1
    )
}
_LETTERS = "abcdefgh"
_EDGES = " \t\u00a0,;:.–—-\"“”‘’'"


def words_pattern(words: Iterable[str]) -> str:
    """An alternative of plain words, the longest first, blanks as any white space.

    Words are parted by their first letter, so that most places of a text are left at once.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rest = re.escape(word[1:]).replace("\\ ", r"\s+")
        by_letter.setdefault(word[0], []).append(rest)
    branches = (f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return f"(?:{'|'.join(branches)})"


def pattern_of(name: str) -> str:
    """An alternative of the patterns in the list `name` of the lexicon, in their order."""
    return "(?:" + "|".join(lexicon.load("groups")[name]) + ")"


@cache
def noun_pattern() -> str:
    """A noun for a group with what names its kind: `kelompok`, `kelompok diskusi`."""
    words = lexicon.load("groups")
    return rf"{words_pattern(words['nouns'])}(?:\s+{words_pattern(words['noun_kinds'])})?"


@cache
def number_pattern() -> str:
    """A group's number: figures, Roman figures, one capital letter or a word."""
    spelled = words_pattern(lexicon.load("groups")["numbers"])
    return rf"(?:(?:ke-?)?\d{{1,2}}|(?-i:[IVX]{{1,4}}|[A-H])|{spelled})(?![\w.]*\w)"


@cache
def numbered_group() -> re.Pattern[str]:
    """A group by its number anywhere in a text: `Kelompok 1`; group `number`."""
    return re.compile(
        rf"\b{noun_pattern()}\s+(?:(?P<theme>{theme_pattern()})\s+)?(?:nomor\s+|no\.\s*|#\s?|\()?(?P<number>{number_pattern()})\)?",
        re.IGNORECASE,
    )


@cache
def divided_group() -> re.Pattern[str]:
    """A numbered group under a noun of much else: `Saung 1`; groups `noun` and `number`."""
    nouns = words_pattern(lexicon.load("groups")["divided_nouns"])
    return re.compile(rf"\b(?P<noun>{nouns})\s+(?P<number>{number_pattern()})", re.IGNORECASE)


@cache
def listed(name: str) -> re.Pattern[str]:
    """A whole word or phrase of the plain list `name`."""
    return re.compile(rf"\b{words_pattern(lexicon.load('groups')[name])}\b", re.IGNORECASE)


@cache
def bare_name() -> re.Pattern[str]:
    """A name that is no theme: a colour, a flower; matches it whole."""
    return re.compile(rf"{words_pattern(lexicon.load('groups')['names'])}\s*", re.IGNORECASE)


@cache
def theme_pattern() -> str:
    """What introduces a group's theme: `tema`, `fokus utama`."""
    return words_pattern(lexicon.load("groups")["theme_nouns"])


def number_of(word: str) -> int | None:
    """The number that a word of a heading gives, letters by their place; None for no number."""
    word = re.sub(r"^ke-?(?=\d)", "", word.strip().lower())
    if word.isascii() and word.isdigit():
        return int(word)
    spelled: dict[str, int] = lexicon.load("groups")["numbers"]
    if word in spelled:
        return spelled[word]
    if word in _ROMAN:
        return _ROMAN[word]
    return _LETTERS.index(word) + 1 if len(word) == 1 and word in _LETTERS else None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`text[start:end]` without the punctuation, blanks and quotation marks around it."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end
