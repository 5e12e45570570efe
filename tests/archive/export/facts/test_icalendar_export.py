"""Events as a calendar: what a calendar program makes of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import facts_samples
import icalendar
import pytest
from archive_samples import URL
from facts_samples import AGAIN, HOSTILE, export, run


@pytest.fixture(scope="module")
def written(city: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return export(city, "icalendar", tmp_path_factory.mktemp("ics") / "events.ics").read_bytes()


@pytest.fixture(scope="module")
def entries(written: bytes) -> dict[str, icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(written)
    assert isinstance(calendar, icalendar.Calendar)
    assert (calendar["version"], calendar["calscale"]) == ("2.0", "GREGORIAN")
    assert calendar.errors == []
    return {str(event["url"]): event for event in calendar.events}


def test_event_is_one_entry_however_many_pages_report_it(
    entries: dict[str, icalendar.Event],
) -> None:
    assert len(entries) == 2
    assert URL in entries
    description = str(entries[URL]["description"])
    assert f"Source: {URL}\nSource: {AGAIN}\n" in description


def test_entry_tells_who_how_many_and_what_of(entries: dict[str, icalendar.Event]) -> None:
    entry = entries[URL]
    assert str(entry["summary"]) == "Lokakarya Taman Hujan"
    assert str(entry["location"]) == "Kota Seruni, Seruni"
    assert entry["categories"].cats[0] == "Workshop"
    assert len(entry["categories"].cats) == 2
    lines = str(entry["description"]).splitlines()
    assert "Workshop (Lokakarya)" in lines
    assert "Attendance: ±40 peserta; ≥12 instansi" in lines
    assert "opening: Ratna Wulandari, Kepala Dinas Air" in lines
    assert "organizer: Dinas Air" in lines


def test_days_are_whole_and_the_end_is_the_day_after(entries: dict[str, icalendar.Event]) -> None:
    assert (entries[URL].start, entries[URL].end) == (date(2019, 3, 4), date(2019, 3, 5))
    hostile = next(entry for url, entry in entries.items() if url != URL)
    assert (hostile.start, hostile.end) == (date(2019, 6, 7), date(2019, 6, 9))
    assert entries[URL]["dtstart"].params["value"] == "DATE"
    assert entries[URL]["dtstamp"].dt == datetime(2019, 8, 2, 1, 2, 3, tzinfo=UTC)


def test_undated_events_are_left_out_and_told(city: Path, tmp_path: Path) -> None:
    result = run(city, "--format", "icalendar", "--output", str(tmp_path / "events.ics"))
    assert "Left out: 1 event without a date\n" in result.stderr


def test_uid_is_the_same_whichever_report_is_the_fullest(city: Path, tmp_path: Path) -> None:
    uids = set()
    for site in ("kota", "koran"):
        path = export(city, "icalendar", tmp_path / f"{site}.ics", "--site", site)
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        uids.add(str(calendar.events[0]["uid"]))
    assert len(uids) == 1
    assert uids.pop().endswith("@resilience-archive")


def test_hostile_text_makes_no_entry_of_its_own(
    written: bytes, entries: dict[str, icalendar.Event]
) -> None:
    assert written.count(b"\r\nBEGIN:VEVENT\r\n") == len(entries)
    lines = written.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert not {byte for line in lines for byte in line if byte < 32 and byte != 9}
    (hostile,) = (entry for url, entry in entries.items() if url != URL)
    assert str(hostile["summary"]).startswith("Lokakarya panjang")
    assert str(hostile["url"]) == HOSTILE.replace("<", "%3C").replace(">", "%3E")
    assert facts_samples.FORMULA in str(hostile["location"])
