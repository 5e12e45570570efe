"""Which dates of a page are the activity's, which are the dateline, which are another's."""

from __future__ import annotations

from dated_pages import page_of
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.dates.reader import Dates, other_days, read_dates


def span_of(dates: Dates) -> tuple[str | None, str | None]:
    return dates.start_date, dates.end_date


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


def test_an_item_of_a_list_at_the_head_is_no_dateline():
    page = page_of(
        "Rapat",
        "Palu, 4 Mei 2021",
        "Sebelumnya diadakan:",
        "* FGD Budaya Siaga di Sekolah pada 11 Maret 2021.",
        "Rapat digelar pada 4 Mei 2021 di aula.",
        published="2021-05-04",
    )
    assert kinds_of(read_dates(page, reports_activity=True)) == {
        "2021-05-04": "activity",
        "2021-03-11": "mentioned",
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


def test_a_date_whose_year_nothing_tells_is_a_finding():
    dates = read_dates(page_of("Rapat", "Rapat digelar pada 12 Mei."), reports_activity=True)
    assert dates.start_date is None
    assert [f.check for f in dates.findings] == ["missing-year", "no-date"]


def test_a_publication_before_all_that_the_text_reports_is_not_believed():
    page = page_of(
        "Rapat",
        "Rapat digelar pada Rabu, 17 Juli 2019. Lanjutannya Senin (29/7).",
        published="2010-01-02",
    )
    dates = read_dates(page, reports_activity=True)
    assert span_of(dates) == ("2019-07-17", "2019-07-17")
    assert {d.date for d in dates.dates} == {"2019-07-17", "2019-07-29"}


def test_a_publication_that_contradicts_a_weekday_gives_way_to_a_full_date_nearby():
    page = page_of(
        "Rapat",
        "Rapat digelar di aula, Rabu (17/7). Survei dijadwalkan 1 Agustus 2019.",
        published="2021-06-30",
    )
    assert span_of(read_dates(page, reports_activity=True)) == ("2019-07-17", "2019-07-17")


def test_a_line_that_points_at_another_page_gives_no_date():
    page = page_of(
        "Rapat", "Rapat digelar 4 Mei 2019.", "Baca juga: Festival 9 Mei", published="2019-05-05"
    )
    assert [d.date for d in read_dates(page, reports_activity=True).dates] == ["2019-05-04"]


def test_days_of_other_events_are_told_apart_from_the_activity_and_its_dateline():
    page = page_of(
        "Rapat",
        "Ambon, 5 Mei 2019 - Rapat digelar 4 Mei 2019. Rapat sebelumnya 2 Mei 2018.",
        published="2019-05-05",
    )
    assert [page.text[s.start : s.end] for s in other_days(page)] == ["2 Mei 2018"]
