"""Whether two venues, as pages write them, are the same place. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from archive.identity.event_titles import vocabulary

_TOKEN = re.compile(r"[^\W_]+")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Venue:
    """A venue taken apart."""

    words: frozenset[str]
    """What names the house or the room; kinds of houses and cities do not."""
    rooms: frozenset[tuple[str, str]]
    """(kind, number or letter): `("lantai", "3")`."""
    is_room: bool = False
    """Whether it names a room alone, not the house where that is."""


@lru_cache(maxsize=50_000)
def venue(text: str, place: str | None) -> Venue:
    """The venue taken apart; the words of `place`, a city or region, name no house in it."""
    common, rooms = _words()
    tokens = _TOKEN.findall(text[:_LONGEST].casefold())
    within = set(_TOKEN.findall((place or "").casefold()))
    found = {
        ("lantai" if kind == "lt" else kind, number)
        for kind, number in pairwise(tokens)
        if kind in rooms and (number.isdecimal() or len(number) == 1)
    }
    words = {word for word in tokens if len(word) > 1 and not word.isdecimal()}
    is_room = tokens[:1] != [] and tokens[0] in rooms and _houses().isdisjoint(tokens)
    return Venue(frozenset(words - common - within), frozenset(found), is_room)


def is_same(first: Venue, second: Venue) -> bool | None:
    """Whether they are one place; None where too little is said."""
    if not first.words or not second.words:
        return None
    if first.words <= second.words or second.words <= first.words:
        return not _other_room(first, second)
    # The one may tell the room in the house that the other tells.
    return None if first.words & second.words or first.is_room != second.is_room else False


def _other_room(first: Venue, second: Venue) -> bool:
    of_first, of_second = dict(first.rooms), dict(second.rooms)
    return any(of_first[kind] != of_second[kind] for kind in of_first.keys() & of_second.keys())


@cache
def _houses() -> frozenset[str]:
    return frozenset(vocabulary()["venue"]["houses"])


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    told = vocabulary()["venue"]
    return frozenset(told["common"]), frozenset(told["rooms"])
