"""Renewing makes an archive's rows those of who is who, and keeps what people decided."""

from dataclasses import replace

import pytest
from archive_samples import activity, article, fetch, record, store_page
from sqlite_utils import Database

from archive.errors import UsageError
from archive.identity import RenewedKind, deciding, renew
from archive.identity.entity_rows import ORGANIZATIONS, PEOPLE
from archive.identity.reviewing import doubts
from archive.records import Organization, Person, Record, Span

DAY = "2019-03-{:02}T01:02:03Z"


def person(name: str, position: str | None = None, *, honorific: str | None = None) -> Person:
    return Person(name, "speaker", position, None, honorific, (), (), (Span(0, 1),))


def body(name: str, acronym: str | None = None, sector: str | None = None) -> Organization:
    return Organization(name, acronym, "organizer", sector, (Span(0, 1),))  # type: ignore[arg-type]


def page(
    *people: Person, bodies: tuple[Organization, ...] = (), text: str = "Rapat warga."
) -> Record:
    plain = activity(people=people, organizations=bodies, venue_evidence=(), attendance=())
    bare = replace(plain, dates=(), groups=(), materials=(), place=None)
    return Record(article(title=text, text=text), bare, ())


def store(db: Database, number: int, what: Record, *, day: int = 1) -> int:
    """Stores the page of that number, as it is on that day; its activity's id."""
    url = f"https://kota.example/{number}"
    facts = replace(what, article=replace(what.article, url=url, title=f"Rapat {number}"))
    store_page(db, facts, fetch(url, fetched_at=DAY.format(day)), body=f"{number} {day}".encode())
    row = db.execute(
        "SELECT activities.id FROM activities JOIN pages ON pages.id = page_id WHERE url = ?",
        (url,),
    )
    return int(row.fetchone()[0])


def people(db: Database) -> dict[str, set[str]]:
    """Each person with their names."""
    rows = db.execute(
        "SELECT people.name, person_names.name FROM people JOIN person_names"
        " ON person_id = people.id"
    ).fetchall()
    return {name: {other for one, other in rows if one == name} for name, _ in rows}


def owner(db: Database, activity_id: int) -> int:
    row = db.execute("SELECT person_id FROM participations WHERE activity_id = ?", (activity_id,))
    return int(row.fetchone()[0])


def test_forms_of_a_name_become_one_person_with_the_fullest_as_name(db: Database):
    store(db, 1, page(person("Melur Pandansari", "Kepala Stasiun Pompa Waduk Jernih")))
    store(db, 2, page(person("Melur K. Pandansari", "Kepala Stasiun Pompa Waduk Jernih")))

    renewed = renew(db)

    assert renewed.people == RenewedKind(total=1, moved=1, doubts=0)
    assert people(db) == {"Melur K. Pandansari": {"Melur K. Pandansari", "Melur Pandansari"}}


def test_the_page_keeps_the_form_that_it_has(db: Database):
    store(db, 1, page(person("Melur Pandansari")))
    store(db, 2, page(person("Melur K. Pandansari")))
    renew(db)

    names = [name for (name,) in db.execute("SELECT name FROM participations ORDER BY id")]
    assert names == ["Melur Pandansari", "Melur K. Pandansari"]


def test_an_archive_that_did_not_change_is_left_as_it_is(db: Database):
    store(db, 1, page(person("Melur Pandansari"), bodies=(body("Dinas Air"),)))
    renew(db)
    before = db.conn.total_changes

    assert renew(db).people == RenewedKind(total=1)
    assert db.conn.total_changes == before


def test_an_archive_without_facts_is_renewed_too(db: Database):
    assert renew(db).people == RenewedKind()


def test_the_id_is_that_which_most_mentions_had(db: Database):
    first = store(db, 1, page(person("Melur Pandansari")))
    for number in (2, 3):
        store(db, number, page(person("Melur K. Pandansari")))
    fuller = owner(db, store(db, 4, page(person("Melur K. Pandansari"))))
    assert owner(db, first) != fuller

    renew(db)

    assert owner(db, first) == fuller


