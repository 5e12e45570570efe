"""Every fact's evidence against the text of its article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from archive.checks.fault import Fault

_REMEDY = "'resilience reextract --all' reads the page again and writes its facts anew."
_OWNERS = {
    "article_id": "articles.id = {table}.article_id",
    "page_id": "articles.page_id = {table}.page_id",
    "activity_id": (
        "articles.page_id = (SELECT page_id FROM activities WHERE id = {table}.activity_id)"
    ),
}
"""By which column a fact's row names its article, and how."""


@dataclass(frozen=True, slots=True)
class EvidenceColumns:
    """Columns of a table that hold evidence: `PREFIX_start`, `_end`, `_quote` and `PREFIX`."""

    table: str
    prefix: str
    owner: str
    """The condition that joins the row's article."""


def evidence_columns(db: Database) -> list[EvidenceColumns]:
    """All columns of the database that hold evidence, by their names."""
    found = []
    for table in db.table_names():
        columns = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]
        owner = next((_OWNERS[name] for name in _OWNERS if name in columns), None)
        for name in columns:
            prefix = name.removesuffix("_quote")
            parts = {prefix, f"{prefix}_start", f"{prefix}_end"}
            if owner and prefix != name and parts <= set(columns):
                found.append(EvidenceColumns(table, prefix, owner.format(table=table)))
    return found


def check_evidence(db: Database, columns: EvidenceColumns) -> Iterator[Fault]:
    """Facts of a table whose words are not in their article where they are said to be."""
    table, prefix = columns.table, columns.prefix
    question = (
        f"SELECT {table}.rowid, {prefix}_start, {prefix}_end, {prefix}_quote, {table}.{prefix},"  # noqa: S608 - names of the schema
        f" substr(text, {prefix}_start + 1, {prefix}_end - {prefix}_start), length(text)"
        f" FROM {table} LEFT JOIN articles ON {columns.owner}"
    )
    for row, start, end, quote, told, words, length in db.execute(question):
        spans = _spans(told)
        if not _is_consistent(start, end, quote, spans):
            wrong: str | None = (
                "Its first span, its words and its list of spans contradict each other."
            )
        elif spans:
            wrong = _not_in_article(spans, quote, words, length)
        else:
            wrong = None
        if wrong is not None:
            yield Fault("evidence", f"{table}, row {row}, {prefix}", wrong, _REMEDY)


def _spans(told: str) -> list[tuple[int, int]] | None:
    """The spans of a JSON list [[start, end], ...]; None where it is no such list."""
    try:
        return [(int(start), int(end)) for start, end in json.loads(told)]
    except (ValueError, TypeError):
        return None


def _is_consistent(
    start: int | None, end: int | None, quote: str | None, spans: list[tuple[int, int]] | None
) -> bool:
    if spans:
        return (start, end) == spans[0] and quote is not None
    return spans is not None and start is None and end is None and quote is None


def _not_in_article(
    spans: list[tuple[int, int]], quote: str, words: str | None, length: int | None
) -> str | None:
    if length is None:
        return "The page that it is a fact of has no article."
    if any(not 0 <= start < end <= length for start, end in spans):
        return f"Its spans go beyond the article, which has {length} characters."
    return None if quote == words else f"The article says {words!r} there and not {quote!r}."
