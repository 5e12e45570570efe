"""Renewing what a few changes of facts can have touched of the kept sums, and nothing else.

What sums are made of is noted by `archive.touched`. Of each table those rows are made anew, by the
query that fills it, whose events, months, people, organizations or sites were touched.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from archive import touched
from archive.query.activity_types import by_month
from archive.query.attendance import counted_at_events, counted_by_month
from archive.query.co_appearances import KEPT_LEAST, pairs
from archive.query.coverage import of_sites
from archive.query.events import OF_EVENTS, speaking
from archive.query.focus_areas import worked_on_by_month
from archive.query.mentions import EVENT, ORGANIZATIONS, PEOPLE, Mentions, totals
from archive.query.renewing import renew as renew_all
from archive.query.selection import condition
from archive.query.sums import are_current

_MOST = 2_000
"""Notes above which all sums are renewed, which then takes no longer."""

_MONTH = "coalesce(substr(start_date, 1, 7), '')"
_IN = "IN (SELECT value FROM json_each(:{}))"


def renew(db: Database) -> None:
    """Make the sums those of the facts, which they were before `touched` began to note.

    The caller holds the transaction.
    """
    if are_current(db):
        return
    if touched.number(db) > _MOST or touched.values(db, "more"):
        renew_all(db)
        return
    wanted = condition(db, {}).sql
    _renew_events(db, wanted)
    _renew_mentions(db, wanted, PEOPLE, "people_met", {**_totals(PEOPLE), **_POSITIONS})
    _renew_mentions(db, wanted, ORGANIZATIONS, "organizations_met", _totals(ORGANIZATIONS))
    _renew_coverage(db)
    db.execute("UPDATE sums SET is_current = 1")


_POSITIONS = {"person_position_sums": ("position", "organization")}


def _totals(mentions: Mentions) -> dict[str, tuple[str, ...]]:
    """Tables of sums of each, and by what columns they are apart."""
    return {f"{mentions.kind}_sums": (), f"{mentions.kind}_role_sums": ("role",)}


def _renew_events(db: Database, wanted: str) -> None:
    events = _events(db, "counted", "dated")
    if not events:
        return
    asked = {"events": json.dumps(sorted(events))}
    of_these = f"{wanted} AND {OF_EVENTS}"
    in_events = f"event {_IN.format('events')}"
    months = _months(db, in_events, asked)
    for table, query in (("event_sums", speaking), ("attendance_sums", counted_at_events)):
        _replace(db, table, query(of_these), in_events, asked)
    months |= _months(db, in_events, asked)
    in_months = _IN.format("months")
    asked = {"months": json.dumps(sorted(months))}
    found = db.execute(f"SELECT event FROM event_sums WHERE {_MONTH} {in_months}", asked)  # noqa: S608 - our own words
    asked["events"] = json.dumps([event for (event,) in found.fetchall()])
    for table, query in (
        ("activity_type_sums", by_month),
        ("attendance_month_sums", counted_by_month),
        ("focus_area_sums", worked_on_by_month),
    ):
        _replace(db, table, query(of_these), f"coalesce(month, '') {in_months}", asked)


def _months(db: Database, in_events: str, asked: dict[str, str]) -> set[str]:
    """The months of events, '' of undated ones."""
    rows = db.execute(f"SELECT {_MONTH} FROM event_sums WHERE {in_events}", asked)  # noqa: S608 - our own words
    return {month for (month,) in rows.fetchall()}


def _renew_mentions(
    db: Database,
    wanted: str,
    mentions: Mentions,
    met: str,
    tables: dict[str, tuple[str, ...]],
) -> None:
    """The sums of those who are mentioned otherwise, and of those at what is dated otherwise."""
    of_dated = set(_mentioned(db, mentions, touched.values(db, "dated")))
    keys = of_dated | touched.values(db, mentions.kind)
    if keys:
        asked, some = {"keys": json.dumps(sorted(keys))}, f"{mentions.key} {_IN.format('keys')}"
        of_these = f"{wanted} AND {_mentioning(mentions, 'keys')} AND +mentions.{some}"
        for table, columns in tables.items():
            _replace(db, table, totals(mentions, of_these, *columns), some, asked)
    keys = of_dated | touched.values(db, f"{mentions.kind}_met")
    if keys:
        others = keys | set(_mentioned(db, mentions, _reports(db, _events(db, "dated", met))))
        _renew_pairs(db, wanted, mentions, keys, others)


def _renew_pairs(
    db: Database, wanted: str, mentions: Mentions, keys: set[int], others: set[int]
) -> None:
    """The pairs of one of these keys and one of the others, among whom they are."""
    asked = {"keys": json.dumps(sorted(keys)), "others": json.dumps(sorted(others))}
    these, those = _IN.format("keys"), _IN.format("others")
    of_these = f"{wanted} AND {_mentioning(mentions, 'others')} AND +{mentions.key} {those}"
    apart = f"(first_id {these} AND second_id {those} OR first_id {those} AND second_id {these})"
    table = f"{mentions.kind}_pair_sums"
    _replace(db, table, pairs(mentions, of_these, KEPT_LEAST), apart, asked)


def _renew_coverage(db: Database) -> None:
    found = db.execute(
        "SELECT DISTINCT site FROM pages JOIN activities ON page_id = pages.id"  # noqa: S608 - our own words
        f" WHERE activities.id {_IN.format('ids')}",
        {"ids": json.dumps(sorted(touched.values(db, "covered")))},
    )
    for (site,) in found.fetchall():
        _replace(db, "coverage_sums", of_sites(), "site = :site", {"site": site})


def _replace(db: Database, table: str, query: str, which: str, asked: dict[str, Any]) -> None:
    """Make those rows of the table what the query gives of them."""
    db.execute(f"DELETE FROM {table} WHERE {which}", asked)  # noqa: S608 - our own words
    db.execute(f"INSERT INTO {table} SELECT * FROM ({query}) WHERE {which}", asked)  # noqa: S608 - our own words


def _events(db: Database, *aspects: str) -> set[int]:
    """The events of reports of which these were touched, before and after."""
    rows = db.execute(
        f"SELECT {EVENT} FROM activities WHERE id {_IN.format('ids')}",  # noqa: S608 - our own words
        {"ids": json.dumps(sorted(touched.values(db, *aspects)))},
    )
    return {event for (event,) in rows.fetchall()} | touched.values(db, "event")


def _reports(db: Database, events: Iterable[int]) -> list[int]:
    rows = db.execute(
        f"SELECT id FROM activities WHERE {OF_EVENTS}",  # noqa: S608 - our own words
        {"events": json.dumps(sorted(events))},
    )
    return [report for (report,) in rows.fetchall()]


def _mentioned(db: Database, mentions: Mentions, activities: Iterable[int]) -> list[int]:
    rows = db.execute(
        f"SELECT DISTINCT {mentions.key} FROM {mentions.table}"  # noqa: S608 - our own words
        f" WHERE activity_id {_IN.format('ids')}",
        {"ids": json.dumps(sorted(activities))},
    )
    return [key for (key,) in rows.fetchall()]


def _mentioning(mentions: Mentions, name: str) -> str:
    """What a report fulfils that mentions one of these."""
    return (
        f"activities.id IN (SELECT activity_id FROM {mentions.table}"  # noqa: S608 - our own words
        f" WHERE {mentions.key} {_IN.format(name)})"
    )
