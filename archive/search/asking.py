"""Asking the index: which articles and files have what a person looks for, the best first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Unpack

from sqlite_utils import Database

from archive.search.index import LAST_PAGE, PAGE_BITS, first_row_behind, first_row_of
from archive.search.parsing import Query, expression, parse
from archive.search.results import (
    EVERY_ACTIVITY,
    Found,
    Hit,
    Question,
    documents_of_activities,
    hits,
    passes,
)

if TYPE_CHECKING:
    from archive.query.selection import Selected

MOST_RANKED = 1000
"""Rows of the index that are ranked; of more, a rank would tell little and take long."""
MOST_COUNTED = 200
"""Hits of a query that are counted where neither its words nor its filters leave few."""
MOST_CHOSEN = 2000
"""Activities that a selection may have so that a query with many rows is asked of them alone."""

_WEIGHTS = "10.0, 1.0, 4.0, 7.0, 0.8, 3.0"
"""How much a hit counts in title, text, conclusions, and in the stems of each."""

_NOT_GONE = "activities.page_id NOT IN (SELECT id FROM pages WHERE state = 'gone')"

_COUNT = "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT ?)"

_RANKED = f"SELECT search_index.rowid, bm25(search_index, {_WEIGHTS})"

_PASSING = f"""
FROM search_index
CROSS JOIN search_documents AS documents ON documents.id = search_index.rowid >> {PAGE_BITS}
WHERE search_index MATCH :match AND {{passes}}
"""

_AMONG = f"""
FROM search_index
WHERE search_index MATCH :match
  AND +rowid >> {PAGE_BITS} IN (SELECT value FROM json_each(:among))
"""  # noqa: S608 - fixed numbers

_COUNT_AMONG = f"SELECT count(*) FROM (SELECT 1 {_AMONG} LIMIT :most)"  # noqa: S608 - as above

# What is before a period is not looked at. Articles behind its end are passed over without a look
# at what they belong to. A file is numbered by the latest post that links to it; an earlier one may be
# in the period.
_NOT_BEFORE = "AND search_index.rowid >= :before"
_NOT_BEHIND = f"AND (search_index.rowid < :behind OR search_index.rowid & {LAST_PAGE})"

_BY_DATE = "ORDER BY search_index.rowid DESC"

Order = Literal["relevance", "date"]


@dataclass(frozen=True, slots=True)
class Hits:
    """What a query found."""

    total: int
    """How many articles and files; more than so many unless `is_total_exact`."""
    hits: tuple[Hit, ...]
    """Those from `offset` on, not more than `limit`."""
    is_total_exact: bool = True
    order: Order = "relevance"
    """`date`, the newest first, where the words are so common that a rank would tell little."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The documents that have what a question asks for, in the order in which they are shown."""

    documents: Sequence[Found]
    """All of them, or so many of the newest as were counted."""
    is_exact: bool
    order: Order


def search(
    db: Database, query: str, *, limit: int = 20, offset: int = 0, **selected: Unpack[Selected]
) -> Hits:
    """The articles and files that a query asks for, the best first, the newest of equal ones.

    The query is in the language of archive.search.parsing. Filters are those of all questions;
    with one, only reports of activities and the files that they link to are asked. Where more
    than MOST_RANKED rows have the words, and no filter leaves few, hits come by date, the newest
    first, and are counted up to MOST_COUNTED. Raises UsageError for a query that asks for
    nothing.

    >>> [hit.title for hit in search(db, "peresapan hujan", since="2019-01-01").hits]
    ['Lokakarya Taman Hujan']
    """
    asked = parse(query)
    with db.atomic():  # one state of the archive for all parts, whoever writes meanwhile
        question = question_of(db, asked, selected)
        found = matched(db, question, least=offset + limit)
        return shown(db, question, found, limit=limit, offset=offset)


def shown(db: Database, question: Question, found: Matched, *, limit: int, offset: int) -> Hits:
    """A page of what was matched."""
    several = len(found.documents)
    return Hits(
        several if found.is_exact else several - 1,
        hits(db, question, found.documents[offset : offset + limit]),
        is_total_exact=found.is_exact,
        order=found.order,
    )


