"""Records come back from tables and from JSON as they were."""

from __future__ import annotations

from archive_samples import article, fetch, record, report_of_nothing, store_page
from sqlite_utils import Database

from archive import stored_records
from archive.writer import article_digest


def test_a_stored_page_comes_back_as_the_record_that_it_was(db: Database) -> None:
    store_page(db, record(), fetch())
    assert stored_records.of_page(db, 1) == record()


def test_a_page_without_activity_comes_back_too(db: Database) -> None:
    store_page(db, report_of_nothing(), fetch())
    assert stored_records.of_page(db, 1) == report_of_nothing()


def test_a_page_without_article_has_no_record(db: Database) -> None:
    assert stored_records.of_page(db, 1) is None


def test_a_record_comes_back_from_its_json_with_whatever_is_in_its_text() -> None:
    strange = record(article=article(title="\ud800 setengah \0", subtitle="🌧"))
    for plain in (record(), report_of_nothing(), strange):
        again = stored_records.from_json(plain.to_json(indent=None))
        assert again == plain
        assert article_digest(again) == article_digest(plain)
