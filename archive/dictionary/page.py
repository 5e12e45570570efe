"""The dictionary as the page docs/data.md."""

from __future__ import annotations

from collections.abc import Iterator

from archive.dictionary.structure import ColumnStructure
from archive.dictionary.words import Column, Subject, Table, introduction

_NOTE = (
    "<!-- Written by `python -m archive.dictionary`, from archive/dictionary and the schema:"
    " change those. -->"
)


def page(subjects: tuple[Subject, ...], real: dict[str, dict[str, ColumnStructure]]) -> str:
    """Markdown: each subject with its tables, each table with its columns in the schema's order.

    Every table and column of the subjects must be in `real`.
    """
    parts = [introduction(), _NOTE]
    for subject in subjects:
        parts.append("\n\n".join(filter(None, (f"## {subject.heading}", subject.introduction))))
        parts.extend(_table(table, real[table.name]) for table in subject.tables)
    return "\n\n".join(parts) + "\n"


def _table(table: Table, columns: dict[str, ColumnStructure]) -> str:
    return "\n".join(
        [
            f"### `{table.name}`",
            table.meaning,
            "",
            "| column | type | | meaning |",
            "| --- | --- | --- | --- |",
            *(_row(name, table.columns[name], column) for name, column in columns.items()),
        ]
    )


def _row(name: str, words: Column, column: ColumnStructure) -> str:
    kind = column.type or words.type or ""
    unit = f", {words.unit}" if words.unit else ""
    meaning = words.meaning.replace("|", "\\|")
    return f"| `{name}` | {kind}{unit} | {'; '.join(_rules(words, column))} | {meaning} |"


def _rules(words: Column, column: ColumnStructure) -> Iterator[str]:
    """What the schema asks of the column's values; a key is never empty, which goes unsaid."""
    if column.is_key:
        if not words.meaning.startswith("key"):
            yield "key"
    elif not column.may_be_empty and column.type:
        yield "never empty"
    if column.is_unique:
        yield "unique"
    if column.refers_to:
        table, _, _ = column.refers_to.partition(".")
        yield f"[{column.refers_to}](#{table})"
