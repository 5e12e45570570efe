"""What spares a later crawl a visit; pages that are gone; versions; and old archives' share."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from archive_samples import TEXT, URL, article, due, fetch, record, store_page
from sqlite_utils import Database

from archive import crawls, frontier, known_pages, query, site_ways, storage, versions
from archive.migrations import MIGRATIONS
from archive.site_ways import WayState


def test_a_page_that_a_list_verifies_counts_as_unchanged_and_keeps_what_the_list_told(
    db: Database,
) -> None:
    store_page(db, record(), fetch())
    crawl_id = crawls.start(db, ["kota"])
    told = (1, "2019-03-06T01:00:00Z", "2019-03-05T01:00:00Z")
    frontier.verify(db, [told], crawl_id=crawl_id)
    (page,) = known_pages.of_site(db, site="kota", crawl_id=crawl_id)
    assert (page.visited, page.modified, page.published) == (True, *told[1:])
    assert crawls.count(db, crawl_id).unchanged == 1
    assert db["captures"].count == 1


def test_what_is_gone_keeps_its_facts_its_date_and_reason_and_comes_back(db: Database) -> None:
    store_page(db, record(), fetch())
    crawl_id = crawls.start(db, ["kota"])
    frontier.mark_gone(db, URL, reason="The site answered 404.", http_status=404, crawl_id=crawl_id)
    row = db["pages"].get(1)
    assert (row["state"], row["reason"]) == ("gone", "The site answered 404.")
    assert row["gone_at"] is not None
    assert crawls.count(db, crawl_id).gone == 1
    assert due(db, crawl_id=crawl_id) == []
    assert db["participations"].count == 2
    assert query.activities(db) == []
    ((activity),) = query.activities(db, gone=True)
    assert activity.gone_at == row["gone_at"]
    assert store_page(db, record(), fetch(crawl_id=crawl_id)) == "unchanged"
    assert db["pages"].get(1)["gone_at"] is None
    assert len(query.activities(db)) == 1


def test_each_text_of_a_page_stays_known(db: Database) -> None:
    longer = f"{TEXT}\nTambahan."
    store_page(db, record(), fetch(fetched_at="2019-03-06T00:00:00Z"))
    store_page(db, record(), fetch(fetched_at="2019-03-07T00:00:00Z"))
    store_page(db, record(article=article(text=longer)), fetch(fetched_at="2019-03-08T00:00:00Z"))
    store_page(db, record(), fetch(fetched_at="2019-03-09T00:00:00Z"))
    assert [(v.first_seen_at[:10], v.text) for v in versions.of_page(db, 1)] == [
        ("2019-03-06", TEXT),
        ("2019-03-08", longer),
        ("2019-03-09", TEXT),
    ]


def test_failures_in_a_row_make_a_page_rest_longer_and_a_success_forgets_them(db: Database) -> None:
    waits = []
    for _ in range(9):
        crawl_id = crawls.start(db, ["kota"])
        frontier.mark_failed(db, URL, site="kota", reason="x", http_status=500, crawl_id=crawl_id)
        waits.append(db["pages"].get(1)["next_try_at"])
    assert waits == sorted(waits)
    assert waits[1][:10] < waits[4][:10] < waits[7][:10] == waits[8][:10]
    store_page(db, record(), fetch(URL))
    assert (db["pages"].get(1)["failures"], db["pages"].get(1)["next_try_at"]) == (0, None)


def test_a_way_that_was_not_read_to_its_end_does_not_count_as_read(db: Database) -> None:
    site_ways.begin(db, "kota", ("rest", "feed"))
    site_ways.end(db, "kota", "rest", WayState("complete", posts=7, url=URL))
    site_ways.end(db, "kota", "feed", WayState("off", reason="No feed."))
    site_ways.begin(db, "kota", ("rest", "feed"))
    state = site_ways.of_site(db, "kota")
    assert {way: one.state for way, one in state.items()} == {"rest": "reading", "feed": "reading"}
    assert state["rest"].complete_at is not None
    assert (state["feed"].complete_at, state["feed"].reason) == (None, None)


def test_pages_of_an_old_archive_are_kept_with_their_text_as_first_version(tmp_path: Path) -> None:
    old = Database(sqlite3.connect(tmp_path / storage.DATABASE_NAME))
    MIGRATIONS.apply(old, stop_before="0003_revisits")
    old.execute("INSERT INTO crawls (started_at, status, sites) VALUES ('t', 'finished', '[]')")
    old.execute(
        "INSERT INTO pages (url, site, state, discovered_at, last_crawl_id, fetched_at)"
        " VALUES (?, 'kota', 'fetched', '2019-03-05T00:00:00Z', 1, '2019-03-06T00:00:00Z')",
        (URL,),
    )
    old.execute(
        "INSERT INTO articles (page_id, title, theme, text, text_digest, extractor_version,"
        " extracted_at) VALUES (1, 'Rapat', 'generic', 'Rapat warga', 'd', '1', '2019-03-06')"
    )
    old.execute("INSERT INTO crawl_pages (crawl_id, page_id, outcome) VALUES (1, 1, 'new')")
    old.conn.commit()
    old.close()
    db = storage.open_archive(tmp_path)
    assert [(v.title, v.text) for v in versions.of_page(db, 1)] == [("Rapat", "Rapat warga")]
    assert db["pages"].get(1)["verified_at"] == "2019-03-06T00:00:00Z"
    assert [row["outcome"] for row in db["crawl_pages"].rows] == ["new"]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    storage.close(db)
