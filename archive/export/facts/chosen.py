"""Which reports an export holds: noted once in a passing table that all its parts read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Unpack

from sqlite_utils import Database

from archive.errors import ArchiveError
from archive.query.selection import Selected, condition
from archive.query.sites import refuse_unknown_site

_TABLE = """
CREATE TEMP TABLE exported (
  activity_id INTEGER PRIMARY KEY,
  page_id INTEGER NOT NULL UNIQUE,
  event_key INTEGER NOT NULL
)
"""

_TOLD = """
SELECT
  count(*),
  min(start_date),
  max(coalesce(end_date, start_date)),
  max(coalesce(fetched_at, discovered_at))
FROM temp.exported
JOIN activities ON activities.id = exported.activity_id
JOIN pages ON pages.id = exported.page_id
"""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The reports of an export, and what is told of them as a whole."""

    activities: int
    first_date: str | None
    """The first day of any of them, ISO; None where all are undated."""
    last_date: str | None
    newest: str
    """When the page fetched last was fetched, UTC: the date of what is written."""
    sites: tuple[tuple[str, str], ...]
    """(name, address of its home page) of the sites whose pages they are."""
    selected: Selected
    """The filters that were given."""


@contextmanager
def chosen(db: Database, **selected: Unpack[Selected]) -> Iterator[Chosen]:
    """The reports that pass the filters, of one state of the archive, whoever writes meanwhile.

    While the block lasts the connection's table `temp.exported` has a row for each, with its
    page and its `event_key`, the same for all reports of one event. Raises UsageError for a site
    that the archive does not have and ArchiveError where no report is left.
    """
    db.execute("BEGIN")
    try:
        refuse_unknown_site(db, selected.get("site"))
        asked = condition(db, selected)
        db.execute(_TABLE)
        db.execute(
            "INSERT INTO temp.exported SELECT id, page_id, coalesce(event_id, -id)"  # noqa: S608 - its own words
            f" FROM activities WHERE {asked.sql}",
            asked.parameters,
        )
        db.execute("CREATE INDEX temp.exported_event ON exported (event_key)")
        yield _told(db, selected)
    finally:
        db.rollback()


def _told(db: Database, selected: Selected) -> Chosen:
    number, first, last, newest = db.execute(_TOLD).fetchone()
    if not number:
        raise ArchiveError(
            "There is nothing to export: no report of an activity matches."
            " Leave out an option, or fill the archive with 'resilience crawl'."
        )
    given: Selected = {name: value for name, value in selected.items() if value}  # type: ignore[assignment]
    return Chosen(number, first, last, newest, _sites(db), given)


def _sites(db: Database) -> tuple[tuple[str, str], ...]:
    """Sites by name, each at its every host."""
    rows = db.execute(
        "SELECT DISTINCT site, substr(url, 1, instr(substr(url, 9), '/') + 8)"
        " FROM temp.exported JOIN pages ON pages.id = page_id"
        " WHERE url LIKE 'http%://%/%' ORDER BY 1, 2"
    )
    return tuple((site, home) for site, home in rows)
