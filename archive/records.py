"""The dataclasses that both packages speak: what one page becomes.

Names follow the field: schema.org/Event for the activity, Popolo for people and
organizations, W3C Web Annotation (TextPositionSelector) for evidence.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any, Literal

EXTRACTOR_VERSION = "3"
"""Raised whenever the same capture would give other facts than before."""

DateKind = Literal["activity", "dateline", "mentioned"]
Qualifier = Literal["exact", "about", "at_least", "at_most"]
PersonRole = Literal[
    "opening",
    "speaker",
    "panelist",
    "moderator",
    "chair",
    "facilitator",
    "attendee",
    "quoted",
    "other",
]
OrganizationRole = Literal["organizer", "partner", "host", "attendee", "mentioned"]
Sector = Literal["government", "private", "ngo", "academia", "international", "community", "media"]
MaterialKind = Literal[
    "slides", "proceedings", "press_release", "report", "video", "image", "other"
]
ActivityType = Literal[
    "workshop",
    "meeting",
    "routine_meeting",
    "focus_group",
    "working_session",
    "visit",
    "seminar",
    "forum",
    "discussion",
    "training",
    "launch",
    "hearing",
    "ceremony",
    "other",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code-point offsets into `Article.text`; `text[start:end]` is the quote."""

    start: int
    end: int


Evidence = tuple[Span, ...]
"""The spans that state a fact, the best one first; never empty in a stored fact."""


@dataclass(frozen=True, slots=True)
class Article:
    """A page without its theme: the article's own words and what the page says of them."""

    url: str
    canonical_url: str | None
    title: str
    subtitle: str | None
    author: str | None
    published_at: str | None
    """ISO 8601; with an offset where the page gives a time, else a date alone."""
    modified_at: str | None
    categories: tuple[str, ...]
    theme: str
    text: str
    """Title, subtitle and the article's own blocks, one a line."""


@dataclass(frozen=True, slots=True)
class ActivityDate:
    """One date or range in the text; ISO dates."""

    date: str
    end_date: str | None
    kind: DateKind
    weekday_agrees: bool | None
    """None where the text names no weekday."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many came, as the page counts them."""

    count: int
    qualifier: Qualifier
    unit: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Person:
    """A person who took part, with what the page says of them."""

    name: str
    """Without honorifics and degrees, in the longest form on the page."""
    role: PersonRole
    position: str | None
    organization: str | None
    honorific: str | None
    degrees: tuple[str, ...]
    summary: Evidence
    """Where the page tells what the person said; may be empty."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization that the page names."""

    name: str
    acronym: str | None
    role: OrganizationRole
    sector: Sector | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Group:
    """A discussion group, theme or focus area that participants were divided into."""

    number: int | None
    topic: str
    focus_area: int | None
    """1 to 5, the secretariat's focus areas; None where none fits."""
    conclusions: Evidence
    """The points that the group reported; may be empty."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Material:
    """A document, slide file or video that the page offers."""

    kind: MaterialKind
    label: str
    url: str | None
    presenter: str | None
    date: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Activity:
    """What took place, as the page reports it; `type` is None where it reports none."""

    type: ActivityType | None
    title: str | None
    start_date: str | None
    end_date: str | None
    dates: tuple[ActivityDate, ...]
    place: str | None
    venue: str | None
    venue_evidence: Evidence
    attendance: tuple[Attendance, ...]
    people: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    groups: tuple[Group, ...]
    materials: tuple[Material, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at: a contradiction, or what could not be read."""

    check: str
    message: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Record:
    """What one page becomes."""

    article: Article
    activity: Activity
    findings: tuple[Finding, ...]

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dictionaries and lists, keys in their documented order."""
        return dataclasses.asdict(self, dict_factory=dict)

    def to_json(self, indent: int | None = 1) -> str:
        """The record as JSON text, Indonesian letters as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)
