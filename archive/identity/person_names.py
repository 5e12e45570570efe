"""What a personal name is made of, so that its forms can be told to be alike. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from archive.identity.vocabulary import load, replacing

Gender = Literal["man", "woman"]

_PARTS = re.compile(r"[^\W\d_]+(?:[’'`ʼ-][^\W\d_]+)*\.?", re.UNICODE)
_DOTTED = re.compile(r"(?<=\w)(?:\s+(?:[A-Za-z]{1,4}\.){1,4}[A-Za-z]{2,4}\.?)+\s*$")
"""Degrees in pieces behind a name: `S.Tr.Sos`, `M.Si.`."""
_BRACKETS = re.compile(r"\([^()]{0,40}\)")
_SHORTENED = 4
"""Letters that an abbreviation with its full stop has at most: `Abdl.`"""
_LONGEST = 300
"""Letters of a name that are looked at; what is longer is no name."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name without titles and degrees, its words in one spelling."""

    words: tuple[str, ...]
    """Lower case; one letter is an initial, a word with a full stop an abbreviation."""
    full: tuple[str, ...]
    """Those that are written out."""
    gender: Gender | None
    """As a title within the name tells."""

    @property
    def form(self) -> str:
        """What all spellings of the name have in common."""
        return " ".join(self.words)


def is_full(word: str) -> bool:
    """Whether the word is neither an initial nor an abbreviation."""
    return len(word) > 1 and not word.endswith(".")


@lru_cache(maxsize=10_000)
def gender_of(honorific: str | None) -> Gender | None:
    """What a form of address tells of the person."""
    if honorific is None:
        return None
    genders = {_titles().get(word) for word in _split(honorific.casefold())}
    genders.discard(None)
    return genders.pop() if len(genders) == 1 else None


@lru_cache(maxsize=200_000)
def parse(written: str) -> PersonName:
    """The name as it is written, with whatever was left at it.

    `Siregar, Togar` is read as `Togar Siregar`, `Togar Siregar, ST` without its degree.
    A name that is nothing but titles keeps its words.
    """
    text = _BRACKETS.sub(" ", unicodedata.normalize("NFKD", written[:_LONGEST]))
    text = "".join(c for c in text if not unicodedata.combining(c))
    parts = [part for part in (_split(_DOTTED.sub("", p)) for p in text.split(",")) if part]
    names = [part for index, part in enumerate(parts) if index == 0 or not _are_degrees(part)]
    if len(names) == 2:  # noqa: PLR2004 - family name, given name
        names.reverse()
    words = [word for part in names for word in part]
    words, gender = _without_titles(words)
    words = _without_degrees(words)
    spelled = tuple(_spelled(word) for word in words)
    return PersonName(spelled, tuple(word for word in spelled if is_full(word)), gender)


def loose(name: PersonName) -> str:
    """The form with letters that are often exchanged made one, without blanks."""
    return _loose_word("".join(word for word in name.words))


@lru_cache(maxsize=200_000)
def distinct(words: tuple[str, ...]) -> bool:
    """Whether two people hardly share these words: two of them and not all of them common."""
    telling = [word for word in words if word not in _empty()]
    rare = [word for word in telling if word not in _common()]
    return len(words) > 1 and (bool(rare) or len(telling) > 2)  # noqa: PLR2004 - three common ones


def unmistakable(words: tuple[str, ...]) -> bool:
    """Whether these words are of one person wherever they are told: two of them are rare."""
    return sum(map(is_rare, words)) > 1


def is_rare(word: str) -> bool:
    """Whether few people have the word in their name."""
    return word not in _common() and word not in _empty()


def tells(word: str) -> bool:
    """Whether the word, the first of a name, is more than `Muhammad` or `Siti`, often left out."""
    return is_full(word) and word not in _empty()


def _split(text: str) -> list[str]:
    """`M.Tri` -> `M.`, `Tri`; the full stop stays with what it abbreviates."""
    return _PARTS.findall(text)


def _are_degrees(part: list[str]) -> bool:
    joined = "".join(part).replace(".", "").casefold()
    return joined in _degrees() or all(_is_degree(word) for word in part) or _is_dotted(part)


def _is_dotted(part: list[str]) -> bool:
    """`S.Tr.Sos`: what stands behind a comma in pieces with full stops is a degree."""
    return len(part) > 1 and len(part[0]) <= 3 and part[0].endswith(".")  # noqa: PLR2004 - `Sp.`


def _is_degree(word: str) -> bool:
    return word.replace(".", "").casefold() in _degrees()


def _without_titles(words: list[str]) -> tuple[list[str], Gender | None]:
    gender: Gender | None = None
    rest = list(words)
    while len(rest) > 1:
        word = rest[0].replace(".", "").casefold()
        if word == "k" and rest[1].casefold() == "h.":
            word, rest = "kh", rest[1:]
        if word not in _titles() or len(rest) == 1:
            break
        gender = gender or _titles()[word]
        rest = rest[1:]
    return rest, gender


def _without_degrees(words: list[str]) -> list[str]:
    """Degrees behind the name without a comma: `Togar Siregar MT`, `Togar Siregar S.T.`."""
    rest = list(words)
    while len(rest) > 1:
        if _marked(rest[-1]) and _is_degree(rest[-1]):
            rest = rest[:-1]
        elif len(rest) > 3 and rest[-2].endswith(".") and _is_degree(rest[-2] + rest[-1]):  # noqa: PLR2004 - two words of a name
            rest = rest[:-2]
        else:
            break
    return rest


def _marked(word: str) -> bool:
    return word.endswith(".") or (word.isupper() and len(word) > 1)


def _spelled(word: str) -> str:
    """The word in the spelling of today, abbreviations written out where they are known."""
    letters = re.sub(r"[^\w.]", "", word.casefold())
    plain = letters.rstrip(".")
    if plain in _short():
        return _short()[plain]
    if letters.endswith(".") and 1 < len(plain) <= _SHORTENED:
        return letters
    return _spellings().get(plain) or _today(plain)


def _today(word: str) -> str:
    """`Soedjojono` -> `sujoyono`; a plain j is a y of today only beside another old sign."""
    old = "oe" in word or "tj" in word or "dj" in word
    marked = word.replace("dj", "\0")
    if old:
        marked = marked.replace("j", "y") if "tj" not in word else marked
    return _old_letters(marked).replace("\0", "j")


def _old_letters(word: str) -> str:
    for old, new in load("person_names")["old"]["letters"]:
        word = word.replace(old, new)
    return word


@lru_cache(maxsize=200_000)
def _loose_word(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", replacing(word, "person_names", "loose"))


@cache
def _titles() -> dict[str, Gender | None]:
    titles = load("person_names")["titles"]
    men: dict[str, Gender | None] = dict.fromkeys(titles["men"], "man")
    return {**men, **dict.fromkeys(titles["women"], "woman"), **dict.fromkeys(titles["either"])}


@cache
def _degrees() -> frozenset[str]:
    return frozenset(load("person_names")["degrees"]["words"])


@cache
def _short() -> dict[str, str]:
    return dict(load("person_names")["short"])


@cache
def _spellings() -> dict[str, str]:
    known = load("person_names")["spellings"]
    return {form: name for name, forms in known.items() for form in forms}


@cache
def _empty() -> frozenset[str]:
    return frozenset(load("person_names")["tokens"]["empty"])


@cache
def _common() -> frozenset[str]:
    return frozenset(_today(word) for word in load("person_names")["tokens"]["common"])
