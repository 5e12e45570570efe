"""Writing a page's article, activity and facts in place of those that it had."""

from __future__ import annotations

import json

from sqlite_utils import Database

from archive.corrections import Marks
from archive.corrections.fields import fact_kinds
from archive.names import name_key
from archive.records import Article, Group, Record
from archive.rows import (
    Row,
    activity_row,
    article_row,
    conclusion_row,
    group_row,
    organization_role_row,
    participation_row,
    plain_facts,
    storable,
)
from archive.search import index
from archive.timestamps import utc_now

FACT_TABLES = (
    "activity_dates",
    "attendance",
    "participations",
    "organization_roles",
    "conclusions",
    "discussion_groups",
    "materials",
    "findings",
)
"""Tables whose rows belong to one activity and are replaced together."""


def replace_facts(db: Database, page_id: int, record: Record, marks: Marks | None = None) -> None:
    """Make the page's article, activity and facts those of the record.

    The article's and the activity's rows keep their ids; facts are written anew. People and
    organizations whom no page names any more are removed. `marks` are the corrections that
    touched the record's facts. The caller holds the transaction.
    """
    _write_article(db, page_id, record.article)
    replace_activity(db, page_id, record, marks)


def replace_activity(
    db: Database, page_id: int, record: Record, marks: Marks | None = None
) -> None:
    """The same for the activity and its facts alone; the article stays as it was read."""
    text = record.article.text
    touched = _Touched(marks or {})
    activity_id = _upsert_of_page(
        db, "activities", page_id, {**activity_row(record), **touched.by("activities")}
    )
    formerly = named_by(db, page_id)
    for table in FACT_TABLES:
        db.execute(f"DELETE FROM {table} WHERE activity_id = ?", (activity_id,))  # noqa: S608 - fixed names
    for table, row in plain_facts(record):
        mark = touched.by(table)
        _insert(db, table, {"activity_id": activity_id, **row, **mark})
    for person in record.activity.people:
        row = {**participation_row(person, text), **touched.by("participations")}
        _write_person(db, activity_id, row, formerly["people"])
    for organization in record.activity.organizations:
        row = {**organization_role_row(organization, text), **touched.by("organization_roles")}
        _write_organization(db, activity_id, row, formerly["organizations"])
    for group in record.activity.groups:
        _write_group(db, activity_id, group, text, touched)
    remove_unnamed(db, formerly)
    index.write_page(db, page_id)


class _Touched:
    """By which corrections the facts are touched that are written one after the other."""

    def __init__(self, marks: Marks) -> None:
        self._left = {kind.table: iter(marks.get(kind.name, ())) for kind in fact_kinds().values()}

    def by(self, table: str) -> Row:
        """The column of the table's next fact; none of a table that nobody corrects."""
        left = self._left.get(table)
        return {} if left is None else {"correction_id": next(left, None)}


def named_by(db: Database, page_id: int) -> dict[str, list[int]]:
    """The people and organizations whom a page names: table -> ids."""
    return {
        "people": _column(db, "person_id FROM participations", page_id),
        "organizations": _column(db, "organization_id FROM organization_roles", page_id),
    }


def remove_unnamed(db: Database, formerly: dict[str, list[int]]) -> None:
    """Remove those of `named_by` whom no page names any more."""
    db.conn.executemany(
        "DELETE FROM people WHERE id = ?"
        " AND NOT EXISTS (SELECT 1 FROM participations WHERE person_id = people.id)",
        [(person_id,) for person_id in formerly["people"]],
    )
    db.conn.executemany(
        "DELETE FROM organizations WHERE id = ?"
        " AND NOT EXISTS (SELECT 1 FROM organization_roles WHERE organization_id = organizations.id)",
        [(organization_id,) for organization_id in formerly["organizations"]],
    )


def _write_article(db: Database, page_id: int, article: Article) -> None:
    article_id = _upsert_of_page(db, "articles", page_id, article_row(article, utc_now()))
    db.execute("DELETE FROM article_categories WHERE article_id = ?", (article_id,))
    for position, category in enumerate(article.categories, start=1):
        row = {"article_id": article_id, "position": position, "category": category}
        _insert(db, "article_categories", row)


