"""Who appears with whom: a chart where there is something to see, and the events behind a pair."""

from __future__ import annotations

from report_samples import MADE_AT, made
from sqlite_utils import Database

from archive.query import PairRow
from archive.reports.kinds.pairs import MOST_PAIRS, pair_chart, pair_table
from archive.reports.question import Question
from archive.reports.sources import NONE

WITH_CHARTS = Question("data", MADE_AT, {}, with_charts=True)


def pairs(number: int) -> list[PairRow]:
    return [
        PairRow(first, f"Person {first}", first + 1, f"Person {first + 1}", 2, None, None)
        for first in range(number)
    ]


def test_several_pairs_are_drawn_and_a_few_are_not() -> None:
    assert len(pair_chart(pairs(3), WITH_CHARTS)) == 1
    assert pair_chart(pairs(2), WITH_CHARTS) == ()
    assert pair_chart(pairs(3), Question("data", MADE_AT, {})) == ()


def test_table_has_the_first_pairs() -> None:
    assert len(pair_table(pairs(MOST_PAIRS + 5), NONE).rows) == MOST_PAIRS


def test_pair_leads_to_every_report_of_the_events_that_both_were_at(filled: Database) -> None:
    report = made(filled, "people")
    (pair,) = report.tables[-1].rows
    assert pair.record["activities"] == 2
    assert [source["url"] for source in pair.record["sources"]] == [
        "https://kota.example/2019/03/05/lokakarya-taman-hujan/",
        "https://kota.example/laporan-kedua/",
        "https://kota.example/rapat/",
    ]
    named = {
        quote["fact"].partition(",")[0]
        for source in pair.record["sources"]
        for quote in source["quotes"]
    }
    assert named == {"Ratna Wulandari", "Tegar Prakoso"}
