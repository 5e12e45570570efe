"""The rows of events: each activity's event, the report that leads it, and doubts."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from archive.identity import doubt_rows, event_facts, event_nearby, renewals
from archive.identity.clusters import Clustering, RenewedKind
from archive.identity.event_background import Background
from archive.identity.event_nearby import Nearby
from archive.identity.event_reports import Report, Ruling
from archive.identity.events import decide_all, decide_some
from archive.search.stems import version
from archive.storage import transaction

RULES = 3
"""Raised whenever the same facts and decisions would give other events than before."""

_OF_EVENTS = "SELECT id, event_id FROM activities WHERE event_id IS NOT NULL"
_AMONG = "IN (SELECT value FROM json_each(?))"
_OF_THESE = "IN (SELECT value FROM json_each(:among))"
_RULINGS = """
SELECT first.id, second.id, verdict = 'same' FROM identity_decisions
JOIN activities AS first ON first.page_id = first_page_id
JOIN activities AS second ON second.page_id = second_page_id
WHERE kind = 'event' ORDER BY identity_decisions.id
"""


def is_current(db: Database) -> bool:
    """Whether the events are those of the facts and decisions as they are now."""
    return renewals.is_current(db, "event", _rules())


def renew(db: Database) -> RenewedKind:
    """Make the archive's events those that its facts and decisions tell, in one transaction.

    Every activity that a page reports has an event; its fullest report leads, one that is still
    on its site before one that is gone. An event keeps the id that most of its reports had, of
    equal ones the lowest. People and organizations are to be renewed before. Where nothing is to
    be changed, nothing is written.
    """
    with transaction(db):
        if is_current(db):
            return _as_it_is(db)
        before = dict(db.execute(_OF_EVENTS).fetchall())
        told = event_facts.reports(event_facts.gather(db))
        decided, background = decide_all(told, rulings(db))
        moved = _replace(db, decided, before, told, None)
        renewals.note(db, "event", _rules(), background.to_json())
        return RenewedKind(len(decided.clusters), moved, len(decided.doubts))


def renew_touched(db: Database) -> None:
    """The same where events were current before `archive.touched` began to note what changed.

    Where only some reports can have become of other events, these alone are decided anew.
    """
    if is_current(db):
        return
    kept = renewals.background(db, "event")
    ruled = rulings(db)
    nearby = None
    if kept is not None:
        nearby = event_nearby.of_touched(db, Background.from_json(kept), ruled)
    if nearby is None or not _renew_some(db, nearby, ruled):
        renew(db)
        return
    renewals.note(db, "event", _rules(), nearby.background.to_json())


def _renew_some(db: Database, nearby: Nearby, ruled: Sequence[Ruling]) -> bool:
    """Whether these alone could be decided anew: nothing of theirs hangs on others."""
    told = event_facts.reports(event_facts.gather(db, nearby.beside))
    decided = decide_some(told, ruled, nearby.background, nearby.wanted)
    own = [one for one in decided.clusters if not nearby.wanted.isdisjoint(one.mentions)]
    pairs = ({doubt.first, doubt.second} for doubt in decided.doubts)
    reaching = (*(one.mentions for one in own), *pairs)
    if any(
        not nearby.wanted.issuperset(some) and not nearby.wanted.isdisjoint(some)
        for some in reaching
    ):
        return False
    doubts = [one for one in decided.doubts if one.first in nearby.wanted]
    asked = (json.dumps(sorted(nearby.wanted)),)
    before = dict(db.execute(f"{_OF_EVENTS} AND id {_AMONG}", asked).fetchall())
    _replace(
        db, Clustering(tuple(own), tuple(doubts)), before, told, json.dumps([*before.values()])
    )
    return True


def _replace(
    db: Database,
    decided: Clustering,
    before: Mapping[int, int],
    told: Sequence[Report],
    among: str | None,
) -> int:
    """Make the events those; how many reports moved. `among` are those in whose place they come,
    a JSON list of ids: None is all.
    """
    reports = {report.activity_id: report for report in told}
    ids = _ids(decided, before, _next_id(db))
    after = {
        activity_id: event_id
        for event_id, cluster in zip(ids, decided.clusters, strict=True)
        for activity_id in cluster.mentions
    }
    leads = {
        event_id: max(cluster.mentions, key=lambda one: reports[one].fullness)
        for event_id, cluster in zip(ids, decided.clusters, strict=True)
    }
    _write(db, leads, after, before, among)
    doubts = [
        (after[one.first], after[one.second], one.score, one.reason) for one in decided.doubts
    ]
    doubt_rows.replace(db, "event", doubts, among)
    return _moved(decided, before, after)


def rulings(db: Database) -> list[Ruling]:
    """What people decided about reports, the latest last."""
    return [
        Ruling(first, second, bool(is_same))
        for first, second, is_same in db.execute(_RULINGS).fetchall()
    ]


def _rules() -> str:
    return f"{RULES} {version()}"


def _as_it_is(db: Database) -> RenewedKind:
    (total,) = db.execute("SELECT count(*) FROM events").fetchone()
    (doubts,) = db.execute("SELECT count(*) FROM identity_doubts WHERE kind = 'event'").fetchone()
    return RenewedKind(total, 0, doubts)


def _ids(decided: Clustering, before: Mapping[int, int], next_id: int) -> list[int]:
    """The events' ids in the order of the clusters: those that most of their reports had, or new."""
    wanted: defaultdict[tuple[int, int], int] = defaultdict(int)
    for place, cluster in enumerate(decided.clusters):
        for one in cluster.mentions:
            if one in before:
                wanted[before[one], place] += 1
    given: dict[int, int] = {}
    taken: set[int] = set()
    for (event_id, place), _ in sorted(wanted.items(), key=lambda item: (-item[1], item[0])):
        if place not in given and event_id not in taken:
            given[place] = event_id
            taken.add(event_id)
    ids = []
    for place in range(len(decided.clusters)):
        if place not in given:
            given[place], next_id = next_id, next_id + 1
        ids.append(given[place])
    return ids