def matched(db: Database, question: Question, *, least: int = 0) -> Matched:
    """What a question finds; where that is counted up to a number, one document more than it.

    At least so many as `least` are counted.
    """
    rows, parameters, is_few = _rows_of(db, question, expression(question.query))
    if is_few:
        ranked = db.execute(f"{_RANKED} {rows}", parameters)
        return Matched(documents_of(ranked), is_exact=True, order="relevance")
    most = None if "among" in parameters else max(MOST_COUNTED, least)
    ordered = db.execute(f"SELECT search_index.rowid {rows} {_BY_DATE}", parameters)
    newest = _newest(ordered, most)
    return Matched(newest, is_exact=most is None or len(newest) <= most, order="date")


def documents_of(rows: Iterable[tuple[int, float]]) -> list[Found]:
    """Rows of the index, (number, bm25), as documents, the best first, the newest of equals.

    A file is as good as its best page. SQLite gives a better row a smaller bm25.

    >>> documents_of([(7 << 16 | 2, -1.0), (9 << 16, -3.0), (7 << 16 | 5, -2.0)])[1].pages
    (5, 2)
    """
    pages: dict[int, list[tuple[float, int]]] = {}
    for row, score in rows:
        pages.setdefault(row >> PAGE_BITS, []).append((score, row & LAST_PAGE))
    for of_one in pages.values():
        of_one.sort()
    ordered = sorted(pages.items(), key=lambda one: (round(one[1][0][0], 6), -one[0]))
    return [
        Found(number, tuple(page for _, page in of_one), -of_one[0][0])
        for number, of_one in ordered
    ]


def question_of(db: Database, query: Query, selected: Selected) -> Question:
    """What is asked of which activities; filters but `gone` ask of activities alone."""
    # Here, for every command opens an archive, and few ask it: all questions take long to load.
    from archive.query.selection import Condition, condition  # noqa: PLC0415 - as said above

    if any(value is not None for name, value in selected.items() if name != "gone"):
        return Question(query, condition(db, selected), is_selection=True)
    chosen = EVERY_ACTIVITY if selected.get("gone") else _NOT_GONE
    return Question(query, Condition(chosen, {}), is_selection=False)


def _rows_of(db: Database, question: Question, match: str) -> tuple[str, dict[str, Any], bool]:
    """(what follows SELECT for the rows asked for, its parameters, whether they can be ranked)."""
    parameters = {**question.chosen.parameters, "match": match}
    passing = _PASSING.format(passes=passes(question))
    (rows,) = db.execute(_COUNT, (match, MOST_RANKED + 1)).fetchone()
    if rows <= MOST_RANKED:
        return passing, parameters, True
    few = _few_documents(db, question)
    if few is not None:
        among = {"match": match, "among": json.dumps(few)}
        rows = len(few)
        if rows > MOST_RANKED:
            (rows,) = db.execute(_COUNT_AMONG, {**among, "most": MOST_RANKED + 1}).fetchone()
        return _AMONG, among, rows <= MOST_RANKED
    if "earliest" in parameters:
        parameters["before"] = first_row_of(parameters["earliest"])
        passing = f"{passing} {_NOT_BEFORE}"
    if "until" in parameters:
        parameters["behind"] = first_row_behind(parameters["until"])
        passing = f"{passing} {_NOT_BEHIND}"
    return passing, parameters, False


def _newest(rows: Iterable[tuple[int]], most: int | None) -> list[Found]:
    """The documents of rows that come newest first, read until there are more than `most`."""
    pages: dict[int, list[int]] = {}
    for (row,) in rows:
        pages.setdefault(row >> PAGE_BITS, []).append(row & LAST_PAGE)
        if most is not None and len(pages) > most:
            break
    return [Found(document, tuple(reversed(of_one))) for document, of_one in pages.items()]


def _few_documents(db: Database, question: Question) -> list[int] | None:
    """The documents of a selection; None where there are many or nothing is selected."""
    chosen = question.chosen
    if not question.is_selection:
        return None
    activities = db.execute(
        f"SELECT id, page_id FROM activities WHERE {chosen.sql} LIMIT :most",  # noqa: S608 - fixed
        {**chosen.parameters, "most": MOST_CHOSEN + 1},
    ).fetchall()
    if len(activities) > MOST_CHOSEN:
        return None
    return documents_of_activities(db, activities)
