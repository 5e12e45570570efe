"""Activities as people read them: a table for a terminal, JSON, CSV. No database here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from rich.table import Table
from rich.text import Text

from archive.query import ActivityRow
from archive.tabular import csv_text, printable

CSV_COLUMNS = (
    "activity_id",
    "start_date",
    "end_date",
    "type",
    "title",
    "venue",
    "place",
    "attendance",
    "attendance_count",
    "people",
    "organizations",
    "groups",
    "materials",
    "url",
    "site",
    "published_at",
    "gone_at",
)
_SEPARATOR = "; "
_TITLE_LENGTH = 60
_ATTENDANCE_WIDTH = 15


def as_table(rows: Sequence[ActivityRow]) -> Table:
    """A table that fits 100 columns; long titles and attendances end in an ellipsis."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column("Date", no_wrap=True)
    table.add_column("Type", no_wrap=True)
    table.add_column("Title", ratio=1)
    table.add_column("Attendance", no_wrap=True, max_width=_ATTENDANCE_WIDTH)
    for heading in ("People", "Groups", "Materials"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*(Text(cell, overflow="ellipsis") for cell in _cells(row)))
    return table


def as_json(rows: Sequence[ActivityRow]) -> str:
    """A JSON list of activities, with lists of people, organizations, groups and materials."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1)


def as_csv(rows: Sequence[ActivityRow]) -> str:
    """One line an activity; several values in one cell are parted by semicolons."""
    return csv_text(CSV_COLUMNS, (_csv_row(row) for row in rows))


def date_range(start: str | None, end: str | None) -> str:
    """A range of ISO dates without what both have in common: `2018-10-24–26`, `2018-10-31–11-02`."""
    if start is None:
        return "undated"
    if end is None or end == start:
        return start
    for shared in (8, 5):
        if start[:shared] == end[:shared]:
            return f"{start}–{end[shared:]}"
    return f"{start}–{end}"


def _cells(row: ActivityRow) -> tuple[str, ...]:
    return (
        date_range(row.start_date, row.end_date),
        row.type,
        _shortened(printable(row.title or "(untitled)"), _TITLE_LENGTH) + _mark(row),
        printable(row.attendance or ""),
        _count(len({person.name for person in row.people})),
        _count(len(row.groups)),
        _count(len(row.materials)),
    )


def _mark(row: ActivityRow) -> str:
    return f" (gone {row.gone_at[:10]})" if row.gone_at else ""


def _count(number: int) -> str:
    return str(number) if number else ""


def _shortened(text: str, length: int) -> str:
    """The text cut to `length` characters, after a whole word where one ends near."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return f"{cut[: max(cut.rfind(' '), length // 2)].rstrip()}…"


def _csv_row(row: ActivityRow) -> tuple[str | int | None, ...]:
    return (
        row.activity_id,
        row.start_date,
        row.end_date,
        row.type,
        row.title,
        row.venue,
        row.place,
        row.attendance,
        row.attendance_count,
        _SEPARATOR.join(f"{person.name} ({person.role})" for person in row.people),
        _SEPARATOR.join(organization.name for organization in row.organizations),
        _SEPARATOR.join(
            group.topic if group.focus_area is None else f"{group.topic} ({group.focus_area})"
            for group in row.groups
        ),
        _SEPARATOR.join(
            material.label if material.url is None else f"{material.label} <{material.url}>"
            for material in row.materials
        ),
        row.url,
        row.site,
        row.published_at,
        row.gone_at,
    )
