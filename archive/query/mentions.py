"""Adding up how often people and organizations were there: events, never pages."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

from sqlite_utils import Database

from archive.errors import UsageError
from archive.names import name_key
from archive.query.names import organizations_named, people_named
from archive.query.selection import Condition
from archive.query.sums import Source, are_asked, source

NameOrder = Literal["appearances", "name", "latest"]

Part = tuple[Any, ...]
"""Some columns, at how many events somebody was so, and the first and last date."""

EVENT = "coalesce(activities.event_id, -activities.id)"
"""What took place, of a row of `activities`: reports of one event have the same."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Where pages mention people, or organizations: names of tables and of their key."""

    kind: str
    table: str
    key: str
    known: str
    """The table with one row each."""
    names: str
    find: Callable[[Database, str], list[int]]
    """Keys of those one of whose names has a part, a name key."""


PEOPLE = Mentions(
    *("person", "participations", "person_id", "people", "person_names"), people_named
)
ORGANIZATIONS = Mentions(
    *("organization", "organization_roles", "organization_id"),
    *("organizations", "organization_names"),
    organizations_named,
)


def totals(mentions: Mentions, condition_sql: str, *parts: str) -> str:
    """The query for how often each was there, and first and last when, apart by some columns."""
    columns = ", ".join((f"mentions.{mentions.key}", *(f"mentions.{part}" for part in parts)))
    return (
        f"SELECT {columns}, count(DISTINCT {EVENT}) AS appearances,"  # noqa: S608 - our own words
        " min(activities.start_date) AS first_date, max(activities.start_date) AS last_date"
        f" FROM activities CROSS JOIN {mentions.table} AS mentions"
        f" ON mentions.activity_id = activities.id WHERE {condition_sql} GROUP BY {columns}"
    )


def ranked(db: Database, mentions: Mentions, role: str | None, wanted: Condition) -> Source:
    """How often each was there by the wanted reports, in a role where one is given."""
    if role is None:
        table = f"{mentions.kind}_sums"
        return source(db, table, lambda sql: totals(mentions, sql), wanted)
    table = f"(SELECT * FROM {mentions.kind}_role_sums WHERE role = :role)"  # noqa: S608 - our own words
    found = source(db, table, lambda sql: totals(mentions, f"{sql} AND role = :role"), wanted)
    return Source(found.sql, {**found.parameters, "role": role}, is_kept=found.is_kept)


def listed(
    db: Database,
    mentions: Mentions,
    columns: str,
    *,
    role: str | None,
    named: str | None,
    order: NameOrder,
    rows: dict[str, int],
    wanted: Condition,
) -> list[dict[str, Any]]:
    """People or organizations: `columns` of `known`, appearances, first and last date.

    `rows` is a page of them, `named` a part of a name of those that alone are wanted.
    Raises UsageError for another order.
    """
    orders: dict[NameOrder, str] = {
        "appearances": "appearances DESC, name COLLATE NOCASE, id",
        "name": "name COLLATE NOCASE, id",
        "latest": "last_date DESC, appearances DESC, name COLLATE NOCASE, id",
    }
    if order not in orders:
        raise UsageError(f"'{order}' is no order. Choose one of {', '.join(orders)}.")
    found, among = ranked(db, mentions, role, wanted), _among(db, mentions, named)
    sql = (
        f"SELECT {columns}, appearances, first_date, last_date"  # noqa: S608 - our own words
        f" FROM {found.sql} AS sums JOIN {mentions.known} AS known ON known.id = {mentions.key}"
        f" WHERE {among.sql}"
        f" ORDER BY {orders[order]} LIMIT :limit OFFSET :offset"
    )
    return list(db.query(sql, {**found.parameters, **rows, **among.parameters}))


