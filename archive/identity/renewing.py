"""Making an archive's people, organizations and events those that its facts and decisions tell."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlite_utils import Database

from archive import touched
from archive.identity import (
    decision_rows,
    entity_rows,
    event_rows,
    mention_rows,
    organizations,
    people,
    renewals,
)
from archive.identity.clusters import Clustering, RenewedKind
from archive.identity.decisions import Decision
from archive.identity.entity_rows import ORGANIZATIONS, PEOPLE, Mention, Tables
from archive.identity.mention_rows import Row
from archive.query.renewing import renew as renew_sums
from archive.query.sums import are_current
from archive.query.sums_touched import renew as renew_touched_sums
from archive.storage import transaction


@dataclass(frozen=True, slots=True)
class Renewed:
    """What renewing came to."""

    people: RenewedKind
    organizations: RenewedKind
    events: RenewedKind


def renew(db: Database) -> Renewed:
    """Put together and take apart people, organizations and events, in one transaction.

    The same facts and decisions give the same clusters, whatever the order they came in; ids
    stay: a cluster keeps the one that most of its mentions had. An archive whose facts and
    decisions are those of the last time is left as it is. The sums over the whole archive, which
    are of people, organizations and events, are renewed with them.
    """
    with transaction(db), _undisturbed():
        renewed = Renewed(*_renew_names(db), event_rows.renew(db))
        renew_sums(db)
        return renewed


@contextmanager
def keeping_current(db: Database) -> Iterator[None]:
    """A transaction at whose end the archive is as `renew` makes it, in the time that its changes
    need.

    Meant for a few changes: of facts of pages that are there, and of what people decided. What
    they cannot have touched is not looked at.
    """
    with transaction(db), _undisturbed(), touched.noted(db):
        had_events, had_sums = event_rows.is_current(db), are_current(db)
        yield
        _renew_names(db)
        if had_events:
            event_rows.renew_touched(db)
        else:
            event_rows.renew(db)
        if had_sums:
            renew_touched_sums(db)
        else:
            renew_sums(db)


def _renew_names(db: Database) -> tuple[RenewedKind, RenewedKind]:
    return (
        _renew(db, PEOPLE, mention_rows.people, decide_people),
        _renew(db, ORGANIZATIONS, mention_rows.organizations, decide_organizations),
    )


def decide_people(rows: Sequence[Row], decisions: Sequence[Decision]) -> Clustering:
    """The people that rows of participations are of."""
    return people.decide(mention_rows.person_mentions(rows).values(), decisions)


def decide_organizations(rows: Sequence[Row], decisions: Sequence[Decision]) -> Clustering:
    """The organizations that rows of their roles are of."""
    return organizations.decide(mention_rows.organization_mentions(rows).values(), decisions)


def _renew(
    db: Database,
    tables: Tables,
    load: Callable[[Database], Sequence[Row]],
    decide: Callable[[Sequence[Row], Sequence[Decision]], Clustering],
) -> RenewedKind:
    if renewals.is_current(db, tables.kind, mention_rows.RULES):
        return _as_it_is(db, tables)
    rows = load(db)
    clustering = decide(rows, decision_rows.load(db, tables.kind))
    renewed = entity_rows.replace(db, tables, clustering, _mentions(tables, rows))
    renewals.note(db, tables.kind, mention_rows.RULES)
    return renewed


def _as_it_is(db: Database, tables: Tables) -> RenewedKind:
    (total,) = db.execute(f"SELECT count(*) FROM {tables.entities}").fetchone()  # noqa: S608 - fixed names
    (doubts,) = db.execute(
        "SELECT count(*) FROM identity_doubts WHERE kind = ?", (tables.kind,)
    ).fetchone()
    return RenewedKind(total, 0, doubts)


def _mentions(tables: Tables, rows: Sequence[Row]) -> Mapping[int, Mention]:
    """What the rows of people or organizations are made of."""
    if tables is PEOPLE:
        return {row[0]: Mention(row[-1], row[4], {}) for row in rows}
    return {row[0]: Mention(row[-1], row[4], {"acronym": row[5], "sector": row[6]}) for row in rows}


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the search for garbage: it goes over millions of rows again and again, in vain."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
