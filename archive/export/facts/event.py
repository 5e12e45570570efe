"""An event as its reports tell it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Report:
    """A page that reports an event."""

    activity_id: int
    url: str
    headline: str
    fetched_at: str
    """UTC."""
    published_at: str | None
    """ISO 8601, as the page states it."""
    author: str | None


@dataclass(frozen=True, slots=True)
class Participant:
    """A person who took part."""

    person_id: int
    name: str
    role: str
    position: str | None
    organization: str | None


@dataclass(frozen=True, slots=True)
class Involved:
    """An organization that the reports name."""

    organization_id: int
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many came: a number, or a bound."""

    number: int
    qualifier: str
    """`exact`, `about`, `at_least`, `at_most`."""
    unit: str
    quote: str | None


@dataclass(frozen=True, slots=True)
class Area:
    """A focus area that a group of the event worked on."""

    number: int
    label_id: str
    label_en: str


@dataclass(frozen=True, slots=True)
class Material:
    """What the reports offer of the event."""

    kind: str
    label: str
    url: str | None
    presenter: str | None
    sha256: str | None
    """Of the file that is kept; None where none is."""
    media_type: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """An event as its fullest report tells it, with the facts of all its reports."""

    id: UUID
    type: str
    label_id: str
    label_en: str
    title: str
    """The activity's, or where it has none the article's."""
    start_date: str | None
    end_date: str | None
    venue: str | None
    place: str | None
    reports: tuple[Report, ...]
    """The fullest first."""
    people: tuple[Participant, ...]
    organizations: tuple[Involved, ...]
    counts: tuple[Count, ...]
    areas: tuple[Area, ...]
    materials: tuple[Material, ...]
