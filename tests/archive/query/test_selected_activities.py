"""Questions to the archive: order, filters, and the lists that come with each activity."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from archive_samples import activity, fetch, record, report_of_nothing, store_page
from sqlite_utils import Database

from archive import query
from archive.records import Activity
from archive.storage import close, open_archive, transaction


def store(db: Database, slug: str, stored: Activity) -> None:
    store_page(db, record(activity=stored), fetch(f"https://kota.example/{slug}/"))


@pytest.fixture
def years(db: Database) -> Database:
    """Four activities and an announcement, stored in no order of date."""
    nobody = {"people": (), "organizations": (), "groups": (), "materials": ()}
    store(db, "undated", activity(title="Tak bertanggal", start_date=None, end_date=None, **nobody))
    february = {"start_date": "2020-02-01", "end_date": "2020-02-01"}
    store(db, "later", activity(title="Rapat", type="meeting", **february, **nobody))
    store(db, "march", activity())
    store(
        db,
        "fair",
        activity(title="Pekan", type="forum", start_date="2018-12-30", end_date="2019-01-02"),
    )
    store_page(db, report_of_nothing(), fetch("https://kota.example/pengumuman/"))
    return db


def titles(db: Database, **asked: object) -> list[str | None]:
    return [row.title for row in query.activities(db, **asked)]  # type: ignore[arg-type]


def test_activities_come_by_date_and_undated_ones_last(years: Database) -> None:
    assert titles(years) == ["Pekan", "Lokakarya Taman Hujan", "Rapat", "Tak bertanggal"]


def test_period_takes_activities_that_have_a_day_in_it(years: Database) -> None:
    assert titles(years, since="2019-01-02", until="2019-03-04") == [
        "Pekan",
        "Lokakarya Taman Hujan",
    ]
    assert titles(years, since="2019-01-03", until="2019-03-03") == []
    assert titles(years, until="2018-12-30") == ["Pekan"]


def test_activities_of_one_type(years: Database) -> None:
    assert titles(years, type="meeting") == ["Rapat"]


def test_activities_with_a_group_on_a_focus_area(years: Database) -> None:
    assert titles(years, focus_area=3) == ["Pekan", "Lokakarya Taman Hujan"]
    assert titles(years, focus_area=5) == []


@pytest.mark.parametrize("part", ["wulan", "RATNA  WULANDARI", "Tegar"])
def test_people_are_found_by_part_of_their_name_in_any_case(years: Database, part: str) -> None:
    assert titles(years, person=part) == ["Pekan", "Lokakarya Taman Hujan"]


@pytest.mark.parametrize("part", ["dinas", "DA", "da"])
def test_organizations_are_found_by_name_or_acronym(years: Database, part: str) -> None:
    assert titles(years, organization=part) == ["Pekan", "Lokakarya Taman Hujan"]


@pytest.mark.parametrize("part", ["%", "_", "'", '"; DROP TABLE pages; --'])
def test_signs_of_sql_are_only_letters_of_a_name(years: Database, part: str) -> None:
    assert titles(years, person=part, organization=part) == []
    assert years["pages"].count == 5


def test_filters_narrow_each_other_and_the_limit_cuts(years: Database) -> None:
    assert titles(years, person="ratna", type="forum") == ["Pekan"]
    assert titles(years, limit=2) == ["Pekan", "Lokakarya Taman Hujan"]


def test_activity_comes_with_its_lists_in_the_order_of_the_page(years: Database) -> None:
    (row,) = query.activities(years, type="workshop", since="2019-01-01")
    assert (row.attendance, row.attendance_count) == ("±40 peserta; ≥12 instansi", 40)
    assert [(person.name, person.role) for person in row.people] == [
        ("Ratna Wulandari", "opening"),
        ("Tegar Prakoso", "moderator"),
    ]
    assert [(group.topic, group.focus_area) for group in row.groups] == [
        ("air bersih", 3),
        ("trotoar", None),
    ]
    assert row.groups[0].focus_area_label_en is not None
    assert [material.url for material in row.materials] == ["https://kota.example/air.pdf"]
    assert row.type_label_id == "Lokakarya"
    assert row.url == "https://kota.example/march/"


def test_views_answer_without_joins(years: Database) -> None:
    overview = next(years["activity_overview"].rows_where("url LIKE '%march%'"))
    assert overview["people_count"] == 2
    assert overview["findings_count"] == 1
    group = next(years["group_overview"].rows_where("url LIKE '%march%'", order_by="number"))
    assert group["conclusions"] == "Warga meminta sumur resapan.\nPerlu peta banjir."
    assert group["conclusions_count"] == 2
    participation = next(years["participation_overview"].rows_where("person LIKE 'Ratna%'"))
    assert participation["summary_quote"] == "membuka acara"
    assert next(years["material_overview"].rows)["presenter"] == "Ratna Wulandari"


def test_one_answer_is_of_one_state_while_another_process_writes(
    folder: Path, years: Database
) -> None:
    writer = open_archive(folder)
    with transaction(writer):
        writer.execute("DELETE FROM participations")
        (row,) = query.activities(years, type="workshop", since="2019-01-01")
        assert len(row.people) == 2
    (row,) = query.activities(years, type="workshop", since="2019-01-01")
    assert row.people == ()
    close(writer)


def test_many_activities_are_answered_at_once(db: Database) -> None:
    for number in range(40):
        person = replace(activity().people[0], name=f"Orang {number}")
        store(db, str(number), activity(people=(person,)))
    assert [row.people[0].name for row in query.activities(db)] == [f"Orang {n}" for n in range(40)]