def test_what_no_longer_holds_together_is_taken_apart_again(db: Database):
    office = "Kepala Stasiun Pompa Waduk Jernih"
    first = store(db, 1, page(person("Tegar Bramantyo", office)))
    second = store(db, 2, page(person("Tegar Bramanttyo", office)))
    renew(db)
    assert owner(db, first) == owner(db, second)

    store(db, 2, page(person("Tegar Bramanttyo", "Camat Ujung"), text="Ternyata camat."), day=2)
    renew(db)

    assert owner(db, first) != owner(db, second)
    assert [row.kind for row in doubts(db)] == ["person"]


def test_two_whom_one_page_names_stay_two_until_a_person_decides(db: Database):
    store(db, 1, page(person("Melur Pandansari"), person("Melur K. Pandansari")))
    renew(db)
    assert len(people(db)) == 2

    deciding.merge(
        db, PEOPLE, "Melur Pandansari", "Melur K. Pandansari", author="Rini", reason="Her card"
    )
    renew(db)

    assert len(people(db)) == 1
    assert doubts(db) == []


def test_a_split_survives_a_new_crawl_and_a_new_reading(db: Database):
    first = store(db, 1, page(person("Melur Pandansari")))
    second = store(db, 2, page(person("Melur Pandansari")))
    third = store(db, 3, page(person("Melur Pandansari")))
    renew(db)
    assert owner(db, first) == owner(db, second) == owner(db, third)

    deciding.split_pages(
        db, PEOPLE, "Melur Pandansari", [second, third], author="Rini", reason="Her namesake"
    )
    renew(db)
    one, other = owner(db, first), owner(db, second)
    assert one != other == owner(db, third)

    for day, text in ((2, "Kalimat baru."), (3, "Kalimat lain lagi.")):
        for number in (1, 2, 3):
            store(db, number, page(person("Melur Pandansari"), text=text), day=day)
        renew(db)
        assert owner(db, first) == one
        assert owner(db, second) == owner(db, third) == other


def test_a_new_page_with_a_split_name_is_of_the_one_that_the_name_alone_stands_for(db: Database):
    first = store(db, 1, page(person("Melur Pandansari")))
    second = store(db, 2, page(person("Melur Pandansari")))
    deciding.split_pages(db, PEOPLE, "Melur Pandansari", [second], author="Rini", reason="Another")
    renew(db)

    third = store(db, 3, page(person("Melur Pandansari")))
    renew(db)

    assert owner(db, third) == owner(db, first) != owner(db, second)


def test_a_later_decision_outweighs_an_earlier_one(db: Database):
    first = store(db, 1, page(person("Melur Pandansari")))
    second = store(db, 2, page(person("Melur Pandansari")))
    deciding.split_pages(db, PEOPLE, "Melur Pandansari", [second], author="Rini", reason="Another")
    renew(db)
    numbers = [str(owner(db, one)) for one in (first, second)]

    deciding.merge(db, PEOPLE, *numbers, author="Rini", reason="It is she after all")
    renew(db)

    assert owner(db, first) == owner(db, second)


def test_all_of_one_name_are_made_one_by_naming_it_twice(db: Database):
    for number in (1, 2, 3):
        store(db, number, page(person("Suparjiyanto")))
    renew(db)
    assert db.execute("SELECT count(*) FROM people").fetchone() == (3,)

    deciding.merge(
        db, PEOPLE, "Suparjiyanto", "Suparjiyanto", author="Rini", reason="One in this village"
    )
    renew(db)

    assert db.execute("SELECT count(*) FROM people").fetchone() == (1,)


