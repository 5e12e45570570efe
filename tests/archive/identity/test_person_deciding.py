"""What makes two mentions of a name one person, and what keeps them two."""

from archive.identity.decisions import Decision, Reference
from archive.identity.people import decide
from archive.identity.person_mentions import PersonMention
from archive.names import name_key

Told = tuple[str, str, str | None, str | None]
"""Page, name, form of address, office with its body."""


def mentions(*told: Told) -> list[PersonMention]:
    pages = sorted({page for page, *_ in told})
    return [
        PersonMention(
            number, pages.index(page), page, page.split("/")[0], name, honorific, position
        )
        for number, (page, name, honorific, position) in enumerate(told, start=1)
    ]


def persons(*told: Told) -> list[tuple[int, ...]]:
    return sorted(cluster.mentions for cluster in decide(mentions(*told)).clusters)


def test_an_uncommon_name_is_one_person_whatever_the_office():
    assert persons(
        ("a/1", "Oswin Hartanusa", "Bapak", "Direktur Operasi PT Angin Timur"),
        ("b/1", "Oswin Hartanusa", None, "Peneliti Universitas Samudra Raya"),
    ) == [(1, 2)]


def test_an_uncommon_name_of_officers_of_two_towns_is_two_people():
    assert persons(
        ("a/1", "Oswin Hartanusa", "Bapak", "Kepala Dinas Sosial Kota Padang"),
        ("b/1", "Oswin Hartanusa", "Bapak", "Kepala Dinas Sosial Kota Ambon"),
    ) == [(1,), (2,)]


def test_a_man_and_a_woman_are_two_people():
    assert persons(
        ("a/1", "Oswin Hartanusa", "Bapak", None), ("a/2", "Oswin Hartanusa", "Ibu", None)
    ) == [(1,), (2,)]


def test_a_common_name_without_an_office_is_whoever_has_it_on_that_site():
    one, other = "Ketua Koperasi Melati Indah", "Camat Ujung Pandang Baru"
    assert persons(
        ("a/1", "Agus Setiawan", None, one),
        ("a/2", "Agus Setiawan", None, None),
        ("b/1", "Agus Setiawan", None, other),
    ) == [(1, 2), (3,)]


def test_a_common_name_that_two_have_on_that_site_is_neither():
    assert persons(
        ("a/1", "Agus Setiawan", None, "Ketua Koperasi Melati Indah"),
        ("a/2", "Agus Setiawan", None, None),
        ("a/3", "Agus Setiawan", None, "Camat Ujung Pandang Baru"),
    ) == [(1,), (2,), (3,)]


def test_a_local_body_without_its_town_is_the_same_on_one_site_alone():
    office = "Kepala Bidang Dinas Sosial"
    assert persons(
        ("a/1", "Agus Setiawan", None, office),
        ("a/2", "Agus Setiawan", None, "Staf Dinas Sosial"),
        ("b/1", "Agus Setiawan", None, office),
    ) == [(1, 2), (3,)]


def test_a_shorter_form_that_fits_two_is_neither_unless_an_office_tells():
    assert persons(
        ("a/1", "Oswin Raga Hartanusa", None, None),
        ("a/2", "Oswin Raga Mahanami", None, None),
        ("a/3", "Oswin Raga", None, None),
    ) == [(1,), (2,), (3,)]
    office = "Koordinator Kajian Air Tanah"
    assert persons(
        ("a/1", "Oswin Raga Hartanusa", None, office),
        ("a/2", "Oswin Raga Mahanami", None, None),
        ("a/3", "Oswin Raga", None, office),
    ) == [(1, 3), (2,)]


def test_what_was_joined_tells_more_of_whom_else_may_be_meant():
    office = "Koordinator Kajian Air Tanah"
    assert persons(
        ("a/1", "Oswin R. Hartanusa", None, None),
        ("a/2", "Oswin Hartanusa", None, office),
        ("b/1", "Hartanusa", None, office),
    ) == [(1, 2, 3)]


def test_one_page_that_names_both_keeps_all_pages_apart():
    assert persons(
        ("a/1", "Oswin R. Hartanusa", None, None),
        ("a/1", "Oswin Hartanusa", None, None),
        ("a/2", "Oswin R. Hartanusa", None, None),
        ("a/3", "Oswin Hartanusa", None, None),
    ) == [(1, 3), (2, 4)]


def test_a_name_twice_on_one_page_is_one_person():
    assert persons(
        ("a/1", "Oswin Hartanusa", None, None), ("a/1", "OSWIN Hartanusa", None, None)
    ) == [(1, 2)]


def decision(id_: int, verdict: str, first: Reference, second: Reference) -> Decision:
    return Decision(id_, "person", verdict, first, second, "Rini", "2020-01-01T00:00:00Z", "-")  # type: ignore[arg-type]


def test_decisions_that_contradict_each_other_yield_to_the_latest():
    told = mentions(
        ("a/1", "Oswin Hartanusa", None, None),
        ("a/2", "Melur Pandansari", None, None),
        ("a/3", "Tegar Bramantyo", None, None),
    )
    oswin, melur, tegar = (Reference(name_key(one.name), None) for one in told)
    same = decision(1, "same", oswin, melur), decision(2, "same", melur, tegar)
    apart = decision(3, "different", oswin, tegar)

    decided = decide(told, [*same, apart])

    assert sorted(cluster.mentions for cluster in decided.clusters) == [(1,), (2, 3)]
    assert [one.mentions for one in decide(told, same).clusters] == [(1, 2, 3)]


def test_a_decision_about_names_that_no_page_has_waits():
    told = mentions(("a/1", "Oswin Hartanusa", None, None))
    nobody = decision(1, "same", Reference("oswin hartanusa", None), Reference("nobody", None))

    assert len(decide(told, [nobody]).clusters) == 1


def test_a_decision_about_an_organization_is_none_about_a_person():
    told = mentions(("a/1", "Oswin Hartanusa", None, None), ("a/2", "Melur Pandansari", None, None))
    other = Decision(
        1,
        "organization",
        "same",
        Reference("oswin hartanusa", None),
        Reference("melur pandansari", None),
        "Rini",
        "2020-01-01T00:00:00Z",
        "-",
    )

    assert len(decide(told, [other]).clusters) == 2


def test_a_name_that_is_also_written_in_capitals_is_shown_as_it_is_elsewhere():
    names = ("OSWIN HARTANUSA", "Oswin Hartanusa")
    for pages in (("a/1", "a/1"), ("a/1", "a/2")):
        told = ((page, name, None, None) for page, name in zip(pages, names, strict=True))
        assert [cluster.name for cluster in decide(mentions(*told)).clusters] == ["Oswin Hartanusa"]
