"""Archives with a fault each, and what the quality checks say of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from archive_samples import activity, article, fetch, span, store_page
from sqlite_utils import Database

from archive.records import (
    ActivityDate,
    Attendance,
    Finding,
    Group,
    Organization,
    Record,
)

URL = "https://kota.example/berita/"
DAY = ActivityDate("2019-03-04", None, "activity", None, span("4 Maret 2019"))
SOUND_GROUP = Group(1, "air bersih", 3, (), span("air bersih"))
RATNA, TEGAR = activity().people


def store(db: Database, number: int = 1, **changes: Any) -> int:
    """A sound page, but for these changes of its activity; the activity's number."""
    return store_record(db, number, sound(**changes))


def store_record(db: Database, number: int, page: Record) -> int:
    store_page(db, page, fetch(f"{URL}{number}/"), body=b"%d" % number)
    found = db.execute("SELECT max(id) FROM activities").fetchone()
    return int(found[0])


def sound(number: int = 1, **changes: Any) -> Record:
    text = f"{article().text}\n{number}"
    page = activity(groups=(SOUND_GROUP,))
    return Record(article(text=text), replace(page, **changes), ())


@dataclass(frozen=True, slots=True)
class Fault:
    """An archive that has a fault, and what the check of that name says of it."""

    check: str
    make: Callable[[Database], object]
    message: str
    quote: str | None


def wrong_weekday(db: Database) -> None:
    store(db, dates=(replace(DAY, weekday_agrees=False),))


def one_event(*days: str) -> Callable[[Database], None]:
    """Reports of one event that give these days."""

    def make(db: Database) -> None:
        for number, day in enumerate(days, start=1):
            store_record(db, number, sound(number, start_date=day, end_date=day))
        db.execute("INSERT INTO events (activity_id) VALUES (1)")
        db.execute("UPDATE activities SET event_id = 1")

    return make


def conflict(db: Database) -> None:
    store(db)
    db.execute(
        "INSERT INTO corrections (page_id, action, fact, field, value, quote, author, made_at,"
        " reason, said, says, state) VALUES (1, 'set', 'activity', 'place', '\"Melati\"', NULL,"
        " 'Sri', '2020-01-01T00:00:00Z', 'I was there.',"
        ' \'{"values": {"place": "Seruni"}, "quotes": ["Kota Seruni"]}\','
        ' \'{"values": {"place": "Kenanga"}, "quotes": ["Kota Kenanga"]}\', \'conflict\')'
    )


def counting(*counts: Attendance) -> Callable[[Database], object]:
    return lambda db: store(db, attendance=counts)


def published(day: str) -> Callable[[Database], object]:
    return lambda db: store_record(
        db, 1, replace(sound(), article=article(published_at=f"{day}T10:00:00+07:00"))
    )


def twice_the_same_text(db: Database) -> None:
    store_record(db, 1, sound())
    store_record(db, 2, replace(sound(), article=replace(sound().article, title="Lain")))


def doubt(db: Database) -> None:
    store(db)
    db.execute(
        "INSERT INTO identity_doubts (kind, first_id, second_id, score, reason)"
        " VALUES ('person', 1, 2, 0.5, 'Ratna W. may be Ratna Wulandari.')"
    )


def doubtful_organization(db: Database) -> None:
    store(db)
    db.execute(
        "INSERT INTO identity_doubts (kind, first_id, second_id, score, reason)"
        " VALUES ('organization', 1, 2, 0.5, 'DA may be Dinas Air.')"
    )


def doubtful_event(db: Database) -> None:
    one_event("2019-03-04", "2019-03-04")(db)
    db.execute(
        "INSERT INTO identity_doubts (kind, first_id, second_id, score, reason)"
        " VALUES ('event', 1, 2, 0.5, 'Two reports of one day.')"
    )


def contradicting_file(db: Database) -> None:
    store(db)
    db.execute(
        "INSERT INTO files (sha256, length, type, media_type, path, stored_at)"
        " VALUES ('a', 1, 'pdf', 'application/pdf', 'files/a.pdf', '2020-01-01T00:00:00Z')"
    )
    db.execute(
        "INSERT INTO file_findings (file_id, page_id, label, check_name, message)"
        " VALUES (1, 1, 'Paparan', 'material-date', 'The file says 5 March.')"
    )


def dead_link(state: str) -> Callable[[Database], None]:
    def make(db: Database) -> None:
        store(db)
        db.execute(
            "INSERT INTO file_links (url, site, host_kind, title, state, discovered_at, reason)"
            " SELECT url, 'kota', 'upload', label, ?, '2020-01-01T00:00:00Z',"
            " 'The server answers 404.' FROM materials",
            (state,),
        )

    return make


def old_reading(db: Database) -> None:
    store(db)
    db.execute("UPDATE articles SET extractor_version = '0'")


