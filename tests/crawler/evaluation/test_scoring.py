"""Scores count what was read rightly, what was invented and what was missed."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evaluation.likeness import overlap, pair_off, same_person
from crawler.evaluation.proof import is_proved
from crawler.evaluation.scoring import DETAILS, FACTS, Scores

TEXT = "Rapat Air\nRapat pada 4 Maret 2019 dihadiri 20 orang. Bapak Gatot Wibisono memimpin rapat."


def span(quote: str) -> list[dict[str, int]]:
    start = TEXT.index(quote)
    return [{"start": start, "end": start + len(quote)}]


def a_record() -> dict[str, Any]:
    return {
        "article": {"text": TEXT},
        "activity": {
            "type": "meeting",
            "start_date": "2019-03-04",
            "end_date": "2019-03-04",
            "dates": [{"date": "2019-03-04", "end_date": None, "evidence": span("4 Maret 2019")}],
            "venue": None,
            "attendance": [
                {"count": 20, "qualifier": "exact", "unit": "orang", "evidence": span("20 orang")}
            ],
            "people": [
                {
                    "name": "Gatot Wibisono",
                    "role": "chair",
                    "position": None,
                    "organization": None,
                    "evidence": span("Gatot Wibisono"),
                }
            ],
            "organizations": [],
            "groups": [],
            "materials": [],
        },
    }


def the_facts() -> dict[str, Any]:
    return {
        "text": TEXT,
        "gold": {
            "type": "meeting",
            "start_date": "2019-03-04",
            "end_date": "2019-03-04",
            "mentioned_dates": [],
            "venue": None,
            "attendance": [{"count": 20, "qualifier": "exact", "unit": "orang"}],
            "people": [{"name": "Gatot Wibisono", "role": "chair", "position": None}],
            "organizations": [],
            "groups": [],
            "materials": [],
        },
    }


def scores_of(record: dict[str, Any], known: dict[str, Any]) -> Scores:
    scores = Scores()
    scores.add("rapat", record, known)
    return scores


def test_a_record_without_fault_scores_one_everywhere():
    figures = scores_of(a_record(), the_facts()).figures()
    assert all(figures[name]["f1"] == 1.0 for name in FACTS)
    assert all(figures[name]["share"] == 1.0 for name in DETAILS)
    assert figures["body"] == {"precision": 1.0, "recall": 1.0, "pages": 1}


def test_an_invented_person_costs_precision_and_is_named():
    record = a_record()
    invented = copy.deepcopy(record["activity"]["people"][0]) | {"name": "Rapat Air"}
    record["activity"]["people"].append(invented)
    scores = scores_of(record, the_facts())
    assert scores.figures()["people"]["precision"] == 0.5
    assert scores.misses("people") == ["rapat: invented Rapat Air (chair)"]


def test_a_missed_count_costs_recall_and_is_named():
    record = a_record()
    record["activity"]["attendance"] = []
    scores = scores_of(record, the_facts())
    assert scores.figures()["attendance"]["recall"] == 0.0
    assert scores.misses("attendance") == ["rapat: missing 20 orang"]


def test_a_date_outside_the_period_is_one_that_is_mentioned():
    record = a_record()
    record["activity"]["dates"].append(
        {"date": "2019-05-01", "end_date": None, "evidence": span("4 Maret 2019")}
    )
    scores = scores_of(record, the_facts())
    assert scores.misses("mentioned_dates") == ["rapat: invented 2019-05-01"]
    assert scores.figures()["evidence"]["share"] == 0.75


def test_organizations_that_are_only_mentioned_do_not_count():
    record = a_record()
    record["activity"]["organizations"] = [
        {"name": "Dinas Air", "acronym": None, "role": "mentioned", "evidence": span("Rapat")}
    ]
    assert scores_of(record, the_facts()).figures()["organizations"]["f1"] == 1.0


@pytest.mark.parametrize(
    ("kind", "fact", "quote", "proved"),
    [
        ("dates", {"date": "2019-03-04"}, "4 Maret", True),
        ("dates", {"date": "2019-03-04"}, "14 Maret", False),
        ("dates", {"date": "2019-03-04"}, "empat Maret", True),
        ("attendance", {"count": 1400}, "1.400 orang", True),
        ("attendance", {"count": 20}, "120 orang", False),
        ("people", {"name": "Gatot Wibisono"}, "Bapak Gatot", True),
        ("people", {"name": "Gatot Wibisono"}, "beliau", False),
        ("materials", {"label": None, "url": "http://x.example/a.pdf"}, "a.pdf", True),
    ],
)
def test_a_quote_proves_a_fact_when_it_holds_its_value(
    kind: str,
    fact: dict[str, Any],
    quote: str,
    proved: bool,  # noqa: FBT001 - a column of the table
):
    fact = fact | {"evidence": [{"start": 0, "end": len(quote)}]}
    assert is_proved(kind, fact, quote) is proved


def test_a_fact_without_evidence_is_not_proved():
    assert not is_proved("people", {"name": "Gatot", "evidence": []}, TEXT)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Gatot Wibisono", "Bapak Gatot Wibisono", True),
        ("Gatot R. Wibisono", "Gatot Wibisono", True),
        ("Gatot", "Gatot Wibisono", False),
        ("Bapak", "Bapak", False),
        (None, "Gatot", False),
    ],
)
def test_names_are_compared_without_forms_of_address_and_initials(
    one: str | None,
    other: str | None,
    same: bool,  # noqa: FBT001 - a column of the table
):
    assert same_person(one, other) is same


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_pairs_and_rests_account_for_everything_once(read: list[int], known: list[int]):
    pairs, invented, missed = pair_off(read, known, lambda a, b: a == b)
    assert sorted([a for a, _ in pairs] + invented) == sorted(read)
    assert sorted([b for _, b in pairs] + missed) == sorted(known)


@given(st.text(), st.text())
def test_overlap_is_symmetric_and_a_share(one: str, other: str):
    assert 0.0 <= overlap(one, other) == overlap(other, one) <= 1.0
