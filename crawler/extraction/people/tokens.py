"""The words of a stretch of text, each with what it can be in a person's name.

The labels come from word lists of kinds (lexicon) and from a word's shape; nothing here looks
further than the neighbouring words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from crawler import lexicon
from crawler.extraction.degrees import is_degree
from crawler.extraction.people.vocabulary import (
    BEHIND_OFFICES_THAT_NAME,
    COMMON_NOUNS,
    DOUBLE_NAMES,
    FAMILIAR_ADDRESS,
    GIVEN_NAMES,
    HEADS_OF_OFFICES,
    HONORIFICS,
    MONTHS_THAT_NAME,
    NAMES_SHAPED_LIKE_NOUNS,
    NOUNS_THAT_NAME,
    OFFICES_THAT_NAME,
    OPENERS_OF_SENTENCES,
    OPENERS_THAT_NAME,
    ORGANIZATION_HEADS,
    PLACE_KINDS,
    PLACES_THAT_NAME,
    TITLES_INSIDE_NAMES,
    TITLES_THAT_NAME,
    WEAK_HEADS,
)

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
_SMALL_TITLES = frozenset(
    {"bapak", "ibu", "pak", "bu", "bpk", "dr", "drg", "drh", "sdr", "sdri", "apt", "mbak", "kang"}
)
"""Forms of address and titles that prose writes small."""
_LEARNED = frozenset({"dr", "prof", "ir", "drs", "dra", "drg", "drh"})
_PARENTS = frozenset({"ibu", "bapak", "bu", "pak", "mama", "mak"})
_OF_NOBODY = frozenset(
    {
        "kota",
        "rumah",
        "dan",
        "negara",
        "ibu",
        "bapak",
        "pertiwi",
        "hamil",
        "menyusui",
        "bapak-bapak",
        "ibu-ibu",
    }
)
_SHORTEST_HEAD = 3
_DOUBLED = re.compile(r"(\w{2,})-\1\w{0,3}")
_CLITIC = re.compile(r"[a-z]{4,}nya")


class Token(NamedTuple):
    """One word: `text[start:end]`, the same in lower case, and what it can be."""

    start: int
    end: int
    word: str
    lower: str
    label: Label


@cache
def _places_by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    places: dict[str, list[tuple[str, ...]]] = {}
    for place in lexicon.load("not_names")["places"]:
        words = tuple(place.split())
        places.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(all_, key=len, reverse=True)) for first, all_ in places.items()}


@lru_cache(maxsize=1024)
def tokens_of(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The words of `text[start:end]` in order, with their labels; linear, and shared by readers."""
    found = list(_WORD.finditer(text, start, end))
    words = [match[0] for match in found]
    lowers = [*map(str.lower, words), ""]  # an empty one before the first and behind the last
    firsts = _places_by_first_word()
    tokens: list[Token] = []
    place_until = 0
    for i, (match, word, lower) in enumerate(zip(found, words, lowers, strict=False)):
        label: Label = "lower"
        if word.islower():
            if word in _SMALL_TITLES and not _is_relation(lower, lowers[i + 1]):
                label = "honorific"
        elif word[0].isupper():
            if lower in firsts:
                place_until = max(place_until, i + _place_length(lowers, i))
            label = "place" if i < place_until else _label(word, lowers[i - 1], lowers[i + 1])
            if label == "place" and lower in PLACES_THAT_NAME:
                label = _name_or_place(tokens)
            elif label == "stop" and tokens:
                gap = text[tokens[-1].end : match.start()]
                if (
                    _names_inside(lower, gap)
                    or _names_titled(tokens[-1], gap, lower)
                    or _names_place(tokens[-1], gap, lower)
                ):
                    label = "name"
            elif label == "honorific":
                gap = text[tokens[-1].end : match.start()] if tokens else ""
                label = _of_title(tokens[-1] if tokens else None, gap, word, words[i + 1 : i + 3])
        tokens.append(Token(match.start(), match.end(), word, lower, label))
    return tuple(tokens)


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The words of `text[start:end]` as a list: see `tokens_of`."""
    return list(tokens_of(text, start, end))


def _names_inside(lower: str, gap: str) -> bool:
    """`Lalu Wirya` inside a sentence: a word that opens sentences and begins names too."""
    return lower in OPENERS_THAT_NAME and not gap.strip(" ,(")


def _names_titled(before: Token, gap: str, lower: str) -> bool:
    """`Dr. Lalu Wirya`, `Kompol Hari Sasmita`: behind a title too."""
    names = lower in OPENERS_THAT_NAME or lower in GIVEN_NAMES
    return names and before.label == "honorific" and not gap.strip(" .")


def _names_learned(before: Token, gap: str, lower: str) -> bool:
    """`Dr. Neng Hasna`: nobody is addressed with a familiar word behind a degree; it is the name."""
    return (
        before.label == "honorific"
        and before.lower in _LEARNED
        and lower in TITLES_INSIDE_NAMES
        and not gap.strip(" .")
    )


def _names_place(before: Token, gap: str, lower: str) -> bool:
    """`Yayasan Lontar`, `Kecamatan Papar`: a verb of speech is the own name of what stands before."""
    return (
        gap == " "
        and before.label == "noun"
        and before.lower in PLACE_KINDS
        and before.lower not in HEADS_OF_OFFICES
        and lower in _speech_words()
    )


def _of_title(before: Token | None, gap: str, word: str, following: list[str]) -> Label:
    """What a title is between its neighbours: a name's first or last word, an acronym, or one."""
    lower = word.lower()
    if _begins_name(lower, following):
        return "name"
    if _is_shouted(word, following):
        return "acronym"
    if before and not (following and following[0][0].isupper()) and _ends_name(before, gap, lower):
        return "either"
    return "name" if before and _names_learned(before, gap, lower) else "honorific"


