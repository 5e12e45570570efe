"""What a person writes: which fact is meant, and why something cannot be a correction."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from archive_samples import activity, record
from corrected_pages import request

from archive.corrections.proposing import propose
from archive.errors import UsageError


def refusal(asked: Any, *made: Any) -> str:
    """Why a request cannot be a correction of the sample page."""
    with pytest.raises(UsageError) as error:
        propose(record(), made, asked)
    return str(error.value)


def test_an_unknown_field_lists_those_that_are_there() -> None:
    told = refusal(request("set", "colour", "red"))
    assert "'colour' is no field" in told
    assert "type, title, start_date, end_date, venue, place" in told
    assert "people, organizations, groups" in told
    assert "It has name, role, position" in refusal(request("set", "people.shoe", "43"))
    assert "people.FIELD with one of name, role" in refusal(request("set", "people", "Siti"))


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("type", "party", "Choose one of workshop, meeting"),
        ("start_date", "25 Oktober 2018", "'25 Oktober 2018' is not a date for start_date"),
        ("start_date", "2018-02-30", "Write it as YYYY-MM-DD"),
        ("attendance.count", "about 40", "Write digits alone"),
        ("attendance.count", "9" * 30, "Write digits alone"),
        ("attendance.count", "-1", "Write digits alone"),
        ("people.role", "boss", "Choose one of opening, speaker"),
        ("groups.focus_area", "6", "Choose a number: 1 "),
        ("venue", "  ", "is given no value"),
        ("people.summary", "tidak ada di sini", "does not have the words 'tidak ada di sini'"),
        ("conclusions.text", "tidak ada di sini", "does not have the words"),
        ("conclusions.group", "sampah", "None of the activity's groups fit 'sampah'"),
    ],
)
def test_a_value_that_cannot_be_says_why(field: str, value: str, told: str) -> None:
    assert told in refusal(request("set", field, value, of="#1" if "." in field else None))


def test_several_facts_are_listed_with_their_numbers() -> None:
    told = refusal(request("set", "people.role", "speaker"))
    assert told.endswith("Name one with --of: #1 Ratna Wulandari; #2 Tegar Prakoso.")
    assert "Several of the activity's people fit 'ra'" in refusal(
        request("set", "people.role", "speaker", of="ra")
    )
    assert "None of the activity's people fit '#3'" in refusal(request("verify", "people", "#3"))
    nobody = record(activity=activity(people=()))
    with pytest.raises(UsageError, match=r"has no people\. '--add people VALUE' adds one"):
        propose(nobody, [], request("verify", "people", "Siti"))


@pytest.mark.parametrize(
    "of", ["#2", "Tegar Prakoso", "tegar  prakoso", "prakoso", "role=moderator"]
)
def test_a_fact_is_named_by_number_words_part_of_them_or_a_field(of: str) -> None:
    proposed = propose(record(), [], request("set", "people.role", "speaker", of=of))
    assert proposed.target == {"name": "Tegar Prakoso"}


def test_two_facts_of_one_name_are_told_apart_by_another_field() -> None:
    twice = activity(people=(*activity().people, replace(activity().people[1], role="speaker")))
    asked = request("set", "people.position", "Camat", of="name=Tegar Prakoso\nrole=speaker")
    proposed = propose(record(activity=twice), [], asked)
    assert proposed.said is not None
    assert proposed.said.values["role"] == "speaker"


def test_nothing_is_corrected_to_what_it_says_already() -> None:
    assert "venue already says 'Kota Seruni'. '--verify'" in refusal(
        request("set", "venue", "Kota Seruni")
    )
    assert "people.position says nothing as it is" in refusal(
        request("remove", "people.position", of="tegar")
    )


def test_what_a_fact_cannot_be_without_is_not_taken_away() -> None:
    told = refusal(request("remove", "people.role", of="tegar"))
    assert told.startswith("A fact cannot be without people.role.")


def test_an_added_fact_needs_its_fields_and_is_not_there_yet() -> None:
    told = refusal(request("add", "people", "Siti Aminah"))
    assert told.startswith("people need role: add --with role=VALUE; role is one of opening")
    given = {"role": "speaker"}
    assert "has 'tegar prakoso' among its people already" in refusal(
        request("add", "people", "tegar prakoso", given=given)
    )
    assert "'venue' is one field" in refusal(request("add", "venue", "Balai Kota"))
    assert "Which people?" in refusal(request("add", "people", given=given))
    assert "no field of people" in refusal(
        request("add", "people", "Siti", given={**given, "shoe": "43"})
    )


def test_a_count_without_a_qualifier_is_exact() -> None:
    proposed = propose(record(), [], request("add", "attendance", "7", given={"unit": "warga"}))
    assert proposed.value == {"count": 7, "unit": "warga", "qualifier": "exact"}


def test_an_end_before_the_beginning_is_refused_when_a_date_is_corrected_alone() -> None:
    assert "begin on 2019-03-04 and end on 2019-03-01" in refusal(
        request("set", "end_date", "2019-03-01")
    )
    assert "Correct the other date first" in refusal(request("set", "start_date", "2019-03-09"))
    assert "earlier" in refusal(
        request("add", "dates", "2019-03-09", given={"kind": "mentioned", "end_date": "2019-03-01"})
    )
    wrong = record(activity=activity(end_date="2019-03-01"))
    assert propose(wrong, [], request("set", "title", "Lokakarya Air")).value == "Lokakarya Air"


def test_reason_author_and_quote_are_checked() -> None:
    assert "The reason is empty" in refusal(request("verify", "venue", reason=" "))
    assert "The author is empty. Give one with --author." in refusal(
        request("verify", "venue", author="")
    )
    assert "does not have the words 'Balai Kota'" in refusal(
        request("verify", "venue", quote="Balai Kota")
    )


def test_words_that_make_no_sense_together_are_told() -> None:
    assert "--verify takes no value" in refusal(request("verify", "venue", "Balai Kota"))
    assert "Name the fact once" in refusal(request("remove", "people", "ratna", of="tegar"))
    assert "use it with --add" in refusal(
        request("set", "venue", "Balai Kota", given={"role": "speaker"})
    )
    assert "is given no value" in refusal(request("set", "venue"))
    assert "the activity is one" in refusal(request("set", "venue", "Balai Kota", of="tegar"))
