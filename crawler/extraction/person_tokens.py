"""The words of a stretch of text, each with what it can be in a person's name.

The labels come from word lists of kinds (lexicon) and from a word's shape; nothing here looks
further than the neighbouring words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from crawler import lexicon

Label = Literal[
    "honorific",
    "name",
    "initial",
    "position",
    "noun",
    "stop",
    "place",
    "acronym",
    "lower",
    "either",
]
"""What a word can be. `either`: a name's word only after another word of the name.
`stop`: a capitalised word that opens a sentence or names a part in an event."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’`´][^\W\d_]+)*|\d+")
_NOUN = re.compile(
    r"(?:pe|ke)[a-z]{5,}an|[a-z]{3,}(?:isasi|ikasi|itas|ologi|isme)|[a-z]{3,}(?:tion|tions|ology|ship|ities)"
    r"|[a-z]{5,}(?:ment|ments)"
)
_VERB = re.compile(
    r"(?:me(?:ng|ny|m|n|r|l)|di|ter|ber)[a-z]{3,}(?:kan|nya)|meng[a-z]{3,}i|ber(?:ke|ta|te)[a-z]{4,}"
)
_GENERAL_OFFICES = frozenset(
    {
        "sekretaris",
        "direktur",
        "direktorat",
        "inspektur",
        "inspektorat",
        "konsul",
        "konsulat",
        "sekretariat",
        "jaksa",
    }
)
_KINDS_OF_ORGANIZATIONS = frozenset(
    {"unit", "territorial", "society", "firm", "school", "local", "bodies"}
)
_SHORTEST_HEAD = 3
_DOUBLED = re.compile(r"(\w{2,})-\1\w{0,3}")
_CLITIC = re.compile(r"[a-z]{4,}nya")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: `text[start:end]`, the same in lower case, and what it can be."""

    start: int
    end: int
    word: str
    lower: str
    label: Label


@cache
def word_set(vocabulary: str, *keys: str) -> frozenset[str]:
    """The words of the given lists of a vocabulary, as one set."""
    data = lexicon.load(vocabulary)
    return frozenset(word for key in keys for word in data[key])


@cache
def _places_by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    places: dict[str, list[tuple[str, ...]]] = {}
    for place in lexicon.load("not_names")["places"]:
        words = tuple(place.split())
        places.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(all_, key=len, reverse=True)) for first, all_ in places.items()}


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The words of `text[start:end]` in order, with their labels; linear."""
    found = list(_WORD.finditer(text, start, end))
    lowers = [match[0].lower() for match in found]
    tokens: list[Token] = []
    place_until = 0
    for i, match in enumerate(found):
        if match[0][0].isupper():
            place_until = max(place_until, i + _place_length(lowers, i))
        label: Label = "place" if i < place_until else _label(match[0], lowers, i)
        if label == "place" and lowers[i] in word_set("not_names", "places_that_name"):
            label = _name_or_place(tokens)
        tokens.append(Token(match.start(), match.end(), match[0], lowers[i], label))
    return tokens


def _place_length(lowers: list[str], i: int) -> int:
    for words in _places_by_first_word().get(lowers[i], ()):
        if tuple(lowers[i : i + len(words)]) == words:
            return len(words)
    return 0


def _name_or_place(before: list[Token]) -> Label:
    """A place that people are named after too: a place behind an office, else a name."""
    return "place" if before and before[-1].label in {"position", "noun", "acronym"} else "name"


def _label(word: str, lowers: list[str], i: int) -> Label:  # noqa: C901, PLR0911 - a table of kinds, the surest first
    lower = lowers[i]
    if not word[0].isupper():
        return "honorific" if _small_title(word, lowers, i) else "lower"
    if len(word) == 1:
        return "initial"
    if lower == "jenderal" and i and lowers[i - 1] in _GENERAL_OFFICES:
        return "noun"
    if lower in word_set("honorifics", "address", "titles") and not _is_relation(lowers, i):
        return "honorific"
    if word.isupper() or _is_acronym(word):
        return "acronym"
    if i + 1 < len(lowers) and f"{lower} {lowers[i + 1]}" in word_set("name_words", "double"):
        return "name"
    if lower in word_set("not_names", "nouns_that_name"):
        return "either"
    if lower in word_set("positions", "heads"):
        return "noun" if lower in word_set("positions", "weak_heads") else "position"
    if lower in word_set("not_names", "sentence_words", "calendar") or lower in _speech_words():
        return "stop"
    if lower in word_set("not_names", "months_that_name"):
        return "stop" if _beside_number(lowers, i) else "name"
    if lower in _nouns() or (
        _NOUN.fullmatch(lower) and lower not in word_set("name_words", "shaped_like_nouns")
    ):
        return "noun"
    if _VERB.fullmatch(lower) or _CLITIC.fullmatch(lower) or _DOUBLED.fullmatch(lower):
        return "stop"
    return "name"


@cache
def _speech_words() -> frozenset[str]:
    """Verbs of speech, which a sentence after a quotation may open with: `Ujar NAME`."""
    speech = lexicon.load("person_roles")["speech"]
    return frozenset([*speech["quotes"], *speech["verbs"]])


@cache
def _nouns() -> frozenset[str]:
    return (
        word_set("not_names", "nouns", "place_kinds")
        | word_set("positions", "organization_heads")
        | _organization_words()
    )


@cache
def _organization_words() -> frozenset[str]:
    """Head words and acronyms of organizations that are one word: Himpunan, Bappenas, Dishub."""
    words: set[str] = set()
    for vocabulary in ("organizations", "organization_acronyms"):
        for kind, table in lexicon.load(vocabulary).items():
            lists = table.values() if kind in _KINDS_OF_ORGANIZATIONS else ()
            entries = [entry for rows in lists if isinstance(rows, list) for entry in rows]
            words.update(entry.lower() for entry in entries if not entry.isupper())
    return frozenset(word for word in words if word.isalpha() and len(word) > _SHORTEST_HEAD)


def _small_title(word: str, lowers: list[str], i: int) -> bool:
    """Forms of address and titles that prose writes small: bapak, ibu, dr., drg."""
    return word in {
        "bapak",
        "ibu",
        "pak",
        "bu",
        "bpk",
        "dr",
        "drg",
        "drh",
        "sdr",
        "sdri",
        "apt",
    } and not _is_relation(lowers, i)


def _is_relation(lowers: list[str], i: int) -> bool:
    """Nobody's name follows: `Ibu Kota`, `ibu rumah tangga`, `Bapak dan Ibu`."""
    following = lowers[i + 1] if i + 1 < len(lowers) else ""
    return lowers[i] in {"ibu", "bapak", "bu", "pak"} and following in {
        "kota",
        "rumah",
        "dan",
        "negara",
        "ibu",
        "bapak",
        "pertiwi",
        "hamil",
        "bapak-bapak",
        "ibu-ibu",
    }


def _beside_number(lowers: list[str], i: int) -> bool:
    return (i > 0 and lowers[i - 1].isdigit()) or (i + 1 < len(lowers) and lowers[i + 1].isdigit())


def _is_acronym(word: str) -> bool:
    """Capitals inside or at the end: BaKTI, PALd; not McKenzie or Al-Hakim."""
    capitals = sum(letter.isupper() for part in word.split("-") for letter in part[1:])
    return capitals > 1 or word[-1].isupper()
