"""An archive of an invented city with what is hard to export, and the command that exports it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from archive_samples import activity, article, fetch, record, report_of_nothing, store_page
from click.testing import CliRunner, Result
from sqlite_utils import Database

from archive.cli import COMMANDS
from archive.named_commands import NamedCommands
from archive.records import (
    Activity,
    ActivityDate,
    Attendance,
    Group,
    Material,
    Organization,
    Person,
    Record,
    Span,
)
from archive.storage import close, open_archive

AGAIN = "https://koran.example/berita/taman-hujan"
UNDATED = "https://kota.example/2019/04/01/rapat-tanpa-hari/"
GONE = "https://kota.example/2019/05/06/kunjungan-lapangan/"
HOSTILE = "https://kota.example/2019/06/07/jahat/?a=1&b=<c>"
NOTHING = "https://kota.example/2019/07/08/pengumuman/"

FORMULA = '=HYPERLINK("http://jahat.example","klik")'
MARKUP = "<script>alert('x')</script> & \"teman\""
STEERED = "Rapat\x07\x1b[31m merah\r\nBEGIN:VEVENT"
LONG = "Lokakarya " + "panjang " * 250_000
"""Two million characters."""

_WORDS = Span(0, 1)


def hostile() -> Activity:
    """A visit of two days whose every text is meant to break something."""
    return Activity(
        type="visit",
        title=LONG,
        start_date="2019-06-07",
        end_date="2019-06-08",
        dates=(ActivityDate("2019-06-07", "2019-06-08", "activity", None, (_WORDS,)),),
        place=MARKUP,
        venue=FORMULA,
        venue_evidence=(_WORDS,),
        attendance=(
            Attendance(15, "exact", "=orang", (_WORDS,)),
            Attendance(100, "at_most", "orang", (_WORDS,)),
        ),
        people=(
            Person(FORMULA, "speaker", MARKUP, STEERED, None, ("+S.T.",), (), (_WORDS,)),
            Person(STEERED, "attendee", None, "Dinas Air", None, (), (), (_WORDS,)),
        ),
        organizations=(Organization(MARKUP, "@", "host", None, (_WORDS,)),),
        groups=(Group(None, STEERED, 1, (_WORDS,), (_WORDS,)),),
        materials=(
            Material("video", MARKUP, 'javascript:alert("x")\r\nX: y', None, None, (_WORDS,)),
            Material("slides", STEERED, None, FORMULA, "2019-06-08", (_WORDS,)),
        ),
    )


def pages() -> list[Record]:
    """The city's pages: two of one event, an undated one, one that is gone, a hostile one, and one
    that reports nothing.
    """
    elsewhere = activity(title=None, venue=None, venue_evidence=(), groups=(), materials=())
    undated = activity(
        type="meeting", title="Rapat tanpa hari", start_date=None, end_date=None, dates=()
    )
    gone = activity(type="visit", title="Kunjungan", start_date="2019-05-06", end_date="2019-05-06")
    return [
        record(),
        record(
            article=article(url=AGAIN, title="Warga belajar menabung hujan"), activity=elsewhere
        ),
        record(article=article(url=UNDATED), activity=undated),
        record(article=article(url=GONE), activity=gone),
        record(article=article(url=HOSTILE, title=STEERED, categories=("-1",)), activity=hostile()),
        report_of_nothing(url=NOTHING, title="Pengumuman"),
    ]


def fill(db: Database) -> None:
    """Store the pages, put the two reports of one event together, and correct one."""
    for number, page in enumerate(pages()):
        site = "koran" if page.article.url == AGAIN else "kota"
        fetched = f"2019-08-0{number + 1}T01:02:03Z"
        store_page(db, page, fetch(page.article.url, site=site, fetched_at=fetched))
    db.execute("DELETE FROM events")
    for event, reports in enumerate(((1, 2), (3,), (5,)), start=1):
        db.execute("INSERT INTO events (id, activity_id) VALUES (?, ?)", (event, reports[0]))
        for report in reports:
            db.execute("UPDATE activities SET event_id = ? WHERE id = ?", (event, report))
    db.execute(
        "UPDATE pages SET state = 'gone', gone_at = '2019-09-01T00:00:00Z' WHERE url = ?", (GONE,)
    )
    db.execute(
        "INSERT INTO corrections (page_id, action, fact, field, value, author, made_at, reason)"
        " VALUES (1, 'verify', 'activity', 'place', '\"Seruni\"', '=ratna', '2020-01-02T03:04:05Z',"
        " 'I was there.')"
    )
    db.execute("UPDATE attendance SET correction_id = 1 WHERE activity_id = 1 AND count = 40")
    _keep_file(db)
    db.commit()


def _keep_file(db: Database) -> None:
    url = "https://kota.example/air.pdf"
    kept: dict[str, Any] = {
        "sha256": "ab" * 32,
        "length": 1234,
        "type": "pdf",
        "media_type": "application/pdf",
        "path": "files/ab/abab-air.pdf",
        "stored_at": "2019-08-01T02:03:04Z",
        "pages": 12,
    }
    db.table("files").insert(kept)
    link = {"host_kind": "upload", "title": "Air", "discovered_at": "2019-08-01T01:02:03Z"}
    db.execute("DELETE FROM file_links WHERE url = ?", (url,))
    db.table("file_links").insert(
        {"url": url, "site": "kota", **link, "state": "fetched", "attempts": 1, "file_id": 1}
    )


def city(folder: Path) -> Path:
    """The archive in `folder`, filled and closed."""
    db = open_archive(folder)
    fill(db)
    close(db)
    return folder


def run(folder: Path, *arguments: str) -> Result:
    """`resilience export` on the archive in `folder`."""
    group = NamedCommands(places=COMMANDS)
    return CliRunner().invoke(group, ["export", "--archive", str(folder), *arguments])


def export(folder: Path, kind: str, output: Path, *arguments: str) -> Path:
    """The output of an export that went well."""
    result = run(folder, "--format", kind, "--output", str(output), *arguments)
    assert (result.exit_code, result.stdout) == (0, ""), result.exception or result.output
    assert result.stderr.endswith(f" in {output}\n")
    return output
