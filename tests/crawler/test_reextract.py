"""Reading an archive anew: what differs is told first and kept then; nothing is lost on the way."""

from __future__ import annotations

import json
import signal
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from crawling import rows, run, started
from kept_pages import archive_in, change, damage, dump, make_older, page

from archive import lock, storage, stored_records
from archive.records import EXTRACTOR_VERSION
from archive.writer import article_digest
from crawler.cli import main
from crawler.rereading import scratch

pytestmark = pytest.mark.usefixtures("swift_readers")

ERRED = (
    "UPDATE attendance SET count = 4",
    "DELETE FROM participations",
    "UPDATE activities SET place = 'Kota Lain'",
    (
        "INSERT INTO activity_dates (activity_id, date, kind, evidence)"
        " SELECT id, '1999-01-02', 'mentioned', '[[0, 4]]' FROM activities"
    ),
)
FACTS = """
SELECT 'date', id, evidence FROM activity_dates UNION ALL
SELECT 'count', id, evidence FROM attendance UNION ALL
SELECT 'person', id, evidence FROM participations UNION ALL
SELECT 'organization', id, evidence FROM organization_roles UNION ALL
SELECT 'version', id, text_digest FROM versions UNION ALL
SELECT 'article', id, extracted_at || extractor_version FROM articles ORDER BY 1, 2
"""


def reextract(folder: Path, *arguments: str) -> Result:
    words = ["reextract", "--archive", str(folder), "--workers", "1", *arguments]
    return CliRunner().invoke(main, words)


