"""Presenters whom only a material names."""

from __future__ import annotations

from archive.records import Article, Material, Person, Span
from crawler.article.page import Block, Page
from crawler.extraction.people.presenters import join_presenters


def page_of(line: str) -> Page:
    blocks = (Block("title", 0, 5), Block("item", 6, 6 + len(line)))
    return Page(
        Article("http://x/", None, "Judul", None, None, None, None, (), "none", f"Judul\n{line}"),
        blocks,
    )


def material(page: Page, label: str, presenter: str | None) -> Material:
    start = page.text.index(label)
    return Material(
        "slides", label, "http://x/a.pdf", presenter, None, (Span(start, start + len(label)),)
    )


def person(name: str, role: str = "opening") -> Person:
    return Person(name, role, "Kepala Bappeda", None, None, (), (), (Span(0, 5),))  # type: ignore[arg-type]


def test_a_new_presenter_is_a_speaker_with_the_position_of_the_line() -> None:
    page = page_of(
        "Paparan Mitra Penyusunan Peta (Studio Denah) dalam Lokakarya Air \u2013 Link: 2018.05.01_Air_Laras.Pambudi"
    )
    (new,) = join_presenters(
        page, (), (material(page, "2018.05.01_Air_Laras.Pambudi", "Laras Pambudi"),)
    )
    assert (new.name, new.role, new.position, new.organization) == (
        "Laras Pambudi",
        "speaker",
        "Mitra Penyusunan Peta",
        "Studio Denah",
    )
    assert page.text[new.evidence[0].start : new.evidence[0].end] == "Laras.Pambudi"


def test_a_presenter_joins_the_person_of_that_name() -> None:
    page = page_of("Link: 2018.05.01_Air_Laras.K.Pambudi")
    people = join_presenters(
        page,
        (person("Laras Pambudi"),),
        (material(page, "2018.05.01_Air_Laras.K.Pambudi", "Laras K. Pambudi"),),
    )
    assert [(p.name, p.role, len(p.evidence)) for p in people] == [("Laras Pambudi", "opening", 2)]


def test_who_only_attended_becomes_a_speaker_by_slides() -> None:
    page = page_of("Paparan Laras Pambudi")
    (joined,) = join_presenters(
        page,
        (person("Laras Pambudi", "attendee"),),
        (material(page, "Paparan Laras Pambudi", "Laras Pambudi"),),
    )
    assert joined.role == "speaker"


def test_a_material_without_presenter_changes_nobody() -> None:
    page = page_of("Prosiding Lokakarya Air")
    people = (person("Laras Pambudi"),)
    assert (
        join_presenters(page, people, (material(page, "Prosiding Lokakarya Air", None),)) == people
    )


def test_the_dotted_name_of_a_label_is_one_evidence_span() -> None:
    page = page_of("Link: 2018.05.01_Air_Laras.K.Pambudi")
    first = page.text.index("Laras")
    pieces = (Span(0, 5), Span(first, first + 5), Span(first + 6, first + 15))
    known = Person("Laras Pambudi", "opening", None, None, None, (), (), pieces)
    (joined,) = join_presenters(
        page,
        (known,),
        (material(page, "2018.05.01_Air_Laras.K.Pambudi", "Laras K. Pambudi"),),
    )
    assert [page.text[e.start : e.end] for e in joined.evidence] == ["Judul", "Laras.K.Pambudi"]
