"""What the pages ask of the archive, and what they make of it for their templates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from archive_samples import activity, article, fetch, record, store_page
from sqlite_utils import Database
from told_reports import keep
from told_reports import organization as organization_of

from archive import identity, query
from archive.browse.asked import Asked
from archive.browse.language import language
from archive.browse.pages import (
    activity as activity_page,
)
from archive.browse.pages import (
    event,
    home,
    material,
    nowhere,
    organization,
    organizations,
    people,
    person,
)
from archive.browse.proofs import proofs
from archive.storage import transaction

ELSEWHERE = "https://kabar.example/lokakarya/"
PEOPLE = activity().people


@pytest.fixture
def filled(db: Database) -> Database:
    """Two sites' reports of one workshop."""
    store_page(db, record(), fetch())
    other = record(article=article(url=ELSEWHERE), activity=activity(groups=(), attendance=()))
    store_page(db, other, fetch(ELSEWHERE, site="kabar"))
    identity.renew(db)
    return db


def asked(number: int | None = None, **options: str) -> Asked:
    parts = {} if number is None else {"id": str(number)}
    return Asked(parts, options, language("en"), "/")


def test_a_fact_is_called_by_its_kind_and_its_place(filled: Database) -> None:
    detail = query.activity(filled, 1)
    named = {
        (one.fact, one.kind): detail.text[one.span.start : one.span.end] for one in proofs(detail)
    }
    assert named["venue", "venue"] == "Kota Seruni"
    assert named["people-0", "people"] == "Ratna Wulandari"
    assert named["people-0", "said"] == "membuka acara"
    assert named["groups-0-conclusions-1", "conclusions"] == "Perlu peta banjir."
    assert ("attendance-1", "attendance") in named


def test_a_report_has_its_corrections_captures_and_changes(filled: Database) -> None:
    values = activity_page.load(filled, asked(1))
    assert values is not None
    assert [sector for sector, _ in values["sectors"]] == ["government"]
    assert values["changes"] == []
    assert values["corrections"] == []
    assert "/web/20190305030000/" in values["wayback"], "No capture is kept: when it was published."


def test_reports_of_an_event_stand_together_the_fullest_first(filled: Database) -> None:
    (found,) = query.events(filled)
    assert found.event_id is not None
    values = event.load(filled, asked(found.event_id))
    assert values is not None
    assert [row.site for row in values["reports"]] == ["kota", "kabar"]


def test_the_first_page_names_an_event_once(filled: Database) -> None:
    values = home.load(filled, asked())
    assert values["extent"].events == 1
    assert values["extent"].reports == 2
    assert len(values["latest"]) == len(values["largest"]) == 1


def test_a_person_has_the_slides_that_they_showed_and_nobody_elses(filled: Database) -> None:
    keys = {row.name: row.person_id for row in query.people(filled)}

    def presented(name: str) -> set[str]:
        values = person.load(filled, asked(keys[name]))
        assert values is not None
        return {one["label"] for one in values["presented"]}

    assert presented("Ratna Wulandari") == {"Materi Paparan Dinas Air"}
    assert presented("Tegar Prakoso") == set()


def test_pages_that_are_gone_count_for_a_person_and_an_organization_and_are_marked(
    db: Database,
) -> None:
    for number, title in enumerate(("Rapat air", "Rapat pohon"), start=1):
        keep(db, number, title, "Warga.", people=PEOPLE, organizations=(organization_of("Dinas"),))
    identity.renew(db)
    with transaction(db):
        db.execute("UPDATE pages SET state = 'gone' WHERE url LIKE '%/berita/2/'")
    (who, *_), (what, *_) = query.people(db, named="Ratna"), query.organizations(db)
    for values in (
        person.load(db, asked(who.person_id)),
        organization.load(db, asked(what.organization_id)),
    ):
        assert values is not None
        assert (values["row"].appearances, values["detail"].only_gone) == (2, 1)
        listed = values["detail"].appearances
        assert [one.activity_id in values["gone"] for one in listed] == [False, True]
        assert values["pager"].total == 2
    assert (who.appearances, what.appearances) == (1, 1), "Lists leave it out."


def test_a_file_of_a_page_that_is_gone_says_where_it_was_offered(filled: Database) -> None:
    ((url,),) = filled.execute(
        "SELECT DISTINCT url FROM materials WHERE url IS NOT NULL"
    ).fetchall()
    with transaction(filled):
        filled.execute("UPDATE pages SET state = 'gone' WHERE url = ?", [ELSEWHERE])
    values = material.load(filled, asked(url=url))
    assert values is not None
    assert [bool(offer["is_gone"]) for offer in values["offers"]] == [False, True]


def test_a_name_finds_those_who_bear_it_and_not_those_who_were_there_too(filled: Database) -> None:
    values = people.load(filled, asked(name="PRAKOSO"))
    assert [row.name for row in values["rows"]] == ["Tegar Prakoso"]
    assert values["pager"].total == 1
    values = organizations.load(filled, asked(name="da"))
    assert {row.name for row in values["rows"]} == {"Dinas Air"}
    assert organizations.load(filled, asked(name="universitas"))["pager"].total == 0


@pytest.mark.parametrize("load", [activity_page.load, event.load, person.load, organization.load])
def test_what_the_archive_does_not_have_has_no_page(
    filled: Database, load: Callable[[Database, Asked], Any]
) -> None:
    assert load(filled, asked(99)) is None


def test_an_address_that_only_looks_like_a_page_has_none(filled: Database) -> None:
    assert nowhere.load(filled, asked()) is None  # type: ignore[func-returns-value]
