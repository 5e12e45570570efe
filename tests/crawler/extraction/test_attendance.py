"""Which numbers count who came."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.records import Article
from crawler.article.page import Block, Page
from crawler.extraction.attendance.reader import read_attendance


def page_of(*lines: str, published: str | None = "2019-05-20") -> Page:
    """A page with a title and paragraphs."""
    blocks, at = [], 0
    for line in ("Judul", *lines):
        blocks.append(Block("paragraph" if blocks else "title", at, at + len(line)))
        at += len(line) + 1
    text = "\n".join(("Judul", *lines))
    article = Article(
        "http://contoh.id/a", None, "Judul", None, None, published, None, (), "generic", text
    )
    return Page(article, tuple(blocks))


def counts(text: str) -> list[tuple[int, str, str]]:
    return [(a.count, a.qualifier, a.unit) for a in read_attendance(page_of(text))]


CAME = [
    ("Acara dihadiri sekitar 45 peserta dari kelurahan.", [(45, "about", "peserta")]),
    ("Acara ini dihadiri oleh lebih dari 120 orang.", [(120, "at_least", "orang")]),
    ("Terdapat ±18 peserta dari tiga bidang.", [(18, "about", "peserta")]),
    ("Acara diikuti +/- 50 kader.", [(50, "about", "kader")]),
    ("Rapat dihadiri 41 peserta rapat dari dinas.", [(41, "exact", "peserta rapat")]),
    ("Forum dihadiri oleh 61 institusi/lembaga.", [(61, "exact", "institusi/lembaga")]),
    ("Hadir kurang lebih empat puluh instansi.", [(40, "about", "instansi")]),
    ("Dua puluh peserta mengikuti simulasi.", [(20, "exact", "peserta")]),
    ("Peserta sebanyak 70 orang berasal dari desa.", [(70, "exact", "orang")]),
    ("Jumlah peserta mencapai 200 orang.", [(200, "exact", "orang")]),
    ("Kegiatan dihadiri tidak kurang dari 115 peserta.", [(115, "at_least", "peserta")]),
    ("Kegiatan diikuti hampir 70 peserta.", [(70, "at_most", "peserta")]),
    ("Kegiatan diikuti sedikitnya 60 petani.", [(60, "at_least", "petani")]),
    ("Kegiatan diikuti minimal 60 warga.", [(60, "at_least", "warga")]),
    ("Hadir 1.400 mahasiswa di aula.", [(1400, "exact", "mahasiswa")]),
    ("Sekitar 80 orang memadati ruang itu.", [(80, "about", "orang")]),
    ("Lebih kurang seratus lima puluh warga hadir.", [(150, "about", "warga")]),
    ("Kegiatan diikuti 25 (dua puluh lima) peserta.", [(25, "exact", "peserta")]),
    ("Rapat dihadiri perwakilan dari 21 provinsi.", [(21, "exact", "provinsi")]),
    ("Rapat dengan peserta 22 kepala OPD dan 10 pengusaha.", [(22, "exact", "kepala OPD"), (10, "exact", "pengusaha")]),
    ("Diikuti perwakilan dari 7 desa sebanyak 30 orang.", [(7, "exact", "desa"), (30, "exact", "orang")]),
    ("Dihadiri 64 perwakilan dari 27 perguruan tinggi.", [(64, "exact", "perwakilan"), (27, "exact", "perguruan tinggi")]),
    ("Pelatihan diikuti 214 orang, dari 198 desa dan 16 kelurahan.", [(214, "exact", "orang"), (198, "exact", "desa"), (16, "exact", "kelurahan")]),
    ("Hari pertama hadir 66 peserta, hari kedua hadir 49 peserta.", [(66, "exact", "peserta"), (49, "exact", "peserta")]),
    ("Diikuti total 77 peserta terdiri dari 41 laki-laki dan 36 perempuan.", [(77, "exact", "peserta")]),
    ("Pelatihan diikuti 41 laki-laki dan 36 perempuan.", [(77, "exact", "orang")]),
    ("Sebanyak 275 peserta dari pusat dan daerah berhasil diundang.", [(275, "exact", "peserta")]),
    ("Seminar diikuti tiga ratus dua belas peserta.", [(312, "exact", "peserta")]),
    ("Acara dihadiri 80-an orang.", [(80, "about", "orang")]),
    ("Acara diikuti secara daring oleh 1.250 partisipan.", [(1250, "exact", "partisipan")]),
    ("Rapat dihadiri 14 pesrta.", [(14, "exact", "pesrta")]),
    ("Acara ini melibatkan 12 sekolah.", [(12, "exact", "sekolah")]),
    ("Pertemuan yang sebelumnya ditunda itu kini diadakan. Acara ini dihadiri 30 orang.", [(30, "exact", "orang")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CAME, ids=[c[0] for c in CAME])
def test_a_count_of_who_came(text, expected):
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Acara menghadirkan 4 (empat) narasumber.",
        "Hadir sebagai pembicara tiga orang narasumber.",
        "Peserta dibagi menjadi 3 (tiga) kelompok.",
        "Peserta memetakan 25 titik banjir.",
        "Ada 840 orang yang tinggal di bantaran.",
        "Banjir itu menewaskan 12 orang.",
        "Peserta membahas 60 Kegiatan Strategis dan Rp5 miliar.",
        "Kuota terbatas untuk 50 peserta.",
        "Kegiatan akan diikuti 50 peserta.",
        "Pertemuan serupa pada tahun 2014 dihadiri 19 pabrik dan 6 koperasi.",
        "Tahun lalu acara dihadiri 70 orang.",
        "Setiap organisasi mengirim 1 anggota.",
        "Sebanyak 17 perusahaan menyatakan minat.",
        "Peserta mendengar bahwa 40 persen air hilang.",
        "Peserta Kelompok 3 hadir di lantai 2.",
        "Rapat dihadiri camat pada 12 Mei 2019.",
        "Program ini melayani 18.300 penghuni.",
        "Puluhan warga hadir.",
    ],
)
def test_a_number_that_counts_something_else(text):
    assert counts(text) == []


def test_the_same_count_repeated_is_one_fact_with_all_its_places():
    page = page_of(
        "Acara dihadiri 45 peserta.", "Ke-45 peserta pulang.", "Sebanyak 45 peserta mengisi lembar."
    )
    (fact,) = read_attendance(page)
    assert [page.text[s.start : s.end] for s in fact.evidence] == ["45 peserta", "45 peserta"]


PIECES = st.sampled_from(
    [
        "dihadiri",
        "35",
        "peserta",
        "dua puluh",
        "(",
        ")",
        "laki-laki",
        "dan",
        "perempuan",
        "hampir",
        ".",
        ",",
        "dari",
        "desa",
        "1.400",
        "orang",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)))
def test_reading_never_raises_and_every_quote_has_a_number(text):
    lines = [line for line in text.split("\n") if line.strip()] or ["x"]
    page = page_of(*lines)
    for fact in read_attendance(page):
        assert fact.count > 0
        for span in fact.evidence:
            quote = page.text[span.start : span.end]
            assert any(c.isdigit() for c in quote) or "dua puluh" in quote
