"""What the filters are called that an address gives by keys."""

from __future__ import annotations

from sqlite_utils import Database

from archive.browse.filters import Filters


def names(db: Database, filters: Filters) -> dict[str, str]:
    """Filter -> name of the person or organization; without those that there are no more."""
    selected = filters.selected
    keys = {"people": selected.get("person_id"), "organizations": selected.get("organization_id")}
    found = {}
    for (table, key), option in zip(keys.items(), ("person_id", "organization_id"), strict=True):
        row = db.execute(f"SELECT name FROM {table} WHERE id = ?", (key,)).fetchone()  # noqa: S608 - fixed names
        if row is not None:
            found[option] = row[0]
    return found
