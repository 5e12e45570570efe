"""Counts that change, that were asked for only, and numbers that look like counts of who came."""

from __future__ import annotations

import pytest
from dated_pages import page_of

from crawler.extraction.attendance.reader import read_attendance


def counts(line: str) -> list[tuple[int, str, str]]:
    page = page_of("Judul", line, published="2019-05-20")
    return [(a.count, a.qualifier, a.unit) for a in read_attendance(page)]


CHANGED = [
    ("Pada hari pertama hadir lima puluh dua peserta. Pada hari kedua jumlahnya berkurang menjadi 40 orang.", [(52, "exact", "peserta"), (40, "exact", "orang")]),
    ("Sesi pagi diikuti 30 guru. Setelah istirahat jumlahnya bertambah menjadi sekitar 45 orang.", [(30, "exact", "guru"), (45, "about", "orang")]),
    ("Jumlah peserta naik menjadi 80 orang pada hari terakhir.", [(80, "exact", "orang")]),
    ("Warga desa itu banyak. Jumlahnya berkurang menjadi 400 orang karena merantau.", []),
]  # fmt: skip

ASKED = [
    ("Dari 90 warga yang mendaftar, 64 peserta hadir.", [(64, "exact", "peserta")]),
    ("Dari 300 pendaftar, 210 orang mengikuti webinar.", [(210, "exact", "orang")]),
    ("Sebanyak 300 orang mendaftar, namun yang hadir 210 orang.", [(210, "exact", "orang")]),
    ("“Dari undangan 60 orang yang datang ternyata 75 orang. Ramai,” tutur camat.", [(75, "exact", "orang")]),
    ("Kami mengundang 60 orang, yang datang justru 75 orang.", [(75, "exact", "orang")]),
    ("Dari 60 undangan, hadir 52 orang.", [(52, "exact", "orang")]),
    ("Dari 60 undangan, 52 orang hadir.", [(52, "exact", "orang")]),
    ("Dari 50 peserta yang hadir, 30 orang mengikuti tes.", [(50, "exact", "peserta")]),
    ("Kami memohon maaf kepada 150 calon peserta yang telah mendaftar.", []),
]  # fmt: skip

CAME = [
    ("Temu terbatas itu diikuti 26 undangan.", [(26, "exact", "undangan")]),
    ("Rapat digelar secara terbatas dan dihadiri 12 orang.", [(12, "exact", "orang")]),
    ("“Yang kami bekali 30 guru dan 5 pengawas,” kata ketua.", [(30, "exact", "guru"), (5, "exact", "pengawas")]),
    ("Pesertanya 40 kader dan 5 bidan.", [(40, "exact", "kader"), (5, "exact", "bidan")]),
    ("Yang hadir hanya 25 orang.", [(25, "exact", "orang")]),
    ("Tim dari kota tetangga beranggotakan 11 orang bertamu ke kantor.", [(11, "exact", "orang")]),
    ("Dinas menghimpun 40 warga di balai.", [(40, "exact", "warga")]),
    ("“Yang ikut hari ini ada 45 anak,” kata pendamping.", [(45, "exact", "anak")]),
    ("Sebanyak 28 siswa diajari memilah sampah.", [(28, "exact", "siswa")]),
    ("Webinar disaksikan 1,2 ribu penonton.", [(1200, "exact", "penonton")]),
    ("Kegiatan diikuti maks. 40 peserta.", [(40, "at_most", "peserta")]),
    ("Kegiatan diikuti min. 40 peserta.", [(40, "at_least", "peserta")]),
    ("Kegiatan diikuti kl. 40 peserta.", [(40, "about", "peserta")]),
    ("Rapat dihadiri 4 pejabat, yaitu Bapak Joni dan tiga kepala seksi.", [(4, "exact", "pejabat")]),
]  # fmt: skip

NOT_COUNTED = [
    "Lokakarya ini dirancang untuk 40 peserta.",
    "Peserta belajar menyusuri 3 anak sungai.",
    "Tempat terbatas untuk 40 peserta.",
    "Di akhir acara peserta membentuk tim perumus beranggotakan 7 orang.",
    "Peserta membentuk satgas kampung yang beranggotakan 15 orang.",
    "Rapat dihadiri Bapak Joni (Sekretaris), serta dua notulis, yakni Mbak Lia dan Mas Beno.",
    "Guna menjaring aspirasi nelayan enam desa di teluk itu, dinas mengadakan rembuk.",
    "Kegiatan ini mengumpulkan data 14 kelurahan dari peserta.",
    "Peserta Kelompok 2 memetakan letak sumur 12 desa",
    "Ibu Tania bercerita tentang pasar malam yang diikuti 700 pedagang di desanya.",
    "Ia menerima rombongan dan memaparkan cara yayasannya membina 64 relawan.",
]


@pytest.mark.parametrize(("line", "expected"), CHANGED)
def test_what_a_count_became_is_a_count_too(line, expected):
    assert counts(line) == expected


@pytest.mark.parametrize(("line", "expected"), ASKED)
def test_those_who_came_count_and_not_those_who_were_asked(line, expected):
    assert counts(line) == expected


@pytest.mark.parametrize(("line", "expected"), CAME)
def test_who_came_is_counted(line, expected):
    assert counts(line) == expected


@pytest.mark.parametrize("line", NOT_COUNTED)
def test_sizes_things_and_anecdotes_are_no_attendance(line):
    assert counts(line) == []


QUALIFIED = [
    ("Sebanyak empat puluh lima calon penyuluh dari 12 kecamatan mengikuti kursus itu.", [(45, "exact", "calon penyuluh"), (12, "exact", "kecamatan")]),
    ("Kursus ini diikuti 18 calon guru.", [(18, "exact", "calon guru")]),
    ("Ada 150 calon peserta yang belum dipanggil.", []),
    ("Rapat dihadiri delegasi 9 negara.", [(9, "exact", "negara")]),
    ("Forum ini diikuti para utusan 14 kabupaten penerima hibah.", [(14, "exact", "kabupaten")]),
    ("Temu warga dihadiri wakil 11 desa terdampak.", [(11, "exact", "desa")]),
    ("Peserta membahas nasib 11 desa terdampak.", []),
    ("Panitia mencatat 300 warga penerima bantuan.", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), QUALIFIED)
def test_those_who_came_may_be_qualified(line: str, expected: list[tuple[int, str, str]]) -> None:
    assert counts(line) == expected


def test_a_caption_counts_nobody() -> None:
    page = page_of(
        "Judul",
        "Kursus itu diikuti 40 peserta.",
        "! Suasana sesi; hadir 17 orang nelayan",
        published="2019-05-20",
    )
    assert [a.count for a in read_attendance(page)] == [40]
