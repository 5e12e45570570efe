"""An archive of many invented reports of one week that have much in common, and its whole state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

from archive_samples import activity, article, fetch, span, store_page
from sqlite_utils import Database

from archive import identity
from archive.query import renewing
from archive.records import Attendance, Group, Material, Organization, Person, Record
from archive.storage import transaction

DAYS = ("2019-03-04", "2019-03-05", "2019-03-06", "2019-03-07")
TITLES = (
    *("Lokakarya Taman Hujan", "Lokakarya Taman Hujan Kota Seruni", "Rapat Pompa Air Bantaran"),
    *("Pelatihan Peta Banjir Warga", "Peta Banjir Warga", "Materi Peta Banjir Warga"),
    *("Diskusi Sumur Resapan Sesi 1", "Diskusi Sumur Resapan Sesi 2", "Diskusi Jalur Hijau"),
)
PEOPLE = (
    *("Ratna Wulandari", "Ratna W. Sekarjagad", "Tegar Prakoso", "Tegar Prakoso Adiluhung"),
    *("Laras Puspita", "Bima Satria", "Laras", "Melur Pandansari"),
)
OFFICES = (None, "Kepala Dinas Air", "Camat Seruni", "Ketua Forum Bantaran")
BODIES = ("Dinas Air", "Dinas Air Kota Seruni", "Yayasan Damar", "Forum Bantaran", "Damar")
VENUES = (None, "Balai Kota Seruni", "Aula Dinas Air", "Hotel Melati")
TOPICS = ("air bersih", "trotoar", "sumur resapan")
TYPES = ("workshop", "meeting", "training")

_SUMS_ARE_OF = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%!_sums' ESCAPE '!'"
)
_ROWS = {
    "activities": "id, event_id",
    "events": "*",
    "participations": "id, person_id",
    "organization_roles": "id, organization_id",
    "people": "*",
    "person_names": "*",
    "organizations": "*",
    "organization_names": "*",
    "identity_doubts": "*",
}
State = dict[str, list[str]]


def fill(db: Database, number: int, random: Random) -> None:
    """So many reports, of which some are copies of others, and some tell no day."""
    with transaction(db):
        for place in range(number):
            _store(db, place, random)
    identity.renew(db)


def state(db: Database) -> State:
    """All rows of identities and of kept sums."""
    tables = dict.fromkeys((name for (name,) in db.execute(_SUMS_ARE_OF).fetchall()), "*")
    return {
        table: sorted(map(repr, db.execute(f"SELECT {columns} FROM {table}").fetchall()))  # noqa: S608 - our own names
        for table, columns in {**_ROWS, **tables}.items()
    }


def renew_all(db: Database) -> None:
    """Everything anew, out of the facts alone."""
    with transaction(db):
        db.execute("UPDATE identity_renewals SET is_current = 0, background = NULL")
        db.execute("UPDATE sums SET is_current = 0")
        identity.renew(db)
        assert not renewing.renew(db)


def _store(db: Database, place: int, random: Random) -> None:
    site = random.choice(("kota", "kabar"))
    url = f"https://{site}.example/{place}/"
    title = random.choice(TITLES)
    of = article(url=url, title=title)
    if place % 7:  # the others are copies: the text of the sample as it is
        of = replace(of, text=f"{of.text}\nNomor {place}.")
    told = Record(of, activity(**_facts(title, random)), ())
    store_page(db, told, fetch(url, site=site), body=url.encode())


def _facts(title: str, random: Random) -> dict[str, Any]:
    first, second = sorted(random.choices(DAYS, k=2)) if random.random() < 0.3 else [None] * 2
    day = first or random.choice(DAYS)
    undated = random.random() < 0.15
    return {
        "type": None if random.random() < 0.05 else random.choice(TYPES),
        "title": title,
        "start_date": None if undated else day,
        "end_date": None if undated else second or day,
        "dates": (),
        "venue": random.choice(VENUES),
        "venue_evidence": (),
        "place": random.choice((None, "Seruni", "Bandung")),
        "attendance": tuple(
            Attendance(random.choice((30, 40)), "exact", unit, span("40 peserta"))
            for unit in _some(("peserta", "instansi"), random)
        ),
        "people": tuple(
            _person(name, random.choice(OFFICES), random) for name in _some(PEOPLE, random)
        ),
        "organizations": tuple(
            Organization(name, None, "organizer", None, span("Dinas Air"))
            for name in _some(BODIES, random)
        ),
        "groups": tuple(
            Group(number, topic, number, span("Perlu peta banjir."), span("trotoar"))
            for number, topic in enumerate(_some(TOPICS, random), start=1)
        ),
        "materials": tuple(
            Material("slides", f"Materi {name}", f"https://kota.example/{name}", None, None, ())
            for name in _some(("a", "b"), random)
        ),
    }


def _person(name: str, office: str | None, random: Random) -> Person:
    role = random.choice(("speaker", "opening", "moderator"))
    return Person(name, role, office, None, None, (), (), span("Tegar Prakoso"))  # type: ignore[arg-type]


def _some(values: Sequence[str], random: Random) -> list[str]:
    return [one for one in values if random.random() < 0.3]
