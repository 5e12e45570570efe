"""Groups with names of their own: what each discussed, and what it reported under its name."""

from __future__ import annotations

import pytest

from crawler.article import read_article
from crawler.extraction.groups.reader import read_groups


def groups_of(*paragraphs: str) -> list[tuple[str, list[str]]]:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = read_article(
        f"<html><body><article><h1>Lokakarya Kota Tepian</h1><p>Kota Tepian, 3 Maret 2021</p>{body}"
        "<p>Acara ditutup pada sore hari dengan makan bersama seluruh tamu.</p></article></body></html>",
        "https://kota-tepian.example/p/1",
    )
    return [
        (group.topic, [page.text[c.start : c.end] for c in group.conclusions])
        for group in read_groups(page)
    ]


REPORTED = [
    (
        "Siang harinya peserta duduk di dua meja. Meja Garam membicarakan harga ikan asin. Meja Tambak mendalami penyakit udang.",
        "Meja Garam menyimpulkan bahwa gudang es perlu diperbaiki. Meja Tambak mengusulkan agar benur diperiksa.",
        [
            ("harga ikan asin", ["gudang es perlu diperbaiki"]),
            ("penyakit udang", ["benur diperiksa"]),
        ],
    ),
    (
        "Peserta berpindah ke dua saung. Saung Padi membahas pupuk, sedangkan Saung Kopi mendalami pasar ekspor.",
        "Saung Kopi merekomendasikan agar biji dijemur di para-para.",
        [("pupuk", []), ("pasar ekspor", ["biji dijemur di para-para"])],
    ),
    (
        "Peserta dibagi ke dalam dua kelompok. Kelompok Teuku Umar membahas jalur evakuasi. Kelompok Kartini membahas dapur umum.",
        "Hasil Kelompok Kartini adalah daftar belanja darurat. Kelompok Teuku Umar menyepakati bahwa gang perlu dilebarkan.",
        [
            ("jalur evakuasi", ["gang perlu dilebarkan"]),
            ("dapur umum", ["daftar belanja darurat"]),
        ],
    ),
    (
        "Peserta dibagi ke dua meja: Meja Hijau (taman kampung) dan Meja Biru (air bersih).",
        "Meja Biru menyimpulkan bahwa tandon perlu dikuras tiap bulan.",
        [("taman kampung", []), ("air bersih", ["tandon perlu dikuras tiap bulan"])],
    ),
]


@pytest.mark.parametrize(("division", "reports", "groups"), REPORTED)
def test_a_group_reports_under_its_own_name(
    division: str, reports: str, groups: list[tuple[str, list[str]]]
) -> None:
    assert groups_of(division, reports) == groups


def test_what_follows_a_name_in_brackets_may_be_who_leads() -> None:
    groups = groups_of(
        "Peserta dibagi ke dua meja. Meja Rumah (dipandu Ibu Ira) membahas atap bocor. Meja Kebun (dipandu Bapak Tono) membahas kompos."
    )
    assert "dipandu Ibu Ira" not in [topic for topic, _ in groups]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Diskusi Kelompok Terfokus membahas peta jalan. Kelompok Tani Makmur membahas pupuk dengan dinas.",
        "Meja Panitia membahas konsumsi. Meja Tamu membahas buku tamu.",
    ],
)
def test_a_page_that_divides_nobody_has_no_such_groups(paragraph: str) -> None:
    assert groups_of(paragraph) == []
