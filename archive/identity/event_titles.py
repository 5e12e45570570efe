"""What titles of reports say of an event, and how alike two of them are. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache, lru_cache
from typing import Any

from rapidfuzz.distance import Levenshtein

from archive.identity import organization_names
from archive.identity.vocabulary import load
from archive.search.stems import stem

_TOKEN = re.compile(r"[^\W_]+")
_HIGHEST_NUMBER = 99
"""Above it a number is a year, or counts something else."""
_TYPO_LENGTH = 7
"""Letters of a word from which on one wrong letter still leaves it the same word."""
_LONGEST = 300
"""Characters of a title that are looked at."""
_FEW = 2
"""Words that a longer title may have beyond the shorter one and still be close to it."""


stem_of = lru_cache(100_000)(stem)
"""The stem of a word; those of an archive's titles and texts are asked for again and again."""


class Alike(IntEnum):
    """How alike two titles are; a higher one says more."""

    UNLIKE = 0
    TOUCHING = 1
    """They share a word."""
    PARTLY = 2
    """They share half the words of the shorter, at least two, and each has its own beside."""
    GENERAL = 3
    """Both name the same kind of activity and nothing else."""
    WITHIN_WORD = 4
    """One word is all that the shorter has, and the longer has it."""
    WITHIN_FAR = 5
    """The longer has all of the shorter, and much more."""
    WITHIN = 6
    """The longer has all of the shorter, and little more."""
    EQUAL_WORD = 7
    """They have one and the same word."""
    EQUAL_PAIR = 8
    """They have the same two words."""
    EQUAL = 9
    """They have the same words, three or more."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart."""

    words: frozenset[str]
    """What tells this event from others."""
    common: frozenset[str]
    """Kinds of activities, places and bodies."""
    marks: frozenset[str]
    """`preparation`, `follow_up`: meetings about an event."""
    numbers: frozenset[tuple[str, str]]
    """(unit, number or name): `("sesi", "2")`, `("kelurahan", "mawar")`."""
    gives: bool = False
    """Whether it is of a post that gives slides, minutes or a recording."""

    @property
    def stems(self) -> frozenset[str]:
        """What the forms of its words have in common: `pengelolaan` and `dikelola` are `kelola`."""
        return frozenset(map(stem_of, self.words))

    def without(self, words: frozenset[str]) -> Title:
        """The title without these words, if others are left."""
        left = self.words - words
        return self if not left or left == self.words else replace(self, words=left)


@lru_cache(maxsize=200_000)
def title(text: str) -> Title:
    """The title taken apart; case, marks and the order of words do not count."""
    known = _words()
    tokens = _TOKEN.findall(text[:_LONGEST].casefold().replace("#", " ke "))
    joined = f" {' '.join(tokens)} "
    numbers, taken = _numbers(tokens)
    rest = {token for place, token in enumerate(tokens) if place not in taken}
    rest = {one for one in rest if not one.isdigit() and one not in known["ignored"]}
    gives = known["material"].issuperset(tokens[:1]) and bool(tokens)
    gives = gives or not known["sharing"].isdisjoint(tokens)
    if gives:
        rest -= known["handed"]
    words = {token for token in rest if token not in known["common"] and len(token) > 1}
    marks = {match.lastgroup for match in known["marks"].finditer(joined)}
    return Title(
        frozenset(words - known["marking"]),
        frozenset(rest & known["common"]),
        frozenset(filter(None, marks)),
        numbers,
        gives,
    )


def alike(first: Title, second: Title) -> Alike:
    """How alike the titles are, apart from marks and numbers."""
    if not first.words and not second.words:
        same = bool(first.common) and first.common == second.common
        return Alike.GENERAL if same else Alike.UNLIKE
    shorter, longer = sorted((first.words, second.words), key=len)
    shared = _shared(shorter, longer)
    if shared == len(shorter) == len(longer):
        return {1: Alike.EQUAL_WORD, 2: Alike.EQUAL_PAIR}.get(shared, Alike.EQUAL)
    if shared and shared == len(shorter):
        if shared == 1:
            return Alike.WITHIN_WORD
        return Alike.WITHIN if len(longer) - shared <= _FEW else Alike.WITHIN_FAR
    if shared > 1 and 2 * shared >= len(shorter):
        return Alike.PARTLY
    return Alike.TOUCHING if shared else Alike.UNLIKE


def contradicting_number(first: Title, second: Title) -> tuple[str, str, str] | None:
    """(unit, the first's, the second's) where they count the same and differ: session 1 and 2."""
    of_first, of_second = _by_unit(first), _by_unit(second)
    for unit in sorted(of_first.keys() & of_second.keys()):
        if not of_first[unit] & of_second[unit]:
            return unit, min(of_first[unit]), min(of_second[unit])
    return None


