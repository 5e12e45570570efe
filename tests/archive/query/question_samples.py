"""A small archive of invented reports, the one that the examples in docstrings and docs are of."""

from __future__ import annotations

from typing import Any

from archive_samples import activity, article, fetch, record, store_page
from sqlite_utils import Database

from archive.query.renewing import renew
from archive.records import (
    Attendance,
    Evidence,
    Finding,
    Group,
    Material,
    Organization,
    Person,
    Record,
    Span,
)
from archive.storage import transaction

LINES = (
    "Kabar Kota Seruni",
    "Kegiatan dihadiri sekitar 40 peserta, lebih dari 12 instansi, lebih dari 60 orang,",
    "paling banyak 75 peserta dan 25 orang, pada bulan Maret.",
    "Ibu Ratna Wulandari (Kepala Dinas Air) membuka acara; Bapak Tegar Prakoso memandu;",
    "Ibu Laras Puspita dan Bapak Bima Satria hadir.",
    "Kelompok membahas air bersih, sumur resapan dan trotoar.",
    "Warga meminta sumur resapan. Perlu peta banjir. Perlu dana pemeliharaan.",
    "Dinas Air (DA), Universitas Seruni. Materi Taman Hujan. Materi Sumur Resapan.",
)
TEXT = "\n".join(LINES)
_POSITION, _OFFICE = "Kepala Dinas Air", "Dinas Air"


def fill(db: Database) -> None:
    """Six reports of five events on two sites, an announcement, and the kept sums."""
    for slug, stored in _reports().items():
        store_page(db, stored, fetch(f"https://{_site(slug)}.example/{slug}/", site=_site(slug)))
    _tell_events(db)
    renew(db)


def words(said: str) -> Evidence:
    """The evidence that these words are in the text."""
    start = TEXT.index(said)
    return (Span(start, start + len(said)),)


def report(day: str | None, *, findings: tuple[Finding, ...] = (), **facts: Any) -> Record:
    """A report of an activity of one day with these facts alone."""
    nothing: dict[str, Any] = {
        **dict.fromkeys(("attendance", "people", "organizations", "groups", "materials"), ()),
        "dates": (),
        "venue": None,
        "venue_evidence": (),
    }
    told = activity(**{**nothing, "start_date": day, "end_date": day, **facts})
    return record(article=article(title=LINES[0], text=TEXT), activity=told, findings=findings)


def _site(slug: str) -> str:
    return "kabar" if slug.startswith("kabar") else "kota"


def _tell_events(db: Database) -> None:
    """The two reports on wells are of one event, each other report of its own."""
    with transaction(db):
        reports = db.execute("SELECT id, title FROM activities WHERE type IS NOT NULL").fetchall()
        wells = [
            activity_id for activity_id, title in reports if title == "Lokakarya Sumur Resapan"
        ]
        for activity_id, title in reports:
            fullest = wells[0] if title == "Lokakarya Sumur Resapan" else activity_id
            db.execute(
                "INSERT OR IGNORE INTO events (id, activity_id) VALUES (?, ?)", (fullest, fullest)
            )
            db.execute("UPDATE activities SET event_id = ? WHERE id = ?", (fullest, activity_id))


def _ratna(role: Any, **changes: Any) -> Person:
    return _person(
        "Ratna Wulandari", role, **{"position": _POSITION, "organization": _OFFICE, **changes}
    )


def _person(name: str, role: Any, **changes: Any) -> Person:
    facts = {"position": None, "organization": None, "summary": ()}
    return Person(
        name=name,
        role=role,
        honorific=None,
        degrees=(),
        evidence=words(name),
        **{**facts, **changes},
    )


def _organization(name: str, acronym: str | None, role: Any, sector: Any) -> Organization:
    return Organization(name, acronym, role, sector, words(name))


def _reports() -> dict[str, Record]:
    tegar = _person("Tegar Prakoso", "moderator")
    organizer = _organization("Dinas Air", "DA", "organizer", "government")
    university = _organization("Universitas Seruni", None, "partner", "academia")
    about = Attendance(40, "about", "peserta", words("sekitar 40 peserta"))
    bodies = Attendance(12, "at_least", "instansi", words("lebih dari 12 instansi"))
    at_least = Attendance(60, "at_least", "orang", words("lebih dari 60 orang"))
    at_most = Attendance(75, "at_most", "peserta", words("paling banyak 75 peserta"))
    exact = Attendance(25, "exact", "orang", words("25 orang"))
    water = Group(
        1,
        "air bersih",
        3,
        words("Warga meminta sumur resapan.") + words("Perlu peta banjir."),
        words("air bersih"),
    )
    return {
        "taman-hujan": report(
            "2019-03-04",
            title="Lokakarya Taman Hujan",
            attendance=(about, bodies),
            people=(_ratna("opening", summary=words("membuka acara")), tegar),
            organizations=(organizer, university),
            groups=(water, Group(2, "trotoar", None, (), words("trotoar"))),
            materials=(_slides("Taman Hujan"),),
            findings=(Finding("weekday", "The page names no weekday.", words("Maret")),),
        ),
        "rapat-pompa": report(
            "2019-06-20",
            type="meeting",
            title="Rapat Pompa Air",
            attendance=(exact,),
            people=(_person("Laras Puspita", "speaker"),),
            organizations=(organizer,),
        ),
        "sumur-resapan": report(
            "2019-09-12",
            title="Lokakarya Sumur Resapan",
            attendance=(at_least,),
            people=(_ratna("speaker"), tegar),
            organizations=(organizer, university),
            groups=(Group(1, "sumur resapan", 3, words("Perlu dana"), words("sumur resapan")),),
            materials=(_slides("Sumur Resapan"),),
        ),
        "kabar-sumur": report(
            "2019-09-12",
            title="Lokakarya Sumur Resapan",
            attendance=(at_most,),
            people=(_ratna("speaker", position=None, organization=None),),
            organizations=(_organization("Dinas Air", None, "organizer", None),),
        ),
        "rapat-jalur": report(
            "2020-02-11",
            type="meeting",
            title="Rapat Jalur Hijau",
            people=(tegar, _person("Bima Satria", "attendee")),
            organizations=(_organization("Dinas Air", "DA", "partner", "government"),),
        ),
        "rapat-tanpa-hari": report(None, type="meeting", title="Rapat Bulanan"),
        "pengumuman": report(None, type=None, title=None),
    }


def _slides(what: str) -> Material:
    label = f"Materi {what}"
    url = f"https://kota.example/{what.lower().replace(' ', '-')}.pdf"
    return Material("slides", label, url, "Ratna Wulandari", None, words(label))
