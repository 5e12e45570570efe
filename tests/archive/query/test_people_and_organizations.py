"""People, organizations and who met whom: events are counted, whatever pages report them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlite_utils import Database

from archive import query
from archive.errors import UsageError
from archive.storage import transaction


def id_of(db: Database, name: str) -> int:
    return next(row.person_id for row in query.people(db) if row.name == name)


def test_event_that_two_pages_report_is_one_appearance_with_both_pages_told(
    examples: Database,
) -> None:
    detail = query.person(examples, id_of(examples, "Ratna Wulandari"))
    assert detail.row.appearances == 2
    assert [one.url for one in detail.appearances][1:] == [
        "https://kota.example/sumur-resapan/",
        "https://kabar.example/kabar-sumur/",
    ]


def test_position_is_told_with_the_days_on_which_it_was_seen(examples: Database) -> None:
    (position,) = query.person(examples, id_of(examples, "Ratna Wulandari")).row.positions
    assert (position.position, position.organization) == ("Kepala Dinas Air", "Dinas Air")
    assert (position.first_date, position.last_date) == ("2019-03-04", "2019-09-12")
    assert position.activities == 2


def test_people_met_who_were_at_the_event_though_no_page_names_both(examples: Database) -> None:
    with transaction(examples):
        examples.execute(
            "UPDATE participations SET activity_id = (SELECT activities.id FROM activities JOIN pages"
            " ON pages.id = page_id WHERE site = 'kabar' LIMIT 1) WHERE name = 'Bima Satria'"
        )
    met = query.person(examples, id_of(examples, "Tegar Prakoso")).met
    assert [(one.name, one.activities) for one in met] == [
        ("Ratna Wulandari", 2),
        ("Bima Satria", 1),
    ]
    pairs = query.co_appearances(examples, least=1)
    assert ("Tegar Prakoso", "Bima Satria") in [(pair.first, pair.second) for pair in pairs]


def test_other_names_are_aliases(examples: Database) -> None:
    person_id = id_of(examples, "Tegar Prakoso")
    with transaction(examples):
        examples.execute(
            "INSERT INTO person_names (person_id, name, name_key) VALUES (?, 'T. Prakoso', ?)",
            (person_id, "t. prakoso"),
        )
    assert query.person(examples, person_id).row.aliases == ("T. Prakoso",)
    assert query.count_activities(examples, person="t. prak") == 3


def test_organization_is_found_by_the_acronym_of_any_page(examples: Database) -> None:
    assert query.count_activities(examples, organization="da") == 5
    with transaction(examples):
        examples.execute("UPDATE organizations SET acronym = NULL")
    assert query.count_activities(examples, organization="DA") == 5


def test_orders_of_people(examples: Database) -> None:
    by_name = [row.name for row in query.people(examples, order="name")]
    assert by_name == ["Bima Satria", "Laras Puspita", "Ratna Wulandari", "Tegar Prakoso"]
    latest = [row.name for row in query.people(examples, order="latest")]
    assert latest == ["Tegar Prakoso", "Bima Satria", "Ratna Wulandari", "Laras Puspita"]
    assert [row.name for row in query.people(examples, order="name", limit=1, offset=2)] == [
        "Ratna Wulandari"
    ]


def test_selection_counts_what_it_selects_alone(examples: Database) -> None:
    (row,) = query.people(examples, role="moderator", since="2020-01-01")
    assert (row.name, row.appearances, row.roles) == ("Tegar Prakoso", 1, (("moderator", 1),))


def test_page_that_is_gone_counts_only_where_it_is_asked_for(examples: Database) -> None:
    with transaction(examples):
        examples.execute("UPDATE pages SET state = 'gone' WHERE url LIKE '%rapat-jalur%'")
    tegar = id_of(examples, "Tegar Prakoso")
    assert query.person(examples, tegar).row.appearances == 2
    with_gone = query.person(examples, tegar, gone=True)
    assert (with_gone.row.appearances, with_gone.only_gone) == (3, 1)
    assert query.count_people(examples) == 3
    assert query.count_people(examples, gone=True) == 4


def test_representatives_are_people_whom_a_report_says_to_be_of_it(examples: Database) -> None:
    detail = query.organization(examples, query.organizations(examples)[0].organization_id)
    (representative,) = detail.people
    assert (representative.name, representative.position) == (
        "Ratna Wulandari",
        "Kepala Dinas Air",
    )
    assert representative.activities == 2


@pytest.mark.parametrize(
    ("told", "represented"),
    [("DINAS AIR", 2), ("DA", 1), ("da", 0), ("Dinas", 0), ("Universitas Seruni", 0)],
    ids=["in capitals", "by an acronym that the page gives", "in small letters", "part", "other"],
)
def test_organization_of_a_person_is_one_of_its_names_or_its_acronym(
    told: str, represented: int, examples: Database
) -> None:
    water = query.organizations(examples)[0].organization_id
    with transaction(examples):
        examples.execute(
            "UPDATE participations SET organization = ? WHERE organization IS NOT NULL", (told,)
        )
        # The second report gives the organization's name alone.
        examples.execute(
            "UPDATE organization_roles SET acronym = NULL WHERE activity_id IN"
            " (SELECT id FROM activities WHERE start_date = '2019-09-12')"
        )
    assert sum(one.activities for one in query.organization(examples, water).people) == represented


@pytest.mark.parametrize("ask", [query.person, query.organization, query.activity])
def test_key_that_there_is_none_of_is_refused_with_a_remedy(
    ask: Callable[[Database, int], object], examples: Database
) -> None:
    with pytest.raises(UsageError, match=r"There is no \w+ 999 in the archive\. 'resilience "):
        ask(examples, 999)


def test_filter_and_order_that_there_are_none_of_are_refused(examples: Database) -> None:
    with pytest.raises(TypeError, match="There is no filter colour"):
        query.people(examples, colour="red")  # type: ignore[call-arg]
    with pytest.raises(UsageError, match="'age' is no order"):
        query.people(examples, order="age")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="'dog' is no kind of pair"):
        query.co_appearances(examples, kind="dog")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="'size' is no order"):
        query.activities(examples, order="size")  # type: ignore[arg-type]
