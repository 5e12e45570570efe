"""Which reports a question is about: the filters that all questions share."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from sqlite_utils import Database

from archive.names import name_key
from archive.query.names import organizations_named, people_named


class Selected(TypedDict, total=False):
    """Filters; a report must pass all that are given, and None is as good as none.

    Reports are pages that report an activity. Those of pages that are gone from their site are
    left out unless `gone` is true.
    """

    since: str | None
    """ISO date, inclusive: an activity of several days counts where any of them is in the period,
    an undated one does not count."""
    until: str | None
    """ISO date, inclusive."""
    type: str | None
    """Code of a type of activity, such as `workshop`."""
    focus_area: int | None
    """Number of a focus area that a group of the activity worked on."""
    person: str | None
    """Any part of any name of a person who took part, in capitals or not."""
    organization: str | None
    """Any part of any name or acronym of an organization that the report names."""
    person_id: int | None
    """Key in `people` of one who took part."""
    organization_id: int | None
    """Key in `organizations` of one that the report names."""
    site: str | None
    """Name of a site's profile."""
    slides: bool
    """Whether only those that offered slides are among them."""
    gone: bool
    """Whether those whose page is gone from its site are among them."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row of `activities` must fulfil: words of SQL, true or false, and its parameters."""

    sql: str
    parameters: dict[str, Any]
    is_filtered: bool = True
    """Whether any filter is given; without one all reports pass whose pages are not gone."""


_CONDITIONS = {
    "since": (
        "activities.start_date >= :earliest"
        " AND coalesce(activities.end_date, activities.start_date) >= :since"
    ),
    "until": "activities.start_date <= :until",
    "type": "activities.type = :type",
    "focus_area": (
        "activities.id IN (SELECT activity_id FROM discussion_groups"
        " WHERE focus_area = :focus_area)"
    ),
    "person": (
        "activities.id IN (SELECT activity_id FROM participations"
        " WHERE person_id IN (SELECT value FROM json_each(:person)))"
    ),
    "organization": (
        "activities.id IN (SELECT activity_id FROM organization_roles"
        " WHERE organization_id IN (SELECT value FROM json_each(:organization)))"
    ),
    "person_id": (
        "activities.id IN (SELECT activity_id FROM participations WHERE person_id = :person_id)"
    ),
    "organization_id": (
        "activities.id IN (SELECT activity_id FROM organization_roles"
        " WHERE organization_id = :organization_id)"
    ),
    "site": "activities.page_id IN (SELECT id FROM pages WHERE site = :site)",
    "slides": (
        "EXISTS (SELECT 1 FROM materials"
        " WHERE materials.activity_id = activities.id AND materials.kind = 'slides')"
    ),
}

# An index of first days then leads past all that ended before, for few activities last long. The
# plus keeps SQLite from looking for the first of them among all.
_EARLIEST = """
SELECT min(+start_date) FROM activities WHERE end_date > start_date AND end_date >= ?
"""

_NOT_GONE = "activities.page_id NOT IN (SELECT id FROM pages WHERE state = 'gone')"

_NAMED: dict[str, Callable[[Database, str], list[int]]] = {
    "person": people_named,
    "organization": organizations_named,
}


def condition(db: Database, selected: Mapping[str, Any]) -> Condition:
    """What `selected`, filters as in Selected, asks of a row of the table `activities`.

    Names are looked up here, so that the words of SQL compare keys alone. Raises TypeError for
    a filter that there is none of.

    >>> condition(db, {"until": "2019-01-01", "gone": True}).sql
    'activities.type IS NOT NULL AND activities.start_date <= :until'
    """
    unknown = selected.keys() - Selected.__annotations__.keys()
    if unknown:
        raise TypeError(
            f"There is no filter {', '.join(sorted(unknown))}."
            f" There are {', '.join(Selected.__annotations__)}."
        )
    given = {name: selected.get(name) for name in _CONDITIONS}
    asked = {
        name: value for name, value in given.items() if value is not None and value is not False
    }
    conditions = ["activities.type IS NOT NULL", *(_CONDITIONS[name] for name in asked)]
    if not selected.get("gone"):
        conditions.append(_NOT_GONE)
    parameters = {
        name: json.dumps(_NAMED[name](db, name_key(value))) if name in _NAMED else value
        for name, value in asked.items()
    }
    if "since" in asked:
        (earliest,) = db.execute(_EARLIEST, (asked["since"],)).fetchone()
        parameters["earliest"] = min(asked["since"], earliest or asked["since"])
    is_filtered = bool(asked) or bool(selected.get("gone"))
    return Condition(" AND ".join(conditions), parameters, is_filtered)
