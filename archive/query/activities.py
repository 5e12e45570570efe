"""Reports of activities, each with what a list shows of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Unpack

from sqlite_utils import Database

from archive.errors import UsageError
from archive.query.selection import Condition, Selected, condition
from archive.query.sums import are_current, page

ActivityOrder = Literal["date", "-date", "attendance", "-attendance"]

_LARGEST = "(SELECT max(count) FROM attendance WHERE activity_id = activities.id)"


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A person who took part in an activity."""

    name: str
    """The person's name, whatever form of it the page has."""
    role: str
    position: str | None
    organization: str | None
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    """An organization that an activity's page names."""

    name: str
    acronym: str | None
    role: str
    sector: str | None
    organization_id: int | None = None


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
    """An activity as one page reports it; dates are ISO 8601."""

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
    event_id: int | None = None
    """What took place; reports of one event have the same. None where that is not known yet."""
    has_corrections: bool = False
    """Whether a person has corrected, added or removed any of it."""


_ORDERS: dict[ActivityOrder, str] = {
    "date": "start_date IS NULL, start_date, end_date, id",
    "-date": "start_date DESC, end_date DESC, id DESC",
    "attendance": f"{_LARGEST} IS NULL, {_LARGEST}, id",
    "-attendance": f"{_LARGEST} DESC, id",
}

_ROWS = """
SELECT
  activity_id, every_activity.start_date, every_activity.end_date, every_activity.type,
  type_label_id, type_label_en, every_activity.title, every_activity.venue, every_activity.place,
  attendance, attendance_count, findings_count, url, site, published_at, gone_at, gone_reason,
  every_activity.event_id,
  EXISTS (
    SELECT 1 FROM corrections
    WHERE corrections.page_id = activities.page_id AND state NOT IN ('withdrawn', 'superseded')
  ) AS has_corrections
FROM every_activity JOIN activities ON activities.id = activity_id
WHERE activity_id IN (SELECT value FROM json_each(?))
"""

_PEOPLE = """
SELECT activity_id, people.name, role, position, organization, person_id
FROM participations JOIN people ON people.id = person_id
WHERE activity_id IN (SELECT value FROM json_each(?)) ORDER BY participations.id
"""

_ORGANIZATIONS = """
SELECT activity_id, organizations.name, organization_roles.acronym, role,
  organization_roles.sector, organization_id
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


def activities(
    db: Database,
    *,
    order: ActivityOrder = "date",
    limit: int | None = None,
    offset: int = 0,
    **selected: Unpack[Selected],
) -> list[ActivityRow]:
    """Reported activities, one row a page that reports one.

    By date undated ones come last, by attendance those without a count. A minus before the order
    turns it round. Pages on the same event are rows of their own, with the same `event_id`.
    Raises UsageError for another order.

    >>> for row in activities(db, type="workshop", order="-date", limit=3):
    ...     print(row.start_date, row.title, row.attendance)
    2019-09-12 Lokakarya Sumur Resapan ≤75 peserta
    2019-09-12 Lokakarya Sumur Resapan ≥60 orang
    2019-03-04 Lokakarya Taman Hujan ±40 peserta; ≥12 instansi
    """
    if order not in _ORDERS:
        raise UsageError(f"'{order}' is no order. Choose one of {', '.join(_ORDERS)}.")
    wanted = condition(db, selected)
    sql = (
        f"SELECT id FROM activities WHERE {wanted.sql}"  # noqa: S608 - our own words
        f" ORDER BY {_ORDERS[order]} LIMIT :limit OFFSET :offset"
    )
    with db.atomic():  # one state of the archive for all parts, whoever writes meanwhile
        if order == "-attendance" and limit is not None and not wanted.is_filtered:
            ids = _best_attended(db, wanted, offset + limit)[offset:]
            if len(ids) == limit:
                return activity_rows(db, ids)
        ids = [found for (found,) in db.execute(sql, {**wanted.parameters, **page(limit, offset)})]
        return activity_rows(db, ids)


def count_activities(db: Database, **selected: Unpack[Selected]) -> int:
    """How many rows `activities` gives without a limit.

    >>> count_activities(db), count_activities(db, until="2019-06-30")
    (6, 2)
    """
    wanted = condition(db, selected)
    with db.atomic():
        if not wanted.is_filtered and are_current(db):
            sql = "SELECT coalesce(sum(activities), 0) FROM coverage_sums"
        else:
            sql = f"SELECT count(*) FROM activities WHERE {wanted.sql}"  # noqa: S608 - our own words
        return int(db.execute(sql, wanted.parameters).fetchone()[0])


def _best_attended(db: Database, wanted: Condition, most: int) -> list[int]:
    """The reports with the largest counts, read from the end of the index of counts.

    Fewer than `most` where not so many reports have a count.
    """
    sql = (
        "SELECT activity_id FROM attendance CROSS JOIN activities ON activities.id = activity_id"  # noqa: S608 - our own words
        f" WHERE {wanted.sql} ORDER BY count DESC, activity_id"
    )
    found: dict[int, None] = {}
    for (activity_id,) in db.execute(sql, wanted.parameters):
        found[activity_id] = None
        if len(found) == most:
            break
    return list(found)


def activity_rows(db: Database, ids: Sequence[int]) -> list[ActivityRow]:
    """The rows of these reports, in this order; the caller holds the transaction."""
    asked = json.dumps(ids)
    rows = {row["activity_id"]: row for row in db.query(_ROWS, (asked,))}
    people = _by_activity(db, _PEOPLE, asked)
    organizations = _by_activity(db, _ORGANIZATIONS, asked)
    groups = _by_activity(db, _GROUPS, asked)
    materials = _by_activity(db, _MATERIALS, asked)
    return [
        ActivityRow(
            **{**rows[one], "has_corrections": bool(rows[one]["has_corrections"])},
            people=tuple(ParticipantRow(*values) for values in people[one]),
            organizations=tuple(OrganizationRow(*values) for values in organizations[one]),
            groups=tuple(GroupRow(*values) for values in groups[one]),
            materials=tuple(MaterialRow(*values) for values in materials[one]),
        )
        for one in ids
    ]


def _by_activity(db: Database, sql: str, ids: str) -> dict[int, list[tuple[Any, ...]]]:
    """Rows of the activities whose ids are given, without the id, gathered under it."""
    gathered: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for activity_id, *values in db.execute(sql, (ids,)):
        gathered[activity_id].append(tuple(values))
    return gathered
