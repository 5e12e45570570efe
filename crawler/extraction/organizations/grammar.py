"""What the grammar of organization names knows of single words: heads, places, acronyms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from archive.records import Sector
from crawler import lexicon
from crawler.extraction.organizations.tokens import Token, tokenize

_CLASSES = ("unit", "territorial", "society", "firm", "school", "foreign")
_FUNCTION = re.compile(r"(?:Pe|Ke|Per)[a-z]{3,}an")
_HEADLINE_VERB = re.compile(r"(?!Pe|Ke|Rujukan|Gerakan|Pasukan|Tindakan|Angkatan)[A-Z][a-z]{3,}kan")
_PLANNING_BOARD = re.compile(
    r"(?i:bap+e[a-z]*da|bap+eri[a-z]*da|baperlitbang|bap+elitbang|barenlitbang(?:da)?|barenbangda)"
)
_MINISTRIES = ("Kemen", "KEMEN")
_MINISTRY = re.compile(r"(?i:kemen(?!terian|trian|teria|yan|ang|ung|diri)[a-z-]{2,20})")
_BOARDS = ("Bap", "BAP", "BaP", "Baren", "BAREN")
_FIRST_LETTERS = _BOARDS + _MINISTRIES


@dataclass(frozen=True, slots=True)
class Head:
    """A head word found in the tokens: how many tokens it takes, its class and sector."""

    size: int
    kind: str
    sector: Sector


@cache
def _heads() -> dict[str, tuple[str, Sector]]:
    vocabulary = lexicon.load("organizations")
    return {
        words: (kind, cast("Sector", sector))
        for kind in _CLASSES
        for sector, entries in vocabulary[kind].items()
        for words in entries
    }


@cache
def _head_sizes() -> dict[str, tuple[int, ...]]:
    """How many tokens the heads that begin with a word take, longest first."""
    spellings = [*_heads(), *(words.upper() for words in _heads())]
    return _sizes([*spellings, *_lower_heads(), *(words.title() for words in _lower_heads())])


@cache
def _acronym_sizes() -> dict[str, tuple[int, ...]]:
    return _sizes([*_acronyms()])


@cache
def _place_sizes() -> dict[str, tuple[int, ...]]:
    return _sizes([*place_names()])


def _sizes(names: list[str]) -> dict[str, tuple[int, ...]]:
    sizes: dict[str, set[int]] = {}
    for name in names:
        words = [token.text for token in tokenize(name)]
        sizes.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(known, reverse=True)) for first, known in sizes.items()}


def is_head(words: str) -> bool:
    """Whether these words are a head and nothing more: `Karang Taruna`."""
    return words in _heads()


def is_kind(words: str) -> bool:
    """Whether these words name a kind of community of which every village has one."""
    head = _heads().get(words)
    of_village = head is not None and head[1] == "community" and " " in words
    return of_village and words not in words_of("complete_heads")


@cache
def _first_words() -> frozenset[str]:
    """The words with which heads and listed acronyms begin."""
    return frozenset([*_head_sizes(), *_acronym_sizes()])


def may_begin_name(word: str) -> bool:
    """Whether some head or known acronym begins with this word."""
    return bool(beginnings_of_names([word]))


def beginnings_of_names(words: list[str]) -> list[int]:
    """The indices of the words with which some head or known acronym begins, ascending."""
    first = _first_words()
    return [at for at, word in enumerate(words) if word in first or word.startswith(_FIRST_LETTERS)]


@cache
def _lower_heads() -> frozenset[str]:
    return frozenset(lexicon.load("organizations")["grammar"]["lower_heads"])


@cache
def words_of(name: str) -> frozenset[str]:
    """A word list of the grammar (`stops`, `generic`, `function_words`, ...)."""
    return frozenset(lexicon.load("organizations")["grammar"][name])


@cache
def _acronyms() -> dict[str, tuple[str, Sector]]:
    return {
        word: (kind, cast("Sector", sector))
        for kind, sectors in _acronym_rows()
        for sector, words in sectors.items()
        for written in words
        for word in {written, written.upper()}
    }


def _acronym_rows() -> list[tuple[str, dict[str, list[str]]]]:
    vocabulary = lexicon.load("organization_acronyms")
    return [(kind, vocabulary[kind]) for kind in ("local", "bodies")]


def is_school(word: str) -> bool:
    """Whether a word is the known short form of a university: `Unhas`, `ITB`."""
    found = _acronyms().get(word)
    return found is not None and found[1] == "academia"


@cache
def not_organizations() -> frozenset[str]:
    """Acronyms of kinds, documents and places, in capitals."""
    words = lexicon.load("organization_acronyms")["not_organizations"]["words"]
    return frozenset(word.upper() for word in words)


@cache
def place_names() -> frozenset[str]:
    """Every place of the gazetteer under every name, in lower case."""
    places = lexicon.load("places")
    names = [*places["regions"]["names"], *places["countries"]["names"]]
    names += [*places["cities"]["names"], *places["cities"]["world"]]
    for kind in ("provinces", "jakarta"):
        for name, others in places[kind].items():
            names += [name, *others]
    return frozenset(name.lower() for name in names)


def head_at(tokens: list[Token], at: int) -> Head | None:
    """The longest head that begins at token `at`; lower-case heads before a capital too.

    None where it is a house: `Balai Kota`.
    """
    if " ".join([token.text for token in tokens[at : at + 2]]) in words_of("houses"):
        return None
    for size in _head_sizes().get(tokens[at].text, ()):
        words = " ".join([token.text for token in tokens[at : at + size]])
        found = _head_named(words, tokens, at + size)
        if found and at + size <= len(tokens):
            return Head(size, *found)
    return None


def _head_named(words: str, tokens: list[Token], after: int) -> tuple[str, Sector] | None:
    found = _heads().get(words)
    if found is None and words.isupper() and len(words) > 3:  # noqa: PLR2004 - no short acronym
        found = _heads().get(words.title())
    if found is None and words.lower() in _lower_heads():
        follows = after < len(tokens) and tokens[after].is_capital
        found = _heads().get(words.title()) if follows else None
    return found


def acronym_at(tokens: list[Token], at: int) -> Head | None:
    """A known acronym of a body at token `at` (`BPBD`, `Bappeda`, `Satpol PP`)."""
    word = tokens[at].text
    for size in _acronym_sizes().get(word, ()):
        found = _acronyms().get(" ".join([token.text for token in tokens[at : at + size]]))
        if found and at + size <= len(tokens):
            return Head(size, *found)
    if word.startswith(_BOARDS) and _PLANNING_BOARD.fullmatch(word):
        return Head(1, "local", "government")
    if word.startswith(_MINISTRIES) and _MINISTRY.fullmatch(word):
        return Head(1, "bodies", "government")
    return None


@lru_cache(maxsize=4096)
def is_function(word: str) -> bool:
    """Whether a word names a task of offices: `Pertanahan`, `Lingkungan`, `Statistik`."""
    if word in words_of("function_words") or _FUNCTION.fullmatch(word) is not None:
        return True
    return word.isupper() and word.title() in words_of("function_words")


@lru_cache(maxsize=4096)
def is_stop(word: str) -> bool:
    """Whether a capitalised word ends a name: small words, offices, headline verbs."""
    if word in words_of("stops") or (word.isupper() and word.title() in words_of("stops")):
        return True
    return _HEADLINE_VERB.fullmatch(word) is not None and not is_function(word)


def place_at(tokens: list[Token], at: int) -> int:
    """How many tokens the longest place name takes that begins at token `at`; 0 for none."""
    word = tokens[at].text
    if not word[0].isupper():
        return 0
    for size in _place_sizes().get(word.lower(), ()):
        written = " ".join([token.text for token in tokens[at : at + size]])
        if written.lower() in place_names() and at + size <= len(tokens):
            return size
    return 0


def territory_at(tokens: list[Token], at: int) -> int:
    """How many tokens the place behind a territory or a local body takes; 0 for none known.

    Beside known places one of two words whose first begins many: `Tanjung X`, `Sungai Y`.
    """
    place = place_at(tokens, at)
    if place > 1 or tokens[at].text not in words_of("place_openers") or at + 1 >= len(tokens):
        return place
    own, beyond = tokens[at + 1], tokens[at + 2] if at + 2 < len(tokens) else None
    if own.start - tokens[at].end != 1 or not own.text.istitle() or is_stop(own.text):
        return place
    if head_at(tokens, at + 1) or acronym_at(tokens, at + 1):
        return place
    further = beyond is not None and beyond.is_capital and beyond.start - own.end == 1
    return place if place and further else 2
