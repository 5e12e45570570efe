"""`resilience report KIND` as its users meet it."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from sqlite_utils import Database

from archive.commands.report import report_command
from archive.errors import ArchiveError, UsageError
from archive.reports import making


def run(folder: Path, *arguments: str) -> Result:
    group = click.Group(commands=[report_command])
    return CliRunner().invoke(group, ["report", *arguments, "--archive", str(folder)])


@pytest.mark.parametrize("kind", list(making.KINDS))
@pytest.mark.parametrize("output_format", list(making.FORMATS))
@pytest.mark.usefixtures("filled")
def test_every_kind_is_written_in_every_format(folder: Path, kind: str, output_format: str) -> None:
    result = run(folder, kind, "--format", output_format)
    assert result.exit_code == 0, result.output
    assert result.stdout
    assert f"in {folder}" in result.stderr


@pytest.mark.usefixtures("filled")
def test_output_is_a_whole_file_and_nothing_is_printed(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "people.html"
    result = run(folder, "people", "--format", "html", "--output", str(page))
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"written to {page}" in result.stderr
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert [path for path in tmp_path.iterdir() if path.suffix == ".partial"] == []


@pytest.mark.usefixtures("filled")
def test_output_that_cannot_be_written_is_told_with_its_reason(
    folder: Path, tmp_path: Path
) -> None:
    result = run(folder, "people", "--output", str(tmp_path / "nowhere" / "people.txt"))
    assert isinstance(result.exception, ArchiveError)
    assert str(tmp_path / "nowhere") in str(result.exception)
    assert "No such file or directory" in str(result.exception)


@pytest.mark.usefixtures("filled")
def test_time_is_cut_as_asked(folder: Path) -> None:
    rows = json.loads(run(folder, "attendance", "--by", "year", "--format", "json").stdout)
    assert [row["period"] for row in rows] == ["2019", "2020", None]
    rows = json.loads(run(folder, "focus-areas", "--by", "quarter", "--format", "json").stdout)
    assert {row["period"] for row in rows} == {"2019-Q1", "2020-Q1"}


@pytest.mark.usefixtures("filled")
def test_bound_stays_a_bound(folder: Path) -> None:
    rows = json.loads(run(folder, "attendance", "--by", "year", "--format", "json").stdout)
    assert [(row["lower"], row["about"], row["upper"]) for row in rows[:2]] == [
        (0, 40, None),
        (60, 0, None),
    ]
    assert "open" in run(folder, "attendance", "--by", "year").stdout


@pytest.mark.usefixtures("filled")
def test_report_about_one_person_tells_of_each_appearance(folder: Path) -> None:
    result = run(folder, "people", "--person", "ratna")
    assert "Appearances of Ratna Wulandari" in result.stdout
    assert "2020-02-02" in result.stdout
    later = run(folder, "people", "--person", "ratna", "--until", "2019-12-31")
    assert "2020-02-02" not in later.stdout


@pytest.mark.usefixtures("filled")
def test_options_choose_what_every_kind_tells_of(folder: Path) -> None:
    selected = ("--since", "2020-01-01", "--type", "meeting", "--site", "kota", "--format", "json")
    assert len(json.loads(run(folder, "people", *selected).stdout)) == 2
    assert len(json.loads(run(folder, "materials", *selected).stdout)) == 1
    assert [row["counted"] for row in json.loads(run(folder, "attendance", *selected).stdout)] == [
        1
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("people", "--by", "year"), "--by year does not apply to 'people'"),
        (("attendance", "--limit", "3"), "--limit 3 does not apply to 'attendance'"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_option_without_a_use_is_refused_with_the_remedy(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = run(folder, *arguments)
    assert isinstance(result.exception, UsageError)
    assert said in str(result.exception)


@pytest.mark.usefixtures("filled")
def test_unknown_kind_lists_those_that_are(folder: Path) -> None:
    result = run(folder, "weather")
    assert result.exit_code == 2
    assert "'focus-areas'" in result.stderr


def test_nothing_that_matches_is_said_with_the_remedy(filled: Database, folder: Path) -> None:
    assert filled
    result = run(folder, "people", "--since", "2031-01-01")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No person" in result.stderr


@pytest.mark.usefixtures("filled")
def test_site_that_is_not_there_is_told_with_those_that_are(folder: Path) -> None:
    result = run(folder, "quality", "--site", "kotta")
    assert isinstance(result.exception, UsageError)
    assert "no page of the site 'kotta'. It has: " in str(result.exception)


@pytest.mark.parametrize("given", ["0", "-1", "12a", "9" * 20])
def test_number_that_no_row_can_have_is_wrong_usage(folder: Path, given: str) -> None:
    result = run(folder, f"--person-id={given}")
    assert result.exit_code == 2
    assert f"'{given}' is not a whole number from 1 on" in result.stderr


def test_empty_name_is_no_filter_that_everybody_passes(folder: Path) -> None:
    result = run(folder, "--person", " ")
    assert result.exit_code == 2
    assert "It is empty" in result.stderr


def test_archive_in_which_no_check_finds_anything_says_so(db: Database, folder: Path) -> None:
    assert db
    assert "No check finds anything" in run(folder, "quality").stderr
