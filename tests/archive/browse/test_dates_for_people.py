"""Days as people write them."""

from __future__ import annotations

import pytest

from archive.browse.dates import day, days


@pytest.mark.parametrize(
    ("start", "end", "indonesian", "english"),
    [
        ("2018-10-25", None, "25 Oktober 2018", "25 October 2018"),
        ("2018-10-25", "2018-10-25", "25 Oktober 2018", "25 October 2018"),
        ("2018-10-24", "2018-10-26", "24–26 Oktober 2018", "24–26 October 2018"),
        (
            "2018-10-31",
            "2018-11-02",
            "31 Oktober – 2 November 2018",
            "31 October – 2 November 2018",
        ),
        (
            *("2018-12-30", "2019-01-02"),
            *("30 Desember 2018 – 2 Januari 2019", "30 December 2018 – 2 January 2019"),
        ),
    ],
)
def test_a_range_says_nothing_twice(
    start: str, end: str | None, indonesian: str, english: str
) -> None:
    assert days(start, end, "id") == indonesian
    assert days(start, end, "en") == english


def test_a_time_is_told_as_its_day() -> None:
    assert day("2019-03-06T01:02:03Z", "en") == "6 March 2019"


@pytest.mark.parametrize("written", ["", "kemarin", "2018-13-40", "2018"])
def test_what_is_no_day_stays_as_it_is_written(written: str) -> None:
    assert day(written, "id") == written
    assert days(written, "2018-10-01", "id") == f"{written} – 1 Oktober 2018"
