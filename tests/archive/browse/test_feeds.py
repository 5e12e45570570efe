"""Lists that are followed: new activities as Atom (RFC 4287), any as iCalendar (RFC 5545)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import icalendar
import pytest
from file_samples import fill
from lxml import etree
from sqlite_utils import Database
from told_reports import get, keep, organization

from archive.browse import atom, calendars, new_activities
from archive.records import Attendance
from archive.storage import transaction

ATOM = {"a": atom.NAMESPACE}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture
def filled(db: Database) -> Database:
    keep(db, 1, "Rapat air", "Warga mengelola sampah di tepi sungai.")
    keep(db, 2, "Pengelolaan sampah", "Kota belajar dari desa.", type="workshop",
         end_date="2019-03-04")  # fmt: skip
    keep(db, 3, "Kunjungan", "Air bersih.", type="visit", start_date="2018-03-03",
         organizations=(organization("Dinas Air"),))  # fmt: skip
    return db


def feed(folder: Path, options: str = "", **headers: str) -> Any:
    answer = get(folder, f"/feed.atom{options}", **headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(answer.content)


def entries(folder: Path, options: str = "") -> list[str]:
    return feed(folder, options).xpath("a:entry/a:title/text()", namespaces=ATOM)  # type: ignore[no-any-return]


def events(folder: Path, options: str = "") -> dict[str, tuple[str, str]]:
    """Title -> (first day, day after the last)."""
    answer = get(folder, f"/calendar.ics{options}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(answer.content)
    return {
        str(event["summary"]): (event["dtstart"].dt.isoformat(), event["dtend"].dt.isoformat())
        for event in calendar.walk("VEVENT")
    }


def one(parent: Any, name: str) -> Any:
    """The only child of that name."""
    (found,) = parent.findall(f"a:{name}", ATOM)
    return found


def assert_allowed(root: Any) -> None:
    """What sections 4.1.1 and 4.1.2 of RFC 4287 ask of a feed and of its entries."""
    assert root.tag == f"{{{atom.NAMESPACE}}}feed"
    assert one(one(root, "author"), "name").text
    assert len(root.xpath("a:link[@rel='self']", namespaces=ATOM)) == 1
    for element in (root, *root.findall("a:entry", ATOM)):
        assert urlsplit(one(element, "id").text).scheme
        assert one(element, "title").text
        assert MOMENT.fullmatch(one(element, "updated").text)
        (alternate,) = element.xpath("a:link[@rel='alternate']/@href", namespaces=ATOM)
        assert urlsplit(alternate).netloc
    for element in root.findall("a:entry", ATOM):
        assert MOMENT.fullmatch(one(element, "published").text)
        assert one(element, "summary").text
    ids = root.xpath("a:entry/a:id/text()", namespaces=ATOM)
    assert len(ids) == len(set(ids))


@pytest.mark.usefixtures("filled")
def test_a_feed_is_what_its_standard_asks_for(folder: Path):
    root = feed(folder, accept_language="en")
    assert_allowed(root)
    (first, *_) = root.findall("a:entry", ATOM)
    assert one(first, "summary").text == "Visit · 3 March 2018 · Seruni\nAir bersih."
    assert first.xpath("a:link[@rel='via']/@href", namespaces=ATOM) == [
        "https://kota.example/berita/3/"
    ]
    assert first.xpath("a:category/@label", namespaces=ATOM) == ["Visit"]


@pytest.mark.usefixtures("filled")
def test_what_came_last_is_first_whenever_it_took_place(folder: Path):
    assert entries(folder) == ["Kunjungan", "Pengelolaan sampah", "Rapat air"]


def test_an_entry_is_as_old_as_its_first_capture_and_renewed_when_the_page_changes(
    filled: Database, folder: Path
):
    keep(filled, 1, "Rapat air", "Warga menimbang sampah.", fetched_at="2020-02-02T00:00:00Z")
    (*_, entry) = feed(folder).findall("a:entry", ATOM)
    assert one(entry, "published").text == "2020-01-01T01:02:03Z"
    assert one(entry, "updated").text == "2020-02-02T00:00:00Z"


def test_what_is_brought_in_later_is_new_when_it_comes(filled: Database, folder: Path):
    with transaction(filled):
        filled.execute(
            "INSERT INTO imports (id, imported_at, path) VALUES (1, '2021-05-05T00:00:00Z', 'x')"
        )
        filled.execute("UPDATE captures SET source = 'import', import_id = 1 WHERE url LIKE '%/3/'")
    (entry, *_) = feed(folder).findall("a:entry", ATOM)
    assert one(entry, "published").text == "2021-05-05T00:00:00Z"
    assert one(entry, "updated").text == "2021-05-05T00:00:00Z"


@pytest.mark.usefixtures("filled")
def test_an_entry_keeps_its_name_wherever_it_is_served(folder: Path):
    here, there = (feed(folder, host=host) for host in ("satu.example", "dua.example"))
    names = [root.xpath("a:entry/a:id/text()", namespaces=ATOM) for root in (here, there)]
    assert names[0] == names[1]
    assert "http://dua.example/activity/" in etree.tostring(there, encoding="unicode")


@pytest.mark.usefixtures("filled")
def test_filters_and_words_choose_what_is_followed(folder: Path):
    assert entries(folder, "?type=visit") == ["Kunjungan"]
    assert entries(folder, "?until=2018-12-31") == ["Kunjungan"]
    assert entries(folder, "?q=dikelola+sampah") == ["Pengelolaan sampah", "Rapat air"]
    assert entries(folder, "?q=air&type=meeting") == ["Rapat air"]
    assert entries(folder, "?organization=dinas&page=7") == ["Kunjungan"]


@pytest.mark.usefixtures("filled")
def test_a_feed_says_what_it_was_narrowed_to(folder: Path):
    root = feed(folder, "?q=air&type=visit&lang=en")
    assert root.findtext("a:title", namespaces=ATOM) == (
        "Resilience archive: New in the archive (“air”, Type: Visit)"
    )
    (page,) = root.xpath("a:link[@rel='alternate']/@href", namespaces=ATOM)
    assert page == "http://localhost/search?q=air&type=visit&lang=en"


def test_an_activity_whose_slides_have_the_words_is_followed(db: Database, folder: Path):
    fill(db, folder)
    assert entries(folder, "?q=biopori") == ["Lokakarya Taman Hujan"]
    assert list(events(folder, "?q=biopori")) == ["Lokakarya Taman Hujan"]


@pytest.mark.usefixtures("db")
def test_an_archive_without_activities_has_a_feed_and_a_calendar(folder: Path):
    assert_allowed(feed(folder))
    assert events(folder) == {}


@pytest.mark.usefixtures("filled")
def test_a_feed_has_the_newest_alone(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(new_activities, "MOST_ENTRIES", 2)
    assert entries(folder) == ["Kunjungan", "Pengelolaan sampah"]


@pytest.mark.usefixtures("filled")
def test_a_calendar_has_the_days_of_what_is_chosen(folder: Path):
    assert events(folder) == {
        "Rapat air": ("2019-03-01", "2019-03-02"),
        "Pengelolaan sampah": ("2019-03-02", "2019-03-05"),
        "Kunjungan": ("2018-03-03", "2018-03-04"),
    }
    assert list(events(folder, "?type=visit")) == ["Kunjungan"]
    assert set(events(folder, "?q=mengelola")) == {"Rapat air", "Pengelolaan sampah"}
    assert events(folder, "?q=xyzzy") == {}
    assert events(folder, "?site=lain") == {}


@pytest.mark.usefixtures("filled")
def test_a_calendar_that_is_cut_has_the_latest_and_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(calendars, "MOST_REPORTS", 1)
    assert list(events(folder)) == ["Pengelolaan sampah"]
    calendar = get(folder, "/calendar.ics?lang=en").text
    assert "X-WR-CALNAME:Resilience archive: Activities" in calendar
    assert "X-WR-CALDESC:The latest 1 of 3 reports." in calendar


@pytest.mark.parametrize(
    ("code", "category", "lines"),
    [
        ("id", "Kunjungan", {"sekitar 40 peserta", "penyelenggara: Dinas Air", "Laman sumber: "}),
        ("en", "Visit", {"about 40 peserta", "organizer: Dinas Air", "Source page: "}),
    ],
)
def test_a_calendars_entries_are_in_the_readers_language(
    db: Database, folder: Path, code: str, category: str, lines: set[str]
):
    keep(db, 3, "Melihat pompa", "Air bersih.", type="visit",
         attendance=(Attendance(40, "about", "peserta", ()),),
         organizations=(organization("Dinas Air"),))  # fmt: skip
    answer = get(folder, f"/calendar.ics?lang={code}")
    calendar = icalendar.Calendar.from_ical(answer.content)
    (event,) = calendar.walk("VEVENT")
    assert event["categories"].cats == [category]
    assert {line for line in lines if line in str(event["description"])} == lines


@pytest.mark.parametrize("path", ["/feed.atom", "/calendar.ics"])
@pytest.mark.parametrize("options", ["?type=dance", "?since=soon", "?q=a*", "?q=-air"])
@pytest.mark.usefixtures("filled")
def test_what_cannot_be_asked_is_refused(folder: Path, path: str, options: str):
    answer = get(folder, f"{path}{options}", accept_language="en")
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.text.endswith((".", "minum"))


@pytest.mark.parametrize("path", ["/feed.atom", "/calendar.ics"])
def test_what_has_not_changed_is_not_sent_again(filled: Database, folder: Path, path: str):
    tag = get(folder, path).headers["etag"]
    same = get(folder, path, if_none_match=tag)
    assert (same.status_code, same.content) == (304, b"")
    keep(filled, 4, "Peluncuran", "Kapal.")
    assert get(folder, path, if_none_match=tag).status_code == 200


def test_hostile_words_are_words(db: Database, folder: Path):
    keep(db, 1, "<b>\x00Rapat\x1b ]]> &amp;", "<script>alert(1)</script>",
         url="javascript:alert(1)")  # fmt: skip
    root = feed(folder)
    assert_allowed(root)
    (entry,) = root.findall("a:entry", ATOM)
    assert "<b>" in one(entry, "title").text
    assert one(entry, "title").get("type") is None
    assert entry.xpath("a:link/@rel", namespaces=ATOM) == ["alternate"]
