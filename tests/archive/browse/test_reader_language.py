"""The site's two languages: the same words to say, and which one a reader gets."""

from __future__ import annotations

from string import Formatter
from typing import Literal, get_args

import pytest

from archive import records
from archive.browse.language import CODES, chosen, language
from archive.corrections.correction import State
from archive.corrections.fields import fact_kinds

_VOCABULARIES = {
    "qualifier": records.Qualifier,
    "qualifier_name": records.Qualifier,
    "role": records.PersonRole,
    "organization_role": records.OrganizationRole,
    "sector": records.Sector,
    "material_kind": records.MaterialKind,
    "date_kind": records.DateKind,
    "correction_state": State,
}


def fields(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def test_both_languages_have_words_for_the_same_things() -> None:
    english, indonesian = (
        {key for key in language(code).words if not key.endswith("_one")} for code in ("en", "id")
    )
    assert english == indonesian


def test_both_languages_name_the_same_values() -> None:
    english = language("en").words
    for key, words in language("id").words.items():
        assert fields(words) == fields(english[key]), key


def test_a_form_for_one_belongs_to_a_form_for_many() -> None:
    for code in CODES:
        words = language(code).words
        for key in words:
            if key.endswith("_one"):
                assert key.removesuffix("_one") in words


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("table", "vocabulary"), _VOCABULARIES.items())
def test_every_code_of_a_vocabulary_has_words(
    code: Literal["id", "en"], table: str, vocabulary: object
) -> None:
    words = language(code).words
    assert [f"{table}.{one}" for one in get_args(vocabulary) if f"{table}.{one}" not in words] == []


@pytest.mark.parametrize("code", CODES)
def test_every_field_that_can_be_corrected_has_a_name(code: Literal["id", "en"]) -> None:
    words = language(code).words
    for kind in fact_kinds().values():
        assert kind.name == "activity" or f"kind.{kind.name}" in words
        for field in kind.fields:
            assert f"field.{field}" in words


@pytest.mark.parametrize(
    ("asked", "cookie", "accepted", "code"),
    [
        ("en", "id", "id", "en"),
        (None, "id", "en", "id"),
        (None, None, "en-GB,en;q=0.9,id;q=0.8", "en"),
        (None, None, "fr, id;q=0.4, en;q=0.3", "id"),
        (None, None, "en;q=0.2, id;q=satu", "en"),
        (None, None, "fr", "id"),
        ("<script>", "xx", None, "id"),
        (None, None, None, "id"),
    ],
)
def test_the_address_comes_before_what_was_chosen_and_that_before_the_browser(
    asked: str | None, cookie: str | None, accepted: str | None, code: str
) -> None:
    assert chosen(asked, cookie, accepted) == code


def test_numbers_of_things_have_their_form() -> None:
    assert language("en").counted("number.people", 1) == "1 person"
    assert language("en").counted("number.people", 2000) == "2,000 people"
    assert language("id").counted("number.people", 1) == "1 orang"
    assert language("id").counted("number.people", 2000) == "2.000 orang"


def test_types_and_focus_areas_have_labels_and_unknown_ones_go_by_their_key() -> None:
    assert [language(code).label("workshop") for code in CODES] == ["Lokakarya", "Workshop"]
    assert language("en").label(2) != language("id").label(2)
    assert language("id").label("of another time") == "of another time"
