"""Who presented a material, and which materials nobody presents; all names are our own."""

from __future__ import annotations

import pytest

from archive.records import Material, Person
from crawler.article import read_article
from crawler.extraction.materials.reader import read_materials

PEOPLE = ("Seno Aji Wibowo", "Rina Melati Hapsari")


def material_of(line: str) -> Material:
    page = read_article(
        "<html><body><article><h1>Lokakarya Kota Tepian</h1><div class='entry-content'>"
        "<p>Kota Tepian, 3 Maret 2021. Lokakarya dihadiri warga dari banyak kelurahan di kota itu.</p>"
        f"<p>{line}</p></div></article></body></html>",
        "https://kota-tepian.example/2021/03/p/",
    )
    people = tuple(Person(name, "speaker", None, None, None, (), (), ()) for name in PEOPLE)
    (only,) = read_materials(page, people)
    return only


def link(file: str, words: str) -> str:
    return f'<a href="https://kota-tepian.example/wp-content/uploads/{file}">{words}</a>'


@pytest.mark.parametrize(
    ("line", "presenter"),
    [
        (f"Bahan tayang Pak Seno ada di {link('a.pdf', 'Hujan, Tamu yang Mundur')}", PEOPLE[0]),
        (f"Salindia Bu Rina: {link('b.pdf', 'Sumur Kita')}", PEOPLE[1]),
        (f"Paparan : {link('c.pptx', 'Peta Sumur Rina Hapsari')}", PEOPLE[1]),
        (f"Bahan ajar Mas Seno dapat diunduh di {link('d.pptx', 'Membaca Awan')}", PEOPLE[0]),
        (
            f"Bahan: {link('e.pptx', 'Kota Tanpa Genangan')} (Seno Aji Wibowo, Badan Cuaca)",
            PEOPLE[0],
        ),
        (f"Bahan: {link('Rina-Melati-Hapsari_Sumur.pptx', 'Sumur dan Kita')}", PEOPLE[1]),
    ],
)
def test_a_presenter_called_by_part_of_the_name_has_the_whole_one(
    line: str, presenter: str
) -> None:
    assert material_of(line).presenter == presenter


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (f"Notulensi : {link('n.pdf', 'Notulensi_Rapat_Lumbung_Bersama')}", "report"),
        (f"Kerangka acuan: {link('k.pdf', 'KAK Merancang Gardu')}", "other"),
        (f"Modul: {link('m.pdf', 'Modul Menanam - Seno Aji Wibowo')}", "other"),
        (f"Laporan: {link('l.pdf', 'Laporan_Kegiatan_Susur_Kampung')}", "report"),
    ],
)
def test_minutes_modules_and_terms_of_reference_are_presented_by_nobody(
    line: str, kind: str
) -> None:
    material = material_of(line)
    assert (material.kind, material.presenter) == (kind, None)


def test_a_bracket_behind_a_label_that_names_nobody_is_no_presenter() -> None:
    assert (
        material_of(f"Bahan: {link('e.pptx', 'Kota Teduh')} (Dinas Pertamanan)").presenter is None
    )
