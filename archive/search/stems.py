"""What the forms of an Indonesian word have in common: `pengelolaan`, `dikelola` are `kelola`.

Affixes are taken off after the rules of Nazief and Adriani (M. Adriani and others, Stemming
Indonesian, ACM TALIP 6:4, 2007): at most three beginnings, an end of each kind, and only what
leads to a root that is known. Words without a known root keep themselves, apart from what no
root could look like. Knowledge is in roots.toml; nothing here touches a database.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any
from zlib import crc32

_RULES = 1
"""Raised whenever this module gives another stem for a word; roots.toml counts by itself."""

_SHORTEST, _LONGEST = 4, 40
"""Letters of a word that may have affixes."""
_MOST_BEGINNINGS = 3
_LONGEST_OF_ONE_SYLLABLE = 3
"""Letters of a root that takes menge-: mengecek, mengesahkan."""
_SURE = 2
_ALONE = ("particles", "places", "given_names")
_WITH_AFFIXES = ("verbs", "nouns", "qualities", "borrowed")
"""The lists of roots.toml whose words stand alone, and those whose words take affixes."""
_VOWELS = frozenset("aeiou")
_SWALLOWING = _VOWELS | {"r"}
"""Before these a nasal may have swallowed a letter: menulis, pemrograman."""

_PARTICLES = ("lah", "kah", "tah", "pun")
_POSSESSIVES = ("nya", "ku", "mu")
_ENDS = ("kan", "an", "i")

_NASALS = {
    "ng": (frozenset("aeioughklq"), "k"),
    "ny": (_VOWELS, "s"),
    "m": (frozenset("aeioubfprv"), "p"),
    "n": (frozenset("aeioucdjstz"), "t"),
    "": (frozenset("lrwymn"), ""),
}
"""End of meN-/peN- -> (letters that may follow, the letter that it swallowed before a vowel)."""

_NOT_TOGETHER = {
    "di": ("an",),
    "ke": ("i", "kan"),
    "se": ("i", "kan"),
    "ber": ("i",),
    "me": ("an",),
    "ter": ("an",),
    "pe": ("i", "kan"),
}
"""Beginning -> ends that no word has with it."""

_BORROWED = re.compile(r"\w{2,}(?:[aiu]si|[knp]si|itas)$")
"""Borrowed nouns, of which new ones are made every day."""
_BORROWED_VERB = re.compile(r"(?:me|di).+|(?:pe[mn]).+an$")


@cache
def _knowledge() -> dict[str, Any]:
    return tomllib.loads(_file())


@cache
def _roots() -> dict[str, str]:
    """Each known root, and each other spelling or form of one -> the root."""
    known = _knowledge()
    lists = (words for name, words in known.items() if isinstance(words, str))
    roots = {word: word for words in lists for word in words.split()}
    for root, forms in known["families"].items():
        roots |= dict.fromkeys([*forms.split(), root], root)
    return roots


@cache
def _alone() -> frozenset[str]:
    """Words that are roots for themselves alone, though another word seems to have an affix more."""
    known = _knowledge()
    alone, others = (
        {word for name in names for word in known[name].split()}
        for names in (_ALONE, _WITH_AFFIXES)
    )
    return frozenset(alone - others)


@cache
def _swallowed() -> frozenset[str]:
    return frozenset(_knowledge()["swallowed"].split())


@cache
def version() -> str:
    """Names the rules and the knowledge by which stems are found; an index is of one version."""
    return f"{_RULES}-{crc32(_file().encode()):08x}"


def stem(word: str) -> str:
    """The root of a word in small letters, or the word itself.

    >>> [stem(word) for word in ("pengelolaan", "dikelola", "mengelola", "sungai", "meeting")]
    ['kelola', 'kelola', 'kelola', 'sungai', 'meeting']
    """
    if not (_SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.isalpha()):
        return word
    roots = _roots()
    if word in roots:
        return roots[word]
    found = [base for base in _bases(word) if base.word in roots and base.word not in _alone()]
    if not found:
        return _stem_of_borrowed(word)
    return roots[_likeliest(word, found).word]


@dataclass(frozen=True, slots=True)
class _Base:
    """What is left of a word without affixes."""

    word: str
    affixes: int = 0
    end: str = ""
    """The last of -kan, -an and -i that was taken off."""
    is_restored: bool = False
    """Whether its first letter is one that a nasal beginning had swallowed."""


def _likeliest(word: str, bases: list[_Base]) -> _Base:
    """The longest, but without -an and with nothing restored where that gives a root too."""
    has_lost_an = any(base.end == "an" for base in bases)

    def order(base: _Base) -> tuple[bool, int, int]:
        letters = len(base.word)
        if base.is_restored:
            letters += _SURE if base.word in _swallowed() else -1
        keeps_an = has_lost_an and base.word.endswith("an") and not word.startswith(base.word)
        return keeps_an, -letters, base.affixes

    return min(bases, key=order)


def _bases(word: str) -> Iterator[_Base]:
    """What may be left of a word, likelier ones of a length first."""
    for shorter in _without_ends(word):
        for base in _without_beginnings(shorter, _MOST_BEGINNINGS):
            if base.affixes:
                yield base


def _without_ends(word: str) -> Iterator[_Base]:
    for after, stripped in ((0, word), *((1, rest) for rest in _ending(word, _PARTICLES))):
        owned = ((after, stripped), *((after + 1, r) for r in _ending(stripped, _POSSESSIVES)))
        for count, rest in owned:
            yield _Base(rest, count)
            for end in _ENDS:
                if rest.endswith(end) and len(rest) > len(end) + 2:
                    yield _Base(rest[: -len(end)], count + 1, end)


def _ending(word: str, ends: tuple[str, ...]) -> Iterator[str]:
    return (word[: -len(end)] for end in ends if word.endswith(end) and len(word) > len(end) + 2)


def _without_beginnings(base: _Base, most: int, *, is_inner: bool = False) -> Iterator[_Base]:
    """The base and what is left of it without beginnings; an outer one may forbid the end."""
    yield base
    if not most:
        return
    for beginning, rest, is_restored in _beginnings(base.word):
        if is_inner or base.end not in _NOT_TOGETHER.get(beginning, ()):
            shorter = _Base(rest, base.affixes + 2, base.end, is_restored)
            yield from _without_beginnings(shorter, most - 1, is_inner=True)


def _beginnings(word: str) -> Iterator[tuple[str, str, bool]]:
    """(beginning by its plain name, the word without it, whether its first letter is restored)."""
    start = word[:2]
    if start in {"di", "ke", "se"}:
        yield start, word[2:], False
    elif start in {"be", "te", "pe"}:
        if word[2:3] == "r":
            yield f"{start}r", word[3:], False
        if word[2:3] == "r" or start == "pe" or word[3:5] == "er":
            yield ("pe-" if start == "pe" else f"{start}r"), word[2:], False
    if start in {"me", "pe"}:
        yield from ((start, *rest) for rest in _without_nasal(word[2:]))


def _without_nasal(word: str) -> Iterator[tuple[str, bool]]:
    """(what meN- or peN- may stand before, whether its first letter is restored)."""
    if word.startswith("nge") and len(word) <= len("nge") + _LONGEST_OF_ONE_SYLLABLE:
        yield word[3:], False
    for nasal, (followers, swallowed) in _NASALS.items():
        rest = word[len(nasal) :]
        if not word.startswith(nasal) or rest[:1] not in followers:
            continue
        if nasal and rest[:1] in _SWALLOWING:
            yield rest if nasal == "ng" else f"{nasal}{rest}", False
            yield f"{swallowed}{rest}", True
        else:
            yield rest, False


def _stem_of_borrowed(word: str) -> str:
    """A word without a known root: borrowed verbs lose their affixes, -nya its possession."""
    if word.endswith("nya") and len(word) > len("nya") + _SHORTEST:
        return stem(word[:-3])
    if _BORROWED_VERB.match(word):
        for base in _bases(word):
            if _BORROWED.match(base.word):
                return base.word
    return word


def _file() -> str:
    return resources.files(__package__).joinpath("roots.toml").read_text("utf-8")
