"""The words of a query: other forms that were found, others in their place."""

from __future__ import annotations

import pytest

from archive.browse.query_words import MOST_FORMS, either, other_forms, replaced
from archive.search import excerpt, parse


def forms(query: str, *texts: str) -> tuple[str, ...]:
    asked = parse(query)
    return other_forms(asked, [excerpt(text, asked) for text in texts])


def test_forms_that_were_found_are_told_the_most_frequent_first():
    texts = ("Warga mengelola air.", "Air dikelola warga; yang dikelola tetap.")
    assert forms("pengelolaan air", *texts) == ("dikelola", "mengelola")


def test_what_was_typed_is_not_told_again():
    assert forms("Pengelolaan mengelola", "Mengelola pengelolaan") == ()


def test_a_phrase_and_a_beginning_have_no_other_forms():
    assert forms('"pengelolaan"', "pengelolaan, mengelola") == ()
    assert forms("penge*", "pengelolaan, pengecekan") == ()


def test_no_more_forms_are_told_than_one_reads():
    many = (
        "kelola dikelola mengelola terkelola kelolaan pengelolaan pengelola mengelolakan kelolalah"
    )
    assert len(forms("dikelolanya", many)) <= MOST_FORMS


@pytest.mark.parametrize(
    ("query", "word", "other", "expected"),
    [
        ("bajir rob", "bajir", "banjir", "banjir rob"),
        ('Bajir "air bersih" -bajir', "bajir", "banjir", 'banjir "air bersih" -banjir'),
        ("Jum’at", "jumat", "senin", "senin"),
        ("air", "bajir", "banjir", "air"),
    ],
)
def test_a_word_gives_way_to_another_wherever_it_stands(
    query: str, word: str, other: str, expected: str
):
    assert replaced(query, word, other) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("banjir yang rob", "banjir OR rob"),
        ("banjir", None),
        ("banjir OR rob", None),
        ('banjir "air bersih"', None),
        ("banjir rob -minum", None),
        ("banj* rob", None),
    ],
)
def test_any_of_the_words_may_be_asked_for_where_there_are_words_alone(
    query: str, expected: str | None
):
    assert either(parse(query)) == expected
