"""How long an activity lasts, where the text gives one of its days and its length or its end."""

from __future__ import annotations

import pytest
from dated_pages import page_of

from crawler.extraction.dates.reader import read_dates

_OPENED = "Dinas membuka bimtek di aula, Kamis (7/6)."
_MET = "Rapat dibuka sekretaris daerah, Kamis (7/6)."

LASTING = [
    ([_OPENED, "Bimtek berlangsung tiga hari, sampai Sabtu (9/6)."], "06-07", "06-09"),
    ([_OPENED, "Bimtek digelar dua hari hingga Jumat (8/6) di dua kelas."], "06-07", "06-08"),
    ([_OPENED, "Para kader berlatih selama tiga hari, hingga Sabtu (9/6) lusa."], "06-07", "06-09"),
    ([_OPENED, "Kegiatan akan ditutup pada Sabtu (9/6)."], "06-07", "06-09"),
    ([_OPENED, "Bimtek dijadwalkan berakhir Sabtu (9/6)."], "06-07", "06-09"),
    ([_OPENED, "Bimtek berlangsung s.d. 9 Juni 2018."], "06-07", "06-09"),
    ([_OPENED, "Bimtek berlangsung selama tiga hari."], "06-07", "06-09"),
    (["Bimtek dibuka lurah, Kamis (7/6), dan berlangsung selama dua hari."], "06-07", "06-08"),
    (["Bimtek yang berlangsung dua hari ini digelar sejak Kamis (7/6)."], "06-07", "06-08"),
    (["Bimtek digelar tiga hari mulai Kamis (7/6)."], "06-07", "06-09"),
    (["Kegiatan mulai Kamis (7/6), selama 3 (tiga) hari, di penginapan."], "06-07", "06-09"),
    (["Kemah selama tiga hari itu dibuka camat, Kamis (7/6/2018)."], "06-07", "06-09"),
    (["Roadshow dimulai Kamis (7/6) dan dijadwalkan rampung Sabtu (9/6)."], "06-07", "06-09"),
    (["Rapat yang sedianya digelar Senin (4/6) baru terlaksana Kamis (7/6)."], "06-07", "06-07"),
    (["Pelatihan tiga hari itu ditutup Sabtu (9/6)."], "06-07", "06-09"),
    (["Camat menutup pelatihan selama tiga hari itu, Sabtu (9/6)."], "06-07", "06-09"),
    (
        ["“Semua giat,” kata pelatih di sela pelatihan, Jumat (8/6).", "Pelatihan berlangsung tiga hari hingga Sabtu (9/6)."],
        "06-07",
        "06-09",
    ),
]  # fmt: skip

OTHERS = [
    "Pendaftaran tahap dua berlangsung hingga Sabtu (9/6).",
    "Pameran foto berlangsung hingga Sabtu (9/6).",
    "Masa tanggap darurat berlangsung hingga Sabtu (9/6).",
    "Laporan akhir harus selesai Sabtu (9/6).",
    "Ia meminta waktu sampai 9 Juni 2018.",
    "Tindak lanjutnya berupa pelatihan selama dua hari.",
    "Peserta mengusulkan pelatihan tiga hari bagi kader.",
    "Rapat sebelumnya berlangsung selama dua hari.",
    "Gangguan jalan selama dua hari saja menaikkan harga.",
    "Cadangan air cukup untuk tiga hari.",
    "Notula tayang paling lama dua hari sesudah kegiatan.",
]


@pytest.mark.parametrize(("lines", "start", "end"), LASTING)
def test_length_and_end_complete_the_days_of_an_activity(lines, start, end):
    dates = read_dates(page_of("Judul", *lines, published="2018-06-10"), reports_activity=True)
    assert (dates.start_date, dates.end_date) == (f"2018-{start}", f"2018-{end}")


@pytest.mark.parametrize("line", OTHERS)
def test_what_else_lasts_or_ends_adds_no_day(line):
    page = page_of("Judul", _MET, line, published="2018-06-10")
    dates = read_dates(page, reports_activity=True)
    assert (dates.start_date, dates.end_date) == ("2018-06-07", "2018-06-07")


def test_a_word_for_telling_weighs_less_than_a_verb_of_taking_place():
    page = page_of(
        "Judul",
        "Data itu disampaikan kepala balai di Palu, Minggu 3 Juni 2018.",
        "Dinas melatih relawan, yang dilaksanakan mulai dari Selasa (5/6) hingga Kamis (7/6).",
        published="2018-06-08",
    )
    dates = read_dates(page, reports_activity=True)
    assert (dates.start_date, dates.end_date) == ("2018-06-05", "2018-06-07")


@pytest.mark.parametrize(
    "words",
    ["gapura 17 Agustus berdiri", "lomba 17 Agustus ramai", "menjelang 28 Oktober sibuk",
     "diperingati setiap tanggal 26 April", "dibayar tiap 5 Juni"],
)  # fmt: skip
def test_a_feast_or_what_comes_round_is_no_date(words):
    page = page_of("Judul", f"Rapat digelar Kamis (7/6/2018). Acara {words}.")
    assert [d.date for d in read_dates(page, reports_activity=True).dates] == ["2018-06-07"]


@pytest.mark.parametrize(
    "words",
    ["Upacara digelar pada 17 Agustus di lapangan", "Lomba 17 Agustus lalu meriah",
     "Lomba 17 Agustus 2018 meriah", "Lomba digelar Jumat, 17 Agustus, di lapangan"],
)  # fmt: skip
def test_a_feast_with_more_than_its_name_is_a_date(words):
    page = page_of("Judul", f"{words}.", published="2018-08-20")
    assert [d.date for d in read_dates(page, reports_activity=True).dates] == ["2018-08-17"]
