"""Storing a page: one transaction, replaced when it changed, untouched when it did not."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace

import pytest
from archive_samples import (
    TEXT,
    URL,
    activity,
    article,
    fetch,
    record,
    report_of_nothing,
    span,
    store_page,
)
from sqlite_utils import Database

from archive import crawls, facts, frontier, versions, writer
from archive.errors import ArchiveError
from archive.records import Attendance
from archive.writer import store_reading

FACT_TABLES = (*facts.FACT_TABLES, "people", "organizations", "activities", "articles")


def content(db: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row with its key of every table of facts."""
    return {
        name: db.execute(f"SELECT rowid, * FROM {name} ORDER BY rowid").fetchall()  # noqa: S608 - fixed names
        for name in FACT_TABLES
    }


def rows(db: Database, sql: str) -> list[tuple[object, ...]]:
    return db.execute(sql).fetchall()


def test_new_page_is_stored_with_all_its_facts(db: Database) -> None:
    assert store_page(db, record(), fetch()) == "new"
    assert rows(db, "SELECT state, http_status, attempts FROM pages") == [("fetched", 200, 1)]
    assert rows(db, "SELECT title FROM articles") == [("Lokakarya Taman Hujan 🌧 Kota Seruni",)]
    assert rows(db, "SELECT position, category FROM article_categories ORDER BY position") == [
        (1, "Kegiatan"),
        (2, "Air"),
    ]
    assert {name: db[name].count for name in facts.FACT_TABLES} == {
        "activity_dates": 1,
        "attendance": 2,
        "participations": 2,
        "organization_roles": 1,
        "conclusions": 2,
        "discussion_groups": 2,
        "materials": 1,
        "findings": 1,
    }


def test_quote_of_every_fact_is_what_the_text_says_at_its_offsets(db: Database) -> None:
    store_page(db, record(), fetch())
    for name in facts.FACT_TABLES:
        for quote, said in rows(
            db,
            "SELECT evidence_quote, substr(text, evidence_start + 1, evidence_end - evidence_start)"  # noqa: S608 - fixed names
            f" FROM {name} JOIN activities ON activities.id = activity_id"
            " JOIN articles ON articles.page_id = activities.page_id",
        ):
            assert quote == said, name
            assert quote


def test_all_spans_of_evidence_are_kept(db: Database) -> None:
    store_page(db, record(), fetch())
    evidence, summary = rows(
        db, "SELECT evidence, summary FROM participations WHERE name = 'Tegar Prakoso'"
    )[0]
    assert [TEXT[start:end] for start, end in json.loads(str(evidence))] == [
        "Tegar Prakoso",
        "memandu",
    ]
    assert summary == "[]"


def test_same_record_again_rewrites_no_fact(db: Database) -> None:
    store_page(db, record(), fetch())
    before = content(db)
    again = fetch(fetched_at="2019-04-01T00:00:00Z")
    assert store_page(db, record(), again, body=b"today is another day") == "unchanged"
    assert rows(db, "SELECT capture_id FROM articles") == [(2,)]
    db.execute("UPDATE articles SET capture_id = 1")
    assert content(db) == before
    assert rows(db, "SELECT fetched_at, attempts FROM pages") == [("2019-04-01T00:00:00Z", 2)]
    assert db["captures"].count == 2


def test_an_older_capture_adds_to_the_history_alone(db: Database) -> None:
    store_page(db, record(), fetch(fetched_at="2019-04-01T00:00:00Z"))
    before = content(db)
    older = record(article=article(text=f"{TEXT}\nTambahan."))
    memento = fetch(fetched_at="2019-03-01T00:00:00Z", is_live=False)
    assert store_page(db, older, memento, body=b"older") == "changed"
    assert content(db) == before
    assert [v.first_seen_at[:7] for v in versions.of_page(db, 1)] == ["2019-03", "2019-04"]
    assert rows(db, "SELECT fetched_at FROM pages") == [("2019-04-01T00:00:00Z",)]


def test_a_newer_memento_feeds_the_facts_and_leaves_the_state_of_the_page(db: Database) -> None:
    store_page(db, record(), fetch())
    crawl_id = crawls.start(db, ["kota"])
    frontier.mark_gone(db, URL, reason="404.", http_status=404, crawl_id=crawl_id)
    newer = record(article=article(title="Judul baru"))
    memento = fetch(fetched_at="2021-03-01T00:00:00Z", is_live=False)
    assert store_page(db, newer, memento, body=b"newer") == "changed"
    assert rows(db, "SELECT title FROM articles") == [("Judul baru",)]
    assert rows(db, "SELECT state FROM pages") == [("gone",)]


def test_a_capture_read_anew_replaces_what_was_read_from_it(db: Database) -> None:
    store_page(db, record(), fetch())
    assert store_reading(db, record(), page_id=1, capture_id=1) == "unchanged"
    better = record(article=article(text=f"{TEXT}\nTambahan."))
    assert store_reading(db, better, page_id=1, capture_id=1) == "changed"
    assert [v.text for v in versions.of_page(db, 1)] == [better.article.text]
    assert rows(db, "SELECT count(*) FROM versions") == [(1,)]
    assert rows(db, "SELECT attempts FROM pages") == [(1,)]


