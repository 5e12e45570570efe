"""Cells of CSV: read back as they were, and never run."""

import csv
import io

import pytest

from archive.tabular import csv_text, without_guard


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("value", ["a\rb", "a\nb", "a\r\nb", 'a "b", c', " a ", "ruang; aula"])
def test_text_of_several_lines_or_with_signs_is_one_cell(value: str) -> None:
    assert read(csv_text(["venue", "place"], [[value, "Kota"]])) == [
        ["venue", "place"],
        [value, "Kota"],
    ]


def test_lines_end_plainly_and_nothing_is_an_empty_cell() -> None:
    assert csv_text(["venue", "count"], [[None, 35], ["Aula", 0]]) == "venue,count\n,35\nAula,0\n"


@pytest.mark.parametrize("value", ["=1+1", "+62", "-5", "@x", "\t=1", "\r=1", "＝1"])
def test_text_that_a_spreadsheet_would_run_is_guarded_and_comes_back(value: str) -> None:
    _, (guarded,) = read(csv_text(["value"], [[value]]))
    assert guarded == f"'{value}"
    assert without_guard(guarded) == value