def _moved(decided: Clustering, before: Mapping[int, int], after: Mapping[int, int]) -> int:
    """Reports whose event is another one than before; a new one had one of its own."""
    moved = sum(one not in after for one in before)
    for cluster in decided.clusters:
        known = [one for one in cluster.mentions if one in before]
        moved += sum(before[one] != after[one] for one in known)
        moved += len(cluster.mentions) - max(1, len(known))
    return moved


def _next_id(db: Database) -> int:
    """An id that no event ever had."""
    last = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'events'").fetchone()
    return 1 if last is None else int(last[0]) + 1


def _write(
    db: Database,
    leads: Mapping[int, int],
    after: Mapping[int, int],
    before: Mapping[int, int],
    among: str | None,
) -> None:
    """Make the rows those; an event that another report leads from now on is written anew."""
    rows = db.execute(
        f"SELECT id, activity_id FROM events WHERE :among IS NULL OR id {_OF_THESE}",  # noqa: S608 - our own words
        {"among": among},
    )
    known = dict(rows.fetchall())
    stale = {event_id for event_id, lead in known.items() if leads.get(event_id) != lead}
    members = {one for one, event_id in before.items() if event_id in stale}
    db.conn.executemany(
        "DELETE FROM events WHERE id = ?", [(event_id,) for event_id in sorted(stale)]
    )
    db.conn.executemany(
        "INSERT INTO events (id, activity_id) VALUES (?, ?)",
        sorted(item for item in leads.items() if known.get(item[0]) != item[1]),
    )
    db.conn.executemany(
        "UPDATE activities SET event_id = ? WHERE id = ?",
        [
            (after.get(one), one)
            for one in sorted(before.keys() | after.keys())
            if one in members or before.get(one) != after.get(one)
        ],
    )