def counted(
    db: Database,
    mentions: Mentions,
    *,
    role: str | None,
    named: str | None,
    wanted: Condition,
) -> int:
    """How many people or organizations a list without a limit has."""
    found, among = ranked(db, mentions, role, wanted), _among(db, mentions, named)
    if found.is_kept:
        sql = f"SELECT count(*) FROM {found.sql} WHERE {among.sql}"  # noqa: S608 - our own words
    else:
        sql = (
            f"SELECT count(DISTINCT {mentions.key}) FROM activities"  # noqa: S608 - our own words
            f" CROSS JOIN {mentions.table} AS mentions ON mentions.activity_id = activities.id"
            f" WHERE {wanted.sql}{'' if role is None else ' AND role = :role'}"
            f" AND {among.sql}"
        )
    return int(db.execute(sql, {**found.parameters, **among.parameters}).fetchone()[0])


def parts(
    db: Database,
    mentions: Mentions,
    tables: Mapping[str, Sequence[str]],
    *,
    ids: Sequence[int],
    wanted: Condition,
) -> list[dict[int, list[Part]]]:
    """How often those with the keys were there, apart by some columns: key -> parts, in no order.

    `tables` are those of kept sums with their columns; the result has one mapping for each. Out
    of the facts all are added up at once. The plus keeps SQLite from looking up each key at each
    activity: they are looked up in a set.
    """
    some, asked = f"{mentions.key} IN (SELECT value FROM json_each(:ids))", {"ids": json.dumps(ids)}  # noqa: S608 - our own words
    if are_asked(db, wanted):
        return [
            _gathered(
                db,
                f"SELECT {mentions.key}, {', '.join(columns)}, appearances, first_date, last_date"  # noqa: S608 - as above
                f" FROM {table} WHERE {some}",
                asked,
            )
            for table, columns in tables.items()
        ]
    every = list(chain.from_iterable(tables.values()))
    told = db.execute(
        f"SELECT mentions.{mentions.key}, {EVENT}, start_date, {', '.join(every)}"  # noqa: S608 - as above
        f" FROM activities CROSS JOIN {mentions.table} AS mentions"
        f" ON mentions.activity_id = activities.id WHERE {wanted.sql} AND +mentions.{some}",
        {**wanted.parameters, **asked},
    ).fetchall()
    return [
        _added_up(told, [3 + every.index(column) for column in columns])
        for columns in tables.values()
    ]


def _added_up(told: Sequence[Part], places: Sequence[int]) -> dict[int, list[Part]]:
    """Rows (key, event, date, ...) added up apart by what they have at some places."""
    events: dict[Part, set[int]] = defaultdict(set)
    dates: dict[Part, list[str]] = defaultdict(list)
    for row in told:
        part = (row[0], *(row[place] for place in places))
        events[part].add(row[1])
        if row[2] is not None:
            dates[part].append(row[2])
    gathered: dict[int, list[Part]] = defaultdict(list)
    for (key, *values), of_part in events.items():
        days = dates[(key, *values)]
        gathered[key].append(
            (*values, len(of_part), min(days, default=None), max(days, default=None))
        )
    return gathered


def aliases(db: Database, mentions: Mentions, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The names of those with the keys apart from the one that they go by: key -> names."""
    sql = (
        f"SELECT {mentions.key}, names.name FROM {mentions.names} AS names"  # noqa: S608 - our own words
        f" JOIN {mentions.known} AS known ON known.id = {mentions.key}"
        f" WHERE {mentions.key} IN (SELECT value FROM json_each(:ids))"
        " AND names.name_key != known.name_key ORDER BY names.name COLLATE NOCASE"
    )
    gathered = _gathered(db, sql, {"ids": json.dumps(ids)})
    return {key: tuple(name for (name,) in gathered[key]) for key in ids}


def _among(db: Database, mentions: Mentions, named: str | None) -> Condition:
    """What a row fulfils of those one of whose names has a part; all do where none is asked for."""
    if named is None:
        return Condition("true", {}, is_filtered=False)
    keys = json.dumps(mentions.find(db, name_key(named)))
    return Condition(f"{mentions.key} IN (SELECT value FROM json_each(:among))", {"among": keys})  # noqa: S608 - our own words


def _gathered(db: Database, sql: str, parameters: dict[str, Any]) -> dict[int, list[Part]]:
    gathered: dict[int, list[Part]] = defaultdict(list)
    for key, *values in db.execute(sql, parameters):
        gathered[key].append(tuple(values))
    return gathered
