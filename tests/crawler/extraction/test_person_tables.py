"""Tables of people, all invented: the name in one cell, position and organization in others."""

from __future__ import annotations

from archive.records import Article
from crawler.article.page import Block, Page
from crawler.extraction.people.reader import read_people


def page_of(lead: str, *rows: tuple[str, ...]) -> Page:
    text, blocks = "Judul", [Block("title", 0, 5)]
    text = f"{text}\n{lead}"
    blocks.append(Block("paragraph", 6, len(text)))
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            start = len(text) + 1
            text = f"{text}\n{cell}"
            blocks.append(Block("cell", start, len(text), row, column, container=1))
    return Page(
        Article("http://x/", None, "Judul", None, None, None, None, (), "none", text), tuple(blocks)
    )


def people_of(page: Page) -> list[tuple[str, str, str | None, str | None]]:
    return [(p.name, p.role, p.position, p.organization) for p in read_people(page)]


def test_position_and_organization_stand_in_cells_of_the_row() -> None:
    page = page_of(
        "Narasumber tercantum dalam tabel.",
        ("Nama", "Jabatan", "Instansi"),
        ("Dr. Nurhikma Amiran, S.Si.", "Kepala Laboratorium", "Politeknik Laut Jernih"),
        ("Yunus Rantelino", "Manajer Operasi", "PT Bakar Bersih"),
    )
    assert people_of(page) == [
        ("Nurhikma Amiran", "speaker", "Kepala Laboratorium", "Politeknik Laut Jernih"),
        ("Yunus Rantelino", "speaker", "Manajer Operasi", "PT Bakar Bersih"),
    ]


def test_titles_of_talks_are_nobody_and_one_name_is_enough() -> None:
    page = page_of(
        "Susunan acara lokakarya adalah sebagai berikut.",
        ("No", "Pembicara", "Jabatan", "Judul"),
        ("1", "Sutarjono", "Ketua Gabungan P3A Tirta Jaya", "Giliran Adil Musim Gadu"),
    )
    assert people_of(page) == [("Sutarjono", "speaker", "Ketua Gabungan P3A Tirta Jaya", None)]


def test_a_column_of_parts_gives_the_role() -> None:
    page = page_of(
        "Rapat berjalan dua jam.",
        ("Nama", "Peran"),
        ("Rina Kusumawati", "Moderator"),
        ("Hendro Wicaksana", "Narasumber"),
    )
    assert [(n, r) for n, r, _, _ in people_of(page)] == [
        ("Rina Kusumawati", "moderator"),
        ("Hendro Wicaksana", "speaker"),
    ]


def test_a_first_cell_may_name_the_part() -> None:
    page = page_of(
        "Keterangan acara.", ("Moderator", "Rina Kusumawati"), ("Narasumber", "Hendro Wicaksana")
    )
    assert [(n, r) for n, r, _, _ in people_of(page)] == [
        ("Rina Kusumawati", "moderator"),
        ("Hendro Wicaksana", "speaker"),
    ]


def test_a_table_without_people_gives_nobody() -> None:
    page = page_of("Jadwal uji.", ("Nama kegiatan", "Tanggal"), ("Susur Sungai Ceria", "6 Mei"))
    assert people_of(page) == []
