"""People, organizations and memberships as Popolo has them (https://www.popoloproject.com/specs/)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any, BinaryIO

from sqlite_utils import Database

from archive.export.facts.identifiers import Identifiers
from archive.export.facts.order import Order, in_words
from archive.names import name_key

_SCHEME = "resilience-archive"

_PEOPLE = """
SELECT DISTINCT people.id, people.name FROM temp.exported
JOIN participations USING (activity_id) JOIN people ON people.id = person_id ORDER BY 1
"""
_HELD = """
SELECT DISTINCT organization FROM participations JOIN temp.exported USING (activity_id)
WHERE organization IS NOT NULL
"""
"""Organizations as pages give them with a person."""
_ORGANIZATIONS = """
SELECT id, name, acronym, sector FROM organizations
WHERE id IN (SELECT id FROM temp.exported_organizations)
OR id IN (SELECT organization_id FROM organization_roles JOIN temp.exported USING (activity_id))
ORDER BY id
"""
_SEEN = """
SELECT DISTINCT url, start_date FROM {facts} JOIN temp.exported USING (activity_id)
JOIN activities ON activities.id = activity_id JOIN pages ON pages.id = exported.page_id
WHERE {kind}_id = ? ORDER BY start_date IS NULL, start_date, url
"""
_MEMBERSHIPS = """
SELECT person_id, position, organization, url, start_date
FROM participations JOIN temp.exported USING (activity_id)
JOIN activities ON activities.id = activity_id JOIN pages ON pages.id = exported.page_id
WHERE position IS NOT NULL OR organization IS NOT NULL
ORDER BY person_id, start_date IS NULL, start_date, url, participations.id
"""

Node = dict[str, Any]


def write(order: Order, file: BinaryIO) -> str:
    """Write one JSON object with `persons`, `organizations` and `memberships`.

    A membership tells the position or the organization that pages give with a person, each once.
    Pages tell that somebody held it on a day, not when it began or ended, which alone is what
    Popolo calls `start_date` and `end_date`: the first and last of these days are in `extra`.
    """
    known = Identifiers(order.db)
    held = _held(order.db)
    lists: dict[str, Callable[[], Iterator[Node]]] = {
        "persons": lambda: _people(order.db, known),
        "organizations": lambda: _organizations(order.db, known),
        "memberships": lambda: _memberships(order.db, known, held),
    }
    written: list[str] = []
    file.write(b"{")
    for name, nodes in lists.items():
        number = 0
        file.write(f'{"," if written else ""}\n"{name}":['.encode())
        for node in order.counted(nodes(), name):
            file.write((b",\n" if number else b"\n") + _line(node))
            number += 1
        file.write(b"\n]")
        written.append(in_words(number, name.removesuffix("s")))
    file.write(b"\n}\n")
    return ", ".join(written)


def _line(node: Node) -> bytes:
    """The node without what is not known."""
    told = {name: value for name, value in node.items() if value not in (None, [], "")}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _held(db: Database) -> dict[str, int]:
    """The organizations that are given with people and that the archive knows: name key -> id."""
    found: dict[str, int] = {}
    for (name,) in db.execute(_HELD):
        row = db.execute(
            "SELECT organization_id FROM organization_names WHERE name_key = ? ORDER BY 1 LIMIT 1",
            (name_key(name),),
        ).fetchone()
        if row is not None:
            found[name_key(name)] = row[0]
    db.execute("CREATE TEMP TABLE exported_organizations (id INTEGER PRIMARY KEY)")
    db.conn.executemany(
        "INSERT OR IGNORE INTO temp.exported_organizations VALUES (?)",
        [(key,) for key in found.values()],
    )
    return found


def _people(db: Database, known: Identifiers) -> Iterator[Node]:
    for key, name in db.execute(_PEOPLE):
        aliases = db.execute(
            "SELECT name FROM person_names WHERE person_id = ? AND name != ? ORDER BY name",
            (key, name),
        )
        yield {
            "id": known.of("person", key),
            "name": name,
            "other_names": [{"name": alias} for (alias,) in aliases],
            "identifiers": [{"scheme": _SCHEME, "identifier": str(key)}],
            "sources": _sources(db, "person", key),
        }


def _organizations(db: Database, known: Identifiers) -> Iterator[Node]:
    for key, name, acronym, sector in db.execute(_ORGANIZATIONS):
        aliases = db.execute(
            "SELECT name FROM organization_names WHERE organization_id = ?"
            " AND name NOT IN (?, ?) ORDER BY name",
            (key, name, acronym or name),
        )
        yield {
            "id": known.of("organization", key),
            "name": name,
            "other_names": [
                *([{"name": acronym, "note": "acronym"}] if acronym else []),
                *({"name": alias} for (alias,) in aliases),
            ],
            "classification": sector,
            "identifiers": [{"scheme": _SCHEME, "identifier": str(key)}],
            "sources": _sources(db, "organization", key),
        }


def _sources(db: Database, kind: str, key: int) -> list[Node]:
    facts = "participations" if kind == "person" else "organization_roles"
    rows = db.execute(_SEEN.format(facts=facts, kind=kind), (key,))
    return [_source(url, day) for url, day in rows]


def _source(url: str, day: str | None) -> Node:
    return {"url": url, "note": day} if day else {"url": url}


@dataclass(slots=True)
class _Membership:
    """What pages give with a person: a position, an organization, or both."""

    role: str | None
    organization: str | None
    sources: dict[tuple[str, str | None], None] = field(default_factory=dict)
    """(page, day) of each report, by day."""


def _memberships(db: Database, known: Identifiers, held: dict[str, int]) -> Iterator[Node]:
    for person_id, rows in groupby(db.execute(_MEMBERSHIPS), key=itemgetter(0)):
        found: dict[tuple[str, str | int], _Membership] = {}
        for _, role, organization, url, day in rows:
            named = name_key(organization or "")
            key = (name_key(role or ""), held.get(named, named))
            one = found.setdefault(key, _Membership(role, organization))
            one.sources[url, day] = None
        for (_, of), one in found.items():
            yield _membership(known.of("person", person_id), one, of, known)


def _membership(person: str, one: _Membership, of: str | int, known: Identifiers) -> Node:
    days = [day for _, day in one.sources if day]
    return {
        "person_id": person,
        "role": one.role,
        "organization_id": known.of("organization", of) if isinstance(of, int) else None,
        # One that no page tells of by itself has no identity of its own.
        "organization": {"name": one.organization} if isinstance(of, str) and of else None,
        "sources": [_source(url, day) for url, day in one.sources],
        "extra": {"first_seen": min(days), "last_seen": max(days)} if days else None,
    }
