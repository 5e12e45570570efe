"""The words of a stretch of text, each with what it can be in a person's name.

The labels come from word lists of kinds (lexicon) and from a word's shape; nothing here looks
further than the neighbouring words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

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
_SMALL_TITLES = frozenset(
    {"bapak", "ibu", "pak", "bu", "bpk", "dr", "drg", "drh", "sdr", "sdri", "apt", "mbak", "kang"}
)
"""Forms of address and titles that prose writes small."""
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


@lru_cache(maxsize=1024)
def tokens_of(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The words of `text[start:end]` in order, with their labels; linear, and shared by readers."""
    found = list(_WORD.finditer(text, start, end))
    words = [match[0] for match in found]
    lowers = [word.lower() for word in words]
    firsts = _places_by_first_word()
    tokens: list[Token] = []
    place_until = 0
    last = len(found) - 1
    for i, match in enumerate(found):
        word, lower = words[i], lowers[i]
        label: Label
        if word[0].isupper():
            if lower in firsts:
                place_until = max(place_until, i + _place_length(lowers, i))
            label = (
                "place"
                if i < place_until
                else _label(word, lowers[i - 1] if i else "", lowers[i + 1] if i < last else "")
            )
            if label == "place" and lower in word_set("not_names", "places_that_name"):
                label = _name_or_place(tokens)
            if (
                label == "stop"
                and tokens
                and _names_inside(lower, text[found[i - 1].end() : match.start()])
            ):
                label = "name"
            if (
                label == "honorific"
                and tokens
                and _ends_name(
                    tokens[-1],
                    text[tokens[-1].end : match.start()],
                    lower,
                    words[i + 1] if i < last else "",
                )
            ):
                label = "either"
        else:
            label = "lower"
            if word in _SMALL_TITLES and not _is_relation(lower, lowers[i + 1] if i < last else ""):
                label = "honorific"
        tokens.append(Token(match.start(), match.end(), word, lower, label))
    return tuple(tokens)


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The words of `text[start:end]` as a list: see `tokens_of`."""
    return list(tokens_of(text, start, end))


def _names_inside(lower: str, gap: str) -> bool:
    """`Lalu Wirya` inside a sentence: a word that opens sentences and begins names too."""
    return lower in word_set("name_words", "openers_that_name") and not gap.strip(" ,(")


def _ends_name(before: Token, gap: str, lower: str, following: str) -> bool:
    """`Yosef Kapten, nelayan`: a rank behind a name, with no name behind it, is a surname."""
    return (
        before.label == "name"
        and gap == " "
        and lower in word_set("not_names", "nouns_that_name")
        and not following[:1].isupper()
    )


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
    if lower in word_set("name_words", "offices_that_name") and following not in word_set(
        "name_words", "behind_offices_that_name"
    ):
        return "name"
    if lower in word_set("honorifics", "address", "titles") and not _is_relation(lower, following):
        return "honorific"
    if word.isupper() or _is_acronym(word):
        return "acronym"
    if f"{lower} {following}" in word_set("name_words", "double"):
        return "name"
    if lower in word_set("not_names", "nouns_that_name"):
        return "either"
    if lower in word_set("positions", "heads", "occupations"):
        return "noun" if lower in word_set("positions", "weak_heads") else "position"
    if lower in word_set("not_names", "sentence_words", "calendar") or lower in _speech_words():
        return "stop"
    if lower in word_set("not_names", "months_that_name"):
        return "stop" if before.isdigit() or following.isdigit() else "name"
    if lower in _nouns() or (
        _NOUN.fullmatch(lower) and lower not in word_set("name_words", "shaped_like_nouns")
    ):
        return "noun"
    if before in word_set("not_names", "place_kinds") and _DOUBLED.fullmatch(lower):
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


def _is_relation(lower: str, following: str) -> bool:
    """Nobody's name follows: `Ibu Kota`, `ibu rumah tangga`, `Bapak dan Ibu`."""
    return lower in _PARENTS and following in _OF_NOBODY


def _is_acronym(word: str) -> bool:
    """Capitals inside or at the end: BaKTI, PALd; not McKenzie or Al-Hakim."""
    capitals = sum(letter.isupper() for part in word.split("-") for letter in part[1:])
    return capitals > 1 or word[-1].isupper()
