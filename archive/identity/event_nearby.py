"""Which reports may be of other events than before, now that some of them changed.

Deciding about events goes from report to report: only those that were compared, or are to be
compared, with one that changed can become of another event, and those that hang together with
these. All of them, with whatever shares a day with them, are to be decided anew; the answer for
them is the one that deciding about all reports gives. Where that is not so (a report without a
day changed, a copy of another one, a word that is about to become a usual one) there is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from archive import touched
from archive.identity.event_background import Background, Key
from archive.identity.event_candidates import MOST_DAYS, keys_without_day
from archive.identity.event_facts import day_of
from archive.identity.event_reports import Report, Ruling, days_of

_MOST_CHANGED = 200
_MOST_LOOKED_AT = 4_000
"""Reports above which deciding about all of them is no slower, or nearly so."""

_IN = "IN (SELECT value FROM json_each(?))"
_CHANGED = f"""
SELECT activities.id, type, start_date, end_date, activities.title, articles.title,
  (SELECT group_concat(url, char(10)) FROM materials WHERE activity_id = activities.id)
FROM activities JOIN articles USING (page_id) WHERE activities.id {_IN}
"""  # noqa: S608 - our own words
_OF_SAME_EVENTS = f"""
SELECT id FROM activities WHERE event_id IN (SELECT event_id FROM activities WHERE id {_IN})
"""  # noqa: S608 - our own words
_OF_DOUBTFUL_EVENTS = f"""
WITH own AS (SELECT event_id FROM activities WHERE id {_IN})
SELECT id FROM activities WHERE event_id IN (
  SELECT first_id FROM identity_doubts WHERE kind = 'event' AND second_id IN own
  UNION ALL SELECT second_id FROM identity_doubts WHERE kind = 'event' AND first_id IN own
)
"""  # noqa: S608 - our own words
_COPIES = f"""
SELECT activities.id FROM articles JOIN activities USING (page_id) WHERE text_digest IN (
  SELECT text_digest FROM activities JOIN articles USING (page_id) WHERE activities.id {_IN}
)
"""  # noqa: S608 - our own words
_DAYS = f"SELECT start_date, end_date FROM activities WHERE type IS NOT NULL AND id {_IN}"  # noqa: S608 - our own words
# What began up to two weeks before may last until the day.
_OF_DAY = f"""
SELECT id FROM activities
WHERE start_date >= date(:day, '-{MOST_DAYS} days') AND start_date < date(:day, '+1 day')
  AND (start_date >= :day OR end_date >= :day)
"""  # noqa: S608 - our own words and a number


@dataclass(frozen=True, slots=True)
class Nearby:
    """Activities by their ids."""

    wanted: frozenset[int]
    """Those that may be of other events than before."""
    beside: frozenset[int]
    """Those to be looked at with them."""
    background: Background
    """As it is after the change."""


def of_touched(db: Database, background: Background, rulings: Sequence[Ruling]) -> Nearby | None:
    """What the reports that were touched reach; None where all are to be decided anew."""
    changed = touched.values(db, "report")
    if touched.values(db, "more") or len(changed) > _MOST_CHANGED:
        return None
    rows = db.execute(_CHANGED, (_json(changed),)).fetchall()
    days = _days_of_changed(db, rows)
    if days is None or len(_reached(db, _COPIES, changed)) > len(changed):
        return None
    titled = touched.values(db, "titled")
    reports = {row[0]: _report(*row) for row in rows}
    keys = _changed_keys(db, [reports[one] for one in titled])
    if not background.bears(keys):
        return None
    near = changed | _on_days(db, days)
    for report in reports.values():
        near |= background.partners(report)
    wanted = _hanging_together(db, near, rulings)
    beside = None if wanted is None else _beside(db, wanted, rulings)
    if wanted is None or beside is None:
        return None
    changes = len(titled) + len(touched.values(db, "url"))
    return Nearby(frozenset(wanted), frozenset(beside), background.after(changes))


def _days_of_changed(db: Database, rows: Iterable[Sequence[Any]]) -> set[str] | None:
    """The days before and after; None where one tells no day."""
    told = [(start, end) for _, type_, start, end, *_ in rows if type_ is not None]
    former = [days.split("/") for days in touched.values(db, "days")]
    days: set[str] = set()
    for start, end in (*told, *former):
        if day_of(start) is None:
            return None
        days |= _days(start, end)
    return days


def _days(start: str | None, end: str | None) -> set[str]:
    first, last = day_of(start), day_of(end)
    return (
        set() if first is None else set(days_of(first, max(first, last or first), most=MOST_DAYS))
    )


def _report(
    activity_id: int, type_: str | None, _start: Any, _end: Any, title: str | None, *more: Any
) -> Report:
    """As far as it brings reports without a day to this one."""
    article_title, urls = more
    titles = tuple(filter(None, (title, article_title)))
    materials = frozenset((urls or "").split("\n")) - {""}
    return Report(activity_id, "", titles, type_ or "", materials=materials)


def _changed_keys(db: Database, titled: Iterable[Report]) -> set[Key]:
    """What titles and addresses of files there are now and were not before, or the other way."""
    keys: set[Key] = touched.values(db, "url")
    former = Report(0, "", tuple(filter(None, touched.values(db, "title"))), "")
    for report in (former, *titled):
        keys |= {*report.stems, *keys_without_day(report)}
    return keys


def _hanging_together(db: Database, near: set[int], rulings: Sequence[Ruling]) -> set[int] | None:
    """These and all that was of one event with them, or may have been, step by step.

    None where they are too many.
    """
    found: set[int] = set()
    new = near
    while new:
        found |= new
        if len(found) > _MOST_LOOKED_AT:
            return None
        reached = _ruled(found, rulings)
        for question in (_OF_SAME_EVENTS, _OF_DOUBTFUL_EVENTS, _COPIES):
            reached |= _reached(db, question, new)
        new = reached - found
    return found


def _beside(db: Database, wanted: set[int], rulings: Sequence[Ruling]) -> set[int] | None:
    """These with all that share a day with one of them, and the copies of both."""
    days: set[str] = set()
    for start, end in db.execute(_DAYS, (_json(wanted),)).fetchall():
        days |= _days(start, end)
    found = set(wanted)
    new = _on_days(db, days) - found
    while new:
        found |= new
        if len(found) > _MOST_LOOKED_AT:
            return None
        new = (_reached(db, _COPIES, new) | _ruled(found, rulings)) - found
    return found


def _ruled(found: set[int], rulings: Sequence[Ruling]) -> set[int]:
    """Those about which people decided something together with one of these."""
    pairs = ({ruling.first, ruling.second} for ruling in rulings)
    return {one for pair in pairs if not pair.isdisjoint(found) for one in pair}


def _on_days(db: Database, days: Iterable[str]) -> set[int]:
    return {one for day in days for (one,) in db.execute(_OF_DAY, {"day": day}).fetchall()}


def _reached(db: Database, question: str, ids: Iterable[int]) -> set[int]:
    return {one for (one,) in db.execute(question, (_json(ids),)).fetchall()}


def _json(ids: Iterable[int]) -> str:
    return json.dumps(sorted(ids))
