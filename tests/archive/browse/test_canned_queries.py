"""The archivist's usual questions find what they say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from archive_samples import LINES, TEXT, URL, activity, article, fetch, record, store_page
from click.testing import CliRunner
from file_samples import MATERIALS, fill
from sqlite_utils import Database

from archive.browse import canned_queries
from archive.commands.correct import correct_command
from archive.query.renewing import renew
from archive.records import Attendance
from archive.storage import transaction

QUERIES = canned_queries.canned_queries()


@pytest.fixture
def archive(db: Database, folder: Path) -> Database:
    """A workshop with files, once corrected and then changed by its site; a page that is gone."""
    fill(db, folder)
    told = ["--archive", str(folder), "--reason", "Daftar hadir", "--author", "Sari"]
    corrected = CliRunner().invoke(
        correct_command, [URL, "attendance.count", "45", "--of", "peserta", *told]
    )
    assert corrected.exit_code == 0, corrected.output
    text = TEXT.replace("sekitar 40", "sekitar 41").replace("trotoar", "jembatan")
    counted = (Attendance(41, "about", "peserta", activity().attendance[0].evidence),)
    said = activity(attendance=counted, groups=(), materials=MATERIALS)
    changed = record(article=article(text=text), activity=said)
    store_page(db, changed, fetch(fetched_at="2019-04-01T00:00:00Z"), body=b"<p>Lain</p>")
    gone = "https://kota.example/2018/01/02/rapat-lama/"
    old = activity(
        start_date="2018-01-01", end_date="2018-01-01", title="Rapat Lama", type="meeting"
    )
    store_page(db, record(article=article(url=gone), activity=old), fetch(url=gone))
    with transaction(db):
        db.execute(
            "UPDATE pages SET state = 'gone', gone_at = '2019-05-06T00:00:00Z', reason = '410 Gone'"
            " WHERE url = ?",
            (gone,),
        )
        db.execute(
            "INSERT INTO identity_doubts (kind, first_id, second_id, score, reason)"
            " VALUES ('person', 1, 2, 0.8, 'The names are alike.')"
        )
        renew(db)
    return db


def asked(db: Database, name: str, **filled: str) -> list[dict[str, Any]]:
    query = QUERIES[name]
    values = {**dict.fromkeys(query.parameters, ""), **filled}
    return list(db.query(query.sql, values))


def test_there_is_one_for_each_usual_question():
    assert len(QUERIES) >= 12
    for query in QUERIES.values():
        assert query.title
        assert query.title_id
        assert query.meaning
        assert query.meaning_id


def test_every_parameter_is_explained_and_no_other():
    used = {name for query in QUERIES.values() for name in query.parameters}
    assert used == set(canned_queries.parameters())
    assert all({"en", "id"} == words.keys() for words in canned_queries.parameters().values())


@pytest.mark.parametrize("name", QUERIES)
def test_it_has_an_example_where_there_is_something_to_fill_in(name: str):
    assert bool(QUERIES[name].example) == bool(QUERIES[name].parameters)
    assert set(QUERIES[name].example) <= set(QUERIES[name].parameters)


@pytest.mark.parametrize("name", QUERIES)
def test_it_can_be_asked_with_the_example_and_with_nothing(archive: Database, name: str):
    asked(archive, name, **QUERIES[name].example)
    asked(archive, name)


def test_who_was_with_whom(archive: Database):
    (met,) = asked(archive, "who_was_with_whom", person="ratna", since="2019", until="2019-03")
    assert (met["person"], met["with_person"]) == ("Ratna Wulandari", "Tegar Prakoso")
    assert met["events"] == 1
    assert asked(archive, "who_was_with_whom", person="ratna", since="2020") == []
    assert asked(archive, "who_was_with_whom") == []


def test_activities_of_a_person_within_a_year(archive: Database):
    found = asked(archive, "activities_of_person", person="Wulandari", until="2018")
    assert [(row["title"], row["role"]) for row in found] == [("Rapat Lama", "opening")]


def test_activities_of_an_organization_by_its_acronym(archive: Database):
    found = asked(archive, "activities_of_organization", organization="da", since="2019")
    assert [row["title"] for row in found] == ["Lokakarya Taman Hujan"]


def test_activities_in_a_place_tell_by_what_they_were_found(archive: Database):
    (found,) = asked(archive, "activities_in_place", place="seruni", since="2019-03-04")
    assert found["named"] == "Kota Seruni, Seruni"


def test_an_estimate_is_no_bound_of_attendance(archive: Database):
    (year,) = asked(archive, "attendance_bounds")
    assert year == {
        "year": "2019",
        "events_counted": 1,
        "at_least": 0,
        "at_most": None,
        "events_without_upper_bound": 1,
        "estimated": 45,
        "events_estimated": 1,
    }


def test_what_changed_on_a_page_are_its_lines(archive: Database):
    (change,) = asked(archive, "changes_of_page", url="taman-hujan")
    assert change["went"].splitlines() == [LINES[1], LINES[4]]
    assert change["came"].splitlines() == [
        LINES[1].replace("40", "41"),
        LINES[4].replace("trotoar", "jembatan"),
    ]


@pytest.mark.parametrize("line", ['a "b" \\n c', "\\", "tab\tend", 'back\\"slash\\\\n', "🌧 \x7f é"])
def test_lines_with_signs_of_json_are_told_as_they_are(db: Database, line: str):
    for number, text in enumerate((f"Sama\n{line}", "Sama\nLain")):
        told = record(article=article(text=text), activity=activity(type=None, people=()))
        at = fetch(fetched_at=f"2019-04-0{number + 1}T00:00:00Z")
        store_page(db, told, at, body=text.encode())
    (change,) = asked(db, "changes_of_page", url="taman")
    assert (change["went"], change["came"]) == (line, "Lain")


def test_pages_that_are_gone_are_told_with_what_is_kept_of_them(archive: Database):
    (page,) = asked(archive, "gone_pages", site="kota", since="2019")
    assert (page["title"], page["reason"]) == ("Rapat Lama", "410 Gone")


def test_missing_files_are_links_that_brought_none(archive: Database):
    states = {row["state"] for row in asked(archive, "missing_files")}
    assert states == {"failed", "gone", "refused", "link", "not asked"}
    assert [row["label"] for row in asked(archive, "missing_files", state="gone")] == ["Notulen"]


def test_a_correction_in_conflict_shows_both_sides(archive: Database):
    (conflict,) = asked(archive, "corrections_in_conflict")
    assert (conflict["from_value"], conflict["to_value"], conflict["now_value"]) == (40, 45, 41)
    assert asked(archive, "corrections_in_conflict", state="applied") == []


def test_names_that_may_be_one_stand_side_by_side(archive: Database):
    (doubt,) = asked(archive, "doubts_about_identity", kind="person")
    assert {doubt["first"], doubt["second"]} == {"Ratna Wulandari", "Tegar Prakoso"}


def test_search_finds_another_form_of_the_word_and_shows_where(archive: Database):
    (hit,) = asked(archive, "search_articles", query="menghadiri jembatan")
    assert "**" in hit["words"]


def test_search_finds_the_page_of_a_file(archive: Database):
    (hit,) = asked(archive, "search_files", query="resapan")
    assert (hit["file"], hit["page"]) == ("Ketahanan Air", 3)


def test_facts_of_an_activity_stand_with_their_words(archive: Database):
    (number,) = archive.execute("SELECT id FROM activities WHERE type = 'workshop'").fetchone()
    facts = asked(archive, "facts_of_activity", activity_id=str(number))
    assert ("person", "Ratna Wulandari (opening)", "Ratna Wulandari") in [
        (fact["fact"], fact["value"], fact["evidence_quote"]) for fact in facts
    ]


def test_the_description_leads_to_the_example_and_escapes_it():
    told = canned_queries.for_datasette()["search_articles"]["description_html"]
    assert '<a href="?query=pengelolaan+sampah+OR+banjir">' in told
    assert "&quot;a phrase&quot;" in told
