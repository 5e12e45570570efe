"""What reading pages and comparing files found that a person should look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Unpack

from sqlite_utils import Database

from archive.query.selection import Selected, condition
from archive.query.sums import page


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A contradiction, or what could not be read."""

    activity_id: int
    start_date: str | None
    type: str
    title: str | None
    url: str
    check: str
    message: str
    quote: str | None
    """The words that it is about; None for those of files."""


_FOUND = """
SELECT activities.id AS activity_id, start_date, end_date, type, title, page_id, check_name,
  message, evidence_quote AS quote, findings.id AS place
FROM activities JOIN findings ON activity_id = activities.id WHERE {condition}
UNION ALL
SELECT activities.id, start_date, end_date, type, title, activities.page_id, check_name, message,
  NULL, NULL
FROM activities JOIN file_findings ON file_findings.page_id = activities.page_id
WHERE {condition}
"""


def findings(
    db: Database,
    *,
    check: str | None = None,
    limit: int | None = None,
    offset: int = 0,
    **selected: Unpack[Selected],
) -> list[FindingRow]:
    """Findings about the selected reports and their files, by date, undated ones last.

    `check` is the name under which reading noted it, such as `weekday`.

    >>> for row in findings(db, check="weekday"):
    ...     print(row.start_date, row.message, repr(row.quote))
    2019-03-04 The page names no weekday. 'Maret'
    """
    with db.atomic():
        wanted = condition(db, selected)
        sql = f"""
        SELECT activity_id, start_date, type, title, url, check_name, message, quote
        FROM ({_FOUND.format(condition=wanted.sql)}) CROSS JOIN pages ON pages.id = page_id
        {"WHERE check_name = :check" if check is not None else ""}
        ORDER BY start_date IS NULL, start_date, end_date, activity_id, place IS NULL, place,
          check_name, message
        LIMIT :limit OFFSET :offset
        """  # noqa: S608 - our own words
        asked = {**wanted.parameters, "check": check, **page(limit, offset)}
        return [FindingRow(*values) for values in db.execute(sql, asked)]


def count_findings(db: Database, *, check: str | None = None, **selected: Unpack[Selected]) -> int:
    """How many rows `findings` gives without a limit.

    >>> count_findings(db)
    1
    """
    wanted = condition(db, selected)
    sql = (
        f"SELECT count(*) FROM ({_FOUND.format(condition=wanted.sql)})"  # noqa: S608 - our own words
        f"{' WHERE check_name = :check' if check is not None else ''}"
    )
    return int(db.execute(sql, {**wanted.parameters, "check": check}).fetchone()[0])
