"""Numbers in figures and words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.numbers import find_numbers, value_of_words

DIGITS = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


def in_words(number: int) -> str:
    """A number below one thousand million in Indonesian words."""
    for factor, word, short in (
        (10**6, "juta", None),
        (1000, "ribu", "seribu"),
        (100, "ratus", "seratus"),
    ):
        if number >= factor:
            head = (
                short if short and number // factor == 1 else f"{in_words(number // factor)} {word}"
            )
            return f"{head} {in_words(number % factor)}".strip()
    if number in {10, 11}:
        return {10: "sepuluh", 11: "sebelas"}[number]
    if number < 20:
        return DIGITS[number] if number < 10 else f"{DIGITS[number - 10]} belas"
    return f"{DIGITS[number // 10]} puluh {DIGITS[number % 10]}".strip()


def values(text: str) -> list[int]:
    return [number.value for number in find_numbers(text, 0, len(text))]


@given(st.integers(min_value=1, max_value=999_999_999))
def test_a_number_in_words_reads_as_itself(number):
    words = in_words(number)
    assert value_of_words(words) == number
    assert values(f"sekitar {words} orang") == [number]


@given(st.integers(min_value=1, max_value=999_999_999))
def test_a_figure_with_or_without_points_reads_as_itself(number):
    assert values(f"ada {number} orang") == [number]
    assert values(f"ada {number:,} orang".replace(",", ".")) == [number]
    assert values(f"({number}) dan {in_words(number)}.") == [number, number]


@given(st.integers(min_value=1, max_value=9999))
def test_a_number_repeated_in_brackets_is_one(number):
    text = f"{number} ({in_words(number)}) orang"
    (found,) = find_numbers(text, 0, len(text))
    assert text[found.start : found.end] == f"{number} ({in_words(number)})"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("belasan warga, puluhan orang, ratusan peserta", []),
        ("naik 2,3 persen menjadi 41,18", []),
        ("dua-tiga orang, kedua, seorang, satu-satunya", []),
        ("B3 dan 100RC", []),
        ("1/3 dari 2/3", []),
        ("2 ribu peserta", [2000]),
        ("1,2 ribu peserta, 1.5 juta warga", [1200, 1_500_000]),
        ("versi 2.0, nilai 7,50", []),
        ("Tahun 2013. Ada 47.", [2013, 47]),
        ("DUA PULUH", [20]),
        ("dua puluh (20) dan 5 (enam)", [20, 5, 6]),
        ("1.400.000 dan 1,400", [1400000, 1400]),
    ],
)
def test_what_is_a_number_and_what_is_not(text, expected):
    assert values(text) == expected


@given(st.text())
def test_any_text_is_read_and_numbers_stand_in_order(text):
    found = find_numbers(text, 0, len(text))
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
