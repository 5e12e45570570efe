"""Questions to the archive: typed functions that give frozen rows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from archive.names import name_key

_ACTIVITY = """
SELECT
  activity_id, start_date, end_date, type, type_label_id, type_label_en, title, venue, place,
  attendance, attendance_count, findings_count, url, site, published_at, gone_at, gone_reason
FROM every_activity
"""

_CONDITIONS = {
    "since": "coalesce(end_date, start_date) >= :since",
    "until": "start_date <= :until",
    "type": "type = :type",
    "focus_area": (
        "activity_id IN (SELECT activity_id FROM discussion_groups WHERE focus_area = :focus_area)"
    ),
    "person": (
        "activity_id IN (SELECT activity_id FROM participations"
        " JOIN people ON people.id = person_id WHERE instr(name_key, :person))"
    ),
    "organization": (
        "activity_id IN (SELECT activity_id FROM organization_roles AS named"
        " JOIN organizations AS known ON known.id = organization_id"
        " WHERE instr(name_key, :organization)"
        " OR instr(lower(coalesce(named.acronym, known.acronym)), :organization))"
    ),
}
"""What each filter of `activities` asks of a row of activity_overview."""

_PEOPLE = """
SELECT activity_id, people.name, role, position, organization
FROM participations JOIN people ON people.id = person_id
WHERE activity_id IN (SELECT value FROM json_each(?)) ORDER BY participations.id
"""

_ORGANIZATIONS = """
SELECT activity_id, organizations.name, organization_roles.acronym, role, organization_roles.sector
FROM organization_roles JOIN organizations ON organizations.id = organization_id
WHERE activity_id IN (SELECT value FROM json_each(?)) ORDER BY organization_roles.id
"""

_GROUPS = """
SELECT activity_id, discussion_groups.number, topic, focus_area, label_id, label_en
FROM discussion_groups
LEFT JOIN focus_areas ON focus_areas.number = focus_area
WHERE activity_id IN (SELECT value FROM json_each(?)) ORDER BY discussion_groups.id
"""

_MATERIALS = """
SELECT activity_id, kind, label, url, presenter, date
FROM materials
WHERE activity_id IN (SELECT value FROM json_each(?)) ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A person who took part in an activity."""

    name: str
    role: str
    position: str | None
    organization: str | None


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    """An organization that an activity's page names."""

    name: str
    acronym: str | None
    role: str
    sector: str | None


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A discussion group, with the labels of its focus area where it has one."""

    number: int | None
    topic: str
    focus_area: int | None
    focus_area_label_id: str | None
    focus_area_label_en: str | None


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """A document, slide file or video of an activity."""

    kind: str
    label: str
    url: str | None
    presenter: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity with what a report shows of it; dates are ISO 8601."""

    activity_id: int
    start_date: str | None
    end_date: str | None
    type: str
    type_label_id: str
    type_label_en: str
    title: str | None
    venue: str | None
    place: str | None
    attendance: str | None
    """All counts in words, such as `±35 peserta; ≥12 instansi`."""
    attendance_count: int | None
    """The largest of the counts."""
    findings_count: int
    url: str
    site: str
    published_at: str | None
    people: tuple[ParticipantRow, ...]
    organizations: tuple[OrganizationRow, ...]
    groups: tuple[GroupRow, ...]
    materials: tuple[MaterialRow, ...]
    gone_at: str | None = None
    """When the page was found to be gone from its site, UTC; None while it is there."""
    gone_reason: str | None = None


def activities(
    db: Database,
    *,
    since: str | None = None,
    until: str | None = None,
    type: str | None = None,  # noqa: A002 - the name that the record gives it
    focus_area: int | None = None,
    person: str | None = None,
    organization: str | None = None,
    gone: bool = False,
    limit: int | None = None,
) -> list[ActivityRow]:
    """Reported activities by date, undated ones last.

    `since` and `until` are ISO dates, both inclusive; an activity of several days counts where
    any of them is in the period, an undated one does not count. `type` is a code, `focus_area`
    a number. `person` and `organization` match any part of a name (or of an acronym), in
    capitals or not. With `gone` those whose page is gone from its site are among them.
    """
    asked = {
        "since": since,
        "until": until,
        "type": type,
        "focus_area": focus_area,
        "person": None if person is None else name_key(person),
        "organization": None if organization is None else name_key(organization),
    }
    conditions = [_CONDITIONS[name] for name, value in asked.items() if value is not None]
    if not gone:
        conditions.append("gone_at IS NULL")
    sql = (
        f"{_ACTIVITY} WHERE {' AND '.join(conditions or ['true'])}"
        " ORDER BY start_date IS NULL, start_date, end_date, activity_id LIMIT :limit"
    )
    with db.atomic():  # one state of the archive for all parts, whoever writes meanwhile
        rows = list(db.query(sql, {**asked, "limit": -1 if limit is None else limit}))
        return _with_parts(db, rows)


def _with_parts(db: Database, rows: list[dict[str, Any]]) -> list[ActivityRow]:
    """Rows of activity_overview together with their lists."""
    ids = [row["activity_id"] for row in rows]
    people = _by_activity(db, _PEOPLE, ids)
    organizations = _by_activity(db, _ORGANIZATIONS, ids)
    groups = _by_activity(db, _GROUPS, ids)
    materials = _by_activity(db, _MATERIALS, ids)
    return [
        ActivityRow(
            **row,
            people=tuple(ParticipantRow(*values) for values in people[row["activity_id"]]),
            organizations=tuple(
                OrganizationRow(*values) for values in organizations[row["activity_id"]]
            ),
            groups=tuple(GroupRow(*values) for values in groups[row["activity_id"]]),
            materials=tuple(MaterialRow(*values) for values in materials[row["activity_id"]]),
        )
        for row in rows
    ]


def _by_activity(db: Database, sql: str, ids: Iterable[int]) -> dict[int, list[tuple[Any, ...]]]:
    """Rows of the activities whose ids are given, without the id, gathered under it."""
    gathered: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for activity_id, *values in db.execute(sql, (json.dumps(list(ids)),)):
        gathered[activity_id].append(tuple(values))
    return gathered
