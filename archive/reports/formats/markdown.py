"""A report as Markdown (CommonMark, with GitHub's tables): for a note, a wiki, a repository."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive.reports.cells import Cell, Label, Link
from archive.reports.dates import moment
from archive.reports.links import web_address
from archive.reports.report import Figure, Quote, Report, Source, Table
from archive.reports.sources import by_fact
from archive.reports.wording import CORRECTED, NOT_ON_THE_PAGE
from archive.tabular import printable

_MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>|~&$])")


def written(report: Report) -> str:
    """The whole report but its charts, whose numbers are in the tables."""
    return "\n\n".join(_parts(report)) + "\n"


def _parts(report: Report) -> Iterator[str]:
    circumstances = report.circumstances
    yield f"# {report.title}"
    yield f"*{report.title_indonesian}*"
    told = [
        ("Archive", circumstances.archive),
        ("Sites", ", ".join(circumstances.sites)),
        *circumstances.filters,
        ("Made", moment(circumstances.made_at)),
    ]
    yield _items(f"{name}: {_escaped(value)}" for name, value in told if value)
    if report.figures:
        yield _items(_figure(figure) for figure in report.figures)
    for table in report.tables:
        yield f"## {_escaped(table.caption)}"
        if table.rows:
            yield _table(table)
            yield f"{table.extent.capitalize()}."
        else:
            yield table.nothing
    if report.notes:
        yield "## What the numbers mean"
        yield _items(_escaped(note) for note in report.notes)
    if report.sources:
        yield "## Sources"
        yield "\n".join(_source(source) for source in report.sources)


def _items(lines: Iterator[str] | Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _figure(figure: Figure) -> str:
    note = f" ({_escaped(figure.note)})" if figure.note else ""
    return f"{figure.label}: **{_escaped(figure.value)}**{note}"


def _table(table: Table) -> str:
    columns, rows = table.at("page")
    has_sources = any(row.sources for row in table.rows)
    headings = [_escaped(column.heading) for column in columns]
    rules = ["---:" if column.is_number else "---" for column in columns]
    lines = [[*headings, "Sources"], [*rules, "---"]] if has_sources else [headings, rules]
    for cells, row in zip(rows, table.rows, strict=True):
        words = [_cell(cell) for cell in cells]
        lines.append([*words, ", ".join(map(str, row.sources))] if has_sources else words)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return "; ".join(_cell(one) for one in cell)
    if isinstance(cell, Label):
        also = "" if cell.indonesian == cell.english else f" / *{_escaped(cell.indonesian)}*"
        return _escaped(cell.english) + also
    if isinstance(cell, Link):
        address = web_address(cell.url)
        words = _escaped(cell.words)
        return words if address is None else f"[{words}](<{address}>)"
    return _escaped(str(cell))


def _source(source: Source) -> str:
    """An item under the source's own number, with a line for each fact that it proves."""
    when = "" if source.captured_at is None else f", captured {source.captured_at[:10]}"
    head = f"{source.number}. {_cell(Link(source.title, source.url))}{when}"
    lines = (
        f"   - {_escaped(fact)}: {', '.join(_quote(quote) for quote in quotes)}"
        for fact, quotes in by_fact(source.quotes)
    )
    return "\n".join((head, *lines))


def _quote(quote: Quote) -> str:
    words = NOT_ON_THE_PAGE if quote.words is None else f"“{_escaped(quote.words)}”"
    return f"{words} ({CORRECTED})" if quote.is_corrected else words


def _escaped(text: str) -> str:
    """The text in one line, in which no character means anything to Markdown or HTML."""
    return _MEANS_SOMETHING.sub(r"\\\1", printable(text))