def test_same_capture_again_makes_no_second_capture(db: Database) -> None:
    store_page(db, record(), fetch())
    store_page(db, record(), fetch())
    assert db["captures"].count == 1


def test_other_addresses_alone_are_no_change(db: Database) -> None:
    store_page(db, record(), fetch())
    elsewhere = record(article=article(url="https://kota.example/?p=7", canonical_url=URL))
    assert store_page(db, elsewhere, fetch()) == "unchanged"


def test_changed_facts_replace_those_of_the_page(db: Database) -> None:
    store_page(db, record(), fetch())
    counted = activity(attendance=(Attendance(41, "exact", "peserta", span("40 peserta")),))
    assert store_page(db, record(activity=counted), fetch()) == "changed"
    assert rows(db, "SELECT count FROM attendance") == [(41,)]
    assert db["participations"].count == 2


def test_ids_of_page_activity_and_people_outlast_a_change(db: Database) -> None:
    store_page(db, record(), fetch())
    ids = [
        rows(db, f"SELECT id FROM {name} ORDER BY id")  # noqa: S608 - fixed names
        for name in ("pages", "articles", "activities", "people", "organizations")
    ]
    store_page(db, record(activity=activity(title="Judul baru")), fetch())
    assert ids == [
        rows(db, f"SELECT id FROM {name} ORDER BY id")  # noqa: S608 - fixed names
        for name in ("pages", "articles", "activities", "people", "organizations")
    ]


def test_new_rules_over_the_same_page_are_a_change(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_page(db, record(), fetch())
    monkeypatch.setattr(writer, "EXTRACTOR_VERSION", "next")
    assert store_page(db, record(), fetch()) == "changed"


def test_people_and_organizations_whom_no_page_names_any_more_are_removed(db: Database) -> None:
    store_page(db, record(), fetch())
    store_page(db, record(), fetch("https://kota.example/lain/"))
    without = record(activity=activity(people=(), organizations=()))
    store_page(db, without, fetch())
    assert db["people"].count == 2
    store_page(db, without, fetch("https://kota.example/lain/"))
    assert (db["people"].count, db["organizations"].count) == (0, 0)


def test_one_name_in_other_spelling_is_one_person(db: Database) -> None:
    store_page(db, record(), fetch())
    shouted = replace(activity().people[0], name="RATNA  WULANDARI")
    store_page(
        db, record(activity=activity(people=(shouted,))), fetch("https://kota.example/lain/")
    )
    assert rows(db, "SELECT name FROM people WHERE name_key = 'ratna wulandari'") == [
        ("Ratna Wulandari",)
    ]
    assert rows(db, "SELECT count(*) FROM participations WHERE person_id = 1") == [(2,)]


def test_acronym_that_a_later_page_gives_completes_the_organization(db: Database) -> None:
    plain = replace(activity().organizations[0], acronym=None, sector=None)
    store_page(db, record(activity=activity(organizations=(plain,))), fetch())
    store_page(db, record(), fetch("https://kota.example/lain/"))
    assert rows(db, "SELECT acronym, sector FROM organizations") == [("DA", "government")]


def test_page_without_activity_keeps_its_facts_and_stays_out_of_the_views(db: Database) -> None:
    assert store_page(db, report_of_nothing(), fetch()) == "new"
    assert rows(db, "SELECT type FROM activities") == [(None,)]
    assert db["materials"].count == 1
    for view in ("activity_overview", "material_overview", "participation_overview"):
        assert db[view].count == 0


def test_capture_has_the_digests_that_preservation_tools_expect(db: Database) -> None:
    body = b"<p>Lokakarya</p>"
    store_page(db, record(), fetch(), body=body)
    sha1 = base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()
    assert rows(
        db, "SELECT payload_digest, payload_sha256, payload_length, media_type FROM captures"
    ) == [(f"sha1:{sha1}", hashlib.sha256(body).hexdigest(), len(body), "text/html")]


def test_outcome_is_noted_with_the_crawl(db: Database) -> None:
    crawl_id = crawls.start(db, ["kota"])
    store_page(db, record(), fetch(crawl_id=crawl_id))
    assert rows(db, "SELECT crawl_id, outcome FROM crawl_pages") == [(crawl_id, "new")]
    assert rows(db, "SELECT crawl_id FROM captures") == [(crawl_id,)]


def test_text_that_a_database_cannot_hold_keeps_its_length(db: Database) -> None:
    text = TEXT.replace("memandu", "me\0an\ud800u")
    odd = record(article=article(text=text, canonical_url="https://kota.example/\udfff"))
    assert store_page(db, odd, fetch(addresses=("https://kota.example/\ud800",))) == "new"
    (stored,) = rows(db, "SELECT text FROM articles")[0]
    assert len(str(stored)) == len(text)
    assert store_page(db, record(article=article(text=text)), fetch()) == "unchanged"


def test_record_that_cannot_be_stored_leaves_nothing_and_says_so(db: Database) -> None:
    countless = activity(attendance=(Attendance(10**30, "exact", "peserta", span("40")),))
    with pytest.raises(ArchiveError, match=r"kota\.example.* cannot be stored"):
        store_page(db, record(activity=countless), fetch())
    assert [db[name].count for name in ("pages", "articles", "versions", "people")] == [0, 0, 0, 0]
    assert rows(db, "SELECT page_id, version_id FROM captures") == [(None, None)]
