"""The data dictionary: words for every table and column, and the page that is written of them."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from archive_samples import fetch, record, store_page
from sqlite_utils import Database

from archive import dictionary
from archive.dictionary import Column, ColumnStructure, Subject, Table

PAGE = Path(__file__).parents[3] / "docs" / "data.md"
KEY = ColumnStructure("integer", is_key=True, is_unique=False, may_be_empty=False, refers_to=None)
WORDS = Table("ponds", "One row a pond.", {"id": Column("key"), "depth": Column("how deep", "cm")})
DEPTH = replace(KEY, is_key=False)


def test_every_table_view_and_column_of_the_schema_has_words_and_no_others() -> None:
    assert dictionary.differences(dictionary.tables(), dictionary.structure()) == []


def test_page_is_what_the_words_and_the_schema_give() -> None:
    written = subprocess.run(
        [sys.executable, "-m", "archive.dictionary"], capture_output=True, text=True, check=True
    ).stdout
    assert PAGE.read_text("utf-8") == written, "Run: python -m archive.dictionary > docs/data.md"


def test_examples_of_the_page_can_be_asked(db: Database) -> None:
    store_page(db, record(), fetch())
    examples = re.findall(r"^```sql\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert examples
    for example in examples:
        db.execute(example).fetchall()


def test_table_gives_meanings_and_units_for_those_who_describe_its_columns() -> None:
    captures = dictionary.table("captures")
    assert captures.meaning.startswith("One row for each answer that a server gave")
    assert captures.columns["length"] == Column("length of the gzip member in bytes", "bytes")


def test_table_that_the_archive_has_not_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="ponds"):
        dictionary.table("ponds")


def test_columns_that_many_tables_share_are_told_once_and_found_in_each() -> None:
    quotes = {
        dictionary.table(name).columns["evidence_quote"] for name in ("materials", "findings")
    }
    assert quotes == {Column("the words of the first span")}


def test_structure_is_the_schemas_own() -> None:
    pages = dictionary.structure()["pages"]
    assert pages["id"].is_key
    assert pages["url"].is_unique
    assert not pages["url"].may_be_empty
    assert pages["gone_at"].may_be_empty
    assert pages["first_crawl_id"].refers_to == "crawls.id"


def test_keys_of_several_columns_are_not_unique_one_by_one() -> None:
    names = dictionary.structure()["person_names"]
    assert not names["person_id"].is_unique


def test_full_text_indexes_and_the_databases_own_tables_need_no_words() -> None:
    assert not {
        name for name in dictionary.structure() if name.startswith(("sqlite", "_")) or "fts" in name
    }


@pytest.mark.parametrize(
    ("described", "real", "sentence"),
    [
        ({}, {"ponds": {}}, "The dictionary has no words for ponds."),
        ({"ponds": WORDS}, {}, "The schema has no ponds, of which the dictionary tells."),
        (
            {"ponds": WORDS},
            {"ponds": {"id": KEY, "depth": DEPTH, "fish": DEPTH}},
            "The dictionary has no words for ponds.fish.",
        ),
        (
            {"ponds": WORDS},
            {"ponds": {"id": KEY}},
            "ponds has no column depth, of which the dictionary tells.",
        ),
        (
            {"ponds": WORDS},
            {"ponds": {"id": KEY, "depth": replace(DEPTH, type="")}},
            "The dictionary must tell the type of ponds.depth: the schema has none.",
        ),
        (
            {"ponds": replace(WORDS, columns={"id": Column("key", type="text")})},
            {"ponds": {"id": KEY}},
            "The schema tells the type of ponds.id: integer.",
        ),
    ],
)
def test_what_does_not_agree_is_told_in_a_sentence(
    described: dict[str, Table], real: dict[str, dict[str, ColumnStructure]], sentence: str
) -> None:
    assert dictionary.differences(described, real) == [sentence]


def test_page_tells_types_units_rules_and_references() -> None:
    subject = Subject("Water", "Where it stands.", (WORDS,))
    depth = replace(DEPTH, is_unique=True, refers_to="depths.cm")
    written = dictionary.page((subject,), {"ponds": {"id": KEY, "depth": depth}})
    assert "## Water\n\nWhere it stands.\n\n### `ponds`\nOne row a pond.\n" in written
    assert "| `id` | integer |  | key |" in written
    assert (
        "| `depth` | integer, cm | never empty; unique; [depths.cm](#depths) | how deep |"
        in written
    )
