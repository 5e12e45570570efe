"""Which dates of a page are the activity's, which are the dateline, which are another's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.records import Article
from crawler.article.page import Block, Page
from crawler.extraction.dates import Dates, read_dates


def page_of(*lines: str, published: str | None = None) -> Page:
    """A page with a title and paragraphs; a line that begins with `* ` is an item, `! ` a caption."""
    blocks, texts, at = [], [], 0
    for number, line in enumerate(lines):
        kind = (
            "title" if number == 0 else {"* ": "item", "! ": "caption"}.get(line[:2], "paragraph")
        )
        words = line[2:] if kind in {"item", "caption"} else line
        blocks.append(Block(kind, at, at + len(words)))  # type: ignore[arg-type]
        texts.append(words)
        at += len(words) + 1
    article = Article(
        "http://contoh.id/a",
        None,
        lines[0] if lines else "",
        None,
        None,
        published,
        None,
        (),
        "generic",
        "\n".join(texts),
    )
    return Page(article, tuple(blocks))


def span_of(dates: Dates) -> tuple[str | None, str | None]:
    return dates.start_date, dates.end_date


ACTIVITY = [
    # one day, by dateline alone
    (
        ["Rapat Koordinasi Drainase", "Bandung, 4 Maret 2021", "Rapat membahas saluran."],
        "2021-03-10",
        "2021-03-04",
        "2021-03-04",
    ),
    (
        ["Rapat", "Bandung (04/03/2021) – Dinas membahas saluran air."],
        "2021-03-05",
        "2021-03-04",
        "2021-03-04",
    ),
    (
        ["Rapat", "Senin, 8 Maret 2021", "Dinas membahas saluran air."],
        "2021-03-09",
        "2021-03-08",
        "2021-03-08",
    ),
    (
        ["Rapat", "SURABAYA, kabarkota.id - Kamis (11/3), dinas menggelar rapat."],
        "2021-03-12",
        "2021-03-11",
        "2021-03-11",
    ),
    (
        ["Rapat", "Humas Kota – Padang, 11 Maret 2021. Dinas membahas saluran."],
        "2021-03-12",
        "2021-03-11",
        "2021-03-11",
    ),
    # the dateline is the day after
    (
        [
            "Seminar Air",
            "Medan, 12 Maret 2021 – Seminar Air digelar di Aula Kota pada Kamis (11/3).",
        ],
        "2021-03-12",
        "2021-03-11",
        "2021-03-11",
    ),
    (
        [
            "Pelatihan",
            "Solo, 9 Juni 2022",
            "Pelatihan kader berlangsung pada 7 s.d. 8 Juni 2022 di balai kota.",
        ],
        "2022-06-09",
        "2022-06-07",
        "2022-06-08",
    ),
    # ranges and lists
    (
        [
            "Pelatihan",
            "Pelatihan diselenggarakan pada tanggal 28 September hingga 1 Oktober 2021 di Malang.",
        ],
        "2021-10-04",
        "2021-09-28",
        "2021-10-01",
    ),
    (
        ["Pelatihan", "Pelatihan yang diadakan 3, 4, dan 7 Mei 2019 ini diikuti kader."],
        "2019-05-10",
        "2019-05-03",
        "2019-05-07",
    ),
    (
        [
            "Lokakarya",
            "Lokakarya dilaksanakan selama dua hari, Rabu-Kamis (22-23/5/2019), di hotel.",
        ],
        "2019-05-24",
        "2019-05-22",
        "2019-05-23",
    ),
    (
        [
            "Lokakarya",
            "Selama 3 (tiga) hari, mulai tanggal 6 Agustus 2019, lokakarya diselenggarakan dinas.",
        ],
        "2019-08-12",
        "2019-08-06",
        "2019-08-08",
    ),
    (
        [
            "Lokakarya",
            "Hari pertama lokakarya dilaksanakan pada 6 Agustus 2019.",
            "Hari kedua, 7 Agustus 2019, peserta mengikuti kunjungan.",
        ],
        "2019-08-12",
        "2019-08-06",
        "2019-08-07",
    ),
    (
        ["Lokakarya", "Kegiatan berlangsung mulai Senin (22/10) hingga Rabu (24/10) di pantai."],
        "2018-10-25",
        "2018-10-22",
        "2018-10-24",
    ),
    (
        ["Rakor", "Rakor yang digelar 30 Desember 2019 s.d. 2 Januari 2020 dihadiri camat."],
        "2020-01-04",
        "2019-12-30",
        "2020-01-02",
    ),
    # the newspaper's statement
    (
        [
            "Wali Kota Tinjau Pompa",
            "“Pompa siap,” ujar wali kota di rumah pompa, Jumat (5/2/2021).",
        ],
        "2021-02-05",
        "2021-02-05",
        "2021-02-05",
    ),
    (
        [
            "Wali Kota Tinjau Pompa",
            "! Wali kota di kantor, Rabu (3/2/2021)",
            "“Pompa siap,” ujar wali kota di rumah pompa, Jumat (5/2/2021).",
        ],
        "2021-02-05",
        "2021-02-05",
        "2021-02-05",
    ),
    # plans and earlier events beside it
    (
        [
            "FGD",
            "Jakarta, 5 Maret 2020",
            "FGD membahas air.",
            "FGD berikutnya akan dilaksanakan pada 19 Maret 2020.",
        ],
        "2020-03-06",
        "2020-03-05",
        "2020-03-05",
    ),
    (
        [
            "FGD",
            "Jakarta, 5 Maret 2020",
            "Kegiatan ini merupakan kelanjutan dari:",
            "* Rapat persiapan pada 20 Februari 2020.",
            "* Sesi kerja pada 27 Februari 2020.",
        ],
        "2020-03-06",
        "2020-03-05",
        "2020-03-05",
    ),
    (
        ["FGD", "Pascabanjir 1 Januari 2020, dinas menggelar FGD pada Rabu, 8 Januari 2020."],
        "2020-01-09",
        "2020-01-08",
        "2020-01-08",
    ),
    (
        [
            "FGD",
            "FGD digelar pada 8 Januari 2020. Perda itu ditetapkan pada tanggal 6 Januari 2020.",
        ],
        "2020-01-09",
        "2020-01-08",
        "2020-01-08",
    ),
    (
        ["Rapat Rutin, 25 Juli 2018", "Tim mengadakan rapat rutin di ruang kerja."],
        "2018-07-26",
        "2018-07-25",
        "2018-07-25",
    ),
    (
        [
            "Rapat",
            "Rapat yang sedianya direncanakan pada 3 Juli 2018 akhirnya dilaksanakan pada 10 Juli 2018.",
        ],
        "2018-07-11",
        "2018-07-10",
        "2018-07-10",
    ),
    (
        ["Rapat", "Pada hari Jum’at tanggal dua puluh lima Mei 2018 dilaksanakan rapat."],
        "2018-05-28",
        "2018-05-25",
        "2018-05-25",
    ),
    (
        ["Rapat", "Rapat digelar Kamis (12/11/20) di aula."],
        "2020-11-13",
        "2020-11-12",
        "2020-11-12",
    ),
    (
        [
            "Aksi",
            "Ternate, 11 Mei 2021 – Memperingati Hari Bumi yang jatuh pada 22 April 2021, dinas menanam pohon.",
        ],
        "2021-05-11",
        "2021-05-11",
        "2021-05-11",
    ),
    (
        [
            "Aksi",
            "Memperingati Hari Air yang jatuh pada 22 Maret 2021, dinas menggelar seminar pada Kamis (25/3/2021).",
        ],
        "2021-03-26",
        "2021-03-25",
        "2021-03-25",
    ),
    (
        [
            "Rapat",
            "Rapat yang akan menjadi rujukan itu digelar pada 3 Mei 2021.",
            "Sebelumnya, rapat digelar pada 2 Mei 2021.",
        ],
        "2021-05-04",
        "2021-05-03",
        "2021-05-03",
    ),
    (
        [
            "Rapat",
            "Sebagai tindak lanjut rapat pada 3 Mei 2019, dinas menggelar diskusi pada 10 Mei 2019.",
        ],
        "2019-05-12",
        "2019-05-10",
        "2019-05-10",
    ),
    (
        [
            "Rapat",
            "Undangan melalui surat nomor 12 tanggal 1 Mei 2019 dibagikan. Rapat diadakan 10 Mei 2019.",
        ],
        "2019-05-12",
        "2019-05-10",
        "2019-05-10",
    ),
    (
        [
            "Bimtek",
            "Bimtek digelar di Kecamatan Utara (5/5/2021) dan Kecamatan Selatan (7/5/2021).",
        ],
        "2021-05-09",
        "2021-05-05",
        "2021-05-07",
    ),
    (
        ["Bimtek", "Kegiatan bertempat di aula.", "Hari/Tanggal : Rabu, 5 Mei 2021"],
        "2021-05-09",
        "2021-05-05",
        "2021-05-05",
    ),
    (
        ["Bimtek", "Bimtek digelar pada 5 Mei 2015 di aula dinas."],
        "2019-01-01",
        "2015-05-05",
        "2015-05-05",
    ),
    (
        [
            "Rapat",
            "Dinas menggelar rapat, Selasa (4/5).",
            "Hasilnya akan dibahas lagi pada 5 Mei 2021.",
        ],
        "2021-05-05",
        "2021-05-04",
        "2021-05-04",
    ),
    (
        [
            "Rapat",
            "Dinas menggelar rapat, Selasa (4/5/2021).",
            "Artikel ini telah tayang di koran.id pada 5 Mei 2021.",
        ],
        "2021-05-06",
        "2021-05-04",
        "2021-05-04",
    ),
    (
        [
            "Peresmian",
            "Wali kota meresmikan taman, Rabu (5/5/2021). Taman itu dibangun sejak 4 Mei 2020.",
        ],
        "2021-05-06",
        "2021-05-05",
        "2021-05-05",
    ),
    (
        [
            "Konferensi",
            "Konferensi berlangsung empat hari, sejak Senin, 8 Juli 2019 sampai Kamis, 11 Juli 2019.",
        ],
        "2019-07-15",
        "2019-07-08",
        "2019-07-11",
    ),
    (
        ["Rakor", "“Tahun lalu, 5 Mei 2019, kami juga rapat,” kata sekda, Rabu (6/5/2020)."],
        "2020-05-06",
        "2020-05-06",
        "2020-05-06",
    ),
    (
        ["Audiensi", "Kupang, 7 Mei 2018. Audiensi diterima.", "Foto: Survei, 1 Mei 2018"],
        "2018-05-09",
        "2018-05-07",
        "2018-05-07",
    ),
    (
        ["Webinar", "Webinar dilaksanakan pada Hari Rabu/29 Juli 2020 pukul 09.00 – 12.00 WIB."],
        "2020-07-30",
        "2020-07-29",
        "2020-07-29",
    ),
    (
        [
            "Pelatihan",
            "Tahap I dilaksanakan pada 3-5 Juli 2019 dan tahap II pada 10-12 Juli 2019 di Bogor.",
        ],
        "2019-07-15",
        "2019-07-03",
        "2019-07-12",
    ),
    (
        ["Rapat", "Admin | Rabu, 12 Februari 2020 | 10:20 WIB", "Rapat digelar Selasa (11/2)."],
        "2020-02-12",
        "2020-02-11",
        "2020-02-11",
    ),
    # missing years
    (
        ["Rapat", "Rapat digelar pada 28 Desember lalu di aula."],
        "2021-01-03",
        "2020-12-28",
        "2020-12-28",
    ),
    (
        ["Rapat", "Ambon, 3 Juli 2019", "Rapat digelar Selasa (2/7) di aula."],
        None,
        "2019-07-02",
        "2019-07-02",
    ),
    # nothing at all
    (
        ["Rapat", "Rapat membahas target 2020 sampai dengan 2022 dan UU No. 24 Tahun 2007."],
        "2019-01-01",
        None,
        None,
    ),
    (["Rapat", "Lokakarya akan digelar pada 5 Mei 2022."], "2022-04-01", None, None),
]


@pytest.mark.parametrize(
    ("lines", "published", "start", "end"), ACTIVITY, ids=lambda v: str(v)[:40]
)
def test_the_activity_takes_place_on(lines, published, start, end):
    assert span_of(read_dates(page_of(*lines, published=published), reports_activity=True)) == (
        start,
        end,
    )


def kinds_of(dates: Dates) -> dict[str, str]:
    return {d.date: d.kind for d in dates.dates}


def test_a_dateline_that_dates_the_activity_is_one_entry_with_all_its_mentions():
    page = page_of(
        "Rapat",
        "Palu, 4 Mei 2021",
        "Rapat digelar pada Selasa, 4 Mei 2021.",
        published="2021-05-04",
    )
    dates = read_dates(page, reports_activity=True)
    assert [(d.date, d.kind, d.weekday_agrees) for d in dates.dates] == [
        ("2021-05-04", "activity", True)
    ]
    assert [page.text[s.start : s.end] for s in dates.dates[0].evidence] == [
        "4 Mei 2021",
        "Selasa, 4 Mei 2021",
    ]


def test_a_dateline_of_another_day_stays_a_dateline():
    page = page_of(
        "Rapat",
        "Palu, 6 Mei 2021",
        "Rapat digelar pada 4 Mei 2021 di aula.",
        published="2021-05-06",
    )
    assert kinds_of(read_dates(page, reports_activity=True)) == {
        "2021-05-06": "dateline",
        "2021-05-04": "activity",
    }


def test_a_page_without_an_activity_has_no_date_of_one():
    page = page_of(
        "Pengumuman", "Palu, 6 Mei 2021", "Pendaftaran ditutup 20 Mei 2021.", published="2021-05-06"
    )
    dates = read_dates(page, reports_activity=False)
    assert span_of(dates) == (None, None)
    assert kinds_of(dates) == {"2021-05-06": "dateline", "2021-05-20": "mentioned"}
    assert dates.findings == ()


def test_an_activity_without_a_date_is_a_finding():
    dates = read_dates(page_of("Rapat", "Rapat membahas air."), reports_activity=True)
    assert [f.check for f in dates.findings] == ["no-date"]


def test_a_wrong_weekday_keeps_the_date_and_makes_one_finding():
    page = page_of("Rapat", "Pada hari Rabu, 5 Juli 2019 digelar rapat.", published="2019-07-06")
    dates = read_dates(page, reports_activity=True)
    assert span_of(dates) == ("2019-07-05", "2019-07-05")
    assert dates.dates[0].weekday_agrees is False
    assert [f.message for f in dates.findings] == ["5 Juli 2019 was a Friday, the page says Rabu"]


def test_a_wrong_year_gives_way_to_the_one_that_weekday_and_publication_agree_on():
    page = page_of("Rapat", "Rapat digelar Selasa (8/1/18) di aula.", published="2019-01-09")
    dates = read_dates(page, reports_activity=True)
    assert span_of(dates) == ("2019-01-08", "2019-01-08")
    assert "read as 8 Januari 2019" in dates.findings[0].message


def test_a_day_that_is_not_in_the_calendar_is_a_finding_and_no_date():
    dates = read_dates(page_of("Rapat", "Rapat digelar 31 Februari 2020."), reports_activity=False)
    assert dates.dates == ()
    assert [f.message for f in dates.findings] == ["31 Februari 2020 is no day of the calendar"]


PIECES = st.sampled_from(
    ["Rabu", "12", "(", ")", "/", "3/5", "Mei", "2019", "tanggal", "s.d.", "dan", ",", "-", "digelar", "akan", "lalu", "dua puluh", "tahun", "\n", ".", "31", "Februari", "Jakarta", "0", "99/99"]
)  # fmt: skip


@given(
    st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)),
    st.booleans(),
)
def test_reading_never_raises_and_every_quote_lies_in_the_text(text, reports):
    lines = [line for line in text.split("\n") if line.strip()] or ["x"]
    page = page_of("Judul", *lines, published="2019-05-20")
    for found in read_dates(page, reports_activity=reports).dates:
        for span in found.evidence:
            quote = page.text[span.start : span.end]
            assert quote.strip()
            assert any(char.isdigit() for char in quote) or "dua puluh" in quote.lower()
