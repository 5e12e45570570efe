"""What somebody was there for, a page of it, and the same out of kept sums where it is much."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlite_utils import Database

from archive import query
from archive.errors import UsageError
from archive.query import appearances

Detail = query.PersonDetail | query.OrganizationDetail
DETAILS: dict[str, Callable[..., Detail]] = {
    "person": query.person,
    "organization": query.organization,
}


@pytest.fixture(params=DETAILS.values(), ids=DETAILS)
def detail(request: pytest.FixtureRequest) -> Callable[..., Detail]:
    asked: Callable[..., Detail] = request.param
    return asked


def test_a_page_has_some_of_all_in_their_order(
    detail: Callable[..., Detail], examples: Database
) -> None:
    all_ = detail(examples, 1)
    page = detail(examples, 1, limit=1, offset=1)
    assert page.appearances == all_.appearances[1:2]
    assert (page.row, page.years, page.met) == (all_.row, all_.years, all_.met)


def test_the_latest_may_come_first(detail: Callable[..., Detail], examples: Database) -> None:
    dates = [one.start_date for one in detail(examples, 1, order="-date").appearances]
    assert dates == sorted(dates, key=str, reverse=True)


def test_another_order_is_refused(detail: Callable[..., Detail], examples: Database) -> None:
    with pytest.raises(UsageError, match="'name' is no order"):
        detail(examples, 1, order="name")


def test_years_count_each_event_once_and_each_mention(
    detail: Callable[..., Detail], examples: Database
) -> None:
    told = detail(examples, 1)
    assert sum(year.events for year in told.years) == told.row.appearances
    assert sum(year.mentions for year in told.years) == len(told.appearances)


def test_of_much_the_kept_sums_say_what_the_facts_say(
    detail: Callable[..., Detail], examples: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_facts = detail(examples, 1)
    monkeypatch.setattr(appearances, "_MANY", 0)
    of_sums = detail(examples, 1, most_met=2)
    assert (of_facts.is_summed, of_sums.is_summed) == (False, True)
    assert of_sums.row == of_facts.row
    assert of_sums.met == tuple(one for one in of_facts.met[:2] if one.activities > 1)


def test_best_attended_reports_come_first_by_the_index_of_counts(examples: Database) -> None:
    every = query.activities(examples, order="-attendance")
    assert query.activities(examples, order="-attendance", limit=2) == every[:2]
    assert query.activities(examples, order="-attendance", limit=2, offset=1) == every[1:3]
    assert query.activities(examples, order="-attendance", limit=99) == every


def test_counts_without_a_filter_are_those_of_all_rows(examples: Database) -> None:
    assert query.count_activities(examples) == len(query.activities(examples))
    assert query.count_materials(examples) == len(query.materials(examples))
    slides = len(query.materials(examples, kind="slides"))
    assert query.count_materials(examples, kind="slides") == slides
