"""Corrections in an archive: they count everywhere, and no later reading loses them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from archive_samples import URL, activity, article, fetch, record, report_of_nothing, store_page
from corrected_pages import edited, request
from sqlite_utils import Database

from archive import corrections, rereadings, stored_records, stored_rows, writer
from archive.checks.corrections import check_corrections
from archive.corrections import making
from archive.errors import ArchiveError, UsageError
from archive.records import Attendance
from archive.rereadings import Former
from archive.storage import transaction

LATER = fetch(fetched_at="2019-04-01T00:00:00Z")


def rows(db: Database, sql: str) -> list[tuple[Any, ...]]:
    return db.execute(sql).fetchall()


def whole(db: Database, table: str) -> list[tuple[Any, ...]]:
    return rows(db, f"SELECT * FROM {table} ORDER BY id")  # noqa: S608 - fixed names


def faults(db: Database) -> list[str]:
    return [fault.message for fault in check_corrections(db)]


@pytest.fixture
def page(db: Database) -> Database:
    """An archive of the sample page."""
    store_page(db, record(), fetch())
    return db


def correct(db: Database, *asked: Any) -> list[int]:
    return [making.correct(db, 1, one).id for one in asked]


def states(db: Database) -> Sequence[str]:
    return [one.state for one in corrections.of_page(db, 1)]


EVERY_KIND = (
    request("set", "venue", "Balai Kota"),
    request("set", "dates.kind", "mentioned"),
    request("set", "attendance.count", "42", of="peserta"),
    request("set", "people.role", "speaker", of="tegar"),
    request("set", "organizations.sector", "ngo"),
    request("set", "groups.focus_area", "4", of="trotoar"),
    request("verify", "conclusions", "Perlu peta banjir."),
    request("set", "materials.kind", "report"),
)
TABLES = (
    *("activities", "activity_dates", "attendance", "participations", "organization_roles"),
    *("discussion_groups", "conclusions", "materials"),
)


def test_corrections_count_in_tables_and_views_and_are_named_by_the_rows(page: Database) -> None:
    made = correct(page, *EVERY_KIND)
    touched = [
        [(row["correction_id"],) for row in page[table].rows if row["correction_id"] is not None]
        for table in TABLES
    ]
    assert touched == [[(number,)] for number in made]
    assert rows(page, "SELECT venue, attendance_count FROM activity_overview") == [
        ("Balai Kota", 42)
    ]
    assert rows(page, "SELECT role FROM participation_overview WHERE person LIKE 'Tegar%'") == [
        ("speaker",)
    ]
    assert faults(page) == []
    assert page.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_reading_stays_beside_and_the_article_as_it_was_read(page: Database) -> None:
    page.execute("UPDATE articles SET extractor_version = '0', extracted_at = 'then'")
    correct(page, *EVERY_KIND)
    assert rows(page, "SELECT extractor_version, extracted_at FROM articles") == [("0", "then")]
    assert stored_records.reading_of_page(page, 1) == record()
    assert stored_records.of_page(page, 1) != record()
    assert stored_rows.are_of(page, 1, record())


def test_the_same_page_once_more_is_unchanged_and_rewrites_no_fact(page: Database) -> None:
    correct(page, *EVERY_KIND)
    before = [whole(page, table) for table in (*TABLES, "corrections")]
    assert store_page(page, record(), LATER) == "unchanged"
    assert [whole(page, table) for table in (*TABLES, "corrections")] == before


def test_a_changed_page_keeps_its_corrections_and_tells_conflicts(page: Database) -> None:
    correct(page, *EVERY_KIND)
    fifty = Attendance(50, "about", "peserta", activity().attendance[0].evidence)
    now = edited(("40 peserta", "50 peserta"), attendance=(fifty, activity().attendance[1]))
    assert store_page(page, now, LATER, body=b"changed") == "changed"
    assert states(page) == [
        "conflict" if one.field == "attendance.count" else "applied" for one in EVERY_KIND
    ]
    assert rows(page, "SELECT count FROM attendance ORDER BY id") == [(42,), (12,)]
    assert stored_records.reading_of_page(page, 1) == replace(
        now, article=replace(now.article, url=URL)
    )
    assert rows(
        page,
        "SELECT from_value, to_value, now_value, said_quote, now_quote"
        " FROM corrections_overview WHERE state = 'conflict'",
    ) == [
        (
            40,
            42,
            50,
            "Seruni, 4 Maret 2019. Lokakarya dihadiri sekitar 40 peserta dan lebih dari 12 instansi.",
            "Seruni, 4 Maret 2019. Lokakarya dihadiri sekitar 50 peserta dan lebih dari 12 instansi.",
        )
    ]
    assert faults(page) == []


def test_a_new_reading_of_the_same_capture_keeps_them_too(page: Database) -> None:
    correct(page, *EVERY_KIND)
    better = record(activity=activity(place="Kota Seruni"))
    former = Former(1, URL, 1, None, "0")
    rereadings.keep(page, former, better, capture_id=1)
    assert rows(page, "SELECT venue, place FROM activities") == [("Balai Kota", "Kota Seruni")]
    assert set(states(page)) == {"applied"}
    assert stored_rows.are_of(page, 1, better)
    assert not stored_rows.are_of(page, 1, record())


def test_altered_facts_of_a_corrected_page_are_seen_and_mended(page: Database) -> None:
    correct(page, *EVERY_KIND)
    for statement in (
        "UPDATE attendance SET count = 4 WHERE count = 42",
        "UPDATE participations SET correction_id = NULL",
        "UPDATE readings SET record = 'no record'",
        "DELETE FROM readings",
        "UPDATE corrections SET state = 'conflict' WHERE id = 1",
    ):
        page.execute(statement)
        page.commit()
        assert len(faults(page)) == 1, statement
        rereadings.keep(page, Former(1, URL, 1, None, "2"), record(), capture_id=1)
        assert faults(page) == [], statement


def test_a_damaged_correction_is_seen_and_stops_no_check(page: Database) -> None:
    correct(page, *EVERY_KIND)
    for value in ("'no JSON'", "'[1, 2]'"):
        page.execute(f"UPDATE corrections SET said = {value} WHERE id = 2")  # noqa: S608 - fixed
        assert faults(page) == ["A correction of it is damaged: what it says cannot be read."]


def test_a_database_that_cannot_be_written_is_a_sentence(page: Database) -> None:
    page.execute("PRAGMA query_only = ON")
    with pytest.raises(ArchiveError, match="cannot be stored: attempt to write a readonly"):
        making.correct(page, 1, EVERY_KIND[0])


def test_a_fact_without_evidence_is_fine_where_a_correction_gives_it(page: Database) -> None:
    correct(page, request("add", "people", "Siti Aminah", given={"role": "attendee"}))
    assert rows(page, "SELECT evidence FROM participations WHERE name LIKE 'Siti%'") == [("[]",)]
    assert faults(page) == []
    page.execute(
        "UPDATE attendance SET evidence = '[]', evidence_start = NULL, evidence_end = NULL,"
        " evidence_quote = NULL WHERE count = 40"
    )
    assert "No words of its article state it, and no correction does." in faults(page)


def test_withdrawn_corrections_leave_what_was_read(page: Database) -> None:
    for number in correct(page, *EVERY_KIND):
        assert making.withdraw(page, number, "budi").state == "withdrawn"
    assert stored_records.of_page(page, 1) == record()
    assert rows(page, "SELECT count(*) FROM readings") == [(0,)]
    assert faults(page) == []
    one = corrections.of_page(page, 1)[0]
    assert (one.settled_by, one.settled_at is not None) == ("budi", True)
    with pytest.raises(UsageError, match="was withdrawn by budi"):
        making.withdraw(page, 1, "budi")


def test_a_kept_correction_is_in_conflict_again_only_when_the_source_changes_again(
    page: Database,
) -> None:
    correct(page, request("set", "venue", "Balai Kota"))
    with pytest.raises(UsageError, match="not in conflict"):
        making.keep(page, 1, "budi")
    store_page(page, edited(venue="Taman"), LATER, body=b"2")
    assert states(page) == ["conflict"]
    assert making.keep(page, 1, "budi").state == "applied"
    store_page(page, edited(venue="Taman", place="Melur"), LATER, body=b"3")
    assert states(page) == ["applied"]
    store_page(page, edited(venue="Aula"), LATER, body=b"4")
    assert states(page) == ["conflict"]
    assert rows(page, "SELECT venue FROM activities") == [("Balai Kota",)]


def test_a_fact_that_is_kept_against_the_source_stays(page: Database) -> None:
    correct(page, request("set", "people.role", "speaker", of="tegar"))
    fewer = edited(("Bapak Tegar Prakoso memandu", "Selesai"), people=activity().people[:1])
    store_page(page, fewer, LATER, body=b"2")
    assert making.keep(page, 1, "budi").state == "applied"
    assert rows(page, "SELECT name, role FROM participations") == [
        ("Ratna Wulandari", "opening"),
        ("Tegar Prakoso", "speaker"),
    ]
    assert store_page(page, record(), LATER, body=b"3") == "changed"
    assert states(page) == ["applied"]
    assert faults(page) == []


def test_what_corrects_a_fact_that_was_taken_back_waits_to_be_withdrawn(page: Database) -> None:
    correct(
        page,
        request("add", "people", "Siti Aminah", given={"role": "attendee"}),
        request("set", "people.role", "speaker", of="Siti Aminah"),
    )
    making.withdraw(page, 1, "budi")
    assert states(page) == ["withdrawn", "conflict"]
    with pytest.raises(UsageError, match="no people left to stand on"):
        making.keep(page, 2, "budi")
    assert making.withdraw(page, 2, "budi").state == "withdrawn"


def test_a_page_that_reports_nothing_can_be_made_an_activity(db: Database) -> None:
    store_page(db, report_of_nothing(), fetch())
    assert rows(db, "SELECT count(*) FROM activity_overview") == [(0,)]
    correct(db, request("set", "type", "meeting"))
    assert rows(db, "SELECT type FROM activity_overview") == [("meeting",)]
    correct(db, request("remove", "type"))
    assert rows(db, "SELECT count(*) FROM activity_overview") == [(0,)]


def test_joined_pages_keep_the_corrections_of_both(db: Database) -> None:
    other = "https://kota.example/?p=12"
    store_page(db, record(), fetch())
    store_page(db, record(article=article(title="Lain")), fetch(other), body=b"other")
    making.correct(db, 1, request("set", "venue", "Balai Kota"))
    making.correct(db, 2, request("set", "people.role", "speaker", of="tegar"))
    same = fetch(requested_url=other, fetched_at="2019-04-01T00:00:00Z", is_same=True)
    store_page(db, record(), same, body=b"joined")
    assert rows(db, "SELECT count(*) FROM pages") == [(1,)]
    assert len(corrections.every(db)) == 2
    assert rows(db, "SELECT venue FROM activities") == [("Balai Kota",)]
    assert rows(db, "SELECT role FROM participations ORDER BY id") == [("opening",), ("speaker",)]
    assert faults(db) == []


def test_a_page_with_corrections_cannot_be_removed_under_them(page: Database) -> None:
    correct(page, request("verify", "venue"))
    with pytest.raises(Exception, match="FOREIGN KEY"), transaction(page):
        page.execute("DELETE FROM pages")


def test_a_refused_correction_writes_nothing(page: Database) -> None:
    with pytest.raises(UsageError):
        making.correct(page, 1, request("set", "type", "party"))
    assert rows(page, "SELECT count(*) FROM corrections") == [(0,)]
    assert rows(page, "SELECT count(*) FROM readings") == [(0,)]


def test_characters_that_sqlite_cannot_hold_do_no_harm(db: Database) -> None:
    strange = record(article=article(text=f"{article().text}\nAneh \ud800 dan \0."))
    store_page(db, strange, fetch())
    correct(db, request("set", "venue", "Balai \ud800 Kota"))
    assert faults(db) == []
    assert stored_rows.are_of(db, 1, strange)
    assert store_page(db, strange, LATER) == "unchanged"


def test_corrections_are_listed_with_their_activity_and_by_state(page: Database) -> None:
    correct(page, request("set", "venue", "Balai Kota"), request("verify", "type"))
    making.withdraw(page, 2, "budi")
    (one,) = corrections.every(page, "withdrawn")
    assert (one.activity_id, one.url, one.title) == (1, URL, "Lokakarya Taman Hujan")
    assert [one.id for one in corrections.every(page)] == [1, 2]


def test_digest_and_history_of_a_corrected_page_are_about_its_reading(page: Database) -> None:
    (before,) = rows(page, "SELECT article_digest FROM pages")
    correct(page, *EVERY_KIND)
    assert rows(page, "SELECT article_digest FROM pages") == [before]
    assert before == (writer.article_digest(record()),)
    assert json.loads(rows(page, "SELECT record FROM readings")[0][0])["activity"]["venue"] == (
        "Kota Seruni"
    )
