"""Renewing the kept sums: the answers to questions without a filter, by the same SQL."""

from __future__ import annotations

from sqlite_utils import Database

from archive.query.activity_types import by_month
from archive.query.attendance import counted_at_events, counted_by_month
from archive.query.co_appearances import KEPT_LEAST, pairs
from archive.query.coverage import of_sites
from archive.query.events import speaking
from archive.query.focus_areas import worked_on_by_month
from archive.query.mentions import ORGANIZATIONS, PEOPLE, totals
from archive.query.selection import condition
from archive.query.sums import are_current
from archive.storage import transaction


def renew(db: Database) -> bool:
    """Make the kept sums those of the facts as they are now; whether they were out of date.

    To be called where a run or a decision ends that may have changed facts, within its
    transaction or in one of its own. An archive whose sums are out of date answers all the
    same, out of the facts, but takes longer.
    """
    with transaction(db):
        if are_current(db):
            return False
        for table in queries(db):
            db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own words
        fill(db)
        db.execute("UPDATE sums SET is_current = 1")
    return True


def fill(db: Database) -> None:
    """Add the facts up into the tables of sums, which are empty."""
    for table, query in queries(db).items():
        db.execute(f"INSERT INTO {table} {query}")


def queries(db: Database) -> dict[str, str]:
    """The query behind each table of sums; columns are in the order of the table's."""
    return _queries(condition(db, {}).sql)


def _queries(wanted: str) -> dict[str, str]:
    of_people_and_organizations = {
        f"{mentions.kind}_{table}": query
        for mentions in (PEOPLE, ORGANIZATIONS)
        for table, query in {
            "sums": totals(mentions, wanted),
            "role_sums": totals(mentions, wanted, "role"),
            "pair_sums": pairs(mentions, wanted, KEPT_LEAST),
        }.items()
    }
    return {
        "event_sums": speaking(wanted),
        "activity_type_sums": by_month(wanted),
        "attendance_sums": counted_at_events(wanted),
        "attendance_month_sums": counted_by_month(wanted),
        "focus_area_sums": worked_on_by_month(wanted),
        "coverage_sums": of_sites(),
        "person_position_sums": totals(PEOPLE, wanted, "position", "organization"),
        **of_people_and_organizations,
    }
