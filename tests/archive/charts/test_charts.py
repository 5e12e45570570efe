"""Charts: what rows become marks, with nothing made up and nothing hidden."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from archive.charts import style
from archive.charts.activities import activities_over_time
from archive.charts.attendance import (
    MOST_EVENTS,
    attendance_over_time,
    attendance_with_bounds,
    largest,
)
from archive.charts.co_appearances import MOST_NAMES, co_appearance_matrix, strongest
from archive.charts.drawing import drawn
from archive.charts.focus_areas import focus_areas_over_time
from archive.charts.periods import first_day, period_begin, periods_of
from archive.query import ActivityTypePeriod, AttendanceCountRow, FocusAreaPeriod, PairRow

HOSTILE = '"]; alert(1); [" </svg><script>'


def values(specification: dict[str, Any]) -> list[dict[str, Any]]:
    """All data of a chart, its layers' included."""
    sets = [specification.get("data"), *(one.get("data") for one in specification.get("layer", ()))]
    inline = [row for data in sets if data and "values" in data for row in data["values"]]
    named = [row for rows in specification.get("datasets", {}).values() for row in rows]
    return inline + named


def events(period: str | None, code: str, number: int = 1) -> ActivityTypePeriod:
    return ActivityTypePeriod(period, code, f"{code} (id)", code, number)


def count(**changes: Any) -> AttendanceCountRow:
    plain = AttendanceCountRow(
        activity_id=1,
        event_id=None,
        start_date="2019-03-04",
        type="workshop",
        title="Lokakarya",
        url="https://kota.example/1/",
        lower=40,
        upper=40,
        estimate=40,
        said="40 orang",
        quote="40 orang",
        institutions=None,
    )
    return replace(plain, **changes)


EXACT = count()
ABOUT = count(lower=0, upper=None, estimate=35)
AT_LEAST = count(lower=60, upper=None, estimate=None)
AT_MOST = count(lower=0, upper=80, estimate=None)
BETWEEN = count(lower=60, upper=75, estimate=None)


def pair(first: int, second: int, number: int = 2) -> PairRow:
    return PairRow(first, f"Person {first}", second, f"Person {second}", number, None, None)


@pytest.mark.parametrize(
    ("period", "day"),
    [("2018-10", "2018-10-01"), ("2018-Q4", "2018-10-01"), ("2018", "2018-01-01")],
)
def test_period_begins_on_a_day(period: str, day: str) -> None:
    assert first_day(period) == day


@pytest.mark.parametrize(
    ("by", "day"), [("month", "2018-11-01"), ("quarter", "2018-10-01"), ("year", "2018-01-01")]
)
def test_day_is_in_a_period(by: Any, day: str) -> None:
    assert period_begin("2018-11-15", by) == day


def test_activities_keep_their_numbers_and_undated_ones_are_left_out() -> None:
    rows = [events("2019-03", "workshop", 3), events("2019-04", "meeting"), events(None, "visit")]
    assert values(activities_over_time(rows, "month")) == [
        {"day": "2019-03-01", "type": "workshop (workshop (id))", "activities": 3},
        {"day": "2019-04-01", "type": "meeting (meeting (id))", "activities": 1},
    ]


def test_types_beyond_the_colours_share_grey_and_are_not_lost() -> None:
    rows = [events("2019-03", f"type {number}", 20 - number) for number in range(10)]
    specification = activities_over_time(rows, "month")
    color = specification["encoding"]["color"]["scale"]
    assert color["range"] == [*style.CATEGORIES, style.THE_REST]
    assert color["domain"][-1] == "Other types"
    assert sum(row["activities"] for row in values(specification)) == sum(
        row.activities for row in rows
    )


@pytest.mark.parametrize(
    ("by", "periods"),
    [
        ("month", ["2018-11-01", "2018-12-01", "2019-01-01"]),
        ("quarter", ["2018-10-01", "2019-01-01"]),
        ("year", ["2018-01-01", "2019-01-01"]),
    ],
)
def test_every_period_has_a_place_with_its_name_though_nothing_was_in_it(
    by: Any, periods: list[str]
) -> None:
    days = [period_begin(day, by) for day in ("2019-01-31", "2018-11-02")]
    assert periods_of(days, by) == periods
    assert periods_of([], by) == []


def test_few_periods_make_a_narrow_chart_and_no_wide_bars() -> None:
    def widths(number: int) -> set[int]:
        dates = [f"{2000 + year}-03-04" for year in range(number)]
        activities = [events(date[:4], "workshop") for date in dates]
        counts = [count(start_date=date) for date in dates]
        return {
            activities_over_time(activities, "year")["width"],
            attendance_over_time(counts, "year")["width"],
        }

    assert widths(1) == {60}
    assert widths(2) == {120}
    assert widths(50) == {style.WIDTH}


