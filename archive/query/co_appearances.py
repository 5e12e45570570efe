"""Who appears with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Unpack

from sqlite_utils import Database

from archive.errors import UsageError
from archive.query.mentions import EVENT, ORGANIZATIONS, PEOPLE, Mentions
from archive.query.selection import Selected, condition
from archive.query.sums import Source, page, source

PairKind = Literal["person", "organization"]


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two people (or organizations) that were at the same events; the lower key first."""

    first_id: int
    first: str
    second_id: int
    second: str
    activities: int
    """Events at which both were; one that several pages report counts once."""
    first_date: str | None
    last_date: str | None


KEPT_LEAST = 2
"""Pairs that met once are many and say little; sums are kept of those that met again."""

_MENTIONS: dict[PairKind, Mentions] = {"person": PEOPLE, "organization": ORGANIZATIONS}


def pairs(mentions: Mentions, condition_sql: str, least: int) -> str:
    """The query for pairs that were at `least` so many of the events of some reports."""
    key = mentions.key
    return f"""
    WITH present AS MATERIALIZED (
      SELECT {EVENT} AS event, {key}, min(start_date) AS start_date
      FROM activities CROSS JOIN {mentions.table} ON activity_id = activities.id
      WHERE {condition_sql} GROUP BY 1, 2
    )
    SELECT one.{key} AS first_id, other.{key} AS second_id, count(*) AS appearances,
      min(one.start_date) AS first_date, max(one.start_date) AS last_date
    FROM present AS one JOIN present AS other
      ON other.event = one.event AND other.{key} > one.{key}
    GROUP BY 1, 2 HAVING count(*) >= {int(least)}
    """  # noqa: S608 - our own words and a number


def co_appearances(
    db: Database,
    *,
    kind: PairKind = "person",
    least: int = 2,
    limit: int | None = None,
    **selected: Unpack[Selected],
) -> list[PairRow]:
    """Pairs that were together at `least` so many events, the most frequent first.

    With a person or an organization among the filters the pairs are of all who were at those
    events, not of that one alone. Raises UsageError for another kind.

    >>> for pair in co_appearances(db):
    ...     print(pair.first, "and", pair.second, pair.activities, pair.first_date, pair.last_date)
    Ratna Wulandari and Tegar Prakoso 2 2019-03-04 2019-09-12
    """
    if kind not in _MENTIONS:
        raise UsageError(f"'{kind}' is no kind of pair. Choose one of {', '.join(_MENTIONS)}.")
    mentions = _MENTIONS[kind]
    with db.atomic():
        wanted = condition(db, selected)
        query = pairs(mentions, wanted.sql, least)
        if least >= KEPT_LEAST:
            found = source(db, f"{kind}_pair_sums", lambda _: query, wanted)
        else:
            found = Source(f"({query})", wanted.parameters, is_kept=False)
        sql = f"""
        SELECT first_id, one.name, second_id, other.name, appearances, first_date, last_date
        FROM (
          SELECT * FROM {found.sql} WHERE appearances >= :least
          ORDER BY appearances DESC, first_id, second_id LIMIT :limit
        ) CROSS JOIN {mentions.known} AS one ON one.id = first_id
        CROSS JOIN {mentions.known} AS other ON other.id = second_id
        """  # noqa: S608 - our own words
        asked = {**found.parameters, **page(limit, 0), "least": least}
        return [PairRow(*values) for values in db.execute(sql, asked)]
