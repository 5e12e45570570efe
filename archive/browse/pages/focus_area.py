"""One focus area: which groups worked on it, when, and what they concluded."""

from __future__ import annotations

from sqlite_utils import Database

from archive import query
from archive.browse import filters
from archive.browse.answering import Values
from archive.browse.asked import Asked
from archive.browse.paging import pager
from archive.vocabularies import focus_areas


def load(db: Database, asked: Asked) -> Values | None:
    """The focus area that the address names, with a page of its activities."""
    number = asked.number("id")
    area = next((area for area in focus_areas() if area.number == number), None)
    if area is None:
        return None
    page = filters.read(asked.options).page
    total = query.count_activities(db, focus_area=number)
    rows = query.activities(
        db,
        order="-date",
        limit=filters.PAGE_LENGTH,
        offset=(page - 1) * filters.PAGE_LENGTH,
        focus_area=number,
    )
    return {
        "area": area,
        "rows": rows,
        "years": [one for one in query.focus_areas(db, by="year") if one.focus_area == number],
        "conclusions": _conclusions(db, number, [row.activity_id for row in rows]),
        "pager": pager(asked, page, total),
    }


def _conclusions(
    db: Database, number: int, ids: list[int]
) -> dict[int, list[tuple[str, list[str]]]]:
    """Activity -> (topic, conclusions in their words) of its groups on the focus area."""
    groups: dict[int, dict[int, tuple[str, list[str]]]] = {}
    marks = ", ".join("?" * len(ids))
    for activity, group, topic, said in db.execute(
        "SELECT discussion_groups.activity_id, discussion_groups.id, topic,"  # noqa: S608 - question marks
        " conclusions.evidence_quote FROM discussion_groups"
        " LEFT JOIN conclusions ON conclusions.group_id = discussion_groups.id"
        f" WHERE focus_area = ? AND discussion_groups.activity_id IN ({marks})"
        " ORDER BY discussion_groups.id, conclusions.position",
        [number, *ids],
    ):
        of_activity = groups.setdefault(activity, {})
        points = of_activity.setdefault(group, (topic, []))[1]
        if said is not None:
            points.append(said)
    return {activity: list(found.values()) for activity, found in groups.items()}
