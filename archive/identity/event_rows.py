"""The rows of events: each activity's event, the report that leads it, and doubts."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from archive.identity import event_facts, mention_rows
from archive.identity.clusters import Clustering, RenewedKind
from archive.identity.event_facts import Facts
from archive.identity.event_reports import Ruling
from archive.identity.event_titles import vocabulary
from archive.identity.events import decide
from archive.search.stems import version
from archive.storage import transaction

RULES = 2
"""Raised whenever the same facts and decisions would give other events than before."""

_OF_EVENTS = "SELECT id, event_id FROM activities WHERE event_id IS NOT NULL"
_RULINGS = """
SELECT first.id, second.id, verdict = 'same' FROM identity_decisions
JOIN activities AS first ON first.page_id = first_page_id
JOIN activities AS second ON second.page_id = second_page_id
WHERE kind = 'event' ORDER BY identity_decisions.id
"""


def renew(db: Database) -> RenewedKind:
    """Make the archive's events those that its facts and decisions tell, in one transaction.

    Every activity that a page reports has an event; its fullest report leads, one that is still
    on its site before one that is gone. An event keeps the id that most of its reports had, of
    equal ones the lowest. People and organizations are to be renewed before. Where nothing is to
    be changed, nothing is written.
    """
    with transaction(db):
        facts, decisions = event_facts.gather(db), rulings(db)
        before = dict(db.execute(_OF_EVENTS).fetchall())
        digest = _digest(db, facts, decisions, before)
        if digest == mention_rows.last_digest(db, "event"):
            return _as_it_is(db)
        reports = {report.activity_id: report for report in event_facts.reports(facts)}
        decided = decide(reports.values(), decisions)
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
        _write(db, leads, after, before)
        _write_doubts(db, decided, after)
        mention_rows.note_digest(db, "event", _digest(db, facts, decisions, after))
        return RenewedKind(len(ids), _moved(decided, before, after), len(decided.doubts))


def rulings(db: Database) -> list[Ruling]:
    """What people decided about reports, the latest last."""
    return [
        Ruling(first, second, bool(is_same))
        for first, second, is_same in db.execute(_RULINGS).fetchall()
    ]


def _digest(
    db: Database, facts: Facts, decisions: Sequence[Ruling], events: Mapping[int, int]
) -> str:
    """SHA-256 of all that events come from, and of the events that there are."""
    leads = db.execute("SELECT id, activity_id FROM events ORDER BY id").fetchall()
    hashed = hashlib.sha256(f"{RULES} {vocabulary()} {version()}".encode())
    for part in (decisions, sorted(events.items()), leads, *facts):
        hashed.update(repr(part).encode("utf-8", "replace"))
    return hashed.hexdigest()


def _as_it_is(db: Database) -> RenewedKind:
    (total,) = db.execute("SELECT count(*) FROM events").fetchone()
    (doubts,) = db.execute("SELECT count(*) FROM identity_doubts WHERE kind = 'event'").fetchone()
    return RenewedKind(total, 0, doubts)


def _ids(decided: Clustering, before: dict[int, int], next_id: int) -> list[int]:
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


def _moved(decided: Clustering, before: dict[int, int], after: dict[int, int]) -> int:
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
    db: Database, leads: dict[int, int], after: dict[int, int], before: dict[int, int]
) -> None:
    """Make the rows those; an event that another report leads from now on is written anew."""
    known = dict(db.execute("SELECT id, activity_id FROM events").fetchall())
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


def _write_doubts(db: Database, decided: Clustering, after: dict[int, int]) -> None:
    rows = [
        (after[doubt.first], after[doubt.second], doubt.score, doubt.reason)
        for doubt in decided.doubts
    ]
    known = db.execute(
        "SELECT first_id, second_id, score, reason FROM identity_doubts WHERE kind = 'event'"
        " ORDER BY id"
    ).fetchall()
    if rows == known:
        return
    db.execute("DELETE FROM identity_doubts WHERE kind = 'event'")
    db.conn.executemany(
        "INSERT INTO identity_doubts (kind, first_id, second_id, score, reason)"
        " VALUES ('event', ?, ?, ?, ?)",
        rows,
    )
