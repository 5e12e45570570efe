"""How what was typed is understood, and what FTS5 is asked."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.errors import UsageError
from archive.search.parsing import LONGEST_QUERY, MOST_WORDS, Term, expression, parse


@pytest.fixture(scope="module")
def empty_index() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5 (title, text, conclusions,"
            " title_stems, text_stems, conclusions_stems, tokenize = 'ascii')"
        )
        yield connection


def plain(query: str) -> list[list[str]]:
    return [[" ".join(term.plain) for term in either] for either in parse(query).wanted]


def test_a_word_stands_for_all_its_forms_and_every_word_is_wanted():
    assert [term.stem for term in parse("Pengelolaan sampah").terms] == ["kelola", "sampah"]
    assert expression(parse("Pengelolaan sampah")) == '("kelola") AND ("sampah")'


def test_words_in_quotation_marks_are_found_as_they_stand():
    (term,) = parse('"Tata kelola AIR"').terms
    assert term == Term(("tata", "kelola", "air"))
    assert parse("“tata kelola air”") == parse('"tata kelola air"')
    (one,) = parse('"pengelolaan"').terms
    assert one.stem is None


def test_an_asterisk_asks_for_a_beginning():
    (term,) = parse("resil*").terms
    assert term == Term(("resil",), is_prefix=True)


def test_a_beginning_of_two_letters_is_refused_with_the_remedy():
    with pytest.raises(UsageError, match=r"'ke\*' stands for too many words. Give 3 letters"):
        parse("ke*")


def test_a_minus_leaves_out_a_word_or_a_phrase():
    query = parse('air -minum -"air bersih"')
    assert [term.plain for term in query.unwanted] == [("minum",), ("air", "bersih")]
    assert " NOT (" in expression(query)


def test_or_joins_its_neighbours_and_nothing_else():
    assert plain("banjir OR rob jakarta") == [["banjir", "rob"], ["jakarta"]]
    assert plain("a1 OR b1 OR c1") == [["a1", "b1", "c1"]]
    assert plain("banjir or rob") == [["banjir"], ["or"], ["rob"]]


@pytest.mark.parametrize("query", ["OR banjir", "banjir OR", "banjir OR OR", "OR OR banjir OR"])
def test_an_or_without_neighbours_means_nothing(query: str):
    assert plain(query) == [["banjir"]]


def test_operators_of_fts5_are_words():
    assert plain("NEAR(air, 2) AND title:NOT") == [
        ["near"], ["air"], ["2"], ["title"], ["not"],
    ]  # fmt: skip


def test_a_repeated_word_counts_once():
    assert plain("kota-kota kota") == [["kota"]]


def test_function_words_are_left_out_where_others_are_asked_for():
    assert plain("pengelolaan air di kota") == [["pengelolaan"], ["air"], ["kota"]]
    assert plain("yang di") == [["yang"], ["di"]]
    assert plain('"di kota" untuk') == [["di kota"]]


@pytest.mark.parametrize("query", ["", "  ", "!!! ---", '""', '"', "🌧 🌊", "\0", "*", "OR"])
def test_a_query_without_a_word_is_told_so(query: str):
    with pytest.raises(UsageError, match="There is no word in the query"):
        parse(query)


def test_a_query_that_only_leaves_out_is_told_so():
    with pytest.raises(UsageError, match="only what is not to be found"):
        parse("-banjir")


def test_a_query_of_a_megabyte_is_told_so():
    with pytest.raises(UsageError, match=f"1,000,000 characters; {LONGEST_QUERY:,} are read"):
        parse("a" * 1_000_000)


def test_too_many_words_are_told():
    with pytest.raises(UsageError, match=f"{MOST_WORDS} are searched for"):
        parse(" ".join(f"kata{number}" for number in range(MOST_WORDS + 1)))


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            ['"', "-", "*", "OR", "AND", "NOT", "NEAR(", ")", "(", "^", ":", "{title}", "+", "banjir",
             "kelola", "\0", "\ud800", "🌧", "title:", "di", "'", "--", "ﬁ", "½", "ß", "İ", "e\u0301"]
        )
    ).map(" ".join)
    | st.text(alphabet='"-*OR ab():^{}+\'\\;%_')
)  # fmt: skip
@example('"' * 99)
@example("-" * 99 + "a")
@example("a" * 70 + "*")
def test_no_query_raises_anything_but_a_usage_error(empty_index: sqlite3.Connection, query: str):
    try:
        asked = expression(parse(query))
    except UsageError:
        return
    found = empty_index.execute(
        "SELECT rowid FROM search_index WHERE search_index MATCH ?", (asked,)
    )
    assert found.fetchall() == []
