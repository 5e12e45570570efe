"""What people decide of who is who, noted so that it outlives every crawl and reading."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from archive.errors import UsageError
from archive.identity import decision_rows
from archive.identity.decisions import Reference, Verdict
from archive.identity.entity_rows import Tables
from archive.identity.known_names import Known, meant, one_meant, reference
from archive.names import name_key
from archive.storage import transaction


def merge(
    db: Database, tables: Tables, first: str, second: str, *, author: str, reason: str
) -> None:
    """Note that two, each a name or a number, are one; it holds when identities are next renewed.

    The same name twice: all who bear it are one. Raises UsageError.
    """
    if name_key(first) == name_key(second) and not first.isdecimal():
        _note_all_one(db, tables, first, author=author, reason=reason)
        return
    one, other = one_meant(db, tables, first), one_meant(db, tables, second)
    if one.id == other.id:
        raise UsageError(f"'{first}' and '{second}' are one already: {one}. Nothing was noted.")
    _note(db, tables, "same", first, second, author=author, reason=reason)


def split(
    db: Database, tables: Tables, first: str, second: str, *, author: str, reason: str
) -> None:
    """Note that two, each a name or a number, are two, as `merge` does. Raises UsageError."""
    if name_key(first) == name_key(second):
        raise UsageError(
            f"'{first}' is one name. To say that it stands for another on some pages,"
            f" name those: resilience identity split '{first}' --activity ID --reason TEXT."
        )
    _note(db, tables, "different", first, second, author=author, reason=reason)


def split_pages(
    db: Database,
    tables: Tables,
    words: str,
    activities: Sequence[int],
    *,
    author: str,
    reason: str,
) -> None:
    """Note that the pages of these activities mean another one by the name than all others do.

    `words` is a name or a number. Raises UsageError, also where one of the pages has no such
    name.
    """
    known = _on_pages(db, tables, meant(db, tables, words), words, activities)
    main = name_key(known.name if words.isdecimal() else words)
    apart = [_on_page(db, tables, known, words, activity) for activity in activities]
    with transaction(db):
        for one in apart:
            for key in dict.fromkeys((one.key, main)):
                decision_rows.add(
                    db,
                    tables.kind,
                    "different",
                    one,
                    Reference(key, None),
                    author=author,
                    reason=reason,
                )
        for one in apart[1:]:
            decision_rows.add(db, tables.kind, "same", apart[0], one, author=author, reason=reason)


def _on_pages(
    db: Database, tables: Tables, found: Sequence[Known], words: str, activities: Sequence[int]
) -> Known:
    """Of those who bear the name the one whom the first of the activities names."""
    for known in found:
        owners = db.execute(
            f"SELECT 1 FROM {tables.mentions} WHERE activity_id = ? AND {tables.owner} = ?",  # noqa: S608 - fixed names
            (activities[0], known.id),
        )
        if owners.fetchone() is not None:
            return known
    raise UsageError(_not_there(words, activities[0]))


def _on_page(db: Database, tables: Tables, known: Known, words: str, activity: int) -> Reference:
    row = db.execute(
        f"SELECT name, page_id FROM {tables.mentions}"  # noqa: S608 - fixed names
        f" JOIN activities ON activities.id = activity_id"
        f" WHERE activity_id = ? AND {tables.owner} = ? ORDER BY {tables.mentions}.id",
        (activity, known.id),
    ).fetchone()
    if row is None:
        raise UsageError(_not_there(words, activity))
    return Reference(name_key(row[0]), row[1])


def _not_there(words: str, activity: int) -> str:
    return (
        f"Activity {activity} does not name '{words}'."
        f" 'resilience identity explain \"{words}\"' lists the activities that do."
    )


def _note(
    db: Database,
    tables: Tables,
    verdict: Verdict,
    first: str,
    second: str,
    *,
    author: str,
    reason: str,
) -> None:
    with transaction(db):
        decision_rows.add(
            db,
            tables.kind,
            verdict,
            reference(db, tables, first),
            reference(db, tables, second),
            author=author,
            reason=reason,
        )


def _note_all_one(db: Database, tables: Tables, words: str, *, author: str, reason: str) -> None:
    if len(meant(db, tables, words)) == 1:
        raise UsageError(f"All who are called '{words}' are one already. Nothing was noted.")
    every = Reference(name_key(words), None)
    with transaction(db):
        decision_rows.add(db, tables.kind, "same", every, every, author=author, reason=reason)
