"""Corrections through the life of a page: crawled again, edited by its site, read again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from crawling import TinySite, listing, rows, tiny_site
from kept_pages import WORDS, archive_in, make_older, page
from swift_crawls import crawl

from crawler.cli import main

pytestmark = pytest.mark.usefixtures("swift_readers")

TITLE = "Lokakarya Taman Hujan"


def resilience(folder: Path, *words: str) -> str:
    """What the command prints; it must go well."""
    result = CliRunner().invoke(main, [words[0], "--archive", str(folder), *words[1:]])
    assert result.exit_code == 0, result.output
    return result.stdout


def correct(folder: Path, *words: str) -> None:
    resilience(folder, "correct", "1", *words, "--reason", "Undangan", "--author", "Sari")


def states(folder: Path) -> Sequence[str]:
    listed: list[dict[str, Any]] = json.loads(
        resilience(folder, "corrections", "list", "--archive", str(folder), "--format", "json")
    )
    return [one["state"] for one in listed]


def attendance(folder: Path) -> list[tuple[Any, ...]]:
    return rows(folder, "SELECT count FROM attendance ORDER BY id")


def show(site: TinySite, words: str) -> None:
    """The site's only post with these words."""
    site.pages["/"] = listing("/?p=1")
    site.pages["/?p=1"] = page(TITLE).replace(WORDS.format(count=40), words)


def test_corrections_stay_when_the_site_is_crawled_again_and_tell_when_it_changed(
    tmp_path: Path,
) -> None:
    with tiny_site({}) as site:
        show(site, WORDS.format(count=40))
        url = f"{site.url}/"
        assert crawl(url, tmp_path).counts == {"new": 1}
        correct(tmp_path, "venue", "Balai Kota")
        correct(tmp_path, "attendance.count", "42")
        correct(tmp_path, "people", "Siti Aminah", "--add", "--with", "role=speaker")
        facts = rows(tmp_path, "SELECT id, name, correction_id FROM participations ORDER BY id")
        assert crawl(url, tmp_path).counts == {"unchanged": 1}
        assert rows(tmp_path, "SELECT id, name, correction_id FROM participations ORDER BY id") == (
            facts
        )
        show(site, WORDS.format(count=55))
        assert crawl(url, tmp_path).counts == {"changed": 1}
    assert states(tmp_path) == ["applied", "conflict", "applied"]
    assert attendance(tmp_path) == [(42,)]
    assert rows(tmp_path, "SELECT venue FROM activity_overview") == [("Balai Kota",)]
    told = resilience(tmp_path, "corrections", "--state", "conflict")
    assert "said then: 40 “" in told
    assert "says now:  55 “" in told
    assert "No fault in" in CliRunner().invoke(main, ["check", "--archive", str(tmp_path)]).stderr
    resilience(tmp_path, "corrections", "withdraw", "2", "--archive", str(tmp_path))
    assert attendance(tmp_path) == [(55,)]
    assert states(tmp_path) == ["applied", "withdrawn", "applied"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of a page that is kept as it was served."""
    with archive_in(tmp_path) as keeping:
        keeping.keep("/?p=1", page())
    return tmp_path


def test_corrections_stay_when_all_is_read_again_and_no_difference_is_told(folder: Path) -> None:
    correct(folder, "venue", "Balai Kota")
    correct(folder, "attendance.count", "42")
    answer = json.loads(resilience(folder, "reextract", "--all", "--format", "json"))
    assert (answer["pages"]["unchanged"], answer["differences"]) == (1, [])
    assert attendance(folder) == [(42,)]
    make_older(folder)
    answer = json.loads(resilience(folder, "reextract", "--format", "json"))
    assert answer["differences"] == []
    assert attendance(folder) == [(42,)]
    assert rows(folder, "SELECT venue FROM activities") == [("Balai Kota",)]
    assert states(folder) == ["applied", "applied"]


def test_what_an_older_version_read_otherwise_is_told_of_the_reading_not_of_what_counts(
    folder: Path,
) -> None:
    make_older(folder, "UPDATE attendance SET count = 4")
    correct(folder, "attendance.count", "42")
    assert rows(folder, "SELECT extractor_version FROM articles") == [("0",)]
    answer = json.loads(resilience(folder, "reextract", "--format", "json"))
    (difference,) = answer["differences"]
    assert difference["examples"][0]["before"] == "4 peserta"
    assert difference["examples"][0]["after"] == "40 peserta"
    assert attendance(folder) == [(42,)]
    assert states(folder) == ["conflict"]
    assert rows(folder, "SELECT from_value, now_value FROM corrections_overview") == [(4, 40)]


def test_facts_of_a_corrected_page_that_another_program_altered_are_mended(folder: Path) -> None:
    correct(folder, "attendance.count", "42")
    make_older(folder, "UPDATE attendance SET count = 4")
    check = CliRunner().invoke(main, ["check", "--archive", str(folder)])
    assert (check.exit_code, "with its corrections" in check.stdout) == (1, True)
    resilience(folder, "reextract", "--all")
    assert attendance(folder) == [(42,)]
    assert CliRunner().invoke(main, ["check", "--archive", str(folder)]).exit_code == 0
