"""The archive as CSV tables: what `frictionless validate` and a spreadsheet make of them."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from facts_samples import AGAIN, FORMULA, GONE, HOSTILE, LONG, MARKUP, STEERED, export
from frictionless import Package


@pytest.fixture(scope="module")
def tables(city: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export(city, "csv", tmp_path_factory.mktemp("csv") / "tables", "--license", "CC-BY-4.0")


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def described(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return told


def test_frictionless_finds_the_package_its_types_and_its_references_valid(tables: Path) -> None:
    report = Package(tables / "datapackage.json").validate()
    assert report.flatten(["type", "note"]) == []
    assert [task.name for task in report.tasks] == [
        path["name"] for path in described(tables)["resources"]
    ]
    assert all(task.valid for task in report.tasks)


def test_frictionless_sees_a_changed_file_and_a_reference_to_nothing(
    city: Path, tmp_path: Path
) -> None:
    tables = export(city, "csv", tmp_path / "tables")
    with (tables / "events.csv").open("a", encoding="utf-8", newline="") as file:
        file.write("99,12345\r\n")
    report = Package(tables / "datapackage.json").validate()
    assert {kind for (kind,) in report.flatten(["type"])} >= {"hash-count", "foreign-key"}


def test_package_tells_source_period_licence_and_selection(tables: Path) -> None:
    told = described(tables)
    assert told["licenses"] == [{"name": "CC-BY-4.0"}]
    assert told["sources"] == [
        {"title": "koran", "path": "https://koran.example/"},
        {"title": "kota", "path": "https://kota.example/"},
    ]
    assert told["temporal"] == {"start": "2019-03-04", "end": "2019-06-08"}
    assert told["created"] == "2019-08-05T01:02:03Z"
    assert "selection" not in told
    assert "apostrophe" in told["description"]


def test_licence_may_be_an_address(city: Path, tmp_path: Path) -> None:
    address = "https://creativecommons.org/licenses/by/4.0/"
    tables = export(city, "csv", tmp_path / "tables", "--license", address)
    assert described(tables)["licenses"] == [{"path": address}]
    assert Package(tables / "datapackage.json").validate().valid


def test_every_column_has_its_meaning_type_and_reference(tables: Path) -> None:
    tables_told = {resource["name"]: resource for resource in described(tables)["resources"]}
    fields = {field["name"]: field for field in tables_told["activities"]["schema"]["fields"]}
    assert fields["start_date"]["type"] == "date"
    assert fields["venue_evidence"]["type"] == "array"
    assert fields["page_id"]["constraints"] == {"required": True}
    assert tables_told["activities"]["schema"]["primaryKey"] == ["id"]
    assert {
        "fields": ["event_id"],
        "reference": {"resource": "events", "fields": ["id"]},
    } in tables_told["activities"]["schema"]["foreignKeys"]
    for resource in tables_told.values():
        assert resource["description"]
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_tables_have_the_reported_activities_whose_page_is_there(tables: Path) -> None:
    addresses = {row["url"] for row in rows(tables, "activities")}
    assert len(addresses) == 4
    assert GONE not in addresses
    assert {row["id"]: row["activity_id"] for row in rows(tables, "events")} == {
        "1": "1",
        "2": "3",
        "3": "5",
    }


def test_cells_that_a_spreadsheet_would_run_begin_with_an_apostrophe(tables: Path) -> None:
    texts = {value for name in ("activities", "people", "corrections", "organizations", "attendance")
             for row in rows(tables, name) for value in row.values()}  # fmt: skip
    assert f"'{FORMULA}" in texts
    assert {"'@", "'=orang", "'=ratna"} <= texts
    assert not [text for text in texts if text.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_hostile_texts_come_through_whole(tables: Path) -> None:
    (activity,) = (row for row in rows(tables, "activities") if row["url"] == HOSTILE)
    assert activity["title"] == LONG
    assert activity["place"] == MARKUP
    articles = {row["title"]: row for row in rows(tables, "articles")}
    assert json.loads(articles[STEERED]["categories"]) == ["-1"]
    names = {row["name"] for row in rows(tables, "people")}
    assert STEERED in names


def test_facts_lead_to_their_files_corrections_and_captures(tables: Path) -> None:
    material = next(row for row in rows(tables, "materials") if row["file_id"])
    assert rows(tables, "files")[0] | {"id": material["file_id"]} == rows(tables, "files")[0]
    corrected = [row for row in rows(tables, "attendance") if row["correction_id"]]
    assert [(row["count"], row["correction_id"]) for row in corrected] == [("40", "1")]
    captures = {row["id"] for row in rows(tables, "captures")}
    assert {row["capture_id"] for row in rows(tables, "articles")} == captures


def test_selection_leaves_no_reference_open(city: Path, tmp_path: Path) -> None:
    tables = export(city, "csv", tmp_path / "koran", "--site", "koran", "--since", "2019-01-01")
    assert [row["url"] for row in rows(tables, "activities")] == [AGAIN]
    assert [row["activity_id"] for row in rows(tables, "events")] == ["2"]
    assert Package(tables / "datapackage.json").validate().valid
    assert described(tables)["selection"] == {"site": "koran", "since": "2019-01-01"}


def test_gone_pages_are_exported_when_asked_for(city: Path, tmp_path: Path) -> None:
    tables = export(city, "csv", tmp_path / "all", "--gone")
    assert GONE in {row["url"] for row in rows(tables, "activities")}
    assert Package(tables / "datapackage.json").validate().valid
