"""Every format of a report tells the same numbers, with the same words behind them."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from lxml import html
from report_samples import made
from sqlite_utils import Database

from archive.reports import making
from archive.reports.report import Report

KINDS = list(making.KINDS)


def page_tables(report: Report) -> list[list[list[str]]]:
    """The tables of the HTML page: their rows, the heading's first."""
    document = html.fromstring(making.FORMATS["html"](report))
    return [
        [[_words(cell) for cell in row.xpath("./th | ./td")] for row in table.xpath(".//tr")]
        for table in document.xpath("//table")
    ]


def markdown_tables(report: Report) -> list[list[list[str]]]:
    """The tables of the Markdown document, the same way."""
    blocks = re.findall(r"(?:^\|.*\n)+", making.FORMATS["markdown"](report), re.MULTILINE)
    return [
        [
            [_plain(cell) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            for number, line in enumerate(block.splitlines())
            if number != 1
        ]
        for block in blocks
    ]


def _words(cell: Any) -> str:
    return " ".join(cell.text_content().split())


def _plain(cell: str) -> str:
    """A Markdown cell's words: links by their text, without escapes and marks."""
    words = re.sub(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\(<[^>]*>\)", r"\1", cell)
    words = re.sub(r" / (?<!\\)\*((?:\\.|[^*\\])*)(?<!\\)\*", r" \1", words)
    return " ".join(re.sub(r"\\(.)", r"\1", words).split())


@pytest.mark.parametrize("kind", KINDS)
def test_markdown_has_the_tables_of_the_page(filled: Database, kind: str) -> None:
    report = made(filled, kind)
    assert page_tables(report)
    numbers = [[_without_lists(row) for row in table] for table in page_tables(report)]
    assert [[_without_lists(row) for row in table] for table in markdown_tables(report)] == numbers


def _without_lists(row: list[str]) -> list[str]:
    """Lists are items on the page and parted by semicolons in Markdown; nothing else differs."""
    return [cell.replace("; ", "").replace(" ", "") for cell in row]


@pytest.mark.parametrize("kind", KINDS)
def test_csv_and_json_have_the_rows_and_numbers_of_the_page(filled: Database, kind: str) -> None:
    report = made(filled, kind)
    rows = list(csv.DictReader(io.StringIO(making.FORMATS["csv"](report))))
    records = json.loads(making.FORMATS["json"](report))
    headings, *page = page_tables(report)[0]
    assert len(rows) == len(records) == len(page) == len(report.tables[0].rows)
    for column in report.tables[0].columns:
        if not column.is_number or "data" not in column.places:
            continue
        in_csv = [row[column.name] for row in rows]
        assert in_csv == [str(record[column.name]) for record in records]
        assert in_csv == [cells[headings.index(column.heading)] for cells in page]


@pytest.mark.parametrize("kind", KINDS)
def test_terminal_has_the_numbers_of_the_page(filled: Database, kind: str) -> None:
    report = made(filled, kind)
    columns, cells = report.tables[0].at("terminal")
    printed = making.FORMATS["table"](report)
    for row in cells:
        numbers = [
            str(cell)
            for column, cell in zip(columns, row, strict=True)
            if column.is_number and cell is not None
        ]
        assert re.search(r"\b.*".join(map(re.escape, numbers)), printed)


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_of_the_main_table_leads_to_words_of_a_page(
    filled: Database, kind: str
) -> None:
    report = made(filled, kind)
    known = {source.number: source for source in report.sources}
    assert list(known) == list(range(1, len(known) + 1))
    for row in report.tables[0].rows:
        assert set(row.sources) <= known.keys()
    for source in known.values():
        assert source.url.startswith("https://kota.example/")
        assert source.captured_at == "2019-03-06T01:02:03Z"
    if kind != "quality":  # what is missing has no words
        assert all(quote.words for source in known.values() for quote in source.quotes)


def test_json_has_the_sources_of_a_row_beside_it(filled: Database) -> None:
    (person, *_) = json.loads(making.FORMATS["json"](made(filled, "people")))
    assert person["name"] == "Tegar Prakoso"
    assert person["appearances"] == 3
    quotes = [quote for source in person["sources"] for quote in source["quotes"]]
    assert {quote["fact"].partition(",")[0] for quote in quotes} == {"Tegar Prakoso"}
    assert len(person["sources"]) == 4  # two pages report one of the events


def test_report_without_sources_has_the_same_numbers(filled: Database) -> None:
    for kind in KINDS:
        bare = made(filled, kind, with_sources=False)
        full = made(filled, kind)
        assert making.FORMATS["csv"](bare) == making.FORMATS["csv"](full)
        assert (bare.figures, bare.sources, bare.charts) == (full.figures, (), ())


def test_limit_cuts_the_main_table_and_not_the_figures(filled: Database) -> None:
    short, full = made(filled, "people", limit=1), made(filled, "people")
    assert len(short.tables[0].rows) == 1
    for name in ("markdown", "html"):
        assert "the first 1 of 2 rows" in making.FORMATS[name](short).replace(
            "The first", "the first"
        )
    assert short.figures == full.figures


def test_empty_selection_makes_every_report(filled: Database) -> None:
    for kind in KINDS:
        report = made(filled, kind, selected={"since": "2031-01-01"})
        assert not report.tables[0].rows
        assert json.loads(making.FORMATS["json"](report)) == []
        for written in making.FORMATS.values():
            written(report)


@pytest.mark.parametrize("kind", KINDS)
def test_row_that_counts_anything_has_a_source(filled: Database, kind: str) -> None:
    for row in made(filled, kind).tables[0].rows:
        if row.record.get("counted", row.record.get("activities", 1)):
            assert row.sources


def test_event_is_explained_where_it_is_counted(filled: Database) -> None:
    """Reports of one event may give different days; it is in the period of the fullest."""
    with filled.atomic():
        filled.execute(
            "UPDATE activities SET start_date = '2018-03-04', end_date = '2018-03-04' WHERE id = 2"
        )
    for kind in ("focus-areas", "attendance"):
        report = made(filled, kind, by="year")
        first = report.tables[0].rows[0]
        assert (first.record["period"], len(first.sources)) == ("2019", 2)