def told(folder: Path, *arguments: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(reextract(folder, "--format", "json", *arguments).stdout)
    return answer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of three pages of two sites."""
    with archive_in(tmp_path) as keeping:
        keeping.keep("/?p=1", page())
        keeping.keep("/?p=2", page("Lokakarya Peta Banjir", count=25), "2019-03-07T00:00:00Z")
        keeping.keep("/?p=3", page("Rapat Air"), "2019-03-08T00:00:00Z", site="desa")
    return tmp_path


def test_same_version_over_the_same_captures_gives_the_same_facts(folder: Path) -> None:
    before = dump(folder)
    answer = told(folder, "--all")
    assert answer["pages"] == {
        "read": 3,
        "unchanged": 3,
        "changed": 0,
        "unread": 0,
        "from_older_capture": 0,
        "history_changed": 0,
    }
    assert (answer["differences"], answer["problems"]) == ([], [])
    assert dump(folder) == before


def test_what_today_s_version_has_read_is_left_out_unless_all_is_wanted(folder: Path) -> None:
    result = reextract(folder)
    assert result.exit_code == 0
    assert "0 pages read" in result.stdout
    assert "--all reads them once more" in result.stderr


def test_what_an_older_version_read_otherwise_is_told_and_kept(folder: Path) -> None:
    before = rows(folder, "SELECT count, unit, evidence FROM attendance ORDER BY count")
    make_older(folder, *ERRED)
    answer = told(folder)
    kinds = {row["kind"]: row for row in answer["differences"]}
    assert set(kinds) == {"attendance", "people", "place", "dates"}
    assert (kinds["attendance"]["changed"], kinds["people"]["added"]) == (3, 3)
    assert (kinds["dates"]["removed"], kinds["place"]["pages"]) == (3, 3)
    example = kinds["attendance"]["examples"][0]
    assert example == {
        "url": "https://kota.example/?p=1",
        "before": "4 peserta",
        "after": "40 peserta",
    }
    assert rows(folder, "SELECT count, unit, evidence FROM attendance ORDER BY count") == before
    assert rows(folder, "SELECT DISTINCT extractor_version FROM articles") == [(EXTRACTOR_VERSION,)]
    facts = rows(folder, FACTS)
    assert told(folder, "--all")["pages"]["unchanged"] == 3
    assert rows(folder, FACTS) == facts
    assert not (folder / scratch.NAME).exists()


def test_differences_are_shown_before_and_after_as_words(folder: Path) -> None:
    make_older(folder, *ERRED)
    shown = reextract(folder, "--dry-run").stdout
    assert "3 pages read with extractor version" in shown
    assert "4 peserta -> 40 peserta" in shown
    assert "added: Ratna Wulandari (" in shown


def test_same_facts_under_a_new_version_are_not_rewritten(folder: Path) -> None:
    db = storage.open_archive(folder)
    for page_id in (1, 2, 3):
        record = stored_records.of_page(db, page_id)
        assert record is not None
        digest = article_digest(record, version="0")
        db.execute("UPDATE pages SET article_digest = ? WHERE id = ?", (digest, page_id))
    db.execute("UPDATE articles SET extractor_version = '0'")
    db.commit()
    storage.close(db)
    facts = [row for row in rows(folder, FACTS) if row[0] != "article"]
    assert told(folder)["pages"]["unchanged"] == 3
    assert [row for row in rows(folder, FACTS) if row[0] != "article"] == facts
    assert rows(folder, "SELECT DISTINCT extractor_version FROM articles") == [(EXTRACTOR_VERSION,)]
    assert told(folder, "--all")["pages"]["unchanged"] == 3


def test_a_dry_run_changes_nothing(folder: Path) -> None:
    make_older(folder, *ERRED)
    before, file = dump(folder), (folder / "archive.db").read_bytes()
    assert told(folder, "--dry-run")["pages"]["changed"] == 3
    assert (folder / "archive.db").read_bytes() == file
    assert dump(folder) == before
    assert not (folder / scratch.NAME).exists()


def test_two_workers_tell_what_one_does(folder: Path) -> None:
    make_older(folder, *ERRED)
    assert told(folder, "--dry-run", "--workers", "2") == told(folder, "--dry-run")


def test_pages_can_be_chosen_by_site_and_day(folder: Path) -> None:
    make_older(folder)
    assert told(folder, "--dry-run", "--site", "desa")["pages"]["read"] == 1
    assert told(folder, "--dry-run", "--since", "2019-03-07")["pages"]["read"] == 2
    wrong = reextract(folder, "--site", "kotta")
    assert wrong.exit_code == 2
    assert "Did you mean kota?" in wrong.stderr


def test_a_damaged_record_is_named_and_the_rest_goes_on(folder: Path) -> None:
    make_older(folder, *ERRED)
    damage(folder, 2)
    result = reextract(folder)
    assert result.exit_code == 1
    assert "3 pages read with extractor version" in result.stdout
    (line,) = [line for line in result.stdout.splitlines() if "?p=2 of 2019-03-07T00" in line]
    assert "cannot be read" in line
    assert "restore the file from a backup" in line
    assert rows(folder, "SELECT page_id FROM articles WHERE extractor_version = '0'") == [(2,)]
    assert rows(folder, "SELECT count FROM attendance WHERE count = 4") == [(4,)]


def test_a_page_whose_present_capture_is_lost_is_read_from_its_newest_readable_one(
    tmp_path: Path,
) -> None:
    with archive_in(tmp_path) as keeping:
        keeping.keep("/?p=1", page(count=10), "2019-03-01T00:00:00Z")
        second = keeping.keep("/?p=1", page(count=20), "2019-03-02T00:00:00Z")
        third = keeping.keep("/?p=1", page(count=30), "2019-03-03T00:00:00Z")
    damage(tmp_path, third)
    make_older(tmp_path)
    answer = told(tmp_path)
    assert answer["pages"]["from_older_capture"] == 1
    assert [problem["fetched_at"] for problem in answer["problems"]] == ["2019-03-03T00:00:00Z"]
    assert rows(tmp_path, "SELECT capture_id FROM articles") == [(second,)]
    assert rows(tmp_path, "SELECT count FROM attendance") == [(20,)]
    assert reextract(tmp_path).exit_code == 1, "It is tried again by every run."
    damage(tmp_path, third)  # twice is mended: bits are flipped
    assert told(tmp_path)["problems"] == []
    assert rows(tmp_path, "SELECT capture_id FROM articles") == [(third,)]
    assert rows(tmp_path, "SELECT count FROM attendance") == [(30,)]


def test_what_another_program_altered_is_mended_by_reading_all(folder: Path) -> None:
    right = _said(folder)
    change(
        folder,
        "UPDATE attendance SET count = 41 WHERE activity_id = 1",
        "UPDATE participations SET evidence = 'damaged' WHERE activity_id = 2",
        "UPDATE versions SET text = 'Lain' WHERE page_id = 3",
        "UPDATE captures SET version_id = NULL WHERE page_id = 2",
    )
    answer = told(folder, "--all")
    assert (answer["pages"]["changed"], answer["problems"]) == (3, [])
    assert _said(folder) == right


def _said(folder: Path) -> list[str]:
    """What the archive holds, apart from the keys and the times of reading."""
    told = "SELECT title, text, text_digest FROM articles", "SELECT page_id, text FROM versions"
    facts = (
        f"SELECT {columns}, evidence, evidence_quote FROM {table} ORDER BY activity_id, id"  # noqa: S608 - fixed words
        for table, columns in {
            "attendance": "activity_id, count",
            "activity_dates": "activity_id, date",
            "participations": "activity_id, name",
            "organization_roles": "activity_id, name",
        }.items()
    )
    versions = "SELECT captures.id, text FROM captures JOIN versions ON versions.id = version_id"
    return [repr(rows(folder, question)) for question in (*told, *facts, f"{versions} ORDER BY 1")]


def test_a_capture_that_was_never_kept_is_named_with_what_to_do(folder: Path) -> None:
    change(folder, "UPDATE captures SET file = NULL, record_type = NULL WHERE id = 1")
    result = reextract(folder, "--all")
    assert result.exit_code == 1
    assert "the answer itself was not kept" in result.stdout.lower()
    assert "Crawl its site again" in result.stdout


def test_a_page_in_which_no_article_is_found_any_more_keeps_its_facts(folder: Path) -> None:
    with archive_in(folder) as keeping:
        empty = keeping.write("https://kota.example/?p=1", "2020-01-01T00:00:00Z", b"<p>")
    change(
        folder,
        f"UPDATE captures SET file = '{empty.file}', \"offset\" = {empty.offset},"  # noqa: S608 - the test's own
        f" length = {empty.length} WHERE id = 1",
    )
    before = dump(folder)
    result = reextract(folder, "--all")
    assert result.exit_code == 1
    assert "finds no article in it" in result.stdout
    assert dump(folder) == before


def test_a_change_of_the_reader_is_no_change_of_the_site(tmp_path: Path) -> None:
    with archive_in(tmp_path) as keeping:
        for day in (1, 2, 3):
            keeping.keep("/?p=1", page(count=day * 10), f"2019-03-0{day}T00:00:00Z")
        keeping.keep("/?p=1", page(count=30) + " ", "2019-03-04T00:00:00Z")
    right = rows(tmp_path, "SELECT first_seen_at, title, text FROM versions ORDER BY 1")
    versions = rows(tmp_path, "SELECT id, version_id FROM captures ORDER BY id")
    # The older extractor left a line in each text, and another one in the third capture alone.
    make_older(
        tmp_path,
        "UPDATE versions SET text = text || char(10) || 'Bagikan', text_digest = 'a' || id",
        "UPDATE articles SET text = text || char(10) || 'Bagikan', text_digest = 'a3'",
        "INSERT INTO versions (page_id, first_seen_at, title, text, text_digest)"
        " SELECT page_id, '2019-03-03T00:00:00Z', title, text || '!', 'b' FROM versions WHERE id = 3",
        "UPDATE captures SET version_id = 4 WHERE id = 3",
    )
    answer = told(tmp_path)
    assert answer["pages"]["history_changed"] == 1
    assert answer["differences"][0]["kind"] == "text"
    assert rows(tmp_path, "SELECT first_seen_at, title, text FROM versions ORDER BY 1") == right
    said = rows(
        tmp_path,
        "SELECT captures.id, dense_rank() OVER (ORDER BY first_seen_at) FROM captures"
        " JOIN versions ON versions.id = version_id ORDER BY 1",
    )
    assert said == versions
    before = dump(tmp_path)
    assert told(tmp_path, "--all")["pages"]["unchanged"] == 1
    assert dump(tmp_path) == before


def test_a_locked_archive_is_left_alone_but_can_be_rehearsed(folder: Path) -> None:
    held = lock.take(folder, ["kota"])
    try:
        result = reextract(folder, "--all")
        assert result.exit_code == 4
        assert "crawling kota" in result.stderr
        assert reextract(folder, "--all", "--dry-run").exit_code == 0
    finally:
        lock.release(held)


def test_a_run_that_is_killed_is_taken_up_by_the_next(tmp_path: Path) -> None:
    with archive_in(tmp_path) as keeping:
        for number in range(160):
            keeping.keep(f"/?p={number}", page(f"Lokakarya {number}", more=f"Nomor {number}."))
    right = rows(tmp_path, "SELECT title, text, count FROM articles, attendance ORDER BY 1 LIMIT 9")
    make_older(tmp_path, *ERRED)
    words = ("reextract", "--archive", str(tmp_path), "--workers", "1", "--format", "json")
    path = tmp_path / scratch.NAME
    with started(*words) as process:
        while not (path.exists() and _made(path) >= 50) and process.poll() is None:
            time.sleep(0.01)
        assert process.poll() is None
        process.kill()
    made = _made(path)
    assert 50 <= made < 160
    assert rows(tmp_path, "SELECT count(*) FROM articles WHERE extractor_version <> '0'") == [(0,)]
    process = run(*words)
    answer = json.loads(process.stdout)
    assert (process.returncode, answer["pages"]["changed"]) == (0, 160)
    assert {row["kind"]: row["pages"] for row in answer["differences"]}["attendance"] == 160
    assert (
        rows(tmp_path, "SELECT title, text, count FROM articles, attendance ORDER BY 1 LIMIT 9")
        == right
    )
    assert not path.exists()


def _made(path: Path) -> int:
    """How many readings are on disk."""
    with suppress(sqlite3.OperationalError), closing(sqlite3.connect(path)) as db:
        return int(db.execute("SELECT count(*) FROM readings").fetchone()[0])
    return 0


def test_a_run_that_is_killed_while_it_keeps_leaves_every_page_whole(tmp_path: Path) -> None:
    with archive_in(tmp_path) as keeping:
        for number in range(120):
            keeping.keep(f"/?p={number}", page(f"Lokakarya {number}"))
    make_older(tmp_path, *ERRED)
    words = ("reextract", "--archive", str(tmp_path), "--workers", "1")
    older = "SELECT count(*) FROM articles WHERE extractor_version = '0'"
    with started(*words) as process:
        while process.poll() is None and rows(tmp_path, older) == [(120,)]:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
    (left,) = rows(tmp_path, older)[0]
    assert rows(tmp_path, "SELECT count(*) FROM attendance WHERE count = 4") == [(left,)]
    assert rows(tmp_path, "SELECT count(*) FROM activities WHERE place = 'Kota Lain'") == [(left,)]
    assert run(*words).returncode == 0
    assert rows(tmp_path, older) == [(0,)]
    assert rows(tmp_path, "SELECT DISTINCT count FROM attendance") == [(40,)]
