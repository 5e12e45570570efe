"""What Datasette is told of the tables is of the archive as it is."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from archive import dictionary
from archive.browse import configuration, plain_words
from archive.browse.configuration import DATABASE
from archive.dictionary import Column

NAMELESS = {"events", "search_index"}
"""What nothing of a row says by itself; shown by its key."""


def tables_of(whole: configuration.Plain) -> dict[str, configuration.Plain]:
    told: dict[str, configuration.Plain] = whole["databases"][DATABASE]["tables"]
    return told


def columns_of(db: Database, table: str) -> set[str]:
    return {row[1] for row in db.execute(f"PRAGMA table_info([{table}])")}


def names(db: Database) -> set[str]:
    return {*db.table_names(), *db.view_names()}


def test_only_tables_and_columns_of_the_archive_are_named(db: Database):
    for name, told in tables_of(configuration.config()).items():
        assert name in names(db)
        named = {told.get(key) for key in ("label_column", "sort", "sort_desc")} - {None}
        assert named | set(told.get("facets", ())) <= columns_of(db, name), name


def test_every_table_and_column_has_the_words_of_the_dictionary():
    told = tables_of(configuration.descriptions())
    for name, table in dictionary.tables().items():
        assert told[name]["description_html"] == plain_words.html(table.meaning)
        assert told[name]["columns"].keys() == table.columns.keys()


def test_a_table_without_words_is_hidden(db: Database):
    hidden = {name for name, told in tables_of(configuration.config()).items() if "hidden" in told}
    of_the_index = {name for name in names(db) if name.startswith("search_index")}
    assert names(db) - dictionary.tables().keys() <= hidden | of_the_index


def test_a_row_that_others_refer_to_is_shown_by_its_name(db: Database):
    told = tables_of(configuration.config())
    for name in db.table_names():
        for key in db[name].foreign_keys:
            assert key.other_table in NAMELESS or "label_column" in told[key.other_table]


def test_both_lines_of_datasette_are_told_the_same():
    whole = configuration.metadata()
    doing, saying = configuration.config(), configuration.descriptions()
    assert whole["databases"][DATABASE]["queries"] == doing["databases"][DATABASE]["queries"]
    for name, told in tables_of(whole).items():
        assert told == {**tables_of(saying).get(name, {}), **tables_of(doing).get(name, {})}


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        (Column("how many", unit="events"), "how many (events)"),
        (Column("length in bytes", unit="bytes"), "length in bytes"),
        (
            Column("a code of `pages` ([more](more.md)), **never** empty"),
            "a code of pages (more), never empty",
        ),
    ],
)
def test_a_column_is_told_in_plain_words_with_its_unit(column: Column, shown: str):
    assert plain_words.description(column) == shown


def test_words_of_the_dictionary_are_never_markup():
    assert plain_words.html("`a` < b\n\n**c** & <i>") == (
        "<p><code>a</code> &lt; b</p>\n<p><strong>c</strong> &amp; &lt;i&gt;</p>"
    )
