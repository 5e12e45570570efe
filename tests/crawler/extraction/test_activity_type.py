"""The kind of activity that a page reports; all pages are our own."""

from __future__ import annotations

import pytest

from crawler.article import read_article
from crawler.article.page import Page
from crawler.extraction.activity_type.reader import read_title, read_type


def page_of(title: str, *paragraphs: str) -> Page:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return read_article(
        f"<html><body><article><h1>{title}</h1><div class='entry-content'>{body}</div></article></body></html>",
        "https://kota-tepian.example/p/1",
    )


HELD = "Acara dibuka oleh Camat Muara dan dihadiri 40 peserta dari berbagai kelurahan di kota itu."


@pytest.mark.parametrize(
    ("title", "lead", "kind"),
    [
        ("Lokakarya Sungai Bersih", "Bogor, 3 Maret 2021", "workshop"),
        ("Workshop Peta Banjir, 3 Maret 2021", "Dinas Sungai mengadakan workshop.", "workshop"),
        ("Rapat Persiapan Lokakarya Sungai", "Rapat dipimpin Camat Muara.", "meeting"),
        ("Rakor Penanganan Rob", "Rakor digelar di kantor camat.", "meeting"),
        (
            "Pertemuan Rutin Tim Sungai",
            "Tim Sungai mengadakan lagi pertemuan rutin.",
            "routine_meeting",
        ),
        ("Rapat Mingguan Sekretariat", "Rapat mingguan ini membahas jadwal.", "routine_meeting"),
        ("FGD Strategi Sungai", "FGD ini membahas strategi.", "focus_group"),
        (
            "Penyusunan Rencana Sungai Bersih",
            "Diskusi Kelompok Terfokus diselenggarakan Dinas Sungai pada 3 Maret 2021.",
            "focus_group",
        ),
        ("Sesi Kerja Peta Risiko", "Sesi kerja diikuti 40 orang.", "working_session"),
        ("Audiensi Mahasiswa ke Dinas Sungai", "Audiensi diterima Kepala Dinas.", "visit"),
        ("Dinas Sungai Terima Kunjungan Pelajar", "Kunjungan ini berlangsung dua jam.", "visit"),
        ("Webinar Air dan Warga", "Webinar diikuti 200 peserta.", "seminar"),
        ("Konferensi Kota Air 2021", "Konferensi diselenggarakan selama dua hari.", "seminar"),
        ("Forum Warga Sungai Gelar Lokakarya", "Lokakarya dibuka oleh lurah.", "workshop"),
        ("Forum Perdana Kota Air", "Forum ini dihadiri 70 lembaga.", "forum"),
        ("Diskusi Publik Nasib Sungai", "Diskusi dipandu Rina Hapsari.", "discussion"),
        ("Pelatihan Relawan Sungai", "Pelatihan diikuti 30 orang.", "training"),
        ("Simulasi Evakuasi Rob", "Simulasi dilaksanakan di tiga kelurahan.", "training"),
        ("Bimtek Pompa Air", "Bimtek diikuti 30 petugas.", "training"),
        ("Wali Kota Luncurkan Peta Sungai", "Peta itu diluncurkan kemarin.", "launch"),
        (
            "Konsultasi Publik dan Peluncuran Draf Rencana",
            "Konsultasi publik diadakan Bappeda.",
            "hearing",
        ),
        (
            "Penandatanganan Nota Kesepahaman Sungai",
            "Penandatanganan dilakukan wali kota.",
            "ceremony",
        ),
        ("Sosialisasi Kampung Iklim", "Sosialisasi diadakan di aula desa.", "other"),
        (
            "Upaya Menjaga Hulu",
            "Dinas Sungai mengadakan “Lokakarya Menjaga Hulu” yang diikuti 40 orang.",
            "workshop",
        ),
        ("Kolaborasi untuk Kota", "Kegiatan bersih sungai itu diikuti 100 warga.", "other"),
        (
            "Menteri Resmikan Rumah Pompa",
            "Menteri meresmikan rumah pompa di Kelurahan Muara.",
            "launch",
        ),
        ("Sekda Buka Musrenbang Kota", "Musrenbang diikuti 200 orang.", "hearing"),
        ("Warga Muara Menyapu Tepian", "Kegiatan itu digelar pada Minggu pagi.", "other"),
        (
            "Camat Ajak Warga Jaga Sungai",
            "Hal itu disampaikan camat saat membuka seminar sungai di Bogor. Seminar tersebut diikuti pelajar.",
            "seminar",
        ),
    ],
)
def test_the_words_for_what_was_held_give_the_type(title: str, lead: str, kind: str) -> None:
    assert read_type(page_of(title, lead, HELD)) == kind


@pytest.mark.parametrize(
    ("title", "paragraphs"),
    [
        (
            "Pengumuman: Pendaftaran Lokakarya Sungai",
            ["Dinas Sungai mengundang warga untuk mendaftar.", "Pendaftaran ditutup 3 Maret 2021."],
        ),
        (
            "Pekan Sungai 2021",
            [
                "Dinas Sungai akan menyelenggarakan rangkaian seminar dan lokakarya pada 3 Maret 2021.",
                "Rencananya acara digelar di Hotel Tepian. Bagi yang berminat, silakan hubungi panitia.",
            ],
        ),
        ("Undangan Webinar Air", ["Ikuti webinar kami pada 3 Maret 2021. Tempat terbatas."]),
        (
            "Sungai dan Kita",
            [
                "Oleh: Joko Prasetyo, pemerhati sungai",
                "Sungai telah lama kita lupakan. Dalam sebuah seminar, hal itu pernah dibahas.",
            ],
        ),
        (
            "Mengenal Peraturan Sungai",
            ["Peraturan ini ditetapkan pada 3 Maret 2021 dan berlaku lima tahun."],
        ),
        (
            "Program Seratus Sungai",
            [
                "Program ini membantu kota untuk mengenali persoalan sungainya.",
                "Kota yang terpilih mendapat pendampingan.",
            ],
        ),
    ],
)
def test_a_page_that_reports_nothing_has_no_type(title: str, paragraphs: list[str]) -> None:
    page = page_of(title, *paragraphs)
    assert read_type(page) is None
    assert read_title(page, None) is None


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        (
            "Lokakarya Sungai Bersih, 3 Maret 2021",
            "Lokakarya dibuka camat.",
            "Lokakarya Sungai Bersih",
        ),
        (
            "Upaya Menjaga Hulu",
            "Dinas Sungai mengadakan “Lokakarya Menjaga Hulu” yang diikuti 40 orang.",
            "Lokakarya Menjaga Hulu",
        ),
        (
            "Upaya Menjaga Hulu",
            "Dinas Sungai mengadakan Lokakarya Menjaga Hulu Sungai pada Rabu.",
            "Lokakarya Menjaga Hulu Sungai",
        ),
        ("Upaya Menjaga Hulu", "Dinas Sungai mengadakan lokakarya kecil.", "Upaya Menjaga Hulu"),
    ],
)
def test_the_title_is_the_activitys_own(title: str, lead: str, expected: str) -> None:
    page = page_of(title, lead, HELD)
    assert read_title(page, read_type(page)) == expected
