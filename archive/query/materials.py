"""Slides and other documents that reports offer, and what became of their files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Unpack

from sqlite_utils import Database

from archive.query.selection import Selected, condition
from archive.query.sums import page


@dataclass(frozen=True, slots=True)
class OfferedMaterialRow:
    """A material with its activity and its file; columns as in the view material_overview."""

    material_id: int
    activity_id: int
    start_date: str | None
    type: str
    title: str | None
    kind: str
    label: str
    material_url: str | None
    presenter: str | None
    date: str | None
    quote: str | None
    """The words that offer it."""
    url: str
    """The report's address."""
    file_state: str | None
    """`not asked`, `pending`, `fetched`, `failed`, `gone`, `refused` or `link`; None without a
    link."""
    file_reason: str | None
    file_type: str | None
    file_pages: int | None
    """Pages, slides or sheets."""
    file_length: int | None
    """Bytes."""
    file_sha256: str | None
    file_path: str | None
    """Relative to the archive's folder."""


_OF_KIND = " AND materials.kind = :kind"

FILE_COLUMNS = """
  CASE WHEN materials.url IS NULL THEN NULL WHEN file_links.attempts > 0 THEN file_links.state
    ELSE 'not asked' END AS file_state,
  coalesce(file_links.reason, files.reason) AS file_reason, files.type AS file_type,
  files.pages AS file_pages, files.length AS file_length, files.sha256 AS file_sha256,
  files.path AS file_path
"""
"""What became of a material's file."""

FILE_TABLES = """
LEFT JOIN file_links ON file_links.url = materials.url
LEFT JOIN files ON files.id = file_links.file_id
"""
"""What FILE_COLUMNS are of, after `materials`."""

# The view material_overview leaves out pages that are gone, which may have been asked for.
_ROWS = f"""
SELECT materials.id, activity_id, start_date, activities.type, activities.title, kind, label,
  materials.url, presenter, date, evidence_quote, pages.url, {FILE_COLUMNS}
FROM materials
JOIN activities ON activities.id = activity_id
JOIN pages ON pages.id = page_id
{FILE_TABLES}
WHERE materials.id IN (SELECT value FROM json_each(?))
"""  # noqa: S608 - our own words


# Few beside all: what they have is sooner taken away than all that others have is counted.
_LEFT_OUT = """
SELECT id FROM activities WHERE type IS NULL
UNION SELECT activities.id FROM pages JOIN activities ON page_id = pages.id WHERE state = 'gone'
"""
"""The activities that a question without a filter leaves out."""


def materials(
    db: Database,
    *,
    kind: str | None = None,
    limit: int | None = None,
    offset: int = 0,
    **selected: Unpack[Selected],
) -> list[OfferedMaterialRow]:
    """Materials of the selected reports by date, those of undated ones last.

    >>> for row in materials(db, kind="slides", since="2019-09-01"):
    ...     print(row.start_date, row.label, row.presenter, row.file_state)
    2019-09-12 Materi Sumur Resapan Ratna Wulandari not asked
    """
    with db.atomic():
        wanted = condition(db, selected)
        sql = f"""
        SELECT materials.id
        FROM activities CROSS JOIN materials ON materials.activity_id = activities.id
        WHERE {wanted.sql}{_OF_KIND if kind is not None else ""}
        ORDER BY start_date IS NULL, start_date, end_date, activities.id, materials.id
        LIMIT :limit OFFSET :offset
        """  # noqa: S608 - our own words
        asked = {**wanted.parameters, "kind": kind, **page(limit, offset)}
        ids = [found for (found,) in db.execute(sql, asked)]
        rows = db.execute(_ROWS, (json.dumps(ids),))
        known = {row[0]: OfferedMaterialRow(*row) for row in rows}
        return [known[one] for one in ids]


def count_materials(db: Database, *, kind: str | None = None, **selected: Unpack[Selected]) -> int:
    """How many rows `materials` gives without a limit.

    >>> count_materials(db)
    2
    """
    wanted = condition(db, selected)
    of_kind = _OF_KIND if kind is not None else ""
    if wanted.is_filtered:
        sql = (
            "SELECT count(*) FROM activities"  # noqa: S608 - our own words
            " JOIN materials ON materials.activity_id = activities.id"
            f" WHERE {wanted.sql}{of_kind}"
        )
    else:
        sql = f"""
        SELECT (SELECT count(*) FROM materials WHERE true{of_kind})
          - (SELECT count(*) FROM ({_LEFT_OUT}) AS left_out
             CROSS JOIN materials ON activity_id = left_out.id WHERE true{of_kind})
        """  # noqa: S608 - our own words
    return int(db.execute(sql, {**wanted.parameters, "kind": kind}).fetchone()[0])
