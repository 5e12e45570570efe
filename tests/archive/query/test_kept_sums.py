"""Sums that are kept say what the facts say, and are known to be out of date when they do not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from archive_samples import fetch, store_page
from question_samples import report
from sqlite_utils import Database

from archive import query
from archive.errors import UsageError
from archive.frontier import record_visit
from archive.query.renewing import renew
from archive.query.sums import are_current
from archive.storage import close, open_archive, open_read_only, transaction

QUESTIONS: dict[str, Callable[[Database], object]] = {
    "people": query.people,
    "people in a role": lambda db: query.people(db, role="moderator", order="latest"),
    "count of people": query.count_people,
    "a person": lambda db: query.person(db, 1),
    "organizations": lambda db: query.organizations(db, order="name"),
    "count of organizations in a role": lambda db: query.count_organizations(db, role="partner"),
    "an organization": lambda db: query.organization(db, 1),
    "attendance": lambda db: query.attendance(db, by="quarter"),
    "counts of attendance": query.attendance_counts,
    "types": lambda db: query.activities_by_type(db, by="year"),
    "focus areas": lambda db: query.focus_areas(db, by="month"),
    "pairs of people": query.co_appearances,
    "pairs of organizations": lambda db: query.co_appearances(db, kind="organization", least=1),
    "events": query.events,
    "count of events": query.count_events,
    "coverage": query.coverage,
}

CHANGES = {
    "a part is taken away": "DELETE FROM participations WHERE id = 1",
    "a person turns out to be another": "UPDATE participations SET person_id = 2 WHERE id = 1",
    "an organization's role changes": "UPDATE organization_roles SET role = 'host' WHERE id = 1",
    "a count is corrected": "UPDATE attendance SET count = 41 WHERE id = 1",
    "a group is taken away": "DELETE FROM discussion_groups WHERE id = 1",
    "two reports turn out to be of one event": "UPDATE activities SET event_id = 1 WHERE id = 2",
    "a page is gone": "UPDATE pages SET state = 'gone' WHERE id = 1",
    "a page is removed with its facts": "DELETE FROM pages WHERE id = 2",
}


def make_out_of_date(db: Database) -> None:
    with transaction(db):
        db.execute("UPDATE sums SET is_current = 0")


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_answer_of_kept_sums_is_that_of_the_facts(
    question: Callable[[Database], object], examples: Database
) -> None:
    assert are_current(examples)
    kept = question(examples)
    make_out_of_date(examples)
    assert question(examples) == kept


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_change_of_a_fact_is_in_the_next_answer(change: str, examples: Database) -> None:
    before = [question(examples) for question in QUESTIONS.values()]
    with transaction(examples):
        examples.execute("PRAGMA defer_foreign_keys = ON")
        examples.execute(change)
    assert not are_current(examples)
    changed = [_asked(examples, question) for question in QUESTIONS.values()]
    assert changed != before
    assert renew(examples)
    assert [_asked(examples, question) for question in QUESTIONS.values()] == changed


def _asked(db: Database, question: Callable[[Database], object]) -> object:
    try:
        return question(db)
    except UsageError as error:
        return str(error)


def test_stored_page_is_in_the_next_answer(examples: Database) -> None:
    before = query.count_events(examples)
    store_page(examples, report("2021-01-01"), fetch("https://kota.example/baru/"))
    assert query.count_events(examples) == before + 1


def test_visit_that_changes_nothing_leaves_the_sums_current(examples: Database) -> None:
    with transaction(examples):
        examples.execute("UPDATE pages SET state = 'failed' WHERE id = 1")
        record_visit(examples, 1, outcome="failed", http_status=500, reason="x", crawl_id=None)
    assert are_current(examples)


def test_sums_that_are_current_are_not_added_up_again(examples: Database) -> None:
    assert not renew(examples)


def test_renewing_that_is_broken_off_leaves_nothing_behind(examples: Database) -> None:
    make_out_of_date(examples)
    examples.execute("BEGIN IMMEDIATE")
    assert renew(examples)
    examples.conn.rollback()
    assert not are_current(examples)


def test_archive_that_may_only_be_read_answers_whatever_the_sums_are(
    folder: Path, examples: Database
) -> None:
    expected = query.people(examples)
    make_out_of_date(examples)
    close(examples)
    reader = open_read_only(folder)
    assert query.people(reader) == expected
    close(reader)


def test_new_archive_answers_with_nothing(tmp_path: Path) -> None:
    empty = open_archive(tmp_path / "empty")
    assert query.people(empty) == []
    assert query.attendance(empty) == []
    assert query.coverage(empty) == []
    close(empty)
