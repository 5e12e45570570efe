"""The doubts that wait for a person to decide."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from archive.identity.decisions import Kind

_DOUBTS = """
SELECT kind, score, first_id AS one, first.name, second_id, second.name, reason
FROM identity_doubts
JOIN people AS first ON first.id = first_id JOIN people AS second ON second.id = second_id
WHERE kind = 'person'
UNION ALL
SELECT kind, score, first_id, first.name, second_id, second.name, reason
FROM identity_doubts
JOIN organizations AS first ON first.id = first_id
JOIN organizations AS second ON second.id = second_id
WHERE kind = 'organization'
UNION ALL
SELECT kind, score, first.activity_id, coalesce(led.title, ''), second.activity_id,
  coalesce(other.title, ''), reason
FROM identity_doubts
JOIN events AS first ON first.id = first_id JOIN events AS second ON second.id = second_id
JOIN activities AS led ON led.id = first.activity_id
JOIN activities AS other ON other.id = second.activity_id
WHERE kind = 'event'
"""


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """Two that may be one."""

    kind: Kind
    score: float
    """How alike they are, from 0 to 1."""
    first: int
    """The number by which merge and split know it: of an event, that of its leading activity."""
    first_name: str
    second: int
    second_name: str
    reason: str


def doubts(db: Database, *, kind: Kind | None = None, limit: int | None = None) -> list[DoubtRow]:
    """The doubts, the likeliest pairs first."""
    rows = db.execute(
        f"SELECT * FROM ({_DOUBTS}) WHERE :kind IS NULL OR kind = :kind"  # noqa: S608 - fixed words
        " ORDER BY score DESC, kind DESC, one, second_id LIMIT :limit",
        {"kind": kind, "limit": -1 if limit is None else limit},
    )
    return [DoubtRow(*row) for row in rows.fetchall()]
