"""One page under many addresses is one row; no article is given up for another one."""

from __future__ import annotations

from archive_samples import TEXT, URL, article, due, fetch, record, store_page
from sqlite_utils import Database

from archive import crawls, frontier
from archive.addresses import join_address
from archive.records import Record

SHORT = "https://kota.example/?p=7"


def with_canonical(address: str) -> Record:
    return record(article=article(canonical_url=address))


def another_article() -> Record:
    return record(article=article(title="Beranda", text=TEXT.replace("Lokakarya", "Selamat")))


def urls(db: Database) -> list[str]:
    return [row["url"] for row in db["pages"].rows_where(order_by="id")]


def test_redirect_makes_one_page_at_its_final_address(db: Database) -> None:
    crawl_id = crawls.start(db, ["kota"])
    frontier.discover(db, [SHORT], site="kota", crawl_id=crawl_id)
    store_page(db, record(), fetch(URL, requested_url=SHORT, crawl_id=crawl_id))
    assert urls(db) == [URL]
    assert frontier.discover(db, [SHORT, URL], site="kota", crawl_id=crawl_id) == []
    assert due(db, crawl_id=crawl_id) == []


def test_page_fetched_at_two_addresses_is_one_by_its_canonical_address(db: Database) -> None:
    assert store_page(db, with_canonical(URL), fetch(SHORT)) == "new"
    assert store_page(db, with_canonical(URL), fetch(URL)) == "unchanged"
    assert urls(db) == [SHORT]


def test_canonical_page_fetched_first_is_found_by_the_other_address(db: Database) -> None:
    assert store_page(db, with_canonical(URL), fetch(URL)) == "new"
    assert store_page(db, with_canonical(URL), fetch(SHORT)) == "unchanged"
    assert urls(db) == [URL]


def test_shortlink_given_with_the_page_is_its_address(db: Database) -> None:
    store_page(db, record(), fetch(URL, addresses=(SHORT,)))
    assert store_page(db, record(), fetch(SHORT)) == "unchanged"
    assert urls(db) == [URL]
    assert db["page_addresses"].get(SHORT)["kind"] == "other"


def test_pages_found_under_both_addresses_become_one_when_one_is_fetched(db: Database) -> None:
    crawl_id = crawls.start(db, ["kota"])
    frontier.discover(db, [SHORT, URL], site="kota", crawl_id=crawl_id)
    store_page(db, record(), fetch(URL, addresses=(SHORT,), crawl_id=crawl_id))
    assert urls(db) == [URL]
    assert due(db, crawl_id=crawl_id) == []
    assert crawls.count(db, crawl_id).found == 1


def test_two_stored_rows_of_one_page_are_joined_with_their_captures(db: Database) -> None:
    store_page(db, record(), fetch(URL))
    store_page(db, record(), fetch(SHORT))
    assert len(urls(db)) == 2
    assert store_page(db, with_canonical(URL), fetch(SHORT, fetched_at="2020-01-01T00:00:00Z")) == (
        "unchanged"
    )
    assert urls(db) == [SHORT]
    assert db["captures"].count == 3
    assert (db["articles"].count, db["people"].count) == (1, 2)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_canonical_address_that_all_pages_share_joins_none(db: Database) -> None:
    everywhere = "https://kota.example/berita"
    store_page(db, with_canonical(everywhere), fetch(URL))
    other = another_article()
    misled = Record(
        article(title="Beranda", text=other.article.text, canonical_url=everywhere),
        other.activity,
        (),
    )
    assert store_page(db, misled, fetch("https://kota.example/lain/")) == "new"
    assert urls(db) == [URL, "https://kota.example/lain/"]


def test_address_that_now_leads_elsewhere_keeps_what_it_held_and_fails(db: Database) -> None:
    store_page(db, record(), fetch(URL))
    crawl_id = crawls.start(db, ["kota"])
    home = "https://kota.example/"
    moved = fetch(home, requested_url=URL, crawl_id=crawl_id)
    assert store_page(db, another_article(), moved) == "new"
    assert urls(db) == [URL, home]
    assert db["pages"].get(1)["state"] == "failed"
    assert "leads to another article" in db["pages"].get(1)["reason"]
    assert db["articles"].get(1)["title"] == record().article.title
    assert due(db, crawl_id=crawl_id) == []


def test_address_that_gets_a_page_of_its_own_is_no_longer_another_ones(db: Database) -> None:
    store_page(db, record(), fetch(URL, addresses=(SHORT,)))
    assert store_page(db, another_article(), fetch(SHORT)) == "new"
    assert urls(db) == [URL, SHORT]
    assert store_page(db, record(), fetch(URL, addresses=(SHORT,))) == "unchanged"
    assert db["page_addresses"].count == 0


def test_address_noted_later_joins_a_page_that_was_only_found_there(db: Database) -> None:
    crawl_id = crawls.start(db, ["kota"])
    frontier.discover(db, [SHORT], site="kota", crawl_id=crawl_id)
    store_page(db, record(), fetch(URL, crawl_id=crawl_id))
    join_address(db, SHORT, to=URL)
    assert urls(db) == [URL]
    assert db["page_addresses"].get(SHORT)["kind"] == "requested"


def test_address_noted_later_leaves_a_page_with_its_own_article(db: Database) -> None:
    store_page(db, record(), fetch(URL))
    store_page(db, another_article(), fetch(SHORT))
    join_address(db, SHORT, to=URL)
    assert urls(db) == [URL, SHORT]


def test_address_noted_for_an_unknown_page_is_nothing(db: Database) -> None:
    join_address(db, SHORT, to=URL)
    assert (db["pages"].count, db["page_addresses"].count) == (0, 0)