def _write_person(db: Database, activity_id: int, row: Row, formerly: list[int]) -> None:
    """The person's part, with whoever is known by that name; who a person is, identity tells."""
    known = _named(db, "person", row["name"], formerly)
    if known is None:
        known = _introduce(db, "person", {"name": row["name"]})
    _insert(db, "participations", {"activity_id": activity_id, "person_id": known, **row})


def _write_organization(db: Database, activity_id: int, row: Row, formerly: list[int]) -> None:
    """The organization's role, and its own row; what that lacked is taken from this page."""
    own = {column: row[column] for column in ("name", "acronym", "sector")}
    known = _named(db, "organization", row["name"], formerly)
    if known is None:
        known = _introduce(db, "organization", own)
    else:
        db.execute(
            "UPDATE organizations SET acronym = coalesce(acronym, :acronym),"
            " sector = coalesce(sector, :sector) WHERE id = :id",
            _storable_row({**own, "id": known}),
        )
    owners = {"activity_id": activity_id, "organization_id": known}
    _insert(db, "organization_roles", {**owners, **row})


def _named(db: Database, kind: str, name: str, formerly: list[int]) -> int | None:
    """The person or organization that is known by the name: whom the page named so far, or the first."""
    row = db.execute(
        f"SELECT {kind}_id FROM {kind}_names WHERE name_key = ?"  # noqa: S608 - fixed names
        f" ORDER BY {kind}_id IN (SELECT value FROM json_each(?)) DESC, {kind}_id LIMIT 1",
        (storable(name_key(name)), json.dumps(formerly)),
    ).fetchone()
    return None if row is None else int(row[0])


def _introduce(db: Database, kind: str, row: Row) -> int:
    """A person or organization that no page has named so far, known by this one name."""
    key = name_key(row["name"])
    new = _insert(db, "people" if kind == "person" else "organizations", {**row, "name_key": key})
    _insert(db, f"{kind}_names", {f"{kind}_id": new, "name": row["name"], "name_key": key})
    return new


def _write_group(
    db: Database, activity_id: int, group: Group, text: str, touched: _Touched
) -> None:
    owner = {"activity_id": activity_id}
    row = {**owner, **group_row(group, text), **touched.by("discussion_groups")}
    group_id = _insert(db, "discussion_groups", row)
    for position, span in enumerate(group.conclusions, start=1):
        point = {**conclusion_row(position, span, text), **touched.by("conclusions")}
        _insert(db, "conclusions", {**owner, "group_id": group_id, **point})


def _column(db: Database, what: str, page_id: int) -> list[int]:
    rows = db.execute(
        f"SELECT {what} WHERE activity_id IN (SELECT id FROM activities WHERE page_id = ?)",  # noqa: S608 - fixed words
        (page_id,),
    )
    return [row[0] for row in rows]


def _upsert_of_page(db: Database, table: str, page_id: int, row: Row) -> int:
    """Insert or update the table's one row of a page; its id, which stays the same."""
    known = db.execute(f"SELECT id FROM {table} WHERE page_id = ?", (page_id,)).fetchone()  # noqa: S608 - fixed names
    if known is None:
        return _insert(db, table, {"page_id": page_id, **row})
    assignments = ", ".join(f"{column} = :{column}" for column in row)
    db.execute(
        f"UPDATE {table} SET {assignments} WHERE page_id = :page_id",  # noqa: S608 - fixed names
        _storable_row({"page_id": page_id, **row}),
    )
    return int(known[0])


def _insert(db: Database, table: str, row: Row) -> int:
    places = ", ".join(f":{column}" for column in row)
    cursor = db.execute(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})",  # noqa: S608 - fixed names
        _storable_row(row),
    )
    assert cursor.lastrowid is not None  # noqa: S101 - an INSERT has a row id
    return cursor.lastrowid


def _storable_row(row: Row) -> Row:
    return {
        column: storable(value) if isinstance(value, str) else value
        for column, value in row.items()
    }
