"""What of a text is marked, and which piece of it is shown."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.errors import UsageError
from archive.search import excerpt, highlighted, marks, parse
from archive.search.functions import search_match, search_snippet
from archive.search.words import as_indexed, words


def marked(text: str, query: str) -> list[str]:
    return [text[span.start : span.end] for span in marks(text, parse(query))]


def test_every_form_of_a_word_is_marked_as_it_is_written():
    text = "Pengelolaan sampah DIKELOLA warga; Dinas mengelola."
    assert marked(text, "mengelola") == ["Pengelolaan", "DIKELOLA", "mengelola"]


def test_a_phrase_is_one_mark_and_only_where_it_stands():
    text = "Tata kelola air; kelola tata air; tata\nkelola."
    assert marked(text, '"tata kelola"') == ["Tata kelola", "tata\nkelola"]


def test_a_beginning_marks_the_whole_word():
    assert marked("Resiliensi dan resilience", "resil*") == ["Resiliensi", "resilience"]


def test_what_must_not_be_there_is_never_marked():
    assert marked("air minum", "air -minum") == ["air"]


def test_apostrophes_and_accents_do_not_part_a_word():
    assert marked("Jum'at, Jum’at, Jumat", "jumat") == ["Jum'at", "Jum’at", "Jumat"]
    assert marked("Café, cafe\u0301", "cafe") == ["Café", "cafe\u0301"]
    assert marked("the city's plan", "city") == ["city's"]


def test_the_longest_of_two_marks_at_one_place_counts():
    assert marked("tata kelola air", '"tata kelola" tata') == ["tata kelola"]


def test_the_piece_with_most_different_words_is_shown():
    text = f"banjir {'kata ' * 80} banjir dan rob {'kata ' * 80} rob"
    piece = excerpt(text, parse("banjir rob"), width=60)
    assert [piece.text[m.start : m.end] for m in piece.marks] == ["banjir", "rob"]
    assert "banjir dan rob" in piece.text
    assert text[piece.start : piece.end] == piece.text


def test_a_piece_begins_and_ends_at_the_border_of_a_word():
    text = "alpha beta gamma " * 30 + "banjir " + "delta epsilon zeta " * 30
    piece = excerpt(text, parse("banjir"), width=80)
    assert set(piece.text.split()) <= set(text.split())
    assert len(piece.text) <= 100


def test_a_text_without_a_hit_shows_its_beginning():
    piece = excerpt("kata " * 100, parse("banjir"), width=20)
    assert (piece.start, piece.marks) == (0, ())


def test_marks_are_given_back_as_one_likes():
    piece = excerpt("Warga mengelola sampah.", parse("kelola"))
    assert highlighted(piece, lambda hit: f"<mark>{hit}</mark>") == (
        "Warga <mark>mengelola</mark> sampah."
    )


WORDS = st.sampled_from(
    ["kelola", "Mengelola", "air", "kota-kota", "Jum'at", "🌧", "e\u0301", "\n", "ﬁ", "x" * 90]
)
TEXTS = st.text() | st.lists(WORDS).map(" ".join)


@given(
    TEXTS,
    st.lists(WORDS, min_size=1, max_size=4),
    st.integers(1, 300),
    st.sampled_from([" ", '" "']),
)
@example("x" * 500, ["x" * 90], 10, " ")
def test_every_mark_lies_in_the_text_behind_the_one_before(
    text: str, typed: list[str], width: int, between: str
):
    try:
        query = parse(between.join(typed))
    except UsageError:
        return
    ends = [0]
    for span in marks(text, query):
        assert ends[-1] <= span.start < span.end <= len(text)
        ends.append(span.end)
    piece = excerpt(text, query, width=width)
    assert piece.text == text[piece.start : piece.end]
    assert all(0 <= m.start < m.end <= len(piece.text) for m in piece.marks)
    assert bool(piece.marks) == (len(ends) > 1)


@given(TEXTS)
def test_the_index_has_the_words_that_are_marked(text: str):
    indexed, stems = as_indexed(text)
    known = list(words(text))
    assert indexed.split() == [word.plain for word in known]
    assert stems.split() == [word.stem for word in known if word.stem != word.plain]


def test_a_long_run_of_letters_takes_no_time():
    long = "a" * 5_000_000
    assert len(list(words(long))) == 1
    assert marked(long, "a" * 64 + "b") == [long]


@pytest.mark.parametrize("query", [None, "", "-banjir", "\0", 7])
def test_the_functions_for_sql_never_raise(query: object):
    assert isinstance(search_match(query), str)
    assert search_snippet(None, query) is None
    search_snippet("Banjir 7", query)
