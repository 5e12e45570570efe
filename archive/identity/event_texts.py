"""What the texts of two reports have in common: each tells what the other's title tells. Pure.

Only the beginnings of texts are looked at, where a report says what took place. Of two meetings of
one circle on one day the texts may be alike, too; but hardly does the one tell all that the title of
the other one does, and number the same things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from archive.identity import event_titles
from archive.identity.event_titles import Title, everyday, ignored, stem_of

_TOKEN = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"(?<![\w.,/:-])\d{1,3}(?:\.\d{3}){0,4}(?:,\d{1,2})?(?![\w.,/:-]*\d)")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 2000
"""Characters of a text that are looked at."""
_OPENING = 300
"""Of them those that tell when it was, and which of several."""
_SHORTEST_WORD = 3
_LARGE = 1000
"""A number from which on few other things have it; a smaller one counts with what it counts."""

_ALL, _MOST, _HALF = 1.0, 0.66, 0.5
_FEW = 2
"""Words of a title that may all be in another text by chance."""
MOST_TOLD = 3
"""Points where one text tells all of the other's title, and that one much of its."""
_ALIKE, _MUCH_ALIKE = 0.35, 0.5
"""Shares of the shorter text's telling words that the longer one has, too."""
_MOST_NUMBERS = 3
_EXACT = 2
"""Points of a number that nobody would tell by chance, such as `1.367`; one of others."""


@dataclass(frozen=True)
class Text:
    """The beginning of a report's text taken apart."""

    text: str

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of all its words."""
        words = _TOKEN.findall(self.text[:_LONGEST].casefold())
        return frozenset(stem_of(word) for word in words if len(word) >= _SHORTEST_WORD)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Large ones, and small ones with the word behind them; no years, dates, times or laws."""
        return frozenset(_numbers(self.text[:_LONGEST]))

    @cached_property
    def parts_of_day(self) -> frozenset[str]:
        """Morning, noon, afternoon or evening."""
        words = _TOKEN.findall(self.text[:_OPENING].casefold())
        return frozenset(word for word in words if word in _times())

    @cached_property
    def series(self) -> Title:
        """What its beginning counts, as a title does: a session, a class; not what it names."""
        told = event_titles.title(self.text[:_OPENING])
        return replace(told, numbers=event_titles.counted(told))


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts have in common, in points."""

    told: int = 0
    """Whether each tells what the other's title does: 3 where all of one and much of the other."""
    alike: int = 0
    """How many of their telling words they share: 3 for half of them."""
    numbers: int = 0
    """Whether they count the same: 2 for a number that nobody tells by chance, 1 for others."""
    best: float = 0.0
    """Share of the words of the title that the other's text tells best."""
    least: float = 0.0
    """The same of the other title."""

    @property
    def points(self) -> int:
        """For one event."""
        return self.told + self.alike + self.numbers

    @property
    def is_own(self) -> bool:
        """Whether it belongs to one event alone: several meetings of a day hardly share it."""
        if self.best < _HALF:
            return False
        strong = max(self.told, self.numbers, self.alike - 1) > 1
        return strong or (self.alike > 0 and self.told + self.numbers > 0)


def shared(first: Text, second: Text, titles: tuple[frozenset[str], frozenset[str]]) -> Shared:
    """What they have in common; `titles` are the telling stems of the titles of each."""
    if contradict(first, second):
        return Shared()
    of_first, of_second = titles
    shares = sorted(
        (
            (_share(stems, other.stems), len(stems))
            for stems, other in ((of_first, second), (of_second, first))
        ),
        reverse=True,
    )
    (best, words), (least, _) = shares
    told = 0
    if best >= _ALL:
        told = (words >= _FEW) + (words > _FEW) + (words >= _FEW and least >= _HALF)
    elif best >= _MOST and words > _FEW:
        told = 1
    one, other = first.stems - _dull(), second.stems - _dull()
    alike = _share(*sorted((one, other), key=len)) if one and other else 0.0
    return Shared(
        told,
        2 * (alike >= _ALIKE) + (alike >= _MUCH_ALIKE),
        min(_MOST_NUMBERS, sum(map(_weight, first.numbers & second.numbers))),
        best,
        least,
    )


def contradict(first: Text, second: Text) -> bool:
    """Whether they tell of two times of a day, or of two of a series."""
    of_first, of_second = first.parts_of_day, second.parts_of_day
    if of_first and of_second and of_first.isdisjoint(of_second):
        return True
    return other_number(first, second) is not None


def other_number(first: Text, second: Text) -> tuple[str, str, str] | None:
    """(unit, the first's, the second's) where they begin by counting the same, and differ."""
    return event_titles.contradicting_number(first.series, second.series)


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    return len(words & others) / len(words) if words else 0.0


def _numbers(text: str) -> Iterator[str]:
    for found in _NUMBER.finditer(text):
        before = _WORD.findall(text[max(0, found.start() - 12) : found.start()].casefold())
        if before and before[-1] in _references():
            continue
        written = found.group()
        whole = int(written.split(",")[0].replace(".", ""))
        behind = _WORD.match(text, found.end() + 1)
        counted = behind.group().casefold() if behind is not None else ""
        if counted in _references():
            continue
        if whole >= _LARGE or "," in written:
            yield written
        elif whole > 9 and counted:  # noqa: PLR2004 - of two digits
            yield f"{written} {stem_of(counted)}"


def _weight(number: str) -> int:
    """Points for sharing it: `1.367` and `3,98` tell more than `1.200` and `64 petugas`."""
    is_exact = " " not in number and not number.endswith("00")
    return _EXACT if is_exact else 1


@cache
def _dull() -> frozenset[str]:
    """Stems that texts of all kinds share."""
    return ignored() | everyday()


@cache
def _times() -> frozenset[str]:
    return frozenset(event_titles.vocabulary()["text"]["parts_of_day"])


@cache
def _references() -> frozenset[str]:
    return frozenset(event_titles.vocabulary()["text"]["references"])
