"""The archive as Parquet: columns with types of their own, texts as they are."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import facts_samples
import pyarrow as pa
import pytest
from facts_samples import FORMULA, LONG, STEERED, export
from frictionless import Package
from pyarrow import parquet
from sqlite_utils import Database

from archive.storage import close, open_archive


@pytest.fixture(scope="module")
def tables(city: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export(city, "parquet", tmp_path_factory.mktemp("parquet") / "tables")


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parquet.read_table(folder / f"{name}.parquet").to_pylist()
    return found


def test_columns_have_types_and_meanings(tables: Path) -> None:
    schema = parquet.read_schema(tables / "activities.parquet")
    assert schema.field("start_date").type == pa.date32()
    assert schema.field("id").type == pa.int64()
    assert not schema.field("id").nullable
    assert b"address" in schema.field("url").metadata[b"description"]
    assert parquet.read_schema(tables / "pages.parquet").field("fetched_at").type == pa.timestamp(
        "ms", tz="UTC"
    )
    dates = parquet.read_schema(tables / "activity_dates.parquet")
    assert dates.field("weekday_agrees").type == pa.bool_()


def test_values_are_dates_times_and_lists(tables: Path) -> None:
    first = rows(tables, "activities")[0]
    assert first["start_date"] == date(2019, 3, 4)
    assert rows(tables, "pages")[0]["fetched_at"] == datetime(2019, 8, 1, 1, 2, 3, tzinfo=UTC)
    (opening,) = (row for row in rows(tables, "participations") if row["id"] == 1)
    assert opening["degrees"] == ["MT"]
    text = rows(tables, "articles")[0]["text"]
    (span,) = opening["evidence"]
    assert text[span["start"] : span["end"]] == opening["evidence_quote"] == "Ratna Wulandari"


def test_texts_are_as_they_are(tables: Path) -> None:
    (hostile,) = (row for row in rows(tables, "activities") if row["venue"] == FORMULA)
    assert hostile["title"] == LONG
    assert STEERED in {row["name"] for row in rows(tables, "people")}


def test_package_describes_each_file(tables: Path) -> None:
    package = Package(tables / "datapackage.json")
    assert {resource.path for resource in package.resources} == {
        path.name for path in tables.glob("*.parquet")
    }
    assert list(Package.metadata_validate(package.to_descriptor())) == []


def test_value_that_is_none_of_its_kind_is_left_empty_and_told(
    folder: Path, tmp_path: Path
) -> None:
    db = open_archive(folder)
    _fill_wrongly(db)
    close(db)
    output = str(tmp_path / "tables")
    result = facts_samples.run(folder, "--format", "parquet", "--output", output)
    assert "Left empty in activities.end_date: 1 that are no date" in result.stderr
    days = [row["end_date"] for row in rows(tmp_path / "tables", "activities")]
    assert days.count(None) == 2


def _fill_wrongly(db: Database) -> None:
    facts_samples.fill(db)
    db.execute("UPDATE activities SET end_date = '2019-02-31' WHERE id = 1")
    db.commit()


def test_dictionary_stands_in_the_description(tables: Path) -> None:
    told = json.loads((tables / "datapackage.json").read_text("utf-8"))
    (attendance,) = (one for one in told["resources"] if one["name"] == "attendance")
    fields = {field["name"]: field["description"] for field in attendance["schema"]["fields"]}
    assert "at_least" in fields["qualifier"]
