"""Adding up how often people and organizations were there: events, never pages."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlite_utils import Database

from archive.errors import UsageError
from archive.names import name_key
from archive.query.names import organizations_named, people_named
from archive.query.selection import Condition
from archive.query.sums import Source, are_current, page, source

NameOrder = Literal["appearances", "name", "latest"]
AppearanceOrder = Literal["date", "-date"]

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


@dataclass(frozen=True, slots=True)
class Year:
    """What somebody was there for in a year."""

    year: str | None
    """None for undated events."""
    events: int
    """Events, each once, in the year of its first report."""
    mentions: int
    """Parts in reports of these events; one report may tell of several."""
    first_date: str | None
    last_date: str | None


Mention = tuple[int, int, str | None]
"""(key of the row, event, date)."""

ORDERS: dict[AppearanceOrder, str] = {
    "date": "start_date IS NULL, start_date, activities.id, mentions.id",
    "-date": "start_date DESC, activities.id DESC, mentions.id",
}
"""The orders of what one was there for."""

_MANY = 500
"""More mentions than these take longer to add up than a reader notices."""

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
    table: str,
    columns: Sequence[str],
    *,
    ids: Sequence[int],
    order: str,
    wanted: Condition,
) -> dict[int, list[tuple[Any, ...]]]:
    """How often those with the keys were there, apart by some columns: key -> rows.

    A row is the columns, appearances, first and last date. `table` has the kept ones. The plus
    keeps SQLite from looking up each key at each activity: they are looked up in a set.
    """
    some = f"{mentions.key} IN (SELECT value FROM json_each(:ids))"  # noqa: S608 - our own words
    found = source(
        db,
        table,
        lambda sql: totals(mentions, f"{sql} AND +mentions.{some}", *columns),
        wanted,
    )
    sql = (
        f"SELECT {mentions.key}, {', '.join(columns)}, appearances, first_date, last_date"  # noqa: S608 - our own words
        f" FROM {found.sql} WHERE {some} ORDER BY {order}"
    )
    return _gathered(db, sql, {**found.parameters, "ids": json.dumps(ids)})


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


def mentions_of(
    db: Database, mentions: Mentions, key: int, *, order: AppearanceOrder, wanted: Condition
) -> list[Mention]:
    """The rows that mention one, without their words. Raises UsageError for another order."""
    if order not in ORDERS:
        raise UsageError(f"'{order}' is no order. Choose one of {', '.join(ORDERS)}.")
    sql = (
        f"SELECT mentions.id, {EVENT}, start_date FROM {mentions.table} AS mentions"  # noqa: S608 - our own words
        " CROSS JOIN activities ON activities.id = activity_id"
        f" WHERE mentions.{mentions.key} = :key AND {wanted.sql} ORDER BY {ORDERS[order]}"
    )
    return list(db.execute(sql, {**wanted.parameters, "key": key}))


def years_of(mentioned: Sequence[Mention]) -> list[Year]:
    """When one was there, each event in the year of its first report; undated ones last."""
    first: dict[int, str | None] = {}
    last: dict[int, str | None] = {}
    rows = Counter(event for _, event, _ in mentioned)
    for _, event, date in mentioned:
        if event not in first:
            first[event] = last[event] = date
        elif date != first[event]:
            first[event] = _either(min, first[event], date)
            last[event] = _either(max, last[event], date)
    events: dict[str | None, list[int]] = defaultdict(list)
    for event, date in first.items():
        events[None if date is None else date[:4]].append(event)
    return [
        Year(
            year,
            len(events[year]),
            sum(rows[event] for event in events[year]),
            min((date for event in events[year] if (date := first[event])), default=None),
            max((date for event in events[year] if (date := last[event])), default=None),
        )
        for year in sorted(events, key=lambda year: (year is None, year))
    ]


def _either(choose: Callable[[str, str], str], one: str | None, other: str | None) -> str | None:
    """The date of the two that is chosen, or that there is."""
    if one is None or other is None or one == other:
        return one or other
    return choose(one, other)


def parts_of(
    db: Database,
    mentions: Mentions,
    key: int,
    *columns: str,
    order: str,
    wanted: Condition,
    kept_in: str | None = None,
) -> list[tuple[Any, ...]]:
    """How often one was there, apart by some columns: these, events, first and last date.

    As `parts` has it, but of one alone: out of the facts, or out of a table of kept sums.
    """
    some = ", ".join(columns)
    if kept_in is None:
        sql = (
            f"SELECT {some}, count(DISTINCT {EVENT}) AS appearances,"  # noqa: S608 - our own words
            " min(start_date) AS first_date, max(start_date) AS last_date"
            f" FROM {mentions.table} AS mentions CROSS JOIN activities ON activities.id = activity_id"
            f" WHERE mentions.{mentions.key} = :key AND {wanted.sql} GROUP BY {some} ORDER BY {order}"
        )
    else:
        sql = (
            f"SELECT {some}, appearances, first_date, last_date FROM {kept_in}"  # noqa: S608 - our own words
            f" WHERE {mentions.key} = :key ORDER BY {order}"
        )
    return list(db.execute(sql, {**wanted.parameters, "key": key}))


def _met_most(db: Database, mentions: Mentions, key: int, limit: int) -> list[tuple[int, str, int]]:
    """As `met` without a filter, out of the kept sums, which leave out those met once."""
    pairs = f"{mentions.kind}_pair_sums"
    sql = f"""
    SELECT known.id, known.name, appearances FROM (
      SELECT second_id AS other, appearances FROM {pairs} WHERE first_id = :key
      UNION ALL SELECT first_id, appearances FROM {pairs} WHERE second_id = :key
    ) JOIN {mentions.known} AS known ON known.id = other
    ORDER BY appearances DESC, known.name COLLATE NOCASE, known.id LIMIT :limit
    """  # noqa: S608 - our own words
    return list(db.execute(sql, {"key": key, "limit": limit}))


def is_asked_of_sums(db: Database, years: Sequence[Year], wanted: Condition) -> bool:
    """Whether the parts of one with these years are asked of kept sums: of many they are."""
    many = sum(one.mentions for one in years) > _MANY
    return many and not wanted.is_filtered and are_current(db)


def met(
    db: Database,
    mentions: Mentions,
    key: int,
    *,
    wanted: Condition,
    limit: int | None,
    is_kept: bool,
) -> list[tuple[int, str, int]]:
    """(key, name, events) of those who were at events that one was at, the most often met first.

    With a limit the kept sums are asked where `is_kept`; they leave out those met once.
    """
    if is_kept and limit is not None:
        return _met_most(db, mentions, key, limit)
    sql = f"""
    WITH own AS MATERIALIZED (
      SELECT DISTINCT {EVENT} AS event FROM {mentions.table} AS mentions
      JOIN activities ON activities.id = activity_id
      WHERE mentions.{mentions.key} = :key AND {wanted.sql}
    ), reports AS (
      SELECT id, event FROM own CROSS JOIN activities ON activities.event_id = event
      WHERE {wanted.sql}
      UNION ALL SELECT -event, event FROM own WHERE event < 0
    ), others AS (
      SELECT {mentions.key} AS other, count(DISTINCT event) AS events
      FROM reports CROSS JOIN {mentions.table} ON activity_id = reports.id
      WHERE {mentions.key} != :key GROUP BY {mentions.key}
    )
    SELECT known.id, known.name, events FROM others
    CROSS JOIN {mentions.known} AS known ON known.id = other
    ORDER BY events DESC, known.name COLLATE NOCASE, known.id LIMIT :limit
    """  # noqa: S608 - our own words
    return list(db.execute(sql, {**wanted.parameters, "key": key, **page(limit, 0)}))


def _among(db: Database, mentions: Mentions, named: str | None) -> Condition:
    """What a row fulfils of those one of whose names has a part; all do where none is asked for."""
    if named is None:
        return Condition("true", {}, is_filtered=False)
    keys = json.dumps(mentions.find(db, name_key(named)))
    return Condition(f"{mentions.key} IN (SELECT value FROM json_each(:among))", {"among": keys})  # noqa: S608 - our own words


def span_of(years: Sequence[Year]) -> dict[str, Any]:
    """At how many events somebody was, and when first and last: columns of a row."""
    return {
        "appearances": sum(one.events for one in years),
        "first_date": min((one.first_date for one in years if one.first_date), default=None),
        "last_date": max((one.last_date for one in years if one.last_date), default=None),
    }


def _gathered(
    db: Database, sql: str, parameters: dict[str, Any]
) -> dict[int, list[tuple[Any, ...]]]:
    gathered: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for key, *values in db.execute(sql, parameters):
        gathered[key].append(tuple(values))
    return gathered
