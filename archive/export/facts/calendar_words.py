"""What stands around the facts in an entry of a calendar, in the language of whoever reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from archive.export.facts.event import Area, Count, Event

_SIGNS = {"exact": "", "about": "±", "at_least": "≥", "at_most": "≤"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    heading: Callable[[Event], str]
    """What kind of event it was, as a line."""
    label: Callable[[Event | Area], str]
    """What the type of the event, or the focus area, is called."""
    count: Callable[[Count], str]
    """How many came."""
    role: Callable[[str], str]
    """What a person did, by the code of the role."""
    organization_role: Callable[[str], str]
    attendance: str
    area: str
    source: str


def _heading(event: Event) -> str:
    both = event.label_en != event.label_id
    return f"{event.label_en} ({event.label_id})" if both else event.label_en


def _label(entry: Event | Area) -> str:
    return entry.label_en


def _count(count: Count) -> str:
    return f"{_SIGNS.get(count.qualifier, '')}{count.number} {count.unit}"


def _code(code: str) -> str:
    return code


ENGLISH = Words(
    heading=_heading,
    label=_label,
    count=_count,
    role=_code,
    organization_role=_code,
    attendance="Attendance",
    area="Focus area",
    source="Source",
)
"""Those of exports: the roles as the records have them."""
