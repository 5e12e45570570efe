"""Filters as links: those that stand can be taken away, others added."""

from __future__ import annotations

from told_reports import asked

from archive.browse import filters
from archive.browse.asked import Asked
from archive.browse.narrowing import Group, groups, standing
from archive.search.counting import Facets, Value

FACETS = Facets(
    years=(Value("2018", 3), Value("2019", 5)),
    types=(Value("workshop", 6), Value("meeting", 2)),
    focus_areas=(Value(3, 4),),
    organizations=(Value(7, 5, "Dinas <Air>"),),
    slides=4,
    is_exact=True,
)


def offered(request: Asked, total: int = 8) -> dict[str, Group]:
    found = groups(request, filters.read(request.options), FACETS, total)
    return {group.label: group for group in found}


def chosen(request: Asked, **names: str) -> list[tuple[str, str]]:
    links = standing(request, filters.read(request.options), names)
    return [(link.label, link.address) for link in links]


def test_each_value_is_a_link_with_the_hits_that_will_be_left():
    found = offered(asked("/search", q="air", page="3"))
    assert list(found) == ["Tahun", "Jenis", "Area fokus", "Lembaga", "Bahan"]
    year = found["Tahun"].links[1]
    assert year.address == "/search?q=air&since=2019-01-01&until=2019-12-31"
    assert (year.label, year.hits) == ("2019", 5)
    assert found["Lembaga"].links[0].label == "Dinas <Air>"
    assert found["Lembaga"].links[0].address == "/search?q=air&organization_id=7"
    assert found["Bahan"].links[0].address == "/search?q=air&slides=1"


def test_labels_are_in_the_readers_language():
    english = offered(asked("/search", "en", q="air"))
    assert list(english) == ["Year", "Type", "Focus area", "Organizations", "Materials"]
    assert english["Type"].links[0].label == "Workshop"


def test_a_filter_that_stands_is_not_offered_again():
    request = asked("/search", q="air", type="workshop", slides="1", organization_id="7")
    assert list(offered(request)) == ["Tahun", "Area fokus"]


def test_a_value_that_all_hits_have_is_not_offered():
    assert "Bahan" not in offered(asked("/search", q="air"), total=4)


def test_a_year_keeps_the_days_that_stand():
    found = offered(asked("/search", q="air", since="2018-06-01"))
    assert [link.address for link in found["Tahun"].links] == [
        "/search?q=air&since=2018-06-01&until=2018-12-31",
        "/search?q=air&since=2019-01-01&until=2019-12-31",
    ]
    assert "Tahun" not in offered(asked("/search", q="air", since="2018-06-01", until="2018-07-01"))


def test_what_stands_is_told_in_words_and_taken_away_by_a_link():
    request = asked("/search", q="air", type="workshop", since="2018-06-01", person_id="4")
    assert chosen(request, person_id="Ratna") == [
        ("Sejak: 1 Juni 2018", "/search?q=air&type=workshop&person_id=4"),
        ("Jenis: Lokakarya", "/search?q=air&since=2018-06-01&person_id=4"),
        ("Orang: Ratna", "/search?q=air&type=workshop&since=2018-06-01"),
    ]


def test_the_days_of_a_year_are_one_filter():
    request = asked("/search", "en", q="air", since="2018-01-01", until="2018-12-31", gone="1")
    (year, _) = chosen(request)
    assert year == ("Year: 2018", "/search?q=air&gone=1")


def test_a_key_that_nobody_has_is_shown_as_it_is():
    assert chosen(asked("/search", organization_id="99")) == [("Lembaga: 99", "/search")]


def test_a_filter_that_cannot_be_used_does_not_stand():
    assert chosen(asked("/search", type="dance", since="soon")) == []
