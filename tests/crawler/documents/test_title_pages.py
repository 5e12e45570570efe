"""What a title page says, and when it clearly says something else than the post."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.documents import Document
from archive.records import Material, Span
from crawler.documents.disagreements import disagreements
from crawler.documents.title_page import TitlePage, read_title_page

SLIDES = """PEMERINTAH KABUPATEN CIANJUR
STRATEGI PENGELOLAAN AIR
DI KAWASAN HULU
Oleh:
Dr. Ir. Rahmat Wibisono, M.Si
Kepala Dinas Sumber Daya Air
Disampaikan pada acara Lokakarya Kota Tangguh
Cianjur, 24 Oktober 2018"""


def document(*pages: str, author: str | None = None) -> Document:
    return Document("pptx", "application/x", texts=pages, author=author)


def page(text: str) -> TitlePage:
    return read_title_page(document(text))


def material(presenter: str | None = None, date: str | None = None) -> Material:
    return Material("slides", "Paparan", None, presenter, date, (Span(3, 10),))


def checks(told: Material, shown: Document) -> list[str]:
    return [finding.check for finding in disagreements(told, shown)]


def test_a_title_page_gives_title_presenter_day_and_activity() -> None:
    assert page(SLIDES) == TitlePage(
        "STRATEGI PENGELOLAAN AIR DI KAWASAN HULU",
        "Rahmat Wibisono",
        "2018-10-24",
        None,
        "Lokakarya Kota Tangguh",
    )


@pytest.mark.parametrize(
    ("text", "presenter"),
    [
        ("Peta Risiko Banjir\nRINA KARTIKA, S.T., M.T.", "Rina Kartika"),
        ("PETA RISIKO\nOLEH: RINA KARTIKA", "Rina Kartika"),
        ("Building Resilience\nPresented by Andi Wijaya\nBandung", "Andi Wijaya"),
        ("Peta Risiko\nNarasumber : Ibu Rina Kartika, Ph.D", "Rina Kartika"),
        ("Peta Risiko\nDipaparkan oleh\nRina Kartika", "Rina Kartika"),
        ("Arahan\nBapak Rahmat Wibisono\nOleh: Rina Kartika", "Rina Kartika"),
        ("Sesi Panel\nDr. Rina Kartika\nProf. Andi Wijaya", None),
        ("Sesi Panel\nOleh: Rina Kartika\nOleh: Andi Wijaya", None),
        ("Oleh Karena Itu Kita\nBergerak", None),
        ("Tata Kelola oleh Warga", None),
        ("Sinergi Antar Dinas\nKabupaten Cianjur", None),
    ],
)
def test_the_presenter_is_who_is_marked_or_the_only_one_with_a_title(
    text: str, presenter: str | None
) -> None:
    assert page(text).presenter == presenter


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Rencana Kota\n5 Maret 2019", "2019-03-05", None),
        ("Resilience Plan\nMarch 5, 2019", "2019-03-05", None),
        ("Rencana Kota\n5 - 7 Maret 2019", "2019-03-05", "2019-03-07"),
        ("Rencana Kota\n25/03/2019", "2019-03-25", None),
        ("Rencana Kota\n05/03/2019", None, None),
        ("Rencana Kota\n5 Maret 2019\nDicetak 9 Maret 2019", None, None),
        ("Rencana Kota\n5 Maret", None, None),
        ("Rencana Kota\n30 Februari 2019", None, None),
    ],
)
def test_the_day_is_the_only_one_that_can_be_read_in_one_way(
    text: str, first: str | None, last: str | None
) -> None:
    assert (page(text).date, page(text).end_date) == (first, last)


def test_the_activity_is_named_behind_its_words_or_begins_a_line() -> None:
    assert (
        page("Peta Risiko\nDipaparkan dalam Seminar Air Bersih,").activity == "Seminar Air Bersih"
    )
    assert page("Notulen\nRapat Koordinasi Banjir\n2019").activity == "Rapat Koordinasi Banjir"
    assert page("Peta Risiko Banjir").activity is None


def test_prose_is_no_title_page() -> None:
    prose = "Kegiatan dibuka oleh Dr. Rina Kartika pada 5 Maret 2019. " * 30
    told = Document("pdf", "application/pdf", title="Laporan", texts=(prose,))
    assert read_title_page(told) == TitlePage(title="Laporan")
    assert read_title_page(Document("pdf", "application/pdf")) == TitlePage()


def test_another_presenter_and_another_day_are_findings_with_the_materials_evidence() -> None:
    told = material("Sari Lestari", "2018-10-25")
    presenter, date = disagreements(told, document(SLIDES))
    assert presenter.check == "material-presenter"
    assert presenter.message == (
        "The post gives the presenter as Sari Lestari, the document's title page as Rahmat Wibisono"
    )
    assert date.check == "material-date"
    assert date.message == (
        "The post gives the material's date as 2018-10-25, the document's title page as 2018-10-24"
    )
    assert presenter.evidence == date.evidence == told.evidence


@pytest.mark.parametrize(
    "name", ["Rahmat Wibisono", "Rahmat", "Wibisono", "Rahmat Wibisana", "R. Wibisono", None]
)
def test_the_same_person_in_another_form_is_no_finding(name: str | None) -> None:
    assert not checks(material(name), document(SLIDES))


def test_a_person_named_anywhere_near_the_beginning_is_no_finding() -> None:
    assert not checks(material("Sari Lestari"), document(SLIDES, "Tim: Sari Lestari"))
    assert not checks(material("Sari Lestari"), document(SLIDES + "\nBersama Bu Sari"))
    shown = document(SLIDES, author="sari.lestari")
    assert not checks(material("Sari Lestari"), shown)


def test_a_day_within_the_pages_range_is_no_finding() -> None:
    shown = document("Rencana Kota\n5 - 7 Maret 2019")
    assert not checks(material(date="2019-03-06"), shown)
    assert checks(material(date="2019-03-08"), shown) == ["material-date"]


def test_where_the_page_says_nothing_clearly_there_is_no_finding() -> None:
    told = material("Sari Lestari", "2018-10-25")
    for text in ("", "Peta Risiko", "Dr. Rina Kartika\nProf. Andi Wijaya\n05/06/2019"):
        assert not disagreements(told, document(text))
    assert not disagreements(told, Document("pdf", "application/pdf", reason="It is damaged."))


@given(st.text(max_size=300), st.text(max_size=30), st.text(max_size=12))
def test_any_words_are_read_without_fail(text: str, presenter: str, date: str) -> None:
    assert isinstance(disagreements(material(presenter, date), document(text)), tuple)
