"""An archive for reports: bounds of attendance, two reports of one event, hostile words."""

from __future__ import annotations

from typing import Any

from archive_samples import activity, article, fetch, record, span, store_page
from sqlite_utils import Database

from archive.records import Activity, ActivityDate, Attendance, Group, Material, Person
from archive.reports import making
from archive.reports.question import Question
from archive.reports.report import Report

HOSTILE = '<script>alert("x")</script> | [a](b) &amp;'
MADE_AT = "2026-11-22T07:30:00Z"

_MEETING = f"""Rapat Air {HOSTILE}
Seruni, 2 Februari 2020. Rapat dihadiri lebih dari 60 orang.
Ibu Ratna Wulandari memimpin rapat; Bapak Tegar Prakoso hadir.
Kelompok 1 membahas air limbah. Perlu pipa baru.
Unduh paparan di sini."""
_SEMINAR = """Seminar Trotoar
Seruni, 10 Juli 2020. Paling banyak 80 orang.
Bapak Tegar Prakoso berbicara."""


def fill(db: Database) -> Database:
    """Five reports of four events.

    A workshop (2019-03-04, about 40 people and more than 12 institutions) that two pages report;
    a meeting (2020-02-02, more than 60) with hostile words in its title; a seminar (2020-07-10, at
    most 80); and one of which nobody tells when it was or who came.
    """
    store_page(db, record(), fetch())
    store_page(db, record(findings=()), _at("laporan-kedua"))
    store_page(db, _record(_MEETING, _meeting()), _at("rapat"))
    store_page(db, _record(_SEMINAR, _seminar()), _at("seminar"))
    store_page(db, _record("Kabar", _nothing_known()), _at("kabar"))
    with db.atomic():
        db.execute("INSERT INTO events (id, activity_id) VALUES (1, 1)")
        db.execute("UPDATE activities SET event_id = 1 WHERE id IN (1, 2)")
    return db


def made(db: Database, kind: str, **asked: Any) -> Report:
    """A report with sources, and without charts unless they are asked for."""
    question = {"selected": {}, "with_sources": True, "with_extent": True, **asked}
    return making.made(db, kind, Question("data", MADE_AT, **question))


def _at(name: str) -> Any:
    return fetch(f"https://kota.example/{name}/")


def _record(text: str, of: Activity) -> Any:
    return record(
        article=article(title=text.split("\n", maxsplit=1)[0], text=text), activity=of, findings=()
    )


def _nothing_known(**changes: Any) -> Activity:
    nothing: dict[str, Any] = {
        "type": "other",
        "title": None,
        "start_date": None,
        "end_date": None,
        "dates": (),
        "place": None,
        "venue": None,
        "venue_evidence": (),
        "attendance": (),
        "people": (),
        "organizations": (),
        "groups": (),
        "materials": (),
    }
    return activity(**{**nothing, **changes})


def _meeting() -> Activity:
    def words(quote: str) -> Any:
        return span(quote, _MEETING)

    return _nothing_known(
        type="meeting",
        title=f"Rapat Air {HOSTILE}",
        start_date="2020-02-02",
        end_date="2020-02-02",
        dates=(ActivityDate("2020-02-02", None, "activity", None, words("2 Februari 2020")),),
        attendance=(Attendance(60, "at_least", "orang", words("lebih dari 60 orang")),),
        people=(
            Person(
                *("Ratna Wulandari", "chair", "Kepala Dinas Air", None, "Ibu", ()),
                *((), words("Ibu Ratna Wulandari")),
            ),
            Person(
                *("Tegar Prakoso", "attendee", None, None, "Bapak", ()),
                *((), words("Bapak Tegar Prakoso")),
            ),
        ),
        groups=(Group(1, "air limbah", 3, words("Perlu pipa baru."), words("air limbah")),),
        materials=(
            Material("slides", "paparan", "javascript:alert(1)", None, None, words("paparan")),
        ),
    )


def _seminar() -> Activity:
    def words(quote: str) -> Any:
        return span(quote, _SEMINAR)

    return _nothing_known(
        type="seminar",
        title="Seminar Trotoar",
        start_date="2020-07-10",
        end_date="2020-07-10",
        dates=(ActivityDate("2020-07-10", None, "activity", None, words("10 Juli 2020")),),
        attendance=(Attendance(80, "at_most", "orang", words("Paling banyak 80 orang")),),
        people=(
            Person(
                *("Tegar Prakoso", "speaker", None, None, "Bapak", ()),
                *((), words("Bapak Tegar Prakoso")),
            ),
        ),
    )
