"""What kinds of activity took place, over time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Unpack

from sqlite_utils import Database

from archive.query.events import speaking
from archive.query.periods import By, period_of
from archive.query.selection import Selected, condition
from archive.query.sums import source


@dataclass(frozen=True, slots=True)
class ActivityTypePeriod:
    """How many events of a type took place in a period."""

    period: str | None
    """None for undated events."""
    type: str
    label_id: str
    label_en: str
    activities: int
    """Events; one that several pages report counts once, as its fullest report has it."""


def by_month(condition_sql: str) -> str:
    """The query for how many events of each type took place in each month."""
    return (
        "SELECT substr(start_date, 1, 7) AS month, type, count(*) AS activities"  # noqa: S608 - our own words
        f" FROM ({speaking(condition_sql)}) GROUP BY 1, 2"
    )


def activities_by_type(
    db: Database, *, by: By = "month", **selected: Unpack[Selected]
) -> list[ActivityTypePeriod]:
    """Events by period and type, types in the order of the vocabulary, undated ones last.

    >>> for row in activities_by_type(db, by="year"):
    ...     print(row.period, row.label_en, row.activities)
    2019 Workshop 2
    2019 Meeting 1
    2020 Meeting 1
    None Meeting 1
    """
    with db.atomic():
        found = source(db, "activity_type_sums", by_month, condition(db, selected))
        sql = f"""
        SELECT {period_of("month", by)} AS period, type, label_id, label_en, sum(activities)
        FROM {found.sql} JOIN activity_types ON code = type
        GROUP BY 1, 2 ORDER BY period IS NULL, period, position
        """  # noqa: S608 - our own words
        return [ActivityTypePeriod(*values) for values in db.execute(sql, found.parameters)]
