"""What files say of themselves, and what programs say in people's place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.documents.language import language_of
from crawler.documents.properties import author_of, iso_date, pdf_date, title_of
from crawler.documents.words import MOST_LETTERS_A_PAGE, clean, keep

INDONESIAN = (
    "Rencana ini disusun untuk warga dan oleh dinas yang ada di kota dengan data dari desa."
)
ENGLISH = "The plan was made by the city and its people, with data from the villages that are near."


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("D:20181025164108+07'00'", "2018-10-25T16:41:08+07:00"),
        ("D:20181025164108-0330", "2018-10-25T16:41:08-03:30"),
        ("D:20181025164108Z", "2018-10-25T16:41:08+00:00"),
        ("D:201810251641", "2018-10-25T16:41:00"),
        ("20181025", "2018-10-25"),
        ("D:2018", None),
        ("D:20181325", None),
        ("D:00010101000000", None),
        ("kemarin", None),
        (None, None),
    ],
)
def test_a_pdfs_date_is_given_as_iso(said: str | None, date: str | None) -> None:
    assert pdf_date(said) == date


def test_an_office_files_date_is_given_as_iso() -> None:
    assert iso_date("2018-10-25T16:41:08Z") == "2018-10-25T16:41:08+00:00"
    assert iso_date("2018-10-25T16:41:08.123456789") == "2018-10-25T16:41:08.123456"
    assert iso_date("2018-15-25") is None


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Microsoft Word - Laporan Air.doc", "Laporan Air.doc"),
        ("  Laporan\r\nAir ", "Laporan Air"),
        ("PowerPoint Presentation", None),
        ("Slide 1", None),
        ("Untitled", None),
        ("12", None),
        ("", None),
        ("Presentasi Rencana Kota", "Presentasi Rencana Kota"),
    ],
)
def test_a_title_that_a_program_made_up_is_none(said: str, title: str | None) -> None:
    assert title_of(said) == title


@pytest.mark.parametrize(
    ("said", "author"),
    [("Sari Lestari", "Sari Lestari"), ("ASUS", None), ("User", None), ("", None)],
)
def test_the_name_of_a_computer_is_no_author(said: str, author: str | None) -> None:
    assert author_of(said) == author


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (INDONESIAN, "id"),
        (ENGLISH, "en"),
        (INDONESIAN * 4 + ENGLISH, "id"),
        (INDONESIAN + ENGLISH, None),
        ("Jadwal Rapat\nUsulan untuk dinas\nHarga dan waktu\nMusyawarah di desa", "id"),
        ("Kota Tangguh untuk Warga 2018", None),
        ("de het een van en dat die in voor met zijn niet aan te er maar om ook als dan", None),
        (
            "der die das und ist nicht mit von zu dem den auf für ein eine im auch es an werden",
            None,
        ),
        ("", None),
    ],
)
def test_the_language_is_told_by_small_words_or_not_at_all(text: str, language: str | None) -> None:
    assert language_of([text]) == language


def test_text_is_kept_clean() -> None:
    assert clean("a\x00b\ufb01c\r\n\r\n \t d\u00a0\u00a0e\ud800\u00ad ") == "abfic\nd e"
    assert clean("keta\x02hanan") == "keta-\nhanan"


def test_no_more_is_kept_than_the_bounds_allow_and_that_is_told() -> None:
    texts, whole = keep(["a" * MOST_LETTERS_A_PAGE, "b" * (MOST_LETTERS_A_PAGE + 1)])
    assert [len(text) for text in texts] == [MOST_LETTERS_A_PAGE] * 2
    assert not whole
    texts, whole = keep("c" * MOST_LETTERS_A_PAGE for _ in range(60))
    assert len(texts) == 25
    assert not whole
    assert keep(["a", ""]) == (("a", ""), True)


@given(st.text())
def test_clean_text_can_be_stored_and_stays_as_it_is(words: str) -> None:
    cleaned = clean(words)
    assert clean(cleaned) == cleaned
    assert "\x00" not in cleaned
    assert cleaned.encode().decode() == cleaned
