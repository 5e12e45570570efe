"""Whom a person at the command line means: a name, or the number of a person or organization."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from archive.errors import UsageError
from archive.identity.decisions import Reference
from archive.identity.entity_rows import ORGANIZATIONS, PEOPLE, Tables
from archive.names import name_key

TABLES: dict[str, Tables] = {"person": PEOPLE, "organization": ORGANIZATIONS}
_MOST_SUGGESTED = 5
_MOST_DIGITS = 18
"""Of a number that SQLite can hold."""


@dataclass(frozen=True, slots=True)
class Known:
    """A person or organization of the archive."""

    id: int
    name: str

    def __str__(self) -> str:
        """As a message names it."""
        return f"{self.id} {self.name}"


def meant(db: Database, tables: Tables, words: str) -> list[Known]:
    """Those who bear the name, whole and in any case, or the one with that number.

    Raises UsageError where there is none, with names that have the words.
    """
    by_number = "id = ?"
    by_name = f"id IN (SELECT {tables.owner} FROM {tables.names} WHERE name_key = ?)"  # noqa: S608 - fixed names
    found = db.execute(
        f"SELECT id, name FROM {tables.entities}"  # noqa: S608 - fixed names
        f" WHERE {by_number if words.isdecimal() else by_name} ORDER BY id",
        (int(words[:_MOST_DIGITS]) if words.isdecimal() else name_key(words),),
    ).fetchall()
    if not found:
        raise UsageError(_nobody(db, tables, words))
    return [Known(*row) for row in found]


def one_meant(db: Database, tables: Tables, words: str) -> Known:
    """The only one who is meant. Raises UsageError where several bear the name too."""
    found = meant(db, tables, words)
    if len(found) > 1:
        raise UsageError(
            f"{len(found)} bear the name '{words}': {', '.join(map(str, found))}."
            " Name the one you mean by the number."
        )
    return found[0]


def reference(db: Database, tables: Tables, words: str) -> Reference:
    """What a decision about the one who is meant is kept under.

    A name, or the fullest name of a number; where others bear it too, what one page calls so.
    """
    known = one_meant(db, tables, words)
    key = name_key(known.name if words.isdecimal() else words)
    (bearers,) = db.execute(
        f"SELECT count(*) FROM {tables.names} WHERE name_key = ?",  # noqa: S608 - fixed names
        (key,),
    ).fetchone()
    if bearers == 1:
        return Reference(key, None)
    rows = db.execute(
        f"SELECT name, page_id FROM {tables.mentions}"  # noqa: S608 - fixed names
        f" JOIN activities ON activities.id = activity_id WHERE {tables.owner} = ?"
        " ORDER BY start_date IS NULL, start_date, activity_id",
        (known.id,),
    )
    return next(
        Reference(key, page_id) for name, page_id in rows.fetchall() if name_key(name) == key
    )


def _nobody(db: Database, tables: Tables, words: str) -> str:
    what = "person" if tables is PEOPLE else "organization"
    if words.isdecimal():
        return (
            f"No {what} has the number {words}."
            f" 'resilience identity explain NAME --kind {what}' tells a name's."
        )
    rows = db.execute(
        f"SELECT DISTINCT name FROM {tables.names}"  # noqa: S608 - fixed names
        f" WHERE instr(name_key, ?) ORDER BY name LIMIT {_MOST_SUGGESTED}",
        (name_key(words),),
    )
    names = [f"'{name}'" for (name,) in rows.fetchall()]
    if names:
        return f"No {what} is called just '{words}'. Did you mean {' or '.join(names)}?"
    return (
        f"No page names a {what} '{words}'. Write the name as a page does;"
        f" --kind says whether a person, an organization or an event is meant."
    )
