"""The mentions of an archive as deciding looks at them, and whether they are those of the last time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from sqlite_utils import Database

from archive.identity.decisions import Decision, Kind
from archive.identity.organization_mentions import OrganizationMention
from archive.identity.person_mentions import PersonMention

RULES = "3"
"""Raised whenever the same facts and decisions would give other clusters than before."""

_PEOPLE = """
SELECT participations.id, page_id, pages.url, pages.site, name, honorific, position, organization,
  person_id
FROM participations
JOIN activities ON activities.id = activity_id
JOIN pages ON pages.id = page_id
ORDER BY participations.id
"""

_ORGANIZATIONS = """
SELECT organization_roles.id, page_id, pages.url, pages.site, name, acronym, sector, place,
  organization_id
FROM organization_roles
JOIN activities ON activities.id = activity_id
JOIN pages ON pages.id = page_id
ORDER BY organization_roles.id
"""

Row = Sequence[Any]
"""The values of a mention in the order of its class, and last whose it is."""


def people(db: Database) -> list[Row]:
    """All participations."""
    return db.execute(_PEOPLE).fetchall()


def organizations(db: Database) -> list[Row]:
    """All roles of organizations."""
    return db.execute(_ORGANIZATIONS).fetchall()


def person_mentions(rows: Iterable[Row]) -> dict[int, PersonMention]:
    """The rows of people as mentions, by id."""
    return {row[0]: PersonMention._make(row[:-1]) for row in rows}


def organization_mentions(rows: Iterable[Row]) -> dict[int, OrganizationMention]:
    """The rows of organizations as mentions, by id."""
    return {row[0]: OrganizationMention._make(row[:-1]) for row in rows}


def owners(rows: Iterable[Row]) -> dict[int, int]:
    """Whose each mention is."""
    return {row[0]: row[-1] for row in rows}


def digest(rows: Iterable[Row], owner: Mapping[int, int], decisions: Iterable[Decision]) -> str:
    """SHA-256 of all that the rows of a kind come from, and of whose each mention is."""
    hashed = hashlib.sha256(f"{RULES} {_vocabularies()}".encode())
    for decision in decisions:
        hashed.update(repr(decision).encode("utf-8", "replace"))
    for row in rows:
        hashed.update(repr((*row[:-1], owner[row[0]])).encode("utf-8", "replace"))
    return hashed.hexdigest()


def last_digest(db: Database, kind: Kind) -> str | None:
    """The digest of the last renewing."""
    row = db.execute("SELECT digest FROM identity_renewals WHERE kind = ?", (kind,)).fetchone()
    return None if row is None else str(row[0])


def note_digest(db: Database, kind: Kind, value: str) -> None:
    """Remember the digest until the next renewing."""
    db.execute(
        "INSERT INTO identity_renewals (kind, digest) VALUES (?, ?)"
        " ON CONFLICT (kind) DO UPDATE SET digest = excluded.digest",
        (kind, value),
    )


@cache
def _vocabularies() -> str:
    """SHA-256 of the words by which names are understood."""
    hashed = hashlib.sha256()
    files = (one for one in resources.files(__package__).iterdir() if one.name.endswith(".toml"))
    for file in sorted(files, key=lambda one: one.name):
        hashed.update(file.read_bytes())
    return hashed.hexdigest()
