"""Quality checks: each finds its fault, with the words, and finds nothing on a sound page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from archive_samples import fetch, record, span, store_page
from quality_faults import (
    BODIES_40,
    DAY,
    FAULTS,
    PEOPLE_12,
    URL,
    Fault,
    counting,
    dead_link,
    one_event,
    published,
    sound,
    store,
    store_record,
    twice_the_same_text,
)
from sqlite_utils import Database

from archive import quality
from archive.quality import Check
from archive.records import Group


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.check)
def test_check_finds_its_fault_and_shows_the_words(db: Database, fault: Fault) -> None:
    fault.make(db)
    (found,) = quality.run(db, only=fault.check)
    assert (found.message, found.quote) == (fault.message, fault.quote)
    assert found.activity_id == 1
    assert found.url == f"{URL}1/"
    assert found.what_to_do


@pytest.mark.parametrize("one", quality.checks(), ids=lambda one: one.name)
def test_sound_page_has_nothing_to_look_at(db: Database, one: Check) -> None:
    store(db)
    assert quality.run(db, only=one.name) == []


def test_every_check_has_a_fault_that_shows_it() -> None:
    assert {one.name for one in quality.checks()} - {fault.check for fault in FAULTS} == {
        "duplicate-article"
    }


def test_same_text_on_two_pages_is_told_of_both(db: Database) -> None:
    twice_the_same_text(db)
    assert [
        (row.activity_id, row.message) for row in quality.run(db, only="duplicate-article")
    ] == [
        (1, f"The same text stands at {URL}2/."),
        (2, f"The same text stands at {URL}1/."),
    ]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.check)
def test_faults_of_reports_that_are_not_asked_for_are_left_out(db: Database, fault: Fault) -> None:
    fault.make(db)
    assert quality.run(db, only=fault.check, type="meeting") == []


@pytest.mark.parametrize(
    ("check", "table", "field"),
    [
        ("weekday", "activity_dates", None),
        ("attendance-out-of-range", "attendance", None),
        ("more-institutions-than-people", "attendance", None),
        ("activity-after-publication", "activities", "start_date"),
        ("activity-long-before-publication", "activities", "start_date"),
        ("group-without-topic", "discussion_groups", None),
        ("group-without-focus-area", "discussion_groups", None),
        ("person-without-role", "participations", None),
        ("material-without-link", "materials", None),
    ],
)
def test_what_a_person_has_verified_is_not_listed_again(
    db: Database, check: str, table: str, field: str | None
) -> None:
    next(fault for fault in FAULTS if fault.check == check).make(db)
    db.execute(
        "INSERT INTO corrections (page_id, action, fact, field, author, made_at, reason)"
        " VALUES (1, 'verify', 'activity', ?, 'Sri', '2020-01-01T00:00:00Z', 'I was there.')",
        (field,),
    )
    db.execute(f"UPDATE {table} SET correction_id = 1")  # noqa: S608 - our own names
    assert quality.run(db, only=check) == []


def test_two_days_of_one_event_that_overlap_are_no_contradiction(db: Database) -> None:
    one_event("2019-03-04", "2019-03-05")(db)
    db.execute("UPDATE activities SET end_date = '2019-03-05'")
    assert quality.run(db, only="event-on-two-dates") == []


def test_report_published_on_the_day_itself_is_sound(db: Database) -> None:
    published("2019-03-04")(db)
    assert quality.run(db, only="activity-after-publication") == []


def test_report_of_a_year_ago_to_the_day_is_sound(db: Database) -> None:
    published("2020-03-04")(db)
    assert quality.run(db, only="activity-long-before-publication") == []


def test_bound_on_people_does_not_contradict_a_larger_count_of_institutions(db: Database) -> None:
    counting(replace(PEOPLE_12, qualifier="at_least"), BODIES_40)(db)
    assert quality.run(db, only="more-institutions-than-people") == []


def test_link_that_offers_no_file_is_not_dead(db: Database) -> None:
    dead_link("link")(db)
    assert quality.run(db, only="dead-material") == []


def test_groups_without_any_focus_area_are_no_gap(db: Database) -> None:
    store(db, groups=(Group(1, "trotoar", None, (), span("trotoar")),))
    assert quality.run(db, only="group-without-focus-area") == []


def test_gravest_come_first_and_a_limit_is_of_all_of_them(db: Database) -> None:
    for number in (1, 2, 3):
        page = sound(number, dates=(replace(DAY, weekday_agrees=False),), attendance=())
        store_record(db, number, page)
    assert [(row.check, row.severity, row.activity_id) for row in quality.run(db, limit=4)] == [
        ("weekday", "error", 1),
        ("weekday", "error", 2),
        ("weekday", "error", 3),
        ("no-attendance", "note", 1),
    ]


def test_counts_tell_how_much_each_check_finds_nothing_included(db: Database) -> None:
    store(db, attendance=())
    found = {count.check: count.found for count in quality.counts(db)}
    assert found["no-attendance"] == 1
    assert found["weekday"] == 0
    assert list(found) == [one.name for one in quality.checks()]


def test_faults_of_pages_that_are_gone_are_told_only_when_asked_for(db: Database) -> None:
    store(db, attendance=())
    db.execute("UPDATE pages SET state = 'gone'")
    assert quality.run(db) == []
    assert [row.check for row in quality.run(db, gone=True)] == ["no-attendance"]


def test_faults_of_pages_that_report_nothing_are_left_out(db: Database) -> None:
    store(db, type=None, attendance=())
    assert quality.run(db) == []


def test_unknown_check_is_told_with_those_there_are(db: Database) -> None:
    with pytest.raises(ValueError, match=r"'colour' is not a check\. Choose one of weekday, "):
        quality.run(db, only="colour")


def test_page_of_the_checks_tells_of_each_what_it_means_and_what_to_do() -> None:
    told = (Path(__file__).parents[3] / "docs" / "quality.md").read_text("utf-8")
    for one in quality.checks():
        assert f"| `{one.name}` | {one.severity} | {one.meaning} | {one.what_to_do} |" in told


def test_sample_workshop_shows_what_its_page_leaves_open(db: Database) -> None:
    store_page(db, record(), fetch())
    assert [(row.check, row.quote) for row in quality.run(db)] == [
        ("group-without-focus-area", "trotoar")
    ]