def _begins_name(lower: str, following: list[str]) -> bool:
    """`Neng Hasna Sukmawati`: before two words of a name it is the first of them."""
    return (
        lower in TITLES_THAT_NAME
        and len(following) > 1
        and all(word[0].isupper() for word in following)
    )


def _is_shouted(word: str, following: list[str]) -> bool:
    """`KAK Pelatihan`: a familiar address in capitals, with words that have none, is an acronym."""
    return (
        word.isupper()
        and word.lower() in FAMILIAR_ADDRESS
        and not (following and following[0].isupper())
    )


def _ends_name(before: Token, gap: str, lower: str) -> bool:
    """`Yosef Kapten, nelayan`: a rank behind a name, with no name behind it, is a surname."""
    return before.label == "name" and gap == " " and lower in NOUNS_THAT_NAME


def _place_length(lowers: list[str], i: int) -> int:
    for words in _places_by_first_word().get(lowers[i], ()):
        if tuple(lowers[i : i + len(words)]) == words:
            return len(words)
    return 0


def _name_or_place(before: list[Token]) -> Label:
    """A place that people are named after too: a place behind an office, else a name."""
    return "place" if before and before[-1].label in {"position", "noun", "acronym"} else "name"


@lru_cache(maxsize=16384)
def _label(word: str, before: str, following: str) -> Label:  # noqa: C901, PLR0911, PLR0912 - a table of kinds, the surest first
    """What a capitalised word is; `before` and `following` are its neighbours in small letters."""
    lower = word.lower()
    if len(word) == 1:
        return "initial"
    if lower == "jenderal" and before in _GENERAL_OFFICES:
        return "noun"
    if lower in OFFICES_THAT_NAME and following not in BEHIND_OFFICES_THAT_NAME:
        return "name"
    if lower in HONORIFICS and not _is_relation(lower, following):
        return "honorific"
    if word.isupper() or _is_acronym(word):
        return "acronym"
    if f"{lower} {following}" in DOUBLE_NAMES:
        return "name"
    if lower in NOUNS_THAT_NAME:
        return "either"
    if lower in HEADS_OF_OFFICES:
        return "noun" if lower in WEAK_HEADS else "position"
    if lower in OPENERS_OF_SENTENCES or lower in _speech_words():
        return "stop"
    if lower in MONTHS_THAT_NAME:
        return "stop" if before.isdigit() or following.isdigit() else "name"
    if lower in _nouns() or (_NOUN.fullmatch(lower) and lower not in NAMES_SHAPED_LIKE_NOUNS):
        return "noun"
    if before in PLACE_KINDS and _DOUBLED.fullmatch(lower):
        return "name"
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
    return COMMON_NOUNS | ORGANIZATION_HEADS | _organization_words()


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


def _is_relation(lower: str, following: str) -> bool:
    """Nobody's name follows: `Ibu Kota`, `ibu rumah tangga`, `Bapak dan Ibu`."""
    return lower in _PARENTS and following in _OF_NOBODY


def _is_acronym(word: str) -> bool:
    """Capitals inside or at the end: BaKTI, PALd, and a degree (MSi); not McKenzie or Al-Hakim."""
    capitals = sum(letter.isupper() for part in word.split("-") for letter in part[1:])
    return capitals > 1 or word[-1].isupper() or (capitals > 0 and is_degree(word))
