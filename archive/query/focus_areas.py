"""Which focus areas groups worked on, over time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Unpack

from sqlite_utils import Database

from archive.query.events import speaking
from archive.query.mentions import EVENT
from archive.query.periods import By, period_of
from archive.query.selection import Selected, condition
from archive.query.sums import source


@dataclass(frozen=True, slots=True)
class FocusAreaPeriod:
    """What was done on a focus area in a period."""

    period: str | None
    """None for undated activities."""
    focus_area: int | None
    """Number; None for groups that fit none."""
    label_id: str | None
    label_en: str | None
    activities: int
    """Events with a group on it; one that several pages report counts once."""
    groups: int
    """Groups as reports name them; reports of one event may name the same group."""
    conclusions: int
    """Points that those groups reported."""


def worked_on_by_month(condition_sql: str) -> str:
    """The query for the work on each focus area in each month, an event in one month alone."""
    return f"""
    SELECT substr(events.start_date, 1, 7) AS month, focus_area, count(*) AS activities,
      sum(groups) AS groups, sum(conclusions) AS conclusions
    FROM (
      SELECT {EVENT} AS event, focus_area, count(*) AS groups,
        sum((SELECT count(*) FROM conclusions WHERE group_id = worked.id)) AS conclusions
      FROM activities CROSS JOIN discussion_groups AS worked ON activity_id = activities.id
      WHERE {condition_sql} GROUP BY 1, 2
    ) JOIN ({speaking(condition_sql)}) AS events USING (event)
    GROUP BY 1, 2
    """  # noqa: S608 - our own words


def focus_areas(
    db: Database, *, by: By = "year", **selected: Unpack[Selected]
) -> list[FocusAreaPeriod]:
    """Work on focus areas by period; groups that fit none last of each, undated ones at the end.

    With `focus_area` among the filters, that one alone.

    >>> for row in focus_areas(db):
    ...     print(row.period, row.focus_area, row.activities, row.groups, row.conclusions)
    2019 3 2 2 3
    2019 None 1 1 0
    """
    with db.atomic():
        found = source(db, "focus_area_sums", worked_on_by_month, condition(db, selected))
        alone = "" if selected.get("focus_area") is None else " WHERE focus_area = :focus_area"
        sql = f"""
        SELECT {period_of("month", by)} AS period, focus_area, label_id, label_en,
          sum(activities), sum(groups), sum(conclusions)
        FROM {found.sql} LEFT JOIN focus_areas ON number = focus_area{alone}
        GROUP BY 1, 2 ORDER BY period IS NULL, period, focus_area IS NULL, focus_area
        """  # noqa: S608 - our own words
        return [FocusAreaPeriod(*values) for values in db.execute(sql, found.parameters)]
