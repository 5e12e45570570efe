"""How many people came: bounds and estimates are told apart, and sums never say too much."""

from __future__ import annotations

import pytest
from archive_samples import fetch, store_page
from question_samples import report, words
from sqlite_utils import Database

from archive import query
from archive.records import Attendance, Qualifier
from archive.storage import transaction
from archive.vocabularies import attendance_units

Count = tuple[int, Qualifier, str]


def store(db: Database, slug: str, *counts: Count, day: str = "2019-05-01") -> int:
    """A report of an activity with these counts."""
    told = tuple(Attendance(*count, words("25 orang")) for count in counts)
    store_page(db, report(day, attendance=told), fetch(f"https://kota.example/{slug}/"))
    return int(db.execute("SELECT max(id) FROM activities").fetchone()[0])


@pytest.mark.parametrize(
    ("counts", "lower", "estimate", "upper"),
    [
        ([(25, "exact", "orang")], 25, 25, 25),
        ([(40, "about", "peserta")], 0, 40, None),
        ([(60, "at_least", "orang")], 60, None, None),
        ([(75, "at_most", "orang")], 0, None, 75),
        ([(60, "at_least", "orang"), (75, "at_most", "peserta")], 60, None, 75),
        ([(60, "at_least", "orang"), (70, "about", "peserta")], 60, 70, None),
        ([(60, "at_least", "orang"), (40, "about", "peserta")], 60, None, None),
        ([(40, "about", "peserta"), (42, "exact", "orang")], 42, 42, 42),
        ([(100, "exact", "peserta"), (30, "exact", "perempuan")], 100, 100, 100),
    ],
)
def test_counts_of_one_event_are_weighed_not_added(
    db: Database, counts: list[Count], lower: int, estimate: int | None, upper: int | None
) -> None:
    store(db, "satu", *counts)
    (row,) = query.attendance_counts(db)
    assert (row.lower, row.estimate, row.upper) == (lower, estimate, upper)


def test_exact_number_below_another_count_is_of_a_part_and_bounds_nothing(db: Database) -> None:
    store(db, "satu", (20, "exact", "mahasiswa"), (50, "about", "peserta"))
    (row,) = query.attendance_counts(db)
    assert (row.lower, row.estimate, row.upper) == (20, 50, None)


def test_at_most_that_another_count_exceeds_bounds_nothing(db: Database) -> None:
    store(db, "satu", (20, "at_most", "orang"), (50, "at_least", "peserta"))
    assert query.attendance_counts(db)[0].upper is None


def test_sum_has_an_upper_bound_only_where_every_event_has_one(db: Database) -> None:
    store(db, "satu", (25, "exact", "orang"))
    store(db, "dua", (75, "at_most", "orang"))
    (closed,) = query.attendance(db, by="year")
    assert (closed.lower, closed.upper) == (25, 100)
    store(db, "tiga", (60, "at_least", "orang"))
    (opened,) = query.attendance(db, by="year")
    assert (opened.lower, opened.upper) == (85, None)


def test_estimate_is_a_sum_of_its_own_and_no_bound(db: Database) -> None:
    store(db, "satu", (25, "exact", "orang"))
    store(db, "dua", (40, "about", "orang"))
    (row,) = query.attendance(db)
    assert (row.exact, row.about, row.lower, row.upper) == (25, 40, 25, None)


def test_institutions_are_no_people(db: Database) -> None:
    store(db, "satu", (12, "at_least", "instansi"), (25, "exact", "orang"))
    (row,) = query.attendance(db)
    assert (row.exact, row.counted) == (25, 1)
    store(db, "dua", (300, "exact", "institusi/lembaga"))
    assert query.attendance(db)[0].exact == 25
    assert [one.institutions for one in query.attendance_counts(db)] == [12, 300]


def test_unit_that_is_not_known_is_added_to_nothing(db: Database) -> None:
    store(db, "satu", (3, "exact", "tumpeng"))
    (row,) = query.attendance(db)
    assert (row.activities, row.counted, row.lower, row.upper) == (1, 0, 0, None)


@pytest.mark.parametrize("unit", ["Peserta", "anggota dewan", "kepala desa", "laki-laki"])
def test_first_word_of_a_unit_says_who_is_counted(db: Database, unit: str) -> None:
    store(db, "satu", (8, "exact", unit))
    assert query.attendance(db)[0].exact == 8


def test_word_counts_people_or_institutions_never_both() -> None:
    assert set(attendance_units().values()) == {"people", "institutions"}
    assert all(word == word.casefold() and " " not in word for word in attendance_units())


def test_event_that_two_pages_report_is_one_attendance(db: Database) -> None:
    first = store(db, "satu", (60, "at_least", "orang"))
    second = store(db, "dua", (80, "exact", "peserta"))
    with transaction(db):
        db.execute("INSERT INTO events (id, activity_id) VALUES (7, ?)", (first,))
        db.execute("UPDATE activities SET event_id = 7 WHERE id IN (?, ?)", (first, second))
    (period,) = query.attendance(db)
    assert (period.activities, period.counted, period.exact, period.upper) == (1, 1, 80, 80)
    (row,) = query.attendance_counts(db)
    assert (row.activity_id, row.url) == (second, "https://kota.example/dua/")


def test_largest_event_of_a_period_comes_with_its_words(db: Database) -> None:
    store(db, "satu", (60, "at_least", "orang"))
    store(db, "dua", (20, "exact", "orang"), day="2019-08-01")
    (row,) = query.attendance(db, by="year")
    assert row.largest is not None
    assert (row.largest.said, row.largest.quote) == ("≥60 orang", "25 orang")


@pytest.mark.parametrize(
    ("by", "periods"),
    [
        ("month", ["2018-12", "2019-01", "2019-10"]),
        ("quarter", ["2018-Q4", "2019-Q1", "2019-Q4"]),
        ("year", ["2018", "2019"]),
    ],
)
def test_periods_are_months_quarters_or_years(
    db: Database, by: query.By, periods: list[str]
) -> None:
    for slug, day in enumerate(("2018-12-31", "2019-01-01", "2019-10-01")):
        store(db, str(slug), (10, "exact", "orang"), day=day)
    assert [row.period for row in query.attendance(db, by=by)] == periods


def test_another_period_is_refused(db: Database) -> None:
    with pytest.raises(ValueError, match="'week' is no period"):
        query.attendance(db, by="week")  # type: ignore[arg-type]
