"""Which words are a date, where it begins and ends, and what it says."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.dates.grammar import find_expressions
from crawler.extraction.dates.words import month_name, month_of, weekday_name, weekday_of


def readings(text: str) -> list[tuple[str, list[tuple[int, int, int | None]]]]:
    return [
        (text[e.start : e.end], [(p.day, p.month, p.year) for p in e.points])
        for e in find_expressions(text)
    ]


DATES = [
    (
        "Rabu dan Kamis (15 dan 16/5/2019)",
        "Rabu dan Kamis (15 dan 16/5/2019)",
        [(15, 5, 2019), (16, 5, 2019)],
    ),
    (
        "pada 15, 16, dan 18/5/2019 di",
        "15, 16, dan 18/5/2019",
        [(15, 5, 2019), (16, 5, 2019), (18, 5, 2019)],
    ),
    ("Senin-Rabu (29/4-1/5)", "Senin-Rabu (29/4-1/5)", [(29, 4, None), (1, 5, None)]),
    (
        "tanggal 30/12/2018 s.d. 2/1/2019",
        "tanggal 30/12/2018 s.d. 2/1/2019",
        [(30, 12, 2018), (2, 1, 2019)],
    ),
    ("Kupang (12/2) Rapat dimulai", "12/2", [(12, 2, None)]),
    ("Tgl.5 Mei 2018", "Tgl.5 Mei 2018", [(5, 5, 2018)]),
    ("di rumah Sukarno 5 Mei 2018", "5 Mei 2018", [(5, 5, 2018)]),
    ("turun ke lapangan tanggal 5 Mei 2018", "tanggal 5 Mei 2018", [(5, 5, 2018)]),
    ("Rabu(15/05/2019)siang", "Rabu(15/05/2019)", [(15, 5, 2019)]),
    ("25-Mei-2018", "25-Mei-2018", [(25, 5, 2018)]),
    ("Palu, 6 Mei 2021", "6 Mei 2021", [(6, 5, 2021)]),
    ("Palu, 6\xa0Mei\xa0 2021.", "6\xa0Mei\xa0 2021", [(6, 5, 2021)]),
    ("pada Kamis 6 Mei 2021 di", "Kamis 6 Mei 2021", [(6, 5, 2021)]),
    ("Pada Hari Kamis Tanggal 6 Mei 2021", "Kamis Tanggal 6 Mei 2021", [(6, 5, 2021)]),
    ("pada hari Kamis tangggal 6 Mei 2021", "Kamis tangggal 6 Mei 2021", [(6, 5, 2021)]),
    ("Palu,Kamis,6 mei 2021.", "Kamis,6 mei 2021", [(6, 5, 2021)]),
    ("20 – 23 Mei 2019", "20 – 23 Mei 2019", [(20, 5, 2019), (23, 5, 2019)]),
    ("14—16 Oktober", "14—16 Oktober", [(14, 10, None), (16, 10, None)]),
    ("24 s.d. 26 April 2019", "24 s.d. 26 April 2019", [(24, 4, 2019), (26, 4, 2019)]),
    ("24 s/d 26 April 2019", "24 s/d 26 April 2019", [(24, 4, 2019), (26, 4, 2019)]),
    ("24 sd 26 April 2019", "24 sd 26 April 2019", [(24, 4, 2019), (26, 4, 2019)]),
    ("11 sampai dengan 13 Mei", "11 sampai dengan 13 Mei", [(11, 5, None), (13, 5, None)]),
    (
        "tanggal 11 sampai tanggal 13 Mei",
        "tanggal 11 sampai tanggal 13 Mei",
        [(11, 5, None), (13, 5, None)],
    ),
    ("22 dan 23 Mei 2019", "22 dan 23 Mei 2019", [(22, 5, 2019), (23, 5, 2019)]),
    ("3, 4, dan 7 Mei 2019", "3, 4, dan 7 Mei 2019", [(3, 5, 2019), (4, 5, 2019), (7, 5, 2019)]),
    (
        "28 September hingga Jumat, 1 Oktober 2021",
        "28 September hingga Jumat, 1 Oktober 2021",
        [(28, 9, 2021), (1, 10, 2021)],
    ),
    (
        "30 Desember - 2 Januari 2020",
        "30 Desember - 2 Januari 2020",
        [(30, 12, 2019), (2, 1, 2020)],
    ),
    (
        "Senin (22/10) hingga Selasa (23/10)",
        "Senin (22/10) hingga Selasa (23/10)",
        [(22, 10, None), (23, 10, None)],
    ),
    ("Rabu (12/07/23)", "Rabu (12/07/23)", [(12, 7, 2023)]),
    ("(Palu, 3/5/2018)_Rapat", "3/5/2018", [(3, 5, 2018)]),
    ("Kamis malam (20/10)", "Kamis malam (20/10)", [(20, 10, None)]),
    ("hari ini (20/10)", "(20/10)", [(20, 10, None)]),
    ("Rabu-Kamis (22-23/5/2019)", "Rabu-Kamis (22-23/5/2019)", [(22, 5, 2019), (23, 5, 2019)]),
    ("tercatat 20-10-2018.", "20-10-2018", [(20, 10, 2018)]),
    ("tercatat 2018-10-25, lalu", "2018-10-25", [(25, 10, 2018)]),
    ("tanggal 20181025", "tanggal 20181025", [(25, 10, 2018)]),
    ("Thursday, October 25, 2018", "Thursday, October 25, 2018", [(25, 10, 2018)]),
    ("25th October 2018", "25th October 2018", [(25, 10, 2018)]),
    ("5 Agt. 2018", "5 Agt. 2018", [(5, 8, 2018)]),
    ("5 Pebruari 2018", "5 Pebruari 2018", [(5, 2, 2018)]),
    ("Jum’at, 9 Nop 2018", "Jum’at, 9 Nop 2018", [(9, 11, 2018)]),
    ("Senen 5 Agustsus 2018", "Senen 5 Agustsus 2018", [(5, 8, 2018)]),
    ("25 (dua puluh lima) Mei 2018", "25 (dua puluh lima) Mei 2018", [(25, 5, 2018)]),
    (
        "tanggal dua puluh lima bulan Mei tahun dua ribu delapan belas",
        "tanggal dua puluh lima bulan Mei tahun dua ribu delapan belas",
        [(25, 5, 2018)],
    ),
    ("Lantai 23, 12 Mei 2019", "12 Mei 2019", [(12, 5, 2019)]),
    ("25-Mei-18", "25-Mei-18", [(25, 5, 2018)]),
]


@pytest.mark.parametrize(("text", "quote", "points"), DATES, ids=[d[0] for d in DATES])
def test_a_date_is_found_and_bounded(text, quote, points):
    assert readings(text) == [(quote, points)]


@pytest.mark.parametrize(
    "text",
    [
        "Universitas 17 Agustus 1945", "di Jalan 10 November", "rasio 1/2 dan 3/4 bagian", "telepon 0812-12-12-2012",
        "UU No. 24 Tahun 2007", "Perda 4/2014", "Perwali nomor 31 tahun 2017", "surat 117/KL.03.01/IX/2020",
        "periode 2015-2030", "RPJMD 2016 – 2020", "target tahun 2020 sampai dengan 2022", "hubungi 0812.3456.7890",
        "2019.02.14_Notulen.Rapat", "http://contoh.id/2018/10/25/rapat", "pukul 08.00 - 17.00 WIB", "versi 2.10.2018",
        "bulan Mei 2016", "1/3 lahan, 2/3 peserta", "(1/3)", "Jl. Anggrek No. 3/5", "skala 1:25.000", "10-12 orang",
        "terjebak 3 macet", "pada Mei mendatang", "seminar sehari 24 jam", "Notulen 29 Mei 2018.pdf", "minggu (ke-2)",
        "satu 1/2 jam", "Nomor 12/5/2018", "kami 25 orang", "5 kamus 2018", "rasio 20/10", "10.20.2030.40",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_left_alone(text):
    assert readings(text) == []


FORMS = [
    "{d} {m} {y}", "{w}, {d} {m} {y}", "{w} {d} {m} {y}", "hari {w} tanggal {d} {m} {y}", "{w} ({d}/{n}/{y})",
    "{d:02}-{n:02}-{y}", "{y}-{n:02}-{d:02}", "{m} {d}, {y}", "{w} ({d}/{n})", "{d} {m}",
]  # fmt: skip


@given(
    st.dates(date(2000, 1, 1), date(2039, 12, 31)),
    st.sampled_from(FORMS),
    st.sampled_from(["", "Pada ", "digelar, "]),
)
def test_a_date_written_in_any_form_reads_as_itself(day, form, before):
    weekday = weekday_name(day.isoweekday())
    text = before + form.format(
        d=day.day, m=month_name(day.month), n=day.month, y=day.year, w=weekday
    )
    ((point,),) = [e.points for e in find_expressions(text)]
    assert (point.day, point.month, point.year or day.year) == (day.day, day.month, day.year)
    assert point.weekday in {None, day.isoweekday()}


@given(
    st.integers(1, 27),
    st.integers(1, 12),
    st.data(),
    st.sampled_from(["-", " – ", " s.d. ", " sampai dengan ", " hingga "]),
)
def test_a_range_written_in_any_form_reads_as_itself(first, month, data, joint):
    last = data.draw(st.integers(first + 1, 28))
    (found,) = find_expressions(f"pada {first}{joint}{last} {month_name(month)} 2021")
    assert found.ranged
    assert [(p.day, p.month) for p in found.points] == [(first, month), (last, month)]


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("Agustsus", 8),
        ("Septmber", 9),
        ("Febuari", 2),
        ("karet", None),
        ("macet", None),
        ("meja", None),
    ],
)
def test_a_month_forgives_one_slip(word, month):
    assert month_of(word) == month


@pytest.mark.parametrize(
    ("word", "weekday"),
    [("Jum'at", 5), ("jumat", 5), ("Kamiis", 4), ("Satu", None), ("Selama", None), ("kmis", None)],
)
def test_a_weekday_forgives_one_slip_in_a_name(word, weekday):
    assert weekday_of(word) == weekday


@given(st.text(alphabet="0123456789/-.,() MeiagustRb\n'’"))
def test_any_text_is_read_without_overlaps(text):
    found = find_expressions(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
