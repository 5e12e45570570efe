"""Small words of reports: days, periods, numbers, addresses."""

from __future__ import annotations

from typing import Any

import pytest

from archive.reports.cells import Label, Link, plain
from archive.reports.dates import from_to, moment, period_of
from archive.reports.links import web_address
from archive.reports.wording import number_of, often, shortened


@pytest.mark.parametrize(
    ("date", "by", "period"),
    [
        ("2018-11-15", "month", "2018-11"),
        ("2018-11-15", "quarter", "2018-Q4"),
        ("2018-03-31", "quarter", "2018-Q1"),
        ("2018-11-15", "year", "2018"),
        (None, "month", None),
        (None, "year", None),
    ],
)
def test_day_is_in_a_period(date: str | None, by: Any, period: str | None) -> None:
    assert period_of(date, by) == period


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2018-02-15", "2019-09-30", "2018-02-15 to 2019-09-30"),
        ("2018-02-15", "2018-02-15", "2018-02-15"),
        (None, None, "undated"),
    ],
)
def test_first_and_last_day(first: str | None, last: str | None, shown: str) -> None:
    assert from_to(first, last) == shown


def test_moment_is_said_with_its_zone() -> None:
    assert moment("2026-11-22T07:30:00Z") == "2026-11-22 07:30 UTC"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://kota.example/a?b=1&c=2#d", "https://kota.example/a?b=1&c=2#d"),
        ("https://kota.example/air limbah.pdf", "https://kota.example/air%20limbah.pdf"),
        ("https://kota.example/100%25", "https://kota.example/100%25"),
        ('https://kota.example/"><b>|', "https://kota.example/%22%3E%3Cb%3E%7C"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//kota.example/", None),
        ("https://[kota", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_linked(url: str | None, address: str | None) -> None:
    assert web_address(url) == address


def test_cell_has_plain_words() -> None:
    assert plain(Label("workshop", "Workshop", "Lokakarya")) == "workshop"
    assert plain(Link("Paparan", "https://kota.example/")) == "Paparan"
    assert plain(("speaker (2)", "opening (1)")) == "speaker (2); opening (1)"
    assert plain(None) is None


def test_numbers_agree_with_their_words() -> None:
    assert number_of(1, "person", "people") == "1 person"
    assert number_of(2, "person", "people") == "2 people"
    assert number_of(0, "material") == "0 materials"
    assert often([("speaker", 3), ("other", 1)]) == ("speaker (3)", "other (1)")


def test_long_words_end_after_a_whole_one() -> None:
    assert shortened("Rapat koordinasi air bersih", 22) == "Rapat koordinasi air…"
    assert shortened("Rapat" * 9, 10) == "Rapat…"
    assert shortened("Rapat", 16) == "Rapat"
