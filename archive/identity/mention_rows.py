"""The mentions of an archive as deciding looks at them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from archive.identity.organization_mentions import OrganizationMention
from archive.identity.person_mentions import PersonMention

RULES = "4"
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
