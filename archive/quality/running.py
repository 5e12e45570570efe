"""Running the checks over selected reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Unpack

from sqlite_utils import Database

from archive.quality.checks import Check, Severity, check, checks
from archive.query.selection import Condition, Selected, condition

_ROWS = """
SELECT activities.id, activities.title, pages.url, found.message, found.quote
FROM ({found} ORDER BY 1 LIMIT :limit) AS found
JOIN activities ON activities.id = found.activity_id
JOIN pages ON pages.id = activities.page_id
ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class QualityRow:
    """Something that a person should look at, with the page and its words."""

    check: str
    severity: Severity
    activity_id: int
    title: str | None
    url: str
    message: str
    """What was found, a sentence."""
    quote: str | None
    """The words of the page that it is about; None where something is missing."""
    what_to_do: str


@dataclass(frozen=True, slots=True)
class CheckCount:
    """How much a check finds."""

    check: str
    severity: Severity
    meaning: str
    what_to_do: str
    found: int


def run(
    db: Database, *, only: str | None = None, limit: int | None = None, **selected: Unpack[Selected]
) -> list[QualityRow]:
    """What the checks find in the selected reports: the gravest first, each check's in turn.

    `only` is the name of one check; `limit` the most rows of all. What is known of a
    person, organization or event is told with one of the reports. Raises ValueError for a check
    that there is none of.
    """
    chosen = condition(db, selected)
    asked = checks() if only is None else (check(only),)
    rows: list[QualityRow] = []
    with db.atomic():  # one state of the archive for all checks, whoever writes meanwhile
        for one in asked:
            rows += _rows(db, one, chosen, None if limit is None else limit - len(rows))
    return rows


def counts(db: Database, **selected: Unpack[Selected]) -> list[CheckCount]:
    """How much each check finds in the selected reports, checks that find nothing included."""
    chosen = condition(db, selected)
    with db.atomic():
        return [
            CheckCount(one.name, one.severity, one.meaning, one.what_to_do, _count(db, one, chosen))
            for one in checks()
        ]


def _rows(db: Database, one: Check, chosen: Condition, limit: int | None) -> list[QualityRow]:
    sql = _ROWS.replace("{found}", _sql(one, chosen))
    parameters = {**one.parameters, **chosen.parameters, "limit": -1 if limit is None else limit}
    return [
        QualityRow(one.name, one.severity, activity_id, title, url, message, quote, one.what_to_do)
        for activity_id, title, url, message, quote in db.execute(sql, parameters)
    ]


def _count(db: Database, one: Check, chosen: Condition) -> int:
    sql = f"SELECT count(*) FROM ({_sql(one, chosen)})"  # noqa: S608 - the checks' own words
    (number,) = db.execute(sql, {**one.parameters, **chosen.parameters}).fetchone()
    return int(number)


def _sql(one: Check, chosen: Condition) -> str:
    return one.sql.replace("{selected}", chosen.sql)
