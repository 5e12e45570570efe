"""Whole records as NDJSON: the record as it is documented, with what the archive knows beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from archive_samples import URL
from facts_samples import AGAIN, FORMULA, GONE, HOSTILE, LONG, NOTHING, UNDATED, export

from archive import stored_records
from archive.storage import close, open_read_only


@pytest.fixture(scope="module")
def records(city: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    path = export(city, "ndjson", tmp_path_factory.mktemp("ndjson") / "records.ndjson", "--gone")
    lines = path.read_bytes().split(b"\n")
    assert lines.pop() == b""
    return {record["url"]: record for record in map(json.loads, lines)}


def without(told: Any, extra: set[str]) -> Any:
    """What is told, without the keys that the archive adds to a record."""
    if isinstance(told, dict):
        return {name: without(value, extra) for name, value in told.items() if name not in extra}
    return [without(value, extra) for value in told] if isinstance(told, list) else told


def test_each_line_is_the_record_of_its_page(
    city: Path, records: dict[str, dict[str, Any]]
) -> None:
    own = {"person_id", "organization_id", "known_as", "correction_id", "capture_id"}
    own |= {"file_id", "sha256"}
    db = open_read_only(city)
    try:
        for url, told in records.items():
            (page,) = db.execute("SELECT id FROM pages WHERE url = ?", (url,)).fetchone()
            stored = stored_records.of_page(db, page)
            assert stored is not None
            record = {
                name: without(told[name], own) for name in ("article", "activity", "findings")
            }
            assert record == json.loads(stored.to_json())
    finally:
        close(db)


def test_records_are_those_of_reported_activities(records: dict[str, dict[str, Any]]) -> None:
    assert set(records) == {URL, AGAIN, UNDATED, GONE, HOSTILE}
    assert NOTHING not in records
    assert records[GONE]["gone_at"] == "2019-09-01T00:00:00Z"


def test_evidence_leads_to_the_words(records: dict[str, dict[str, Any]]) -> None:
    record = records[URL]
    (span,) = record["activity"]["people"][0]["evidence"]
    assert record["article"]["text"][span["start"] : span["end"]] == "Ratna Wulandari"


def test_one_person_and_one_event_have_one_id(records: dict[str, dict[str, Any]]) -> None:
    first, again = records[URL], records[AGAIN]
    assert first["event_id"] == again["event_id"] == 1
    assert (first["also_reported"], again["also_reported"]) == ([AGAIN], [URL])
    people = [record["activity"]["people"][0] for record in (first, again)]
    assert people[0]["person_id"] == people[1]["person_id"]
    assert people[0]["known_as"] == "Ratna Wulandari"
    assert records[GONE]["event_id"] is None


def test_corrections_captures_and_files_come_with_the_record(
    records: dict[str, dict[str, Any]],
) -> None:
    record = records[URL]
    (correction,) = record["corrections"]
    assert (correction["field"], correction["value"]) == ("place", "Seruni")
    assert [one["correction_id"] for one in record["activity"]["attendance"]] == [1, None]
    (capture,) = record["captures"]
    assert capture["id"] == record["article"]["capture_id"]
    assert record["activity"]["materials"][0]["sha256"] == "ab" * 32


def test_texts_are_as_they_are(records: dict[str, dict[str, Any]]) -> None:
    activity = records[HOSTILE]["activity"]
    assert (activity["title"], activity["venue"]) == (LONG, FORMULA)
