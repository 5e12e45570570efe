"""Reports of held activities beside announcements and cancellations; all sentences are our own."""

from __future__ import annotations

import pytest

from archive.records import ActivityType
from crawler.article import read_article
from crawler.extraction.activity_type.reader import read_type


def type_of(title: str, lead: str) -> ActivityType | None:
    return read_type(
        read_article(
            f"<html><body><article><h1>{title}</h1><div class='entry-content'><p>{lead}</p></div></article></body></html>",
            "https://kota-tepian.example/p/1",
        )
    )


@pytest.mark.parametrize(
    ("title", "lead", "kind"),
    [
        (
            "Lokakarya Air Bersih",
            "Lokakarya air bersih digelar Senin (3/2/2020) di Aula Bappeda dan diikuti 40 peserta. Lokakarya kedua akan diselenggarakan pada 20 Maret 2020 mendatang.",
            "workshop",
        ),
        (
            "Pemkot Latih Kader Posyandu",
            "Pemerintah Kota melatih 30 kader, Selasa (4/2/2020). Pelatihan lanjutan akan digelar bulan depan.",
            "training",
        ),
        (
            "Warga Bahas Sampah di Balai RW",
            "Warga menggelar rembuk warga, Minggu (9/2/2020). Rembuk berikutnya rencananya dilaksanakan Maret.",
            "hearing",
        ),
        (
            "Sosialisasi Tanggap Gempa",
            "BPBD menggelar sosialisasi tanggap gempa, Rabu (5/2/2020). Simulasi akan dilaksanakan pada April.",
            "other",
        ),
        (
            "Bincang Sore Mitigasi",
            "Bincang sore mitigasi berlangsung di taman, Sabtu (8/2/2020). Edisi berikutnya akan digelar Maret. Daftarkan diri Anda di sini.",
            "discussion",
        ),
    ],
)
def test_a_next_activity_at_the_end_leaves_the_report_a_report(
    title: str, lead: str, kind: ActivityType
) -> None:
    assert type_of(title, lead) == kind


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Rakor Banjir Diundur",
            "Rakor banjir yang semula dijadwalkan Senin (3/2/2020) diundur hingga pekan depan.",
        ),
        ("Pembatalan Seminar Kota Tangguh", "Dengan ini kami sampaikan bahwa seminar dibatalkan."),
        ("Kabar dari Panitia", "Pelatihan relawan ditunda karena banjir."),
        (
            "Kabar dari Sekretariat",
            "Forum mitra yang sedianya diselenggarakan pada Kamis, 19 Maret 2020 di Hotel Tepian Indah ditunda sampai ada pemberitahuan.",
        ),
        (
            "Diskusi Air Tanah Akan Digelar Pekan Depan",
            "Sekretariat akan menggelar diskusi air tanah, Kamis (20/2/2020). Diskusi terbuka untuk umum.",
        ),
        (
            "Seminar Nasional Kota Pesisir",
            "Universitas menyelenggarakan seminar nasional pada 20 Mei 2020. Biaya pendaftaran Rp50.000. Tempat terbatas.",
        ),
    ],
)
def test_what_is_put_off_or_still_to_come_is_no_activity(title: str, lead: str) -> None:
    assert type_of(title, lead) is None


@pytest.mark.parametrize(
    ("title", "lead", "kind"),
    [
        (
            "Sempat Ditunda, Musrenbang Akhirnya Digelar",
            "Setelah sempat ditunda dua kali, musrenbang akhirnya digelar di balai warga, Kamis (6/2/2020), dihadiri 80 orang.",
            "hearing",
        ),
        (
            "Kunjungan Kerja DPRD",
            "DPRD melakukan kunjungan kerja, Senin (3/2/2020). Kunjungan ke waduk yang semula masuk agenda dibatalkan karena hujan.",
            "visit",
        ),
        (
            "Rapat Pertanggungjawaban",
            "Rapat yang sedianya berlangsung Selasa digelar lebih awal, Senin (3/2/2020), dan dihadiri 30 pengurus.",
            "meeting",
        ),
        (
            "Warga Minta Proyek Ditunda",
            "Musyawarah warga soal jalan baru berlangsung alot di balai warga, Kamis (12/3/2020). Warga meminta proyek ditunda.",
            "meeting",
        ),
        (
            "Iklim Berubah, Petani Ikuti Sekolah Lapang",
            "Petani mengikuti sekolah lapang iklim, Senin (3/2/2020).",
            "training",
        ),
    ],
)
def test_what_was_held_after_all_is_an_activity(title: str, lead: str, kind: ActivityType) -> None:
    assert type_of(title, lead) == kind


@pytest.mark.parametrize(
    ("title", "lead", "kind"),
    [
        (
            "Warga Pasang Alat Peringatan Dini Longsor",
            "Relawan menggelar pelatihan alat peringatan dini longsor, Sabtu (8/2/2020).",
            "training",
        ),
        (
            "Forum Komunikasi Warga Gelar Lokakarya",
            "Forum Komunikasi Warga menggelar lokakarya, Minggu (2/2/2020).",
            "workshop",
        ),
        (
            "Kota Belajar dari Hujan",
            "Pekan lalu hujan deras mengguyur. Pemerintah Kota menggelar rapat, Senin (3/2/2020).",
            "meeting",
        ),
        (
            "Policy Dialogue Air Perkotaan",
            "Dialog digelar di Aula Rektorat, Jumat (7/2/2020), dan diikuti 40 orang.",
            "discussion",
        ),
        (
            "Roadshow ke Puskesmas",
            "Sekretariat melakukan roadshow ke tiga puskesmas, Selasa (4/2/2020).",
            "visit",
        ),
    ],
)
def test_a_phrase_that_only_begins_like_an_activity_decides_nothing(
    title: str, lead: str, kind: ActivityType
) -> None:
    assert type_of(title, lead) == kind