def counted(one: Title) -> frozenset[tuple[str, str]]:
    """Of its numbers those that count something, without names of places."""
    return frozenset(pair for pair in one.numbers if pair[0] not in _words()["named"])


def has_day(one: Title) -> bool:
    """Whether it tells of one numbered day of several."""
    days = _words()["days"]
    return any(unit in days for unit, _ in one.numbers)


def _shared(shorter: frozenset[str], longer: frozenset[str]) -> int:
    """How many words of the shorter the longer has, in any form, a typo in long words allowed."""
    missing, spare = shorter - longer, set(longer - shorter)
    found = len(shorter) - len(missing)
    if not missing or not spare:
        return found
    forms = {stem_of(word): word for word in (sorted(spare) if len(spare) > 1 else spare)}
    for word in sorted(missing) if len(missing) > 1 else missing:
        match = forms.pop(stem_of(word), None) or _slip_of(word, spare)
        if match is not None and match in spare:
            spare.discard(match)
            found += 1
    return found


def _slip_of(word: str, others: set[str]) -> str | None:
    """Of the others the one that is the word but for a letter."""
    if not _is_long(word):
        return None
    alike = (one for one in sorted(others) if _is_long(one))
    return next(
        (one for one in alike if Levenshtein.distance(word, one, score_cutoff=1) <= 1), None
    )


def _is_long(word: str) -> bool:
    return len(word) >= _TYPO_LENGTH


def _numbers(tokens: list[str]) -> tuple[frozenset[tuple[str, str]], set[int]]:
    """What the title counts or names, and the places of the tokens that say so."""
    known = _words()
    found, taken = set(), set()
    for place, word in enumerate(tokens):
        if word not in known["counting"]:
            continue
        behind = place + 1
        unit = word if word in known["units"] else None
        if unit and tokens[behind : behind + 1] == ["ke"]:
            behind += 1
        elif word == "ke":
            unit = "" if not place or tokens[place - 1] not in known["units"] else None
        if behind >= len(tokens):
            continue
        if unit is not None and (number := _number(tokens[behind])):
            found.add((unit, number))
            taken |= {behind, place} if unit in known["days"] else {behind}
        elif word in known["named"] and len(tokens[behind]) > 1:
            found.add((word, tokens[behind]))
    return frozenset(found), taken


def _number(word: str) -> str | None:
    if word.isdecimal():
        return str(int(word)) if int(word) <= _HIGHEST_NUMBER else None
    if len(word) == 1 and word in "abcdefgh":
        return word
    number = _words()["number_words"].get(word)
    return None if number is None else str(number)


def _by_unit(one: Title) -> dict[str, set[str]]:
    units: dict[str, set[str]] = {}
    for unit, value in one.numbers:
        units.setdefault(unit, set()).add(value)
    return units


@cache
def vocabulary() -> dict[str, Any]:
    """The words of titles, venues and types by which reports are compared."""
    return load("event_words")


@cache
def everyday() -> frozenset[str]:
    """Stems of words that headlines of one day share though they are of several events."""
    positions = load("positions")
    offices = (word for name in ("offices", "parts", "bodies", "cut") for word in positions[name])
    words = [*vocabulary()["title"]["everyday"], *offices, *organization_names.acronyms()]
    return frozenset(map(stem_of, words))


@cache
def ignored() -> frozenset[str]:
    """Stems of words that tell nothing of what took place, wherever they stand."""
    known = _words()
    return frozenset(map(stem_of, [*known["ignored"], *known["common"]]))


@cache
def _words() -> dict[str, Any]:
    told = vocabulary()
    title, numbered = told["title"], told["numbered"]
    ignored = ("function", "report", "shown", "headline", "date")
    return {
        "ignored": frozenset(word for name in ignored for word in title[name]),
        "material": frozenset(title["material"]),
        "sharing": frozenset(title["sharing"]),
        "handed": frozenset([*title["material"], *title["sharing"], *title["giving"]]),
        "common": frozenset([*title["kind"], *title["common"]]),
        "marks": re.compile(
            " (?:"
            + "|".join(
                f"(?P<{mark}>{'|'.join(map(re.escape, phrases))})"
                for mark, phrases in told["marks"].items()
            )
            + ")(?= )"
        ),
        "marking": frozenset(
            phrase for phrases in told["marks"].values() for phrase in phrases if " " not in phrase
        ),
        "units": frozenset(numbered["units"]),
        "counting": frozenset([*numbered["units"], *numbered["named"], "ke"]),
        "days": frozenset(numbered["days"]),
        "named": frozenset(numbered["named"]),
        "number_words": numbered["words"],
    }
