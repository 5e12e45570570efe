"""What deciding about events looks at of each activity. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, NamedTuple

from archive.identity import event_titles, event_venues
from archive.identity.event_texts import Text
from archive.identity.event_titles import Title
from archive.identity.event_venues import Venue

Answer = Literal["same", "doubt", "different"]


@dataclass(frozen=True)
class Report:
    """An activity as one page reports it. People and organizations by the names of who they are.

    By names and not by ids: of two of one name, at one time and place, it need not be known
    whether they are one.
    """

    activity_id: int
    site: str
    titles: tuple[str, ...]
    """The activity's and the article's."""
    type: str
    start_date: str | None = None
    end_date: str | None = None
    published_on: str | None = None
    """The day; ISO 8601 as the others."""
    place: str | None = None
    venue: str | None = None
    people: frozenset[str] = frozenset()
    leaders: frozenset[tuple[str, str]] = frozenset()
    """(role, person) of roles that one person has at an event."""
    organizations: frozenset[str] = frozenset()
    attendance: frozenset[tuple[str, int]] = frozenset()
    """(unit, count)."""
    materials: frozenset[str] = frozenset()
    """Addresses."""
    material_dates: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    """What its groups talked about, by `name_key`."""
    text_digest: str = ""
    text_length: int = 0
    """In characters; 0 where no other report has the same text."""
    lead: Callable[[], str] = str
    """Gives the beginning of its text, which is asked for where all else leaves it open."""
    facts: int = 0
    """How many facts the page tells."""
    is_gone: bool = False

    @cached_property
    def dates(self) -> tuple[str, str] | None:
        """First and last day; None where the page does not tell them."""
        if self.start_date is None:
            return None
        return self.start_date, max(self.start_date, self.end_date or self.start_date)

    @cached_property
    def told(self) -> tuple[Title, ...]:
        """Its distinct titles taken apart."""
        return tuple(dict.fromkeys(map(event_titles.title, self.titles)))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of the words of all its titles."""
        return frozenset(stem for title in self.told for stem in title.stems)

    @cached_property
    def gives(self) -> bool:
        """Whether it is a post that gives slides, minutes or a recording."""
        return any(title.gives for title in self.told)

    @cached_property
    def marks(self) -> frozenset[str]:
        """The marks of all its titles."""
        return frozenset(mark for title in self.told for mark in title.marks)

    @cached_property
    def house(self) -> Venue:
        """Its venue taken apart."""
        return event_venues.venue(self.venue or "", self.place)

    @cached_property
    def begins(self) -> str:
        """The beginning of its text; empty where that is not at hand."""
        return self.lead()

    @cached_property
    def opening(self) -> Text:
        """The beginning of its text, its titles before it, taken apart."""
        return Text("\n".join((*self.titles, self.begins)))

    @property
    def fullness(self) -> tuple[bool, int, int]:
        """What the fullest report has most of; one that can still be read on its site first."""
        return not self.is_gone, self.facts, -self.activity_id


class Verdict(NamedTuple):
    """What is to be thought of two reports."""

    answer: Answer
    strength: int
    """What speaks for one event beyond what is needed; the stronger joins first."""
    score: float
    """The same from 0 to 1."""
    reason: str
    is_loose: bool = False
    """Whether they do not name the same days, so that it holds only where nothing rivals it."""


class Ruling(NamedTuple):
    """What a person decided about two reports."""

    first: int
    second: int
    """Ids of activities."""
    is_same: bool


@dataclass(frozen=True, slots=True)
class Points:
    """What two reports have in common beside dates and titles."""

    people: int = 0
    venue: bool | None = None
    """None where one of them does not tell it."""
    place: bool | None = None
    attendance: bool | None = None
    materials: int = 0
    topics: int = 0
    organizations: int = 0
    words: tuple[str, ...] = field(default=(), compare=False)
    """The same in words."""


def days_between(first: str, second: str) -> int:
    """Days from the first ISO date to the second."""
    return (date.fromisoformat(second) - date.fromisoformat(first)).days


def days_of(first: str, last: str, *, most: int) -> list[str]:
    """The days of a range, both ends among them; the first alone where there are more than `most`."""
    start = date.fromisoformat(first)
    number = days_between(first, last) + 1
    if number > most:
        return [first]
    return [(start + timedelta(days=day)).isoformat() for day in range(number)]