def test_focus_areas_have_a_field_for_each_number() -> None:
    rows = [
        FocusAreaPeriod("2018", 3, "Air", "Water", 4, 5, 6),
        FocusAreaPeriod("2018", None, None, None, 1, 1, 0),
        FocusAreaPeriod(None, 3, "Air", "Water", 9, 9, 9),
    ]
    assert values(focus_areas_over_time(rows)) == [
        {"period": "2018", "area": "3 Water", "activities": 4},
        {"period": "2018", "area": "None of the five", "activities": 1},
    ]


def test_certain_and_estimated_people_are_apart() -> None:
    rows = [EXACT, ABOUT, AT_LEAST, AT_MOST]
    marks = values(attendance_over_time(rows, "year"))
    people = {mark.get("part"): mark["people"] for mark in marks}
    assert people["certain"] == 100
    assert people["as estimates add"] == 35
    assert people[None] == 135  # where the mark for an open end stands


@pytest.mark.parametrize(
    ("row", "certain", "possible"),
    [(EXACT, 40, 40), (ABOUT, 0, 35), (AT_LEAST, 60, 60), (AT_MOST, 0, 80), (BETWEEN, 60, 75)],
)
def test_line_is_solid_as_far_as_it_is_certain(
    row: AttendanceCountRow, certain: int, possible: int
) -> None:
    (mark,) = values(attendance_with_bounds([row]))
    assert (mark["low"], mark["high"]) == (certain, possible)


def test_period_whose_numbers_are_all_exact_has_no_open_end() -> None:
    marks = values(attendance_over_time([EXACT], "year"))
    assert all("part" in mark for mark in marks)


def test_estimate_over_a_lower_bound_adds_only_what_is_beyond_it() -> None:
    marks = values(attendance_over_time([count(lower=30, upper=None, estimate=35)], "year"))
    assert [mark["people"] for mark in marks if "part" in mark] == [30, 5]


@pytest.mark.parametrize(
    ("row", "kind", "people", "is_open"),
    [
        (EXACT, "exact", 40, False),
        (ABOUT, "about", 35, False),
        (AT_LEAST, "at least", 60, True),
        (AT_MOST, "at most", 80, False),
        (BETWEEN, "at least, with an end", 60, False),
    ],
)
def test_bound_is_drawn_as_a_bound(
    row: AttendanceCountRow,
    kind: str,
    people: int,
    is_open: bool,  # noqa: FBT001
) -> None:
    (mark,) = values(attendance_with_bounds([row]))
    assert (mark["kind"], mark["people"], mark["open"]) == (kind, people, is_open)


def test_largest_events_are_chosen_and_stay_in_their_order() -> None:
    rows = [count(activity_id=number, estimate=number, lower=number) for number in range(1, 41)]
    assert [row.activity_id for row in largest(rows)] == list(range(41 - MOST_EVENTS, 41))


def test_matrix_has_each_pair_once() -> None:
    marks = values(co_appearance_matrix([pair(1, 2, 5), pair(2, 3, 2)]))
    assert sorted(mark["activities"] for mark in marks) == [2, 5]
    assert all(mark["row"] > mark["column"] for mark in marks)


def test_matrix_names_no_more_than_can_be_read() -> None:
    pairs = [pair(number, number + 100) for number in range(40)]
    assert len(strongest(pairs)) == MOST_NAMES - 1  # in pairs


def test_two_of_one_name_stay_two() -> None:
    twins = [PairRow(1, "Sari", 2, "Sari", 3, None, None)]
    assert [name for _, name in strongest(twins)] == ["Sari", "Sari"]
    assert len(values(co_appearance_matrix(twins))) == 1


def test_words_of_pages_are_no_expressions() -> None:
    hostile = count(title=HOSTILE, lower=60, upper=None, estimate=None)
    specification = attendance_with_bounds([hostile])
    assert (
        json.dumps(HOSTILE)[1:-1][:20]
        in specification["layer"][0]["encoding"]["y"]["axis"]["labelExpr"]
    )
    svg = drawn(specification, title=HOSTILE, description="Words.", identifier="chart")
    assert "<script" not in svg
    assert "alert(1)" in svg


def test_drawing_is_one_titled_image_with_ids_of_its_own() -> None:
    svg = drawn(
        attendance_with_bounds([EXACT]), title="A & B", description="Dots.", identifier="chart-7"
    )
    assert svg.startswith("<svg ")
    assert 'role="img" aria-labelledby="chart-7-title chart-7-desc"' in svg
    assert '<title id="chart-7-title">A &amp; B</title>' in svg
    assert "viewBox" in svg
    assert 'fill="white"' in svg or 'fill="#ffffff"' in svg


def test_every_chart_has_the_look_of_the_others() -> None:
    for specification in (
        activities_over_time([events("2019-03", "workshop")], "quarter"),
        focus_areas_over_time([FocusAreaPeriod("2018", 3, "Air", "Water", 4, 5, 6)]),
        attendance_over_time([EXACT], "month"),
        attendance_with_bounds([EXACT]),
        co_appearance_matrix([pair(1, 2)]),
    ):
        assert specification["config"]["font"] == style.FONT
        assert specification["config"]["background"] == "#ffffff"
        assert specification["$schema"].startswith("https://vega.github.io/schema/vega-lite/v")
