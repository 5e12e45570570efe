"""Whether the archive's rows of a page are those of a record, column by column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from sqlite_utils import Database

from archive import rows, stored_records
from archive.corrections import Marks, keeping
from archive.corrections.fields import fact_kinds
from archive.facts import FACT_TABLES
from archive.records import Record
from archive.rows import Row

_NOT_SAID = {"canonical_url", "extractor_version", "extracted_at"}
"""Columns of an article that two readings of the same words may differ in."""


def are_of(db: Database, page_id: int, record: Record) -> bool:
    """Whether the page's article, activity and facts are stored just as the record would be.

    With what people corrected of it, whose reading is then the record too. Keys, the page's
    addresses and the extractor's version apart.
    """
    corrected = keeping.corrected(db, page_id, record)
    if corrected is None:
        return _are_rows(db, page_id, record, {})
    kept = _reading(db, page_id)
    return (
        kept is not None
        and _said(kept) == _said(stored_records.as_stored(record))
        and _are_rows(db, page_id, corrected.record, corrected.marks)
    )


def _reading(db: Database, page_id: int) -> Record | None:
    """The reading that is kept of the page; None where it is damaged."""
    try:
        return stored_records.reading_of_page(db, page_id)
    except (ValueError, TypeError, LookupError):
        return None


def _said(record: Record) -> Record:
    return replace(record, article=replace(record.article, url="", canonical_url=None))


def _are_rows(db: Database, page_id: int, record: Record, marks: Marks) -> bool:
    article = rows.article_row(record.article, "")
    article = {name: value for name, value in article.items() if name not in _NOT_SAID}
    of_page = f"page_id = {int(page_id)}"
    of_activity = f"activity_id = (SELECT id FROM activities WHERE {of_page})"  # noqa: S608 - a number
    if not (
        _are(db, "articles", of_page, [article])
        and _are(
            db, "activities", of_page, _marked("activities", [rows.activity_row(record)], marks)
        )
    ):
        return False
    of_article = f"article_id = (SELECT id FROM articles WHERE {of_page})"  # noqa: S608 - a number
    categories = [{"category": category} for category in record.article.categories]
    if not _are(db, "article_categories", of_article, categories, order="position"):
        return False
    facts: dict[str, list[Row]] = defaultdict(list)
    for table, row in _facts(record):
        facts[table].append(row)
    return all(
        _are(db, table, of_activity, _marked(table, facts[table], marks)) for table in FACT_TABLES
    )


def _marked(table: str, expected: list[Row], marks: Marks) -> list[Row]:
    """The rows with the corrections that touched them; those that nobody corrects as they are."""
    kind = next((kind for kind in fact_kinds().values() if kind.table == table), None)
    if kind is None:
        return expected
    touched = marks.get(kind.name, [None] * len(expected))
    return [{**row, "correction_id": mark} for row, mark in zip(expected, touched, strict=True)]


def _facts(record: Record) -> Iterator[tuple[str, Row]]:
    text = record.article.text
    yield from rows.plain_facts(record)
    for person in record.activity.people:
        yield "participations", rows.participation_row(person, text)
    for organization in record.activity.organizations:
        yield "organization_roles", rows.organization_role_row(organization, text)
    for group in record.activity.groups:
        yield "discussion_groups", rows.group_row(group, text)
        for position, span in enumerate(group.conclusions, start=1):
            yield "conclusions", rows.conclusion_row(position, span, text)


def _are(db: Database, table: str, of: str, expected: list[Row], *, order: str = "id") -> bool:
    """Whether the rows that `of` selects are those expected, in their order."""
    columns = ", ".join(expected[0]) if expected else "1"
    found = db.execute(f"SELECT {columns} FROM {table} WHERE {of} ORDER BY {order}")  # noqa: S608 - fixed names
    return found.fetchall() == [
        tuple(rows.storable(value) if isinstance(value, str) else value for value in row.values())
        for row in expected
    ]
