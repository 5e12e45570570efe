"""What is shown of documents that were found, and which of them a selection lets through."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from sqlite_utils import Database

from archive.records import Span
from archive.search.marking import Excerpt, excerpt, marks
from archive.search.parsing import Query

if TYPE_CHECKING:
    from archive.query.selection import Condition

EVERY_ACTIVITY = "true"
"""The condition that every row of activities fulfils."""

# The plus keeps SQLite from beginning, for each document, with all that a condition lets through;
# the index has all that most conditions ask, where the row itself is long.
_PASSES = """
CASE WHEN documents.file_id IS NULL THEN EXISTS (
  SELECT 1 FROM activities INDEXED BY activities_searched
  WHERE activities.page_id = documents.page_id AND +({condition})
) ELSE EXISTS (
  SELECT 1 FROM file_links
  CROSS JOIN materials ON materials.url = file_links.url
  CROSS JOIN activities ON activities.id = materials.activity_id
  WHERE file_links.file_id = documents.file_id AND +({condition})
) {others} END
"""

_OF_NO_ACTIVITY = """
OR NOT EXISTS (
  SELECT 1 FROM file_links JOIN materials ON materials.url = file_links.url
  WHERE file_links.file_id = documents.file_id
)
"""

_DOCUMENTS_OF_ACTIVITIES = """
SELECT documents.id
FROM json_each(:pages) AS chosen
JOIN search_documents AS documents ON documents.page_id = chosen.value
UNION
SELECT documents.id
FROM json_each(:activities) AS chosen
JOIN materials ON materials.activity_id = chosen.value
JOIN file_links ON file_links.url = materials.url
JOIN search_documents AS documents ON documents.file_id = file_links.file_id
"""

_ACTIVITY = """
  activities.id AS activity_id, activities.type, activities.start_date, activities.end_date,
  articles.published_at, pages.site, pages.url,
  CASE pages.state WHEN 'gone' THEN pages.gone_at END AS gone_at
"""

_ARTICLES = f"""
SELECT documents.id, coalesce(activities.title, articles.title) AS title, articles.title AS heading,
  articles.text AS whole, {_ACTIVITY}
FROM json_each(:ids) AS wanted
JOIN search_documents AS documents ON documents.id = wanted.value
JOIN articles ON articles.page_id = documents.page_id
JOIN pages ON pages.id = documents.page_id
LEFT JOIN activities ON activities.page_id = documents.page_id
"""  # noqa: S608 - names of columns

_FILES = f"""
SELECT documents.id, coalesce(materials.label, file_links.title, files.title, files.path) AS title,
  files.id AS file_id, files.path AS file_path, file_links.url AS file_url, {_ACTIVITY}
FROM json_each(:ids) AS wanted
JOIN search_documents AS documents ON documents.id = wanted.value
JOIN files ON files.id = documents.file_id
LEFT JOIN file_links ON file_links.file_id = files.id
LEFT JOIN materials ON materials.url = file_links.url
LEFT JOIN activities ON activities.id = materials.activity_id AND +({{condition}})
LEFT JOIN pages ON pages.id = activities.page_id
LEFT JOIN articles ON articles.page_id = activities.page_id
ORDER BY activities.start_date, activities.id
"""  # noqa: S608 - names of columns


@dataclass(frozen=True, slots=True)
class Hit:
    """An article or a file that has what was asked for.

    A file's activity is the latest of those that link to it and were selected; what tells of
    an activity is None where a file has none.
    """

    kind: Literal["article", "file"]
    title: str
    """The activity's or the article's; a file's label."""
    title_marks: tuple[Span, ...]
    """What was found in the title, as offsets into it."""
    excerpt: Excerpt
    """The piece of `articles.text`, or of the file's page, that shows the hit best."""
    score: float | None
    """Larger is better; None where hits are ordered by date."""
    activity_id: int | None
    type: str | None
    start_date: str | None
    end_date: str | None
    published_at: str | None
    site: str | None
    url: str | None
    """The post's address."""
    gone_at: str | None
    """When the post was found to be gone from its site, UTC."""
    file_id: int | None = None
    file_path: str | None = None
    """Relative to the archive's folder."""
    file_url: str | None = None
    pages: tuple[int, ...] = ()
    """The pages of the file that have it, the one of the excerpt first."""


@dataclass(frozen=True, slots=True)
class Found:
    """A document of the index that has what was asked for."""

    id: int
    pages: tuple[int, ...]
    """0 for an article, else pages of a file, the best first."""
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for, and of which activities."""

    query: Query
    chosen: Condition
    is_selection: bool
    """Whether only what belongs to an activity is asked."""


def passes(question: Question) -> str:
    """What a row of search_documents, called `documents`, must fulfil that a question is about.

    Words of SQL, with the parameters of `question.chosen`.
    """
    condition = question.chosen.sql
    if condition == EVERY_ACTIVITY:
        return EVERY_ACTIVITY
    others = "" if question.is_selection else _OF_NO_ACTIVITY
    return _PASSES.format(condition=condition, others=others)


def documents_of_activities(db: Database, activities: Sequence[tuple[int, int]]) -> list[int]:
    """The documents of activities, (id, page_id), and of the files that their posts link to."""
    parameters = {
        "activities": json.dumps([activity_id for activity_id, _ in activities]),
        "pages": json.dumps([page_id for _, page_id in activities]),
    }
    return [document for (document,) in db.execute(_DOCUMENTS_OF_ACTIVITIES, parameters)]


def hits(db: Database, question: Question, found: Collection[Found]) -> tuple[Hit, ...]:
    """What is shown of the documents, in their order."""
    ids = json.dumps([one.id for one in found])
    condition = question.chosen
    rows = {row["id"]: row for row in db.query(_ARTICLES, {"ids": ids})}
    files = _FILES.format(condition=condition.sql)
    rows |= {row["id"]: row for row in db.query(files, {"ids": ids, **condition.parameters})}
    return tuple(_hit(db, question.query, one, rows[one.id]) for one in found)


def _hit(db: Database, query: Query, found: Found, row: dict[str, Any]) -> Hit:
    del row["id"]
    title_marks = tuple(marks(row["title"], query))
    if "whole" in row:
        shown = _excerpt_of_article(row.pop("whole"), row.pop("heading"), query)
        return Hit(kind="article", title_marks=title_marks, excerpt=shown, score=found.score, **row)
    (text,) = db.execute(
        "SELECT text FROM file_texts WHERE file_id = ? AND page = ?",
        (row["file_id"], found.pages[0]),
    ).fetchone()
    return Hit(
        kind="file",
        title_marks=title_marks,
        excerpt=excerpt(text, query),
        score=found.score,
        pages=found.pages,
        **row,
    )


def _excerpt_of_article(whole: str, heading: str, query: Query) -> Excerpt:
    """A piece behind the heading with which the text begins, for that is shown anyway."""
    begin = len(heading) + 1 if whole.startswith(f"{heading}\n") else 0
    piece = excerpt(whole[begin:], query)
    return replace(piece, start=piece.start + begin, end=piece.end + begin)
