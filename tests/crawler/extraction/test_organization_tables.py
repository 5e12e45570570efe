"""Tables of speakers and participants."""

from __future__ import annotations

from itertools import count

import pytest

from archive.records import Article
from crawler.article.page import Block, Page
from crawler.extraction.organizations.reader import read_organizations

TITLE = "Lokakarya Penataan Tepi Air"


def page_with_table(before: str, *rows: tuple[str, ...]) -> Page:
    """A page of a title, a line, and a table."""
    written = [TITLE, before, *(cell for row in rows for cell in row)]
    starts = [0]
    for words in written:
        starts.append(starts[-1] + len(words) + 1)
    places = count(2)
    blocks = [Block("title", 0, len(TITLE)), Block("paragraph", starts[1], starts[2] - 1)]
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            start = starts[next(places)]
            blocks.append(Block("cell", start, start + len(cell), row, column, 1))
    article = Article("", None, TITLE, None, None, None, None, (), "generic", "\n".join(written))
    return Page(article, tuple(blocks))


def taking_part(page: Page) -> list[str]:
    return [o.name for o in read_organizations(page, (), "workshop") if o.role != "mentioned"]


def test_a_column_of_institutions_names_the_homes_of_the_speakers() -> None:
    page = page_with_table(
        "Susunan acara.",
        ("Nama", "Jabatan", "Instansi"),
        ("Sari Lestari", "Kepala Laboratorium Tanah", "Universitas Cendana"),
        ("Budi Hartono", "Manajer", "Rumah Peta"),
    )
    assert taking_part(page) == ["Universitas Cendana", "Rumah Peta"]


def test_a_column_of_positions_does_where_no_other_is() -> None:
    page = page_with_table(
        "Susunan acara.",
        ("Pembicara", "Jabatan"),
        ("Sari Lestari", "Dosen Fakultas Teknik Universitas Cendana"),
        ("Budi Hartono", "Kepala Balai Air Tawar"),
    )
    assert taking_part(page) == ["Universitas Cendana", "Balai Air Tawar"]


@pytest.mark.parametrize("before", ["Daftar yang hadir:", "Peserta lokakarya ialah:"])
def test_a_list_of_those_present_may_be_a_table(before: str) -> None:
    page = page_with_table(before, ("Instansi", "Jumlah"), ("Dinas Bina Tepi", "3 orang"))
    assert taking_part(page) == ["Dinas Bina Tepi"]


def test_a_table_of_tasks_names_no_participants() -> None:
    page = page_with_table(
        "Rencana aksi:", ("Aksi", "Instansi"), ("Keruk saluran", "Dinas Bina Tepi")
    )
    assert taking_part(page) == []
