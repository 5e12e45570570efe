"""What a report is asked to tell of, and in words what that was."""

from __future__ import annotations

from dataclasses import dataclass

from archive.query import By, Selected
from archive.reports.report import Circumstances
from archive.vocabularies import activity_types, focus_areas


@dataclass(frozen=True, slots=True)
class Question:
    """The part of the archive, and how much of the answer is wanted.

    Sources, charts and the extent take time, and some formats have no place for them.
    """

    archive: str
    """What the archive is called: the name of its folder."""
    made_at: str
    """When the report is made, UTC."""
    selected: Selected
    by: By | None = None
    """How time is cut; None for what suits the kind."""
    limit: int | None = None
    """Rows of the main table; None for all."""
    with_sources: bool = False
    with_charts: bool = False
    with_extent: bool = False


def circumstances(question: Question) -> Circumstances:
    """The question as the head of a report tells it."""
    return Circumstances(question.archive, question.made_at, tuple(_filters(question.selected)))


def _filters(selected: Selected) -> list[tuple[str, str]]:
    since, until = selected.get("since"), selected.get("until")
    told = []
    if since and until:
        told.append(("Period", f"{since} to {until}"))
    elif since or until:
        told.append(("Period", f"since {since}" if since else f"until {until}"))
    code = selected.get("type")
    if code is not None:
        told.append(("Type", _type(code)))
    number = selected.get("focus_area")
    if number is not None:
        told.append(("Focus area", _focus_area(number)))
    named = {
        "Person": selected.get("person"),
        "Person number": selected.get("person_id"),
        "Organization": selected.get("organization"),
        "Organization number": selected.get("organization_id"),
        "Site": selected.get("site"),
    }
    told += [(name, str(value)) for name, value in named.items() if value is not None]
    if selected.get("gone"):
        told.append(("Pages gone from their site", "included"))
    return told


def _type(code: str) -> str:
    labels = {entry.code: entry for entry in activity_types()}
    return f"{labels[code].label_en} ({labels[code].label_id})" if code in labels else code


def _focus_area(number: int) -> str:
    labels = {area.number: area for area in focus_areas()}
    area = labels.get(number)
    return str(number) if area is None else f"{number} {area.label_en} ({area.label_id})"
