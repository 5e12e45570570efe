"""After a correction the archive is as if all had been renewed, though only little was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from shutil import copytree

import many_reports
import pytest
from corrected_pages import request
from many_reports import BODIES, DAYS, OFFICES, PEOPLE, TITLES, TOPICS, TYPES, VENUES
from sqlite_utils import Database

from archive import identity
from archive.corrections import making
from archive.corrections.asking import Request
from archive.errors import UsageError
from archive.identity import deciding, event_background, event_decisions
from archive.identity.entity_rows import PEOPLE as PERSONS
from archive.storage import close, open_archive

REPORTS = 40


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    opened = open_archive(folder)
    many_reports.fill(opened, REPORTS, Random(1))  # noqa: S311 - no secrets
    close(opened)
    return folder


@pytest.fixture
def many(filled: Path, tmp_path: Path) -> Iterator[Database]:
    """An archive of many reports."""
    opened = open_archive(copytree(filled, tmp_path / "many"))
    yield opened
    close(opened)


def correct(db: Database, activity_id: int, asked: Request) -> int:
    return making.correct(db, making.page_of(db, str(activity_id)), asked).id


def assert_all_is_current(db: Database) -> None:
    found = many_reports.state(db)
    many_reports.renew_all(db)
    assert found == many_reports.state(db)


def one_with(db: Database, table: str) -> int:
    """A report of one day that has a fact of that table."""
    (found,) = db.execute(
        f"SELECT activities.id FROM activities JOIN {table} ON activity_id = activities.id"  # noqa: S608 - our own names
        " WHERE type IS NOT NULL AND start_date = end_date AND page_id % 7 != 1 LIMIT 1"
    ).fetchone()
    return int(found)


FACTS = {
    "type": ("attendance", request("set", "type", "visit")),
    "title": ("attendance", request("set", "title", "Peta Banjir Warga Seruni")),
    "date": ("attendance", request("set", "end_date", DAYS[-1])),
    "no date": ("attendance", request("remove", "start_date")),
    "venue": ("attendance", request("set", "venue", "Wisma Melati")),
    "place": ("attendance", request("set", "place", "Solo")),
    "a date of it": (
        "attendance",
        request("add", "dates", "2019-03-09", given={"kind": "mentioned"}),
    ),
    "count": ("attendance", request("set", "attendance.count", "41", of="#1")),
    "qualifier": ("attendance", request("set", "attendance.qualifier", "about", of="#1")),
    "count taken away": ("attendance", request("remove", "attendance", of="#1")),
    "person": ("participations", request("set", "people.name", "Rini Kusumadewi", of="#1")),
    "role": ("participations", request("set", "people.role", "chair", of="#1")),
    "office": ("participations", request("set", "people.position", "Lurah Melati", of="#1")),
    "person taken away": ("participations", request("remove", "people", of="#1")),
    "person added": (
        "participations",
        request("add", "people", "Ratna Sekarjagad", given={"role": "attendee"}),
    ),
    "organization": (
        "organization_roles",
        request("set", "organizations.name", "Yayasan Kelor", of="#1"),
    ),
    "sector": ("organization_roles", request("set", "organizations.sector", "ngo", of="#1")),
    "topic": ("discussion_groups", request("set", "groups.topic", "lumbung pangan", of="#1")),
    "focus area": ("discussion_groups", request("set", "groups.focus_area", "5", of="#1")),
    "group taken away": ("discussion_groups", request("remove", "groups", of="#1")),
    "conclusion taken away": ("conclusions", request("remove", "conclusions", of="#1")),
    "material": ("materials", request("set", "materials.url", "https://x.example/z", of="#1")),
    "material taken away": ("materials", request("remove", "materials", of="#1")),
    "verified": ("attendance", request("verify", "attendance.count", of="#1")),
}


@pytest.mark.parametrize(("table", "asked"), FACTS.values(), ids=FACTS)
def test_correcting_and_withdrawing_leaves_nothing_to_renew(
    table: str, asked: Request, many: Database
) -> None:
    made = correct(many, one_with(many, table), asked)
    assert_all_is_current(many)
    making.withdraw(many, made, "sari")
    assert_all_is_current(many)


@pytest.mark.parametrize("seed", range(3))
def test_any_corrections_one_after_the_other_leave_nothing_to_renew(
    seed: int, many: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_background, "MARGIN", 2)  # so that few reports are like very many
    random = Random(seed)  # noqa: S311 - no secrets
    many_reports.renew_all(many)
    made: list[int] = []
    for _ in range(25):
        with suppress(UsageError):  # what cannot be corrected like that
            made.append(correct(many, random.randint(1, REPORTS), any_request(random)))
        if made and random.random() < 0.2:
            making.withdraw(many, made.pop(random.randrange(len(made))), "sari")
        before = many_reports.state(many)
        if random.random() < 0.3:
            many_reports.renew_all(many)
            assert before == many_reports.state(many)
    assert_all_is_current(many)


def any_request(random: Random) -> Request:
    some = f"#{random.randint(1, 2)}"
    person, body = random.choice(PEOPLE), random.choice(BODIES)
    return random.choice(
        (
            request("set", "title", random.choice(TITLES)),
            request("set", "start_date", random.choice(DAYS)),
            request("set", "end_date", random.choice(DAYS)),
            request("remove", "type"),
            request("set", "type", random.choice(TYPES)),
            request("set", "venue", random.choice(VENUES[1:])),
            request("set", "place", random.choice(("Seruni", "Bandung"))),
            request("set", "attendance.count", str(random.randint(30, 32)), of=some),
            request("remove", "attendance", of=some),
            request("set", "people.name", person, of=some),
            request("set", "people.role", random.choice(("chair", "opening")), of=some),
            request("set", "people.position", random.choice(OFFICES[1:]), of=some),
            request("add", "people", person, given={"role": "attendee"}),
            request("remove", "people", of=some),
            request("add", "organizations", body, given={"role": "partner"}),
            request("set", "groups.topic", random.choice(TOPICS), of=some),
            request("remove", "groups", of=some),
            request("remove", "materials", of=some),
            request("add", "materials", "Lagi", given={"kind": "slides", "url": "https://k.id/a"}),
        )
    )


def test_decisions_leave_nothing_to_renew(many: Database) -> None:
    with identity.keeping_current(many):
        event_decisions.merge(many, "2", "9", author="Ayu", reason="-")
    assert_all_is_current(many)
    with identity.keeping_current(many):
        event_decisions.split(many, "2", "9", author="Ayu", reason="-")
    assert_all_is_current(many)
    with identity.keeping_current(many):
        deciding.merge(many, PERSONS, PEOPLE[-1], PEOPLE[-3], author="Ayu", reason="-")
    assert_all_is_current(many)


def test_what_a_correction_cannot_touch_is_not_looked_at(many: Database) -> None:
    """Sums and doubts of others are left even where they are wrong."""
    near = one_with(many, "attendance")
    correct(many, near, request("set", "start_date", "2019-02-01"))
    many.execute("UPDATE person_sums SET appearances = 99")
    many.execute("UPDATE event_sums SET type = 'gone' WHERE activity_id != ?", (near,))
    many.execute("INSERT INTO identity_doubts VALUES (999, 'event', 9001, 9002, 0.5, 'none')")
    correct(many, near, request("set", "attendance.count", "43", of="#1"))
    correct(many, near, request("set", "venue", "Hotel Mawar"))
    told = many.execute("SELECT DISTINCT appearances FROM person_sums").fetchall()
    assert told == [(99,)]
    types = many.execute("SELECT count(*) FROM event_sums WHERE type = 'gone'").fetchone()
    assert types[0] > 1
    assert many.execute("SELECT count(*) FROM identity_doubts WHERE id = 999").fetchone() == (1,)
    assert many.execute("SELECT is_current FROM sums").fetchone() == (1,)
    assert many.execute("SELECT min(is_current) FROM identity_renewals").fetchone() == (1,)


def test_an_archive_that_was_out_of_date_is_renewed_as_a_whole(many: Database) -> None:
    many.execute("UPDATE sums SET is_current = 0")
    many.execute("UPDATE identity_renewals SET is_current = 0")
    many.execute("UPDATE event_sums SET type = 'gone'")
    many.commit()
    correct(many, one_with(many, "attendance"), request("set", "venue", "Hotel Mawar"))
    assert_all_is_current(many)


def test_a_correction_that_is_refused_leaves_no_trace(many: Database) -> None:
    before = many_reports.state(many)
    with pytest.raises(UsageError):
        correct(many, 2, request("set", "start_date", "kemarin"))
    assert before == many_reports.state(many)
    assert many.execute("SELECT count(*) FROM sqlite_temp_master").fetchone() == (0,)
    correct(many, 2, request("set", "venue", "Hotel Mawar"))
    assert many.execute("SELECT count(*) FROM sqlite_temp_master").fetchone() == (0,)


def test_facts_that_stay_the_same_keep_their_rows(many: Database) -> None:
    activity_id = one_with(many, "participations")
    rows = "SELECT 'p', id FROM participations UNION ALL SELECT 'o', id FROM organization_roles"
    before = many.execute(rows).fetchall()
    correct(many, activity_id, request("set", "people.role", "chair", of="#1"))
    assert many.execute(rows).fetchall() == before
