"""The list of activities as a table, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

from archive.query import ActivityRow, GroupRow, MaterialRow, OrganizationRow, ParticipantRow
from archive.reports.dates import date_range
from archive.reports.formats import csv_rows, json_rows, terminal
from archive.reports.kinds.activities import COLUMNS
from archive.reports.report import Circumstances, Report
from archive.reports.tables import table

ROW = ActivityRow(
    activity_id=7,
    start_date="2019-03-04",
    end_date="2019-03-05",
    type="workshop",
    type_label_id="Lokakarya",
    type_label_en="Workshop",
    title="Lokakarya Taman Hujan",
    venue="Balai Kota",
    place="Seruni",
    attendance="±40 peserta",
    attendance_count=40,
    findings_count=0,
    url="https://kota.example/7/",
    site="kota",
    published_at=None,
    people=(ParticipantRow("Ratna Wulandari", "opening", "Kepala", None, 5),),
    organizations=(OrganizationRow("Dinas Air", "DA", "organizer", "government"),),
    groups=(GroupRow(1, "air bersih", 3, "Air", "Water"), GroupRow(2, "trotoar", None, None, None)),
    materials=(MaterialRow("slides", "Paparan", "https://kota.example/air.pdf", None, None),),
)


def report(*rows: ActivityRow) -> Report:
    nothing = Circumstances("data", "2026-11-22T07:30:00Z", ())
    main = table("Activities", COLUMNS, rows)
    return Report("activities", "Activities", "Kegiatan", nothing, (), (), (main,), (), (), "")


def printed(*rows: ActivityRow, width: int = 100) -> str:
    console = Console(width=width, file=io.StringIO())
    terminal.show(report(*rows), console)
    return console.file.getvalue()  # type: ignore[attr-defined]


def cells(*rows: ActivityRow) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_rows.written(report(*rows)))))


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2018-10-25", "2018-10-25", "2018-10-25"),
        ("2018-10-25", None, "2018-10-25"),
        ("2018-10-24", "2018-10-26", "2018-10-24–26"),
        ("2018-10-31", "2018-11-02", "2018-10-31–11-02"),
        ("2018-12-30", "2019-01-02", "2018-12-30–2019-01-02"),
        (None, None, "undated"),
    ],
)
def test_range_of_dates_leaves_out_what_both_share(
    start: str | None, end: str | None, shown: str
) -> None:
    assert date_range(start, end) == shown


def test_table_shows_an_activity_in_one_line() -> None:
    line = printed(ROW).splitlines()[1]
    assert " ".join(line.split()) == (
        "2019-03-04–05 workshop Lokakarya Taman Hujan ±40 peserta 1 2 1"
    )


def test_table_fits_its_columns_whatever_the_page_says() -> None:
    endless = replace(ROW, title="Rapat koordinasi " * 50, attendance="±40 peserta; " * 50)
    text = printed(endless)
    assert max(map(len, text.splitlines())) <= 100
    assert len(text.splitlines()) <= 4
    assert text.count("…") == 2


def test_table_takes_nothing_of_a_page_as_a_command() -> None:
    text = printed(replace(ROW, title="[bold]Rapat[/bold] \x1b[31mmerah\u202e\nbaru"))
    assert "[bold]Rapat[/bold]" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_json_holds_lists() -> None:
    (activity,) = json.loads(json_rows.written(report(ROW)))
    assert activity["title"] == "Lokakarya Taman Hujan"
    assert activity["people"][0] == {
        "name": "Ratna Wulandari",
        "role": "opening",
        "position": "Kepala",
        "organization": None,
        "person_id": 5,
    }
    assert activity["groups"][0]["focus_area_label_id"] == "Air"
    assert activity["materials"][0]["url"] == "https://kota.example/air.pdf"
    assert activity["url"] == "https://kota.example/7/"


def test_csv_has_one_line_an_activity() -> None:
    (row,) = cells(ROW)
    assert row["people"] == "Ratna Wulandari (opening)"
    assert row["groups"] == "air bersih (3); trotoar"
    assert row["materials"] == "Paparan <https://kota.example/air.pdf>"
    assert row["published_at"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_csv_cells_never_start_a_formula(start: str) -> None:
    (row,) = cells(replace(ROW, title=f'{start}HYPERLINK("https://jahat.example")'))
    assert row["title"].startswith("'")


def test_empty_report_is_still_json_and_csv() -> None:
    assert json.loads(json_rows.written(report())) == []
    assert cells() == []
    assert csv_rows.written(report()).startswith("activity_id,start_date")