PEOPLE_12 = Attendance(12, "exact", "peserta", span("12"))
BODIES_40 = Attendance(40, "exact", "instansi", span("sekitar 40"))

FAULTS = (
    Fault("weekday", wrong_weekday, "2019-03-04 was a Monday.", "4 Maret 2019"),
    Fault(
        "end-before-start",
        lambda db: store(db, end_date="2019-03-01"),
        "It begins on 2019-03-04 and ends on 2019-03-01.",
        "4 Maret 2019",
    ),
    Fault(
        "event-on-two-dates",
        one_event("2019-03-04", "2019-03-11"),
        "Its reports say 2019-03-04,2019-03-11.",
        "4 Maret 2019",
    ),
    Fault(
        "correction-conflict",
        conflict,
        "Correction 1 (activity.place) by Sri says Melati; the page now says Kenanga.",
        "Kota Kenanga",
    ),
    Fault(
        "attendance-out-of-range",
        counting(Attendance(0, "exact", "peserta", span("sekitar 40"))),
        "The page counts nobody.",
        "sekitar 40",
    ),
    Fault(
        "attendance-out-of-range",
        counting(Attendance(2019, "exact", "peserta", span("2019"))),
        "2019 peserta is more than come to a workshop (2000).",
        "2019",
    ),
    Fault(
        "more-institutions-than-people",
        counting(PEOPLE_12, BODIES_40),
        "40 instansi, but 12 peserta.",
        "sekitar 40",
    ),
    Fault(
        "activity-after-publication",
        published("2019-02-28"),
        "Published on 2019-02-28, but the activity began on 2019-03-04.",
        "4 Maret 2019",
    ),
    Fault(
        "activity-long-before-publication",
        published("2020-03-05"),
        "Published on 2020-03-05, but the activity ended on 2019-03-04.",
        "4 Maret 2019",
    ),
    Fault(
        "roles-that-exclude",
        lambda db: store(
            db, people=(replace(RATNA, role="attendee"), replace(RATNA, role="speaker"))
        ),
        "Ratna Wulandari is both attendee and speaker.",
        "Ratna Wulandari",
    ),
    Fault(
        "person-twice",
        lambda db: store(db, people=(RATNA, replace(RATNA, role="quoted"))),
        "Ratna Wulandari takes part 2 times: Ratna Wulandari (opening), Ratna Wulandari (quoted).",
        "Ratna Wulandari",
    ),
    Fault(
        "group-without-topic",
        lambda db: store(db, groups=(replace(SOUND_GROUP, topic=""),)),
        "Group 1 has no topic.",
        "air bersih",
    ),
    Fault("identity-doubt", doubt, "Ratna W. may be Ratna Wulandari.", None),
    Fault("identity-doubt", doubtful_organization, "DA may be Dinas Air.", None),
    Fault("identity-doubt", doubtful_event, "Two reports of one day.", None),
    Fault(
        "finding",
        lambda db: store_record(
            db,
            1,
            replace(
                sound(), findings=(Finding("no-date", "The text gives no date.", span("Maret")),)
            ),
        ),
        "no-date: The text gives no date.",
        "Maret",
    ),
    Fault("file-finding", contradicting_file, "material-date: The file says 5 March.", "Paparan"),
    Fault(
        "dead-material",
        dead_link("gone"),
        "https://kota.example/air.pdf gave no file: The server answers 404.",
        "Materi Paparan",
    ),
    Fault("old-reading", old_reading, "It was read by version 0 of the rules.", None),
    Fault(
        "group-without-focus-area",
        lambda db: store(db, groups=(SOUND_GROUP, Group(2, "trotoar", None, (), span("trotoar")))),
        "Group 2 has no focus area.",
        "trotoar",
    ),
    Fault(
        "person-without-role",
        lambda db: store(db, people=(RATNA, replace(TEGAR, role="other"))),
        "Tegar Prakoso has no role that is known.",
        "Tegar Prakoso",
    ),
    Fault(
        "organization-without-sector",
        lambda db: store(
            db, organizations=(Organization("Dinas Air", None, "host", None, span("Dinas Air")),)
        ),
        "Dinas Air has no sector.",
        "Dinas Air",
    ),
    Fault(
        "material-without-link",
        lambda db: store(db, materials=(replace(activity().materials[0], url=None),)),
        "Materi Paparan Dinas Air has no link.",
        "Materi Paparan",
    ),
    Fault(
        "no-date",
        lambda db: store(db, start_date=None, end_date=None, dates=()),
        "The activity has no date.",
        None,
    ),
    Fault(
        "no-place",
        lambda db: store(db, place=None, venue=None, venue_evidence=()),
        "The activity has neither venue nor place.",
        None,
    ),
    Fault(
        "no-attendance",
        lambda db: store(db, attendance=()),
        "The page counts nobody who came.",
        None,
    ),
)
