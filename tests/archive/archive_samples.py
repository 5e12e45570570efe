"""Invented records for the tests of the archive, whose evidence really stands in their text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from archive import captures, known_pages, storage, writer
from archive.captures import Capture
from archive.records import (
    Activity,
    ActivityDate,
    Article,
    Attendance,
    Finding,
    Group,
    Material,
    Organization,
    Person,
    Record,
    Span,
)
from archive.warc.exchange import payload_of
from archive.writer import Fetch

URL = "https://kota.example/2019/03/05/lokakarya-taman-hujan/"
LINES = (
    "Lokakarya Taman Hujan 🌧 Kota Seruni",
    "Seruni, 4 Maret 2019. Lokakarya dihadiri sekitar 40 peserta dan lebih dari 12 instansi.",
    "Ibu Ratna Wulandari, MT (Kepala Dinas Air) membuka acara; Bapak Tegar Prakoso memandu.",
    "Kelompok 1 membahas air bersih. Warga meminta sumur resapan. Perlu peta banjir.",
    "Kelompok 2 membahas trotoar.",
    "Tautan Materi Paparan Dinas Air (DA)",
)
TEXT = "\n".join(LINES)


def span(words: str, text: str = TEXT) -> tuple[Span, ...]:
    """The evidence that these words are in the text."""
    start = text.index(words)
    return (Span(start, start + len(words)),)


def article(**changes: Any) -> Article:
    """An article of the invented city."""
    plain = Article(
        url=URL,
        canonical_url=None,
        title=LINES[0],
        subtitle=None,
        author="Redaksi",
        published_at="2019-03-05T10:00:00+07:00",
        modified_at=None,
        categories=("Kegiatan", "Air"),
        theme="generic",
        text=TEXT,
    )
    return replace(plain, **changes)


def activity(**changes: Any) -> Activity:
    """A workshop with facts of every kind."""
    plain = Activity(
        type="workshop",
        title="Lokakarya Taman Hujan",
        start_date="2019-03-04",
        end_date="2019-03-04",
        dates=(ActivityDate("2019-03-04", None, "activity", None, span("4 Maret 2019")),),
        place="Seruni",
        venue="Kota Seruni",
        venue_evidence=span("Kota Seruni"),
        attendance=(
            Attendance(40, "about", "peserta", span("sekitar 40 peserta")),
            Attendance(12, "at_least", "instansi", span("lebih dari 12 instansi")),
        ),
        people=(
            Person(
                "Ratna Wulandari",
                "opening",
                "Kepala Dinas Air",
                None,
                "Ibu",
                ("MT",),
                span("membuka acara"),
                span("Ratna Wulandari"),
            ),
            Person(
                "Tegar Prakoso",
                "moderator",
                None,
                None,
                "Bapak",
                (),
                (),
                span("Tegar Prakoso") + span("memandu"),
            ),
        ),
        organizations=(
            Organization("Dinas Air", "DA", "organizer", "government", span("Dinas Air")),
        ),
        groups=(
            Group(
                1,
                "air bersih",
                3,
                span("Warga meminta sumur resapan.") + span("Perlu peta banjir."),
                span("air bersih"),
            ),
            Group(2, "trotoar", None, (), span("trotoar")),
        ),
        materials=(
            Material(
                "slides",
                "Materi Paparan Dinas Air",
                "https://kota.example/air.pdf",
                "Ratna Wulandari",
                "2019-03-04",
                span("Materi Paparan"),
            ),
        ),
    )
    return replace(plain, **changes)


def record(**changes: Any) -> Record:
    """A page that reports a workshop; changes of article= and activity= replace the whole."""
    plain = Record(
        article(), activity(), (Finding("weekday", "The page names no weekday.", span("Maret")),)
    )
    return replace(plain, **changes)


def report_of_nothing(**changes: Any) -> Record:
    """A page that reports no activity but still names an organization."""
    nothing = activity(
        type=None,
        start_date=None,
        end_date=None,
        dates=(),
        venue=None,
        place=None,
        venue_evidence=(),
        attendance=(),
        people=(),
        groups=(),
    )
    return Record(article(**changes), nothing, ())


def fetch(url: str = URL, **changes: Any) -> Fetch:
    """A good answer from the invented city's site."""
    plain = Fetch(
        url=url,
        requested_url=url,
        site="kota",
        fetched_at="2019-03-06T01:02:03Z",
        http_status=200,
        capture_id=0,
        crawl_id=None,
    )
    return replace(plain, **changes)


BODY = b"<p>Lokakarya Taman Hujan</p>"


def store_page(db: Database, record: Record, fetch: Fetch, *, body: bytes = BODY) -> str:
    """Stores a page whose answer is noted, though it was kept nowhere."""
    with storage.transaction(db):
        capture = Capture(
            fetch.url,
            fetch.fetched_at,
            fetch.http_status,
            "text/html",
            payload_of(body),
            "live" if fetch.is_live else "wayback",
            crawl_id=fetch.crawl_id,
        )
        capture_id = captures.note(db, capture)
    return writer.store_page(db, record, replace(fetch, capture_id=capture_id))


def due(db: Database, *, crawl_id: int, site: str = "kota") -> list[str]:
    """Addresses of the site's pages that are not gone and that the crawl has not visited."""
    pages = known_pages.of_site(db, site=site, crawl_id=crawl_id)
    return [page.url for page in pages if not page.visited and page.state != "gone"]
