"""The facts of one report, each with the words that state it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proof:
    """The words of the article that state a fact."""

    spans: tuple[tuple[int, int], ...]
    """Code-point offsets (start, end) into the article's text; empty where a person added it."""
    quotes: tuple[str, ...]
    """The words of each span."""
    correction_id: int | None = None
    """The last correction that touched the fact; None where it stands as it was read."""


@dataclass(frozen=True, slots=True)
class DateFact:
    date: str
    end_date: str | None
    kind: str
    weekday_agrees: bool | None
    proof: Proof


@dataclass(frozen=True, slots=True)
class AttendanceFact:
    count: int
    qualifier: str
    unit: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class PersonFact:
    """A person's part in the activity."""

    person_id: int
    person: str
    """Who it is."""
    name: str
    """As the page writes it."""
    honorific: str | None
    degrees: tuple[str, ...]
    role: str
    position: str | None
    organization: str | None
    summary: Proof
    proof: Proof


@dataclass(frozen=True, slots=True)
class OrganizationFact:
    """What an organization was in the activity."""

    organization_id: int
    organization: str
    """Which it is."""
    name: str
    """As the page writes it."""
    acronym: str | None
    role: str
    sector: str | None
    proof: Proof


@dataclass(frozen=True, slots=True)
class ConclusionFact:
    position: int
    proof: Proof


@dataclass(frozen=True, slots=True)
class GroupFact:
    group_id: int
    number: int | None
    topic: str
    focus_area: int | None
    focus_area_label_id: str | None
    focus_area_label_en: str | None
    conclusions: tuple[ConclusionFact, ...]
    proof: Proof


@dataclass(frozen=True, slots=True)
class MaterialFact:
    """A material, with what became of its file."""

    kind: str
    label: str
    url: str | None
    presenter: str | None
    date: str | None
    file_state: str | None
    file_type: str | None
    file_pages: int | None
    file_length: int | None
    file_sha256: str | None
    file_path: str | None
    proof: Proof


@dataclass(frozen=True, slots=True)
class FindingFact:
    check: str
    message: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class ReportRow:
    """Another report of the same event."""

    activity_id: int
    title: str | None
    start_date: str | None
    url: str
    site: str
    gone_at: str | None
