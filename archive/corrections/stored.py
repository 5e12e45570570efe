"""Corrections in the archive's table `corrections`: reading, adding, and noting what became of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from archive.corrections.applying import Judgement
from archive.corrections.correction import Correction, Said, State, Value, Values
from archive.rows import storable

_SELECT = """
SELECT
  corrections.*, activities.id AS activity_id, url,
  coalesce(activities.title, articles.title) AS title
FROM corrections
JOIN pages ON pages.id = corrections.page_id
LEFT JOIN activities ON activities.page_id = corrections.page_id
LEFT JOIN articles ON articles.page_id = corrections.page_id
"""
_OWN = (
    *("page_id", "action", "fact", "field", "target", "value", "quote", "author", "made_at"),
    *("reason", "said", "says", "state", "settled_by", "settled_at"),
)
_JSON = ("target", "value", "said", "says")


def of_page(db: Database, page_id: int) -> tuple[Correction, ...]:
    """All corrections of a page, the first one first, withdrawn ones too."""
    return _corrections(db, "corrections.page_id = ?", page_id)


def every(db: Database, state: State | None = None) -> tuple[Correction, ...]:
    """All corrections, or those in one state, in the order in which they were made."""
    if state is None:
        return _corrections(db, "1")
    return _corrections(db, "corrections.state = ?", state)


def of_id(db: Database, correction_id: int) -> Correction | None:
    """One correction; None where there is none of that number."""
    found = _corrections(db, "corrections.id = ?", correction_id)
    return found[0] if found else None


def add(db: Database, correction: Correction) -> int:
    """Store a new correction, whose own id does not count; its id. The caller commits."""
    row = _row(correction)
    cursor = db.execute(
        f"INSERT INTO corrections ({', '.join(row)})"  # noqa: S608 - fixed names
        f" VALUES ({', '.join(f':{name}' for name in row)})",
        row,
    )
    assert cursor.lastrowid is not None  # noqa: S101 - an INSERT has a row id
    return cursor.lastrowid


def judge(db: Database, states: Mapping[int, Judgement]) -> None:
    """Note what became of corrections; unchanged rows are not written."""
    db.conn.executemany(
        "UPDATE corrections SET state = :state, says = :says"
        " WHERE id = :id AND (state IS NOT :state OR says IS NOT :says)",
        [
            {"id": number, "state": judged.state, "says": _storable_json(judged.says)}
            for number, judged in states.items()
        ],
    )


def settle(db: Database, correction: Correction, *, author: str, at: str) -> None:
    """Store what a person decided of a correction that is there. The caller commits."""
    settled = replace(correction, settled_by=author, settled_at=at)
    row = _row(settled)
    db.execute(
        f"UPDATE corrections SET {', '.join(f'{name} = :{name}' for name in row)}"  # noqa: S608 - fixed names
        " WHERE id = :id",
        {**row, "id": correction.id},
    )


def _row(correction: Correction) -> dict[str, Any]:
    row = {name: getattr(correction, name) for name in _OWN}
    row |= {name: None if row[name] is None else _as_json(row[name]) for name in _JSON}
    row["value"] = row["value"] or _as_json(None)
    return {name: storable(v) if isinstance(v, str) else v for name, v in row.items()}


def _corrections(db: Database, where: str, *values: str | int) -> tuple[Correction, ...]:
    rows = db.query(f"{_SELECT} WHERE {where} ORDER BY corrections.id", list(values))
    return tuple(_correction(row) for row in rows)


def _correction(row: dict[str, Any]) -> Correction:
    told = {name: None if row[name] is None else json.loads(row[name]) for name in _JSON}
    value = told["value"]
    return Correction(
        **{
            **row,
            "target": None if told["target"] is None else as_values(told["target"]),
            "value": as_values(value) if isinstance(value, dict) else _as_value(value),
            "said": as_said(told["said"]),
            "says": as_said(told["says"]),
        }
    )


def as_said(plain: dict[str, Any] | None) -> Said | None:
    """What the source said, as JSON has it."""
    if plain is None:
        return None
    values, quotes = as_values(plain["values"]), tuple(plain["quotes"])
    return Said(values, quotes, plain.get("context"), bool(plain.get("is_past", False)))


def as_values(plain: dict[str, Any]) -> Values:
    """A fact's fields, as JSON has them."""
    return {name: _as_value(value) for name, value in plain.items()}


def as_json(said: Said | None) -> str | None:
    """What the source said as JSON; None for nothing."""
    return None if said is None else json.dumps(as_plain(said), ensure_ascii=False)


def as_plain(said: Said) -> dict[str, Any]:
    """What the source said as dictionaries and lists."""
    past = {"is_past": True} if said.is_past else {}
    told = {"values": dict(said.values), "quotes": list(said.quotes), "context": said.context}
    return {**told, **past}


def _as_value(plain: Any) -> Value:
    return tuple(plain) if isinstance(plain, list) else plain


def _as_json(value: Any) -> str:
    value = as_plain(value) if isinstance(value, Said) else value
    return json.dumps(value, ensure_ascii=False)


def _storable_json(said: Said | None) -> str | None:
    told = as_json(said)
    return None if told is None else storable(told)
