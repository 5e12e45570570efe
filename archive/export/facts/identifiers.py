"""Identifiers that stay the same from export to export, in whatever archive.

Keys of rows are an archive's own. What a person or an event is known by everywhere is the
address of the page that first told of it, and of a person the name there.
"""

from __future__ import annotations

from typing import Literal
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlite_utils import Database

from archive.names import name_key

Named = Literal["person", "organization"]

_FIRST = {
    "person": """
SELECT url, name FROM participations
JOIN activities ON activities.id = activity_id JOIN pages ON pages.id = page_id
WHERE person_id = ? ORDER BY activity_id, name LIMIT 1""",
    "organization": """
SELECT url, name FROM organization_roles
JOIN activities ON activities.id = activity_id JOIN pages ON pages.id = page_id
WHERE organization_id = ? ORDER BY activity_id, name LIMIT 1""",
}
"""Where an archive first named them; all its pages count, not only those that are exported."""


def event(first_url: str) -> UUID:
    """The identifier of an event, by the address of the page that first reported it."""
    return uuid5(NAMESPACE_URL, f"{first_url}#event")


class Identifiers:
    """The identifiers of people and organizations, each looked up once."""

    def __init__(self, db: Database) -> None:
        """Of those whom this archive knows."""
        self._db = db
        self._known: dict[tuple[str, int], str] = {}

    def of(self, kind: Named, key: int) -> str:
        """The URN of the person or organization that has this key in the archive."""
        known = self._known.get((kind, key))
        if known is None:
            row = self._db.execute(_FIRST[kind], (key,)).fetchone()
            # One whom no report names has but the key.
            url, name = row or (f"urn:resilience-archive:{key}", "")
            known = uuid5(NAMESPACE_URL, f"{url}#{kind} {name_key(name)}").urn
            self._known[kind, key] = known
        return known
