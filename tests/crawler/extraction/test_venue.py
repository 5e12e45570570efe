"""Where an activity took place; all sentences are our own."""

from __future__ import annotations

import pytest

from crawler.article import read_article
from crawler.extraction.venue.reader import Venue, read_venue


def venue_of(*paragraphs: str) -> Venue:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    page = read_article(
        f"<html><body><article><h1>Lokakarya Sungai</h1><div class='entry-content'>{body}<p>Acara ditutup pada sore hari dengan makan bersama seluruh peserta yang hadir.</p></div></article></body></html>",
        "https://kota-tepian.example/p/1",
    )
    found = read_venue(page)
    if found.venue:
        assert any(found.venue in page.text[e.start : e.end] for e in found.evidence)
    return found


@pytest.mark.parametrize(
    ("sentence", "venue"),
    [
        (
            "Lokakarya diadakan pada Rabu, 3 Maret 2021, bertempat di Ruang Melati Lantai 2 Hotel Tepian Indah, Bogor.",
            "Ruang Melati Lantai 2 Hotel Tepian Indah, Bogor",
        ),
        (
            "Rapat berlangsung di ruang rapat Bappeda Kota Tepian, Selasa (2/3/2021).",
            "ruang rapat Bappeda Kota Tepian",
        ),
        (
            "Rapat diadakan di Aula Kantor Kelurahan Muara Jaya dan dihadiri 30 orang.",
            "Aula Kantor Kelurahan Muara Jaya",
        ),
        (
            "Seminar digelar di Auditorium Universitas Tepian, yang bekerja sama dengan Bappeda.",
            "Auditorium Universitas Tepian",
        ),
        (
            "Pelatihan dilaksanakan di Balai Warga RW 05 pada hari Senin, 1 Maret 2021.",
            "Balai Warga RW 05",
        ),
        (
            "Rapat diselenggarakan di Gedung Pertemuan Lt. 3 Jl. Sungai No. 12 Bogor dengan tertib.",
            "Gedung Pertemuan Lt. 3 Jl. Sungai No. 12 Bogor",
        ),
        (
            "Acara dibuka pukul sembilan di Pendopo Kabupaten Muara, Kamis pagi.",
            "Pendopo Kabupaten Muara",
        ),
        (
            "Bertempat di Hotel Tepian Indah, Dinas Sungai Kota Tepian mengadakan lokakarya.",
            "Hotel Tepian Indah",
        ),
        (
            "Bertempat di Hotel Tepian Indah, Bogor, Dinas Sungai Kota Tepian mengadakan lokakarya.",
            "Hotel Tepian Indah, Bogor",
        ),
        (
            "Lokakarya yang digelar di Kampus Institut Sungai tersebut diikuti mahasiswa.",
            "Kampus Institut Sungai",
        ),
        (
            "Diskusi digelar di Taman Tepian Air, Jalan Muara Raya, Kelurahan Muara Jaya.",
            "Taman Tepian Air, Jalan Muara Raya, Kelurahan Muara Jaya",
        ),
        (
            "“Sungai harus bersih,” kata Camat di Balai Kota Tepian, Jalan Muara, Jumat (5/3/2021).",
            "Balai Kota Tepian, Jalan Muara",
        ),
        (
            "Rapat ini mengambil tempat di Graha Muara (Jl. Sungai 12) dan berjalan lancar.",
            "Graha Muara",
        ),
        (
            "Pertemuan bertempat di kantor UNDP, Menara Hilir Lantai 8, Jakarta Pusat pukul 10.00 WIB.",
            "kantor UNDP, Menara Hilir Lantai 8, Jakarta Pusat",
        ),
        (
            "Buku itu diluncurkan di Toko Buku Hilir, Jakarta Pusat, pada Rabu malam.",
            "Toko Buku Hilir, Jakarta Pusat",
        ),
        (
            "Sosialisasi dilaksanakan selama dua hari, 3-4 Maret 2021, di kawasan Muara Jaya Kecamatan Hilir.",
            "kawasan Muara Jaya Kecamatan Hilir",
        ),
    ],
)
def test_the_venue_ends_with_its_clause(sentence: str, venue: str) -> None:
    assert venue_of(sentence).venue == venue


@pytest.mark.parametrize(
    "sentence",
    [
        "Seminar diadakan secara daring di Zoom dan diikuti 200 peserta.",
        "Rapat berlangsung di Jakarta pada hari Rabu.",
        "Konferensi diadakan di Indonesia untuk kali pertama.",
        "Lokakarya berikutnya akan diadakan di Hotel Tepian Indah pada bulan Mei.",
        "Peserta membahas banjir di wilayah hilir dan cara mencegahnya.",
        "Webinar berlangsung di kanal YouTube Kota Tepian.",
    ],
)
def test_a_city_a_screen_or_another_activitys_house_is_no_venue(sentence: str) -> None:
    assert venue_of(sentence).venue is None


def test_bertempat_di_outweighs_a_house_named_before() -> None:
    found = venue_of(
        "Peserta berangkat dari kantor masing-masing dan berkumpul di Terminal Muara.",
        "Lokakarya bertempat di Aula Hilir.",
    )
    assert found.venue == "Aula Hilir"


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("Jakarta, 3 Maret 2021", "Jakarta"),
        ("SUKABUMI, kabar-tepian.example - Lokakarya sungai digelar.", "Sukabumi"),
        ("Barabai (ANTARA) - Lokakarya sungai digelar.", "Barabai"),
        ("MAKASSAR,KABAR.example—Lokakarya sungai digelar.", "Makassar"),
        ("Bogor – Lokakarya sungai digelar.", "Bogor"),
        ("Rabu, 3 Maret 2021, lokakarya sungai digelar.", None),
        ("Warga berkumpul sejak pagi.", None),
    ],
)
def test_the_place_is_the_datelines_city_in_normal_case(dateline: str, place: str | None) -> None:
    assert venue_of(dateline).place == place


def test_without_a_dateline_the_place_is_the_city_named_with_the_venue() -> None:
    assert venue_of("Rapat berlangsung di Hotel Tepian Indah, Bogor.").place == "Bogor"
