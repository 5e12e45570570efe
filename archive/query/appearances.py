"""What one person, or organization, was there for: mentions, years, parts, and whom they met."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlite_utils import Database

from archive.errors import UsageError
from archive.query.mentions import EVENT, Mentions, Part
from archive.query.selection import Condition
from archive.query.sums import are_current, page

AppearanceOrder = Literal["date", "-date"]


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


@dataclass(frozen=True, slots=True)
class MetRow:
    """Another person (or organization) that was at the same events."""

    id: int
    name: str
    activities: int
    """Events at which both were."""


@dataclass(frozen=True, slots=True)
class Told:
    """What pages tell of one person, or organization, whatever the kind."""

    shown: list[tuple[Any, ...]]
    """The rows of a page of appearances, in their order."""
    roles: list[Part]
    met: tuple[MetRow, ...]
    years: tuple[Year, ...]
    only_gone: int
    is_summed: bool
    """Whether roles and those met come from the kept sums."""


Mention = tuple[int, int, str | None, int]
"""(key of the row, event, date, whether its page is gone: 1 or 0)."""

ORDERS: dict[AppearanceOrder, str] = {
    "date": "start_date IS NULL, start_date, activities.id, mentions.id",
    "-date": "start_date DESC, activities.id DESC, mentions.id",
}
"""The orders of what one was there for."""

_MANY = 500
"""More mentions than these take longer to add up than a reader notices."""


def told_of(
    db: Database,
    mentions: Mentions,
    key: int,
    words: str,
    *,
    order: AppearanceOrder,
    limit: int | None,
    offset: int,
    most_met: int | None,
    wanted: Condition,
) -> Told:
    """All that is told of one; `words` is the query of appearances that `in_words` asks.

    Raises UsageError for another order.
    """
    mentioned = mentions_of(db, mentions, key, order=order, wanted=wanted)
    shown = mentioned[offset : None if limit is None else offset + limit]
    is_kept = is_asked_of_sums(db, mentioned)
    kept_in = f"{mentions.kind}_role_sums" if is_kept else None
    others = met(
        *(db, mentions, key),
        mentioned=mentioned,
        wanted=wanted,
        limit=most_met,
        is_kept=is_kept,
    )
    return Told(
        in_words(db, words, shown),
        parts_of(db, mentions, key, "role", wanted=wanted, kept_in=kept_in),
        tuple(MetRow(*one) for one in others),
        tuple(years_of(mentioned)),
        only_gone(mentioned),
        is_kept,
    )


def mentions_of(
    db: Database, mentions: Mentions, key: int, *, order: AppearanceOrder, wanted: Condition
) -> list[Mention]:
    """The rows that mention one, without their words. Raises UsageError for another order."""
    if order not in ORDERS:
        raise UsageError(f"'{order}' is no order. Choose one of {', '.join(ORDERS)}.")
    sql = (
        f"SELECT mentions.id, {EVENT}, start_date,"  # noqa: S608 - our own words
        " page_id IN (SELECT id FROM pages WHERE state = 'gone')"
        f" FROM {mentions.table} AS mentions"
        " CROSS JOIN activities ON activities.id = activity_id"
        f" WHERE mentions.{mentions.key} = :key AND {wanted.sql} ORDER BY {ORDERS[order]}"
    )
    return list(db.execute(sql, {**wanted.parameters, "key": key}))


def in_words(db: Database, sql: str, mentioned: Sequence[Mention]) -> list[tuple[Any, ...]]:
    """The rows of a query in the order of the mentions.

    The query asks for the keys in the JSON list `:ids` and gives a row for each, its key first.
    To sort the rows there would take longer, for they are wide.
    """
    ids = [key for key, *_ in mentioned]
    rows = {key: tuple(row) for key, *row in db.execute(sql, {"ids": json.dumps(ids)})}
    return [rows[key] for key in ids]


def years_of(mentioned: Sequence[Mention]) -> list[Year]:
    """When one was there, each event in the year of its first report; undated ones last."""
    first: dict[int, str | None] = {}
    last: dict[int, str | None] = {}
    rows = Counter(event for _, event, *_ in mentioned)
    for _, event, date, _ in mentioned:
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
    wanted: Condition,
    kept_in: str | None = None,
) -> list[Part]:
    """How often one was there, apart by some columns, in no order.

    As `parts` has it, but of one alone: out of the facts, or out of a table of kept sums.
    """
    some = ", ".join(columns)
    if kept_in is None:
        sql = (
            f"SELECT {some}, count(DISTINCT {EVENT}) AS appearances,"  # noqa: S608 - our own words
            " min(start_date) AS first_date, max(start_date) AS last_date"
            f" FROM {mentions.table} AS mentions CROSS JOIN activities ON activities.id = activity_id"
            f" WHERE mentions.{mentions.key} = :key AND {wanted.sql} GROUP BY {some}"
        )
    else:
        sql = (
            f"SELECT {some}, appearances, first_date, last_date FROM {kept_in}"  # noqa: S608 - our own words
            f" WHERE {mentions.key} = :key"
        )
    return list(db.execute(sql, {**wanted.parameters, "key": key}))


def roles_of(parts: Sequence[Part]) -> tuple[tuple[str, int], ...]:
    """(role, events), the most frequent first, of parts that are apart by role."""
    return tuple(
        (role, events) for role, events, *_ in sorted(parts, key=lambda part: (-part[1], part[0]))
    )


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


def only_gone(mentioned: Sequence[Mention]) -> int:
    """How many of the events are told by pages alone that are gone from their site."""
    gone = {event for _, event, _, is_gone in mentioned if is_gone}
    return len(gone - {event for _, event, _, is_gone in mentioned if not is_gone}) if gone else 0


def is_asked_of_sums(db: Database, mentioned: Sequence[Mention]) -> bool:
    """Whether the parts of one with these mentions are asked of kept sums: of many they are.

    The sums leave out pages that are gone, also where these are asked for.
    """
    return len(mentioned) > _MANY and are_current(db)


def met(
    db: Database,
    mentions: Mentions,
    key: int,
    *,
    mentioned: Sequence[Mention],
    wanted: Condition,
    limit: int | None,
    is_kept: bool,
) -> list[tuple[int, str, int]]:
    """(key, name, events) of those who were at the events of `mentioned`, which is what one was
    there for, the most often met first.

    With a limit the kept sums are asked where `is_kept`; they leave out those met once.
    """
    if is_kept and limit is not None:
        return _met_most(db, mentions, key, limit)
    sql = f"""
    WITH own (event) AS MATERIALIZED (
      SELECT value FROM json_each(:events)
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
    events = json.dumps(sorted({event for _, event, *_ in mentioned}))
    asked = {**wanted.parameters, "key": key, "events": events, **page(limit, 0)}
    return list(db.execute(sql, asked))


def span_of(years: Sequence[Year]) -> dict[str, Any]:
    """At how many events somebody was, and when first and last: columns of a row."""
    return {
        "appearances": sum(one.events for one in years),
        "first_date": min((one.first_date for one in years if one.first_date), default=None),
        "last_date": max((one.last_date for one in years if one.last_date), default=None),
    }
