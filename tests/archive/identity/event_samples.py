"""Invented reports of invented events for the tests of deciding which are of one event."""

from __future__ import annotations

from itertools import count
from typing import Any

from archive.identity.event_reports import Report

_ids = count(1000)
RATNA, TEGAR, WENING, DAMAR, LARAS, BAYU = "ratna", "tegar", "wening", "damar", "laras", "bayu"
"""Persons."""


def told(title: str, *more: str, **facts: Any) -> Report:
    """A report of a workshop on 14 May 2019; facts take the place of what is usual."""
    usual: dict[str, Any] = {
        "activity_id": next(_ids),
        "site": "kota",
        "type": "workshop",
        "start_date": "2019-05-14",
        "text_digest": f"{title} {more} {facts}",
        "text_length": 2000,
        "facts": 5,
    }
    usual["published_on"] = facts.get("start_date", usual["start_date"])
    for name in ("people", "organizations", "attendance", "materials", "topics", "leaders"):
        facts[name] = frozenset(facts.get(name, ()))
    facts["material_dates"] = frozenset(facts.get("material_dates", ()))
    return Report(titles=(title, *more), **{**usual, **facts})
