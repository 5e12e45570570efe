"""Whether the rows of a page are those of a record: any column that another program altered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from archive_samples import activity, article, fetch, record, report_of_nothing, store_page
from sqlite_utils import Database

from archive import stored_rows


def test_rows_are_those_of_the_record_that_was_stored(db: Database) -> None:
    store_page(db, record(), fetch())
    assert stored_rows.are_of(db, 1, record())
    store_page(db, report_of_nothing(), fetch("https://kota.example/lain/"))
    assert stored_rows.are_of(db, 2, report_of_nothing())


def test_text_that_a_database_cannot_hold_is_no_difference(db: Database) -> None:
    strange = record(article=article(subtitle="\ud800 setengah \0"))
    store_page(db, strange, fetch())
    assert stored_rows.are_of(db, 1, strange)


def test_rows_are_not_those_of_another_record(db: Database) -> None:
    store_page(db, record(), fetch())
    fewer = activity(people=activity().people[:1])
    assert not stored_rows.are_of(db, 1, record(activity=fewer))
    assert not stored_rows.are_of(db, 1, record(article=replace(article(), categories=())))
    assert not stored_rows.are_of(db, 1, report_of_nothing())
    assert not stored_rows.are_of(db, 2, record())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles SET text = 'Lain'",
        "UPDATE articles SET text_digest = 'lain'",
        "UPDATE activities SET venue_evidence_quote = NULL",
        "UPDATE activity_dates SET evidence_quote = 'lain'",
        "UPDATE attendance SET count = 41 WHERE count = 40",
        "UPDATE participations SET summary = 'damaged'",
        "UPDATE discussion_groups SET focus_area = 5",
        "DELETE FROM organization_roles",
        "DELETE FROM conclusions WHERE position = 2",
        "DELETE FROM findings",
        "UPDATE materials SET presenter = NULL",
        "UPDATE article_categories SET category = 'Lain' WHERE position = 2",
        "DELETE FROM activities",
    ],
)
def test_any_column_that_was_altered_is_seen(statement: str, db: Database) -> None:
    store_page(db, record(), fetch())
    db.execute(statement)
    assert not stored_rows.are_of(db, 1, record())
