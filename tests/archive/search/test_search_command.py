"""`resilience search`: what it prints, and what it says when there is nothing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from file_samples import fill
from sqlite_utils import Database

from archive.commands.search import search_command
from archive.errors import UsageError


@pytest.fixture
def searched(db: Database, folder: Path) -> Path:
    fill(db, folder)
    return folder


def run(folder: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(search_command, ["--archive", str(folder), *arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_a_table_shows_the_words_and_standard_error_how_many_hits(searched: Path):
    result = run(searched, "peresapan", "sumur")
    assert result.exit_code == 0
    assert "2019-03-04 workshop Lokakarya Taman Hujan" in result.stdout
    assert "Warga meminta **sumur** **resapan**." in " ".join(result.stdout.split())
    assert f"3 hits in {searched}" in result.stderr


def test_the_page_of_a_slide_is_told(searched: Path):
    result = run(searched, "biopori")
    assert "file" in result.stdout
    assert ", page 3" in result.stdout
    assert "\x1b" not in result.stdout


def test_json_has_offsets_and_csv_marks(searched: Path):
    found = json.loads(run(searched, "biopori", "--format", "json").stdout)
    (hit,) = found["hits"]
    assert (found["total"], found["is_total_exact"], found["order"]) == (1, True, "relevance")
    (mark,) = hit["excerpt"]["marks"]
    assert hit["excerpt"]["text"][mark["start"] : mark["end"]] == "biopori"
    (row,) = csv.DictReader(io.StringIO(run(searched, "biopori", "--format", "csv").stdout))
    assert "**biopori**" in row["excerpt"]
    assert (row["kind"], row["pages"], row["start_date"]) == ("file", "3", "2019-03-04")


def test_options_choose_activities(searched: Path):
    chosen = run(searched, "resapan", "--type", "workshop", "--limit", "1")
    assert f"2 hits in {searched}; 1 shown." in chosen.stderr
    assert run(searched, "resapan", "--type", "seminar").stdout == ""


def test_nothing_found_is_told_with_near_words_and_is_no_failure(searched: Path):
    result = run(searched, "biopuri")
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"Nothing in {searched} has biopuri." in result.stderr
    assert "Nothing has 'biopuri'; near it are biopori." in result.stderr


def test_words_that_are_known_but_never_together_are_told_so(searched: Path):
    assert "never stand together" in run(searched, "biopori", "trotoar").stderr


def test_a_query_that_asks_for_nothing_is_told_in_a_sentence(searched: Path):
    with pytest.raises(UsageError, match="only what is not to be found"):
        run(searched, "--", "-banjir")


def test_an_offset_behind_the_last_hit_is_told(searched: Path):
    assert "none is left behind --offset" in run(searched, "biopori", "--offset", "5").stderr
