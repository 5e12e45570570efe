"""`resilience files` as its users meet it: the list."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from archive_samples import fetch as answer
from archive_samples import record, store_page
from click.testing import CliRunner, Result
from file_samples import (
    BIG,
    DEAD,
    DRIVE,
    FAILING,
    PDF,
    POST,
    PPTX,
    RULES,
    SCAN,
    UNTRIED,
    Files,
    fill,
    pdf,
)
from sqlite_utils import Database

from archive.cli import COMMANDS
from archive.errors import ArchiveError, UsageError
from archive.named_commands import NamedCommands


def run(*arguments: str, **environment: str) -> Result:
    group = NamedCommands(places=COMMANDS)
    return CliRunner().invoke(group, ["files", *arguments], env=environment)


@pytest.fixture
def files(db: Database, folder: Path) -> Files:
    return fill(db, folder)


def listed(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    result = run("--archive", str(folder), "--format", "json", *arguments)
    assert result.exit_code == 0, result.stderr
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


@pytest.mark.usefixtures("files")
def test_every_link_of_a_post_has_its_state_whether_it_was_asked_for_or_not(folder: Path) -> None:
    rows = listed(folder, "--activity", "taman hujan")
    assert [(row["state"], row["material_url"]) for row in rows] == [
        ("fetched", PDF),
        ("fetched", PPTX),
        ("fetched", SCAN),
        ("gone", DEAD),
        ("failed", FAILING),
        ("refused", BIG),
        ("link", DRIVE),
        ("not asked", UNTRIED),
    ]


@pytest.mark.usefixtures("files")
def test_row_tells_of_the_file_its_post_and_what_was_tried(folder: Path) -> None:
    first, *_, drive, _untried = listed(folder, "--activity", "taman hujan")
    assert (first["file_type"], first["length"], first["pages"]) == ("pdf", 8, 3)
    assert (first["label"], first["presenter"]) == ("Paparan Dinas Air", "Ratna Wulandari")
    assert (first["title"], first["start_date"], first["url"]) == (
        "Lokakarya Taman Hujan",
        "2019-03-04",
        POST,
    )
    assert (folder / first["path"]).read_bytes() == b"%PDF air"
    assert (drive["host_kind"], drive["reason"]) == ("google_drive", "The host asks to sign in.")
    assert drive["tried"] == [{"url": DRIVE, "status": None, "said": "The host asks to sign in."}]


@pytest.mark.usefixtures("files")
def test_file_that_several_posts_link_to_is_listed_with_each_of_them(folder: Path) -> None:
    rows = [row for row in listed(folder) if row["material_url"] == PDF]
    assert [(row["title"], row["url"]) for row in rows] == [
        ("Lokakarya Taman Hujan", POST),
        ("Peraturan Air", RULES),
    ]
    assert len({row["sha256"] for row in rows}) == 1
    told = run("--archive", str(folder), "--activity", "peraturan").stderr
    assert told == f"1 address, 1 file (8 B) in {folder}\n"


def test_link_that_no_post_has_any_more_stays_listed(files: Files, folder: Path) -> None:
    store_page(files.db, record(), answer(fetched_at="2019-04-01T00:00:00Z"))
    by_address = {row["material_url"]: row for row in listed(folder)}
    assert (by_address[PPTX]["state"], by_address[PPTX]["url"]) == ("fetched", None)
    assert by_address[PPTX]["label"] == "Paparan Taman Hujan"
    assert UNTRIED not in by_address


def test_file_that_its_address_no_longer_gives_stays_listed_as_replaced(
    files: Files, folder: Path
) -> None:
    old = next(row for row in listed(folder) if row["material_url"] == PDF)
    files.give(PDF, b"%PDF baru", pdf(title="Edisi baru"))
    (replaced,) = listed(folder, "--state", "replaced")
    assert (replaced["sha256"], replaced["label"]) == (old["sha256"], "Ketahanan Air")
    assert (folder / replaced["path"]).read_bytes() == b"%PDF air"


def test_link_that_is_noted_but_was_never_asked_for_is_not_asked(
    files: Files, folder: Path
) -> None:
    files.note(UNTRIED, "Lampiran baru", "upload", UNTRIED)
    assert [row["material_url"] for row in listed(folder, "--state", "not-asked")] == [UNTRIED]


@pytest.mark.usefixtures("files")
def test_filters_may_be_joined(folder: Path) -> None:
    missing = listed(folder, "--state", "failed", "--state", "gone")
    assert {row["material_url"] for row in missing} == {DEAD, FAILING}
    slides = listed(folder, "--type", "pptx", "--activity", "LOKAKARYA")
    assert [row["material_url"] for row in slides] == [PPTX]
    assert [row["url"] for row in listed(folder, "--activity", "/peraturan/")] == [RULES]


@pytest.mark.usefixtures("files")
def test_table_has_a_block_of_lines_for_each_material(folder: Path) -> None:
    result = run("--archive", str(folder), "--activity", "2019/03/05")
    assert result.exit_code == 0
    text = " ".join(result.stdout.split())
    assert max(map(len, result.stdout.splitlines())) <= 100
    assert result.stdout.splitlines()[0].split()[:6] == (
        ["State", "Type", "Size", "Pages", "Digest", "Host"]
    )
    for shown in ("pdf (scan)", "1.6 kB", "google drive", "not asked", "(Ratna Wulandari)"):
        assert shown in text
    assert result.stderr == f"8 addresses, 3 files (1.6 kB) in {folder}\n"


@pytest.mark.usefixtures("files")
def test_csv_has_a_line_for_each_link(folder: Path) -> None:
    out = run("--archive", str(folder), "--format", "csv", "--state", "gone").stdout
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["state"], row["http_status"], row["material_url"]) == ("gone", "404", DEAD)
    assert row["reason"] == "The server answered 404 Not Found."


def test_empty_list_says_so_and_what_to_do(db: Database, folder: Path) -> None:
    assert db.table_names()
    result = run("--archive", str(folder))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No file in" in result.stderr
    assert "resilience crawl" in result.stderr
    assert listed(folder) == []


@pytest.mark.parametrize(
    ("option", "value", "help_given"),
    [("--state", "lost", "'not-asked'"), ("--type", "exe", "'pptx'"), ("--format", "xml", "csv")],
)
@pytest.mark.usefixtures("db")
def test_wrong_value_is_a_usage_error_that_lists_what_is_possible(
    folder: Path, option: str, value: str, help_given: str
) -> None:
    result = run("--archive", str(folder), option, value)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"'{value}'" in result.stderr
    assert help_given in result.stderr


@pytest.mark.usefixtures("files")
def test_options_of_the_list_before_another_command_are_a_usage_error(folder: Path) -> None:
    result = run("--archive", str(folder), "--state", "gone", "retry")
    assert isinstance(result.exception, UsageError)
    assert "'resilience files retry' takes no options of the list" in str(result.exception)


def test_missing_archive_is_an_error_and_makes_none(tmp_path: Path) -> None:
    for command in ([], ["open", "x"], ["text", "x"], ["retry"]):
        result = run("--archive", str(tmp_path / "nowhere"), *command)
        assert isinstance(result.exception, ArchiveError)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("command", ["", "open", "text", "retry"])
def test_help_has_an_example(command: str) -> None:
    shown = run(*command.split(), "--help").stdout
    assert "Example" in shown
    assert f"  resilience files {command}" in shown
