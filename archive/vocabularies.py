"""Activity types and focus areas with their labels, and the words that attendance is counted in."""

from __future__ import annotations

import tomllib
from dataclasses import astuple, dataclass
from functools import cache
from importlib import resources
from typing import Any

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class ActivityTypeLabel:
    """A type of activity; `position` is its place in lists, from 1."""

    code: str
    label_id: str
    label_en: str
    position: int


@dataclass(frozen=True, slots=True)
class FocusArea:
    """One of the secretariat's focus areas, `number` from 1 to 5."""

    number: int
    label_id: str
    label_en: str


@cache
def activity_types() -> tuple[ActivityTypeLabel, ...]:
    """All types of activity, in the order of the vocabulary."""
    entries = _vocabularies()["activity_types"]
    return tuple(
        ActivityTypeLabel(entry["code"], entry["label_id"], entry["label_en"], position)
        for position, entry in enumerate(entries, start=1)
    )


@cache
def focus_areas() -> tuple[FocusArea, ...]:
    """The focus areas by number."""
    entries = _vocabularies()["focus_areas"]
    return tuple(
        FocusArea(int(entry["number"]), entry["label_id"], entry["label_en"]) for entry in entries
    )


@cache
def attendance_units() -> dict[str, str]:
    """The first word of what is counted -> `people` or `institutions`; no other is added up."""
    return {
        word: counts
        for counts, words in _vocabularies()["attendance_units"].items()
        for word in words
    }


def is_loaded(db: Database) -> bool:
    """Whether the lookup tables say what the vocabularies say."""
    types = set(db.execute("SELECT code, label_id, label_en, position FROM activity_types"))
    areas = set(db.execute("SELECT number, label_id, label_en FROM focus_areas"))
    return (
        types.issuperset(map(astuple, activity_types()))
        and areas.issuperset(map(astuple, focus_areas()))
        and _units_in(db) == attendance_units().items()
    )


def load_into(db: Database) -> None:
    """Bring the lookup tables up to date with the vocabularies.

    Codes that the vocabularies no longer have stay, for rows may point at them. Where the words
    that count people have changed, sums of attendance are out of date.
    """
    db.conn.executemany(
        "INSERT INTO activity_types (code, label_id, label_en, position) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (code) DO UPDATE SET label_id = excluded.label_id,"
        " label_en = excluded.label_en, position = excluded.position",
        map(astuple, activity_types()),
    )
    db.conn.executemany(
        "INSERT INTO focus_areas (number, label_id, label_en) VALUES (?, ?, ?)"
        " ON CONFLICT (number) DO UPDATE SET label_id = excluded.label_id,"
        " label_en = excluded.label_en",
        map(astuple, focus_areas()),
    )
    if _units_in(db) != attendance_units().items():
        db.execute("DELETE FROM attendance_units")
        db.conn.executemany(
            "INSERT INTO attendance_units (word, counts) VALUES (?, ?)", attendance_units().items()
        )
        db.execute("UPDATE sums SET is_current = 0")


def _units_in(db: Database) -> set[tuple[str, str]]:
    return set(db.execute("SELECT word, counts FROM attendance_units"))


def _vocabularies() -> dict[str, Any]:
    return tomllib.loads(
        resources.files("archive").joinpath("vocabularies.toml").read_text("utf-8")
    )
