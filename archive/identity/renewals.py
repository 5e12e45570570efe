"""Whether the identities of a kind are those of the facts and decisions as they are now.

Triggers of the database mark them where they may not be, in the transaction of the change.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

from sqlite_utils import Database

from archive.identity.decisions import Kind


def is_current(db: Database, kind: Kind, rules: str) -> bool:
    """Whether renewing them by these rules would change nothing."""
    row = db.execute(
        "SELECT is_current, rules FROM identity_renewals WHERE kind = ?", (kind,)
    ).fetchone()
    return row is not None and tuple(row) == (1, _understood(rules))


def note(db: Database, kind: Kind, rules: str, background: str | None = None) -> None:
    """Mark them as renewed by these rules, and keep what renewing a part of them needs."""
    db.execute(
        "INSERT INTO identity_renewals (kind, is_current, rules, background) VALUES (?, 1, ?, ?)"
        " ON CONFLICT (kind) DO UPDATE SET is_current = 1, rules = excluded.rules,"
        " background = excluded.background",
        (kind, _understood(rules), background),
    )


def background(db: Database, kind: Kind) -> str | None:
    """What was kept of the last renewing."""
    row = db.execute("SELECT background FROM identity_renewals WHERE kind = ?", (kind,)).fetchone()
    return None if row is None or row[0] is None else str(row[0])


def _understood(rules: str) -> str:
    """SHA-256 of the rules with the words by which names are understood."""
    return hashlib.sha256(f"{rules} {_vocabularies()}".encode()).hexdigest()


@cache
def _vocabularies() -> str:
    hashed = hashlib.sha256()
    files = (one for one in resources.files(__package__).iterdir() if one.name.endswith(".toml"))
    for file in sorted(files, key=lambda one: one.name):
        hashed.update(file.read_bytes())
    return hashed.hexdigest()
