"""Who appears with whom: of people and of organizations alike."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from archive import query
from archive.query import PairKind, PairRow
from archive.reports import evidence, sources
from archive.reports.dates import from_to
from archive.reports.question import Question
from archive.reports.report import PAGE, Chart, Column, Table
from archive.reports.sources import Sources
from archive.reports.tables import Columns, table

MOST_PAIRS = 30
"""Rows of the table."""
_MOST_DRAWN = 300
"""Pairs from which the names of the chart are chosen."""
_FEWEST_DRAWN = 3
"""Fewer pairs are said in the table, and a matrix would add nothing."""
_LEAST = 2
"""Events together: to have met once says little."""


def pairs(db: Database, kind: PairKind, question: Question) -> list[PairRow]:
    """The pairs that were together most often."""
    return query.co_appearances(db, kind=kind, least=_LEAST, limit=_MOST_DRAWN, **question.selected)


def named_sources(
    db: Database, kind: PairKind, ids: Sequence[int], met: Sequence[PairRow], question: Question
) -> Sources:
    """The sources behind people (or organizations) and behind the pairs in the table.

    The subject is a number, and of a pair both.
    """
    if not question.with_sources:
        return sources.NONE
    shown = met[:MOST_PAIRS]
    paired = (key for pair in shown for key in (pair.first_id, pair.second_id))
    wanted = dict.fromkeys((*ids, *paired))
    found = evidence.of_names(db, kind, wanted, question.selected)
    subjects = (*ids, *((pair.first_id, pair.second_id) for pair in shown))
    return evidence.numbered(db, subjects, [*found, *evidence.of_pairs(found, shown)])


def pair_table(met: Sequence[PairRow], behind: Sources) -> Table:
    """The pairs that were together most often."""
    return table(
        "Who appears with whom",
        _COLUMNS,
        met[:MOST_PAIRS],
        sources=lambda pair: behind.behind((pair.first_id, pair.second_id)),
        nothing="No two of them are named together at two events or more.",
    )


def pair_chart(met: Sequence[PairRow], question: Question) -> tuple[Chart, ...]:
    """The strongest pairs as a matrix, where there are several and charts are wanted."""
    if len(met) < _FEWEST_DRAWN or not question.with_charts:
        return ()
    from archive.charts.co_appearances import (  # noqa: PLC0415 - altair is slow
        MOST_NAMES,
        co_appearance_matrix,
    )

    description = (
        "Half a matrix: the number in a field, and its shade, tell at how many events the two"
        f" whose row and column meet there were both named. Pairs with fewer than {_LEAST} events"
        f" together are left empty; at most {MOST_NAMES} names, those of the strongest pairs. The"
        " numbers are in the table of the same title."
    )
    return (Chart("Who appears with whom", description, co_appearance_matrix(met)),)


PAIR_NOTE = (
    "Who appears with whom: at how many events the pages name both. To be named together does not"
    f" mean to have worked together. The table has the {MOST_PAIRS} pairs that met most often, of"
    f" those that did at {_LEAST} events or more."
)

_COLUMNS: Columns[PairRow] = (
    (Column("first", "Name", PAGE), lambda pair: pair.first),
    (Column("second", "With", PAGE), lambda pair: pair.second),
    (Column("activities", "Events", PAGE, is_number=True), lambda pair: pair.activities),
    (Column("seen", "When", PAGE), lambda pair: from_to(pair.first_date, pair.last_date)),
)
