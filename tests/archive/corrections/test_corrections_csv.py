"""Corrections as a CSV file: all of them out, into another archive, once however often."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from archive_samples import URL, fetch, record, store_page
from click.testing import CliRunner, Result
from corrected_pages import edited, request
from sqlite_utils import Database

from archive import corrections, storage, stored_records
from archive.commands.corrections import corrections_command
from archive.corrections import making
from archive.corrections.csv_writing import COLUMNS
from archive.errors import UsageError

ASKED = (
    request("set", "venue", "=HYPERLINK(1)"),
    request("set", "attendance.count", "42", of="peserta"),
    request("set", "people.degrees", "S.T., Dr. rer. nat.", of="ratna"),
    request("set", "people.summary", "membuka acara | Bapak Tegar", of="tegar"),
    request("remove", "people.position", of="ratna"),
    request("add", "people", "Siti Aminah", given={"role": "speaker", "degrees": "S.T., MT"}),
    request("set", "people.role", "chair", of="Siti Aminah", quote="Kepala Dinas"),
    request("verify", "people", "Tegar Prakoso"),
    request("remove", "attendance", "12 instansi"),
    request("verify", "groups.topic", of="1"),
    request("add", "groups", "sampah", given={"number": "3"}),
    request("add", "conclusions", "membahas trotoar", given={"group": "trotoar"}),
    request("remove", "groups.focus_area", of="air bersih"),
    request("verify", "dates"),
    request("set", "materials.presenter", "Siti, MT", of="#1"),
)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[tuple[Path, Database]]:
    """Another archive of the same page, which nobody corrected."""
    db = storage.open_archive(tmp_path / "other")
    store_page(db, record(), fetch())
    yield tmp_path / "other", db
    storage.close(db)


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(corrections_command, ["--archive", str(folder), *words])


def written(path: Path, *rows: Sequence[str], header: Sequence[str]) -> Path:
    out = io.StringIO()
    csv.writer(out).writerows([header, *rows])
    path.write_text(out.getvalue(), "utf-8")
    return path


def counts(db: Database) -> Any:
    return stored_records.of_page(db, 1)


@pytest.fixture
def exported(folder: Path, db: Database, tmp_path: Path) -> Path:
    store_page(db, record(), fetch())
    for one in ASKED:
        making.correct(db, 1, one)
    making.withdraw(db, 2, "budi")
    file = tmp_path / "corrections.csv"
    assert run(folder, "export", str(file)).exit_code == 0
    return file


def test_an_export_is_the_same_corrections_in_another_archive(
    exported: Path, db: Database, other: tuple[Path, Database]
) -> None:
    folder, twin = other
    result = run(folder, "import", str(exported))
    assert result.stdout == f"{len(ASKED)} added, 0 there already, 0 could not be made.\n"
    assert corrections.every(twin) == corrections.every(db)
    assert counts(twin) == counts(db)


def test_importing_once_more_changes_nothing(
    exported: Path, folder: Path, other: tuple[Path, Database]
) -> None:
    for place in (folder, other[0], other[0]):
        assert run(place, "import", str(exported)).exit_code == 0
    assert len(corrections.every(other[1])) == len(ASKED)
    assert "0 added, 15 there already" in run(folder, "import", str(exported)).stdout


def test_cells_that_would_start_a_formula_are_guarded_and_come_back_as_they_were(
    exported: Path,
) -> None:
    assert "'=HYPERLINK(1)" in exported.read_text("utf-8")


def test_what_changed_meanwhile_in_the_other_archive_is_a_conflict_there(
    exported: Path, other: tuple[Path, Database]
) -> None:
    folder, twin = other
    later = fetch(fetched_at="2019-04-01T00:00:00Z")
    store_page(twin, edited(venue="Taman"), later, body=b"2")
    assert run(folder, "import", str(exported)).exit_code == 0
    (one,) = corrections.every(twin, "conflict")
    assert (one.field, one.says and one.says.values) == ("venue", {"venue": "Taman"})


def test_an_edited_row_of_an_export_supersedes_what_was(
    exported: Path, folder: Path, db: Database
) -> None:
    file = exported.read_text("utf-8").replace("Siti, MT", "Budi, MT")
    exported.write_text(file, "utf-8")
    assert "1 added, 14 there already" in run(folder, "import", str(exported)).stdout
    assert counts(db).activity.materials[0].presenter == "Budi, MT"
    assert corrections.of_page(db, 1)[14].state == "superseded"


def test_rows_written_by_hand_need_three_columns_and_count_once(
    other: tuple[Path, Database], tmp_path: Path
) -> None:
    folder, twin = other
    header = ("activity", "action", "field", "of", "value", "with", "reason")
    file = written(
        tmp_path / "hand.csv",
        (URL, "", "venue", "", "Balai Kota", "", "Undangan"),
        ("1", "add", "people", "", "Siti Aminah", "role=speaker\nposition=Camat", "Foto"),
        ("1", "set", "people.role", "tegar", "facilitator", "", "Video"),
        ("1", "remove", "attendance", "12 instansi", "", "", "Bukan peserta"),
        ("1", "verify", "groups", "2", "", "", "Dilihat"),
        header=header,
    )
    words = ("import", str(file), "--author", "Budi")
    assert "5 added, 0 there already" in run(folder, *words).stdout
    assert "0 added, 5 there already" in run(folder, *words).stdout
    assert {one.author for one in corrections.every(twin)} == {"Budi"}
    assert counts(twin).activity.people[2].position == "Camat"
    assert counts(twin).activity.people[1].role == "facilitator"


def test_a_bad_row_is_told_with_its_line_and_the_rest_goes_on(
    other: tuple[Path, Database], tmp_path: Path
) -> None:
    folder, twin = other
    file = written(
        tmp_path / "bad.csv",
        ("1", "add", "people", "Siti", "role=speaker\nposition=Camat", "Foto"),
        ("1", "", "type", "party", "", "Undangan"),
        ("77", "", "venue", "Balai Kota", "", "Undangan"),
        ("1", "move", "venue", "Balai Kota", "", "Undangan"),
        ("1", "", "venue", "Balai Kota", "", ""),
        ("1", "add", "people", "Budi", "speaker", "Foto"),
        (),
        ("1", "", "venue", "Balai Kota", "", "Undangan"),
        header=("activity", "action", "field", "value", "with", "reason"),
    )
    result = run(folder, "import", str(file), "--author", "Budi")
    assert result.exit_code == 1
    assert result.stdout == "2 added, 0 there already, 5 could not be made.\n"
    told = [line.partition(", ")[2] for line in result.stderr.splitlines()]
    assert [line.partition(":")[0] for line in told] == [f"line {n}" for n in (4, 5, 6, 7, 8)]
    assert "'party' is not a value of type" in told[0]
    assert "There is no activity 77" in told[1]
    assert "'move' is no action" in told[2]
    assert "has no reason" in told[3]
    assert "'speaker' is not FIELD=VALUE" in told[4]
    assert counts(twin).activity.venue == "Balai Kota"


def test_a_row_of_an_export_that_was_damaged_is_told(
    exported: Path, other: tuple[Path, Database]
) -> None:
    file = exported.read_text("utf-8").replace('""values"": {""venue""', '""value"": {""venue""')
    exported.write_text(file, "utf-8")
    result = run(other[0], "import", str(exported))
    assert result.exit_code == 1
    assert "line 2: What the source said (column source_record)" in result.stderr
    assert "14 added" in result.stdout


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_what_a_spreadsheet_saves_is_read_with_its_mark_and_its_semicolons(
    delimiter: str, other: tuple[Path, Database], tmp_path: Path
) -> None:
    file = tmp_path / "sheet.csv"
    lines = (("activity", "field", "value", "reason"), ("1", "venue", "Balai, Kota", "Undangan"))
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(lines)
    file.write_text(out.getvalue(), "utf-8-sig")
    assert "1 added" in run(other[0], "import", str(file), "--author", "Budi").stdout
    assert counts(other[1]).activity.venue == "Balai, Kota"


def test_a_file_that_is_none_of_corrections_says_what_it_must_have(
    other: tuple[Path, Database], tmp_path: Path
) -> None:
    folder, file = other[0], tmp_path / "file.csv"
    for content, told in (
        (b"", "has no column activity. Its first line must name the columns"),
        (b"activity,field\n1,venue\n", "has no column reason"),
        (b"activity,field,reason\n\xff\xfe\n", "is not UTF-8 text"),
    ):
        file.write_bytes(content)
        error = run(folder, "import", str(file)).exception
        assert isinstance(error, UsageError)
        assert told in str(error)
    assert "cannot be read" in str(run(folder, "import", str(tmp_path / "no.csv")).exception)


def test_list_as_csv_is_the_export(exported: Path, folder: Path) -> None:
    told = run(folder, "--format", "csv").stdout
    assert told == exported.read_text("utf-8")
    assert tuple(next(csv.reader(io.StringIO(told)))) == COLUMNS


def test_a_kept_conflict_is_known_again_after_it_was_exported_before(
    exported: Path, folder: Path, db: Database
) -> None:
    store_page(db, edited(venue="Taman"), fetch(fetched_at="2019-04-01T00:00:00Z"), body=b"2")
    making.keep(db, 1, "budi")
    assert "0 added, 15 there already" in run(folder, "import", str(exported)).stdout
    assert replace(corrections.of_page(db, 1)[0]).state == "applied"