def test_that_two_are_two_settles_the_doubt(db: Database):
    store(db, 1, page(person("Suparjiyanto")))
    store(db, 2, page(person("Suparjiyanto")))
    renew(db)
    (doubt,) = doubts(db)

    deciding.split(
        db, PEOPLE, str(doubt.first), str(doubt.second), author="Rini", reason="Father and son"
    )
    renew(db)

    assert doubts(db) == []
    assert db.execute("SELECT count(*) FROM people").fetchone() == (2,)


def test_two_forms_that_were_taken_for_one_are_split_by_naming_both(db: Database):
    first = store(db, 1, page(person("Melur Pandansari")))
    second = store(db, 2, page(person("Melur K. Pandansari")))
    renew(db)
    assert owner(db, first) == owner(db, second)

    deciding.split(
        db, PEOPLE, "Melur Pandansari", "Melur K. Pandansari", author="Rini", reason="Sisters"
    )
    renew(db)

    assert owner(db, first) != owner(db, second)


def test_who_is_meant_must_be_clear(db: Database):
    store(db, 1, page(person("Suparjiyanto")))
    second = store(db, 2, page(person("Suparjiyanto"), person("Melur Pandansari")))
    renew(db)
    by = {"author": "Rini", "reason": "-"}

    with pytest.raises(UsageError, match=r"2 bear the name 'Suparjiyanto'.*by the number"):
        deciding.merge(db, PEOPLE, "Suparjiyanto", "Melur Pandansari", **by)
    with pytest.raises(UsageError, match="Did you mean 'Melur Pandansari'"):
        deciding.merge(db, PEOPLE, "melur", "Suparjiyanto", **by)
    with pytest.raises(UsageError, match="No person has the number 99"):
        deciding.merge(db, PEOPLE, "99", "Melur Pandansari", **by)
    with pytest.raises(UsageError, match="--activity"):
        deciding.split(db, PEOPLE, "Melur Pandansari", "melur pandansari", **by)
    with pytest.raises(UsageError, match="are one already"):
        deciding.merge(db, PEOPLE, "Melur Pandansari", "MELUR pandansari", **by)
    with pytest.raises(UsageError, match="does not name 'Melur Pandansari'"):
        deciding.split_pages(db, PEOPLE, "Melur Pandansari", [second, second + 50], **by)
    assert db.execute("SELECT count(*) FROM identity_decisions").fetchone() == (0,)


def test_organizations_have_names_an_acronym_and_a_sector_from_all_their_pages(db: Database):
    store(db, 1, page(bodies=(body("Universitas Samudra Raya", "USR", "academia"),)))
    store(db, 2, page(bodies=(body("USR", None, "academia"),)))
    store(db, 3, page(bodies=(body("Univ. Samudra Raya"),)))

    assert renew(db).organizations.total == 1

    assert list(db.query("SELECT name, acronym, sector FROM organizations")) == [
        {"name": "Universitas Samudra Raya", "acronym": "USR", "sector": "academia"}
    ]
    names = {name for (name,) in db.execute("SELECT name FROM organization_names")}
    assert names == {"Universitas Samudra Raya", "USR", "Univ. Samudra Raya"}


def test_organizations_are_merged_and_split_like_people(db: Database):
    store(db, 1, page(bodies=(body("Yayasan Damar"),)))
    store(db, 2, page(bodies=(body("Damar"),)))
    renew(db)
    assert [row.kind for row in doubts(db, kind="organization")] == ["organization"]

    deciding.merge(db, ORGANIZATIONS, "Damar", "yayasan damar", author="Rini", reason="Its site")
    renew(db)

    assert db.execute("SELECT count(*) FROM organizations").fetchone() == (1,)


def test_no_fact_is_left_without_its_person(db: Database):
    store(db, 1, record())
    store(db, 2, page(person("Melur Pandansari"), bodies=(body("Dinas Air"),)))
    renew(db)
    store(db, 2, page(text="Tidak ada nama."), day=2)
    renew(db)

    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    (named,) = db.execute("SELECT count(DISTINCT person_id) FROM participations").fetchone()
    assert db.execute("SELECT count(*) FROM people").fetchone() == (named,)
