"""One page's captures in one timeline, with what changed from version to version."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from kept_pages import HOME, archive_in, change, damage, page

from archive import crawls, frontier, storage
from crawler.cli import main

DOWN = "2019-03-0{}T00:00:00Z"


def history(folder: Path, address: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["history", address, "--archive", str(folder), *arguments])


def told(folder: Path, address: str = f"{HOME}/?p=1") -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(history(folder, address, "--format", "json").stdout)
    return answer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A page with three versions in five captures from three sources, the first of which returns."""
    last = page("Lokakarya Hujan", count=25, more="Bapak Tegar Prakoso menjadi moderator.")
    with archive_in(tmp_path) as keeping:
        keeping.keep("/?p=1", page(count=25), DOWN.format(3))
        keeping.keep("/rapat/", last, DOWN.format(5), requested="/?p=1")
        keeping.keep("/?p=1", page(count=40), DOWN.format(1), source="wayback")
        keeping.keep("/?p=1", page(count=40), DOWN.format(4), source="import")
        keeping.keep("/?p=1", page(count=40), DOWN.format(2), source="wayback")
    return tmp_path


def test_captures_of_all_sources_and_addresses_are_one_timeline(folder: Path) -> None:
    captures = told(folder)["captures"]
    assert [
        (row["fetched_at"], row["source"], row["version"], row["feeds"]) for row in captures
    ] == [
        (DOWN.format(1), "wayback", 1, False),
        (DOWN.format(2), "wayback", 1, False),
        (DOWN.format(3), "live", 2, False),
        (DOWN.format(4), "import", 1, False),
        (DOWN.format(5), "live", 3, True),
    ]
    assert {row["status"] for row in captures} == {200}
    assert all(row["payload_digest"].startswith("sha1:") for row in captures)


def test_each_version_tells_what_changed_to_the_one_before(folder: Path) -> None:
    first, second, third, fourth = told(folder)["versions"]
    assert (first["number"], first["captures"], first["text_changes"]) == (1, 2, [])
    (line,) = second["text_changes"]
    assert "dihadiri [-40-] {+25+} peserta." in line
    assert second["fact_changes"] == [
        {
            "action": "changed",
            "kind": "attendance",
            "before": "40 peserta",
            "after": "25 peserta",
        }
    ]
    assert (third["number"], third["is_back"]) == (1, True)
    assert fourth["number"] == 3
    kinds = {(row["kind"], row["action"]) for row in fourth["fact_changes"]}
    assert {("title", "changed"), ("attendance", "changed"), ("people", "added")} <= kinds
    assert "+ Bapak Tegar Prakoso menjadi moderator." in fourth["text_changes"]


def test_people_read_the_same_as_programs(folder: Path) -> None:
    shown = history(folder, f"{HOME}/?p=1").stdout
    assert "feeds the facts" in shown
    assert "Version 1 once more, 2019-03-04T00:00:00Z: Lokakarya Taman Hujan" in shown
    assert "attendance: 40 peserta -> 25 peserta" in shown
    assert "What changed since version 2:" in shown


@pytest.mark.parametrize(
    "address",
    [
        f"{HOME}/rapat/",
        f"{HOME}/rapat",
        "http://www.kota.example/rapat/",
        "kota.example/?p=1",
        " https://kota.example/?p=1 ",
    ],
)
def test_any_address_of_the_page_finds_it(folder: Path, address: str) -> None:
    assert told(folder, address)["page_id"] == 1


def test_unknown_address_is_an_error_with_the_nearest_known_ones(folder: Path) -> None:
    result = history(folder, f"{HOME}/rapta/")
    assert result.exit_code == 2
    assert f"The archive knows no page at {HOME}/rapta/." in result.stderr
    assert f"{HOME}/rapat/" in result.stderr
    assert history(folder, "").exit_code == 2
    assert history(folder, "http://[").exit_code == 2


def test_a_version_whose_capture_is_damaged_still_tells_its_text(folder: Path) -> None:
    damage(folder, 1)
    _, second, third, _ = told(folder)["versions"]
    assert "cannot be read" in second["unreadable"]
    assert "restore the file" in second["unreadable"]
    assert len(second["text_changes"]) == 1
    assert (second["fact_changes"], third["fact_changes"]) == ([], [])
    assert "Its facts cannot be told:" in history(folder, f"{HOME}/?p=1").stdout


def test_gone_failed_and_pending_pages_say_so(folder: Path) -> None:
    db = storage.open_archive(folder)
    crawl_id = crawls.start(db, ["kota"])
    frontier.discover(db, [f"{HOME}/belum/"], site="kota", crawl_id=crawl_id)
    storage.close(db)
    assert "never asked for yet" in history(folder, f"{HOME}/belum/").stdout
    assert "there is no capture" in history(folder, f"{HOME}/belum/").stdout
    change(folder, "UPDATE pages SET state = 'gone', gone_at = 'today', reason = 'It is gone.'")
    assert "Gone from its site since today: It is gone." in history(folder, f"{HOME}/?p=1").stdout
    change(folder, "UPDATE pages SET state = 'failed', reason = 'The site answered 500.'")
    assert "failed: The site answered 500." in history(folder, f"{HOME}/?p=1").stdout
