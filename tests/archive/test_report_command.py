"""`resilience report` as its users meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from archive_samples import activity, fetch, record, store_page
from click.testing import CliRunner, Result
from sqlite_utils import Database

from archive.cli import COMMANDS
from archive.errors import ArchiveError, UsageError
from archive.named_commands import NamedCommands


def run(*arguments: str, **environment: str) -> Result:
    group = NamedCommands(places=COMMANDS)
    return CliRunner().invoke(group, ["report", *arguments], env=environment)


@pytest.fixture
def filled(db: Database, folder: Path) -> str:
    store_page(db, record(), fetch())
    later = activity(
        title="Rapat", type="meeting", start_date="2020-02-01", end_date="2020-02-01", groups=()
    )
    store_page(db, record(activity=later), fetch("https://kota.example/lain/"))
    return str(folder)


def test_table_goes_to_standard_output_and_the_count_beside_it(filled: str) -> None:
    result = run("--archive", filled)
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == [
        "Date",
        "2019-03-04",
        "2020-02-01",
    ]
    assert result.stderr == f"2 activities in {filled}\n"


def test_filters_reach_the_archive(filled: str) -> None:
    result = run(
        *("--archive", filled, "--format", "json", "--type", "workshop", "--focus-area", "3"),
        *("--since", "2019-01-01", "--until", "2019-12-31", "--person", "ratna"),
        *("--organization", "dinas"),
    )
    assert [row["title"] for row in json.loads(result.stdout)] == ["Lokakarya Taman Hujan"]
    assert result.stderr == f"1 activity in {filled}\n"


def test_archive_may_be_named_by_the_environment(filled: str) -> None:
    assert len(json.loads(run("--format", "json", RESILIENCE_ARCHIVE=filled).stdout)) == 2


def test_empty_result_says_so_and_what_to_do(filled: str) -> None:
    result = run("--archive", filled, "--since", "2031-01-01")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No activity" in result.stderr
    assert "resilience crawl" in result.stderr
    empty = run("--archive", filled, "--since", "2031-01-01", "--format", "json")
    assert json.loads(empty.stdout) == []


@pytest.mark.parametrize(
    ("option", "value", "help_given"),
    [
        ("--since", "2018-13-01", "YYYY-MM-DD"),
        ("--until", "yesterday", "YYYY-MM-DD"),
        ("--type", "party", "workshop, meeting, routine_meeting"),
        ("--focus-area", "6", "3 Health and welfare"),
        ("--format", "xml", "'table', 'json', 'csv'"),
    ],
)
def test_wrong_value_is_a_usage_error_that_lists_what_is_possible(
    filled: str, option: str, value: str, help_given: str
) -> None:
    result = run("--archive", filled, option, value)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"'{value}'" in result.stderr
    assert help_given in result.stderr


def test_period_that_ends_before_it_begins_is_a_usage_error(filled: str) -> None:
    result = run("--archive", filled, "--since", "2020-01-02", "--until", "2020-01-01")
    assert isinstance(result.exception, UsageError)
    assert result.exception.exit_code == 2


def test_missing_archive_is_an_error_and_makes_none(tmp_path: Path) -> None:
    result = run("--archive", str(tmp_path / "nowhere"))
    assert isinstance(result.exception, ArchiveError)
    assert not (tmp_path / "nowhere").exists()


def test_help_has_an_example() -> None:
    assert "resilience report --since 2018-01-01" in run("--help").stdout
