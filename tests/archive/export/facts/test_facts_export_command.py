"""`resilience export` of facts as its users meet it: options, places, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from facts_samples import export, run

from archive.errors import ArchiveError, UsageError
from archive.export.facts import package
from archive.export.facts.formats import FORMATS
from archive.export.output import output_folder

FOLDERS = ("csv", "parquet")


def refused(city: Path, *arguments: str) -> BaseException:
    result = run(city, *arguments)
    assert result.exception is not None
    return result.exception


def content(path: Path) -> dict[str, bytes]:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name if path.is_dir() else "": file.read_bytes() for file in files}


@pytest.mark.parametrize("kind", FORMATS)
def test_same_archive_gives_the_same_bytes(city: Path, tmp_path: Path, kind: str) -> None:
    first, second = (export(city, kind, tmp_path / name) for name in ("first", "second"))
    assert content(first) == content(second)


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_to_export_is_an_error_and_leaves_nothing(
    city: Path, tmp_path: Path, kind: str
) -> None:
    place = str(tmp_path / "out" / "x")
    error = refused(city, "--format", kind, "--output", place, "--type", "ceremony")
    assert isinstance(error, ArchiveError)
    assert "Leave out an option" in str(error)
    assert list(tmp_path.rglob("*")) in ([], [tmp_path / "out"])


@pytest.mark.parametrize("kind", FORMATS)
def test_existing_output_is_left_alone_without_force(city: Path, tmp_path: Path, kind: str) -> None:
    place = export(city, kind, tmp_path / "x")
    before = content(place)
    error = refused(city, "--format", kind, "--output", str(place), "--site", "koran")
    assert isinstance(error, UsageError)
    assert "--force" in str(error)
    assert content(place) == before
    export(city, kind, place, "--site", "koran", "--force")
    assert content(place) != before
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.parametrize("kind", FOLDERS)
def test_folder_that_holds_anything_else_is_never_replaced(
    city: Path, tmp_path: Path, kind: str
) -> None:
    place = export(city, kind, tmp_path / "x")
    (place / "notes.txt").write_text("mine")
    error = refused(city, "--format", kind, "--output", str(place), "--force")
    assert "holds 'notes.txt', which is no part of an earlier export" in str(error)
    error = refused(city, "--format", kind, "--output", str(tmp_path), "--force")
    assert isinstance(error, UsageError)
    assert (place / "notes.txt").read_text() == "mine"


def test_empty_folder_is_filled(city: Path, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    assert (export(city, "csv", tmp_path / "x") / package.NAME).exists()


@pytest.mark.parametrize(
    ("kind", "sentence"), [("csv", "is a file. Name a folder"), ("ndjson", "is a folder. Name a")]
)
def test_place_of_the_wrong_kind_is_a_usage_error(
    city: Path, tmp_path: Path, kind: str, sentence: str
) -> None:
    place = tmp_path / "x"
    if kind == "csv":
        place.write_text("x")
    else:
        place.mkdir()
    error = refused(city, "--format", kind, "--output", str(place), "--force")
    assert isinstance(error, UsageError)
    assert sentence in str(error)


@pytest.mark.parametrize("name", ["archive.db", "archive.db-wal", "files/x", "warc/x", "."])
def test_archive_itself_is_never_written_over(city: Path, name: str) -> None:
    error = refused(city, "--format", "ndjson", "--output", str(city / name), "--force")
    assert isinstance(error, UsageError)
    assert "Name another place with --output" in str(error)


@pytest.mark.parametrize(
    ("option", "value"), [("--type", "workshop"), ("--person", "Ratna"), ("--until", "2019-01-01")]
)
def test_option_that_chooses_facts_is_refused_for_captures(
    city: Path, tmp_path: Path, option: str, value: str
) -> None:
    place = str(tmp_path / "x.wacz")
    error = refused(city, "--format", "wacz", "--output", place, option, value)
    assert isinstance(error, UsageError)
    assert f"{option} chooses facts, and wacz holds captures" in str(error)


@pytest.mark.parametrize("kind", [name for name, one in FORMATS.items() if not one.states_license])
def test_licence_is_refused_where_the_format_has_no_place_for_it(
    city: Path, tmp_path: Path, kind: str
) -> None:
    place = str(tmp_path / "x")
    error = refused(city, "--format", kind, "--output", place, "--license", "CC0-1.0")
    assert isinstance(error, UsageError)
    assert "csv, parquet, jsonld" in str(error)


def test_licence_that_nobody_would_know_is_a_usage_error(city: Path, tmp_path: Path) -> None:
    place = str(tmp_path / "x")
    error = refused(city, "--format", "csv", "--output", place, "--license", "do as you like")
    assert isinstance(error, UsageError)
    assert "'do as you like' is no licence" in str(error)


def test_unknown_site_is_a_usage_error_that_names_the_known(city: Path, tmp_path: Path) -> None:
    place = str(tmp_path / "x")
    error = refused(city, "--format", "ndjson", "--output", place, "--site", "desa")
    assert isinstance(error, UsageError)
    assert "'desa'. It has: koran, kota." in str(error)


def test_activities_can_be_chosen_by_period_person_and_type(city: Path, tmp_path: Path) -> None:
    chosen = ("--since", "2019-03-01", "--person", "tegar", "--type", "workshop")
    path = export(city, "ndjson", tmp_path / "x", *chosen)
    told = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [record["activity_id"] for record in told] == [1, 2]


def test_disk_that_refuses_is_told_and_leaves_nothing(city: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for kind in ("csv", "ndjson"):
        place = str(tmp_path / "file" / "x")
        error = refused(city, "--format", kind, "--output", place)
        assert isinstance(error, ArchiveError)
        assert "The output cannot be written in" in str(error)
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_folder_that_fails_half_way_leaves_the_earlier_one_as_it_was(tmp_path: Path) -> None:
    _fill(tmp_path / "x", "first")
    with pytest.raises(ArchiveError, match="No space left"):
        _fill(tmp_path / "x", "second", fails=True)
    assert [path.name for path in (tmp_path / "x").iterdir()] == ["first"]
    assert list(tmp_path.iterdir()) == [tmp_path / "x"]


def _fill(place: Path, name: str, *, fails: bool = False) -> None:
    with output_folder(place) as folder:
        (folder / name).write_text("1")
        if fails:
            raise OSError(28, "No space left on device")
