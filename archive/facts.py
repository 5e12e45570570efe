"""Writing a page's article, activity and facts in place of those that it had."""

from __future__ import annotations

from sqlite_utils import Database

from archive.names import name_key
from archive.records import Article, Group, Organization, Person, Record
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


def replace_facts(db: Database, page_id: int, record: Record) -> None:
    """Make the page's article, activity and facts those of the record.

    The article's and the activity's rows keep their ids; facts are written anew. People and
    organizations whom no page names any more are removed. The caller holds the transaction.
    """
    text = record.article.text
    _write_article(db, page_id, record.article)
    activity_id = _upsert_of_page(db, "activities", page_id, activity_row(record))
    formerly = named_by(db, page_id)
    for table in FACT_TABLES:
        db.execute(f"DELETE FROM {table} WHERE activity_id = ?", (activity_id,))  # noqa: S608 - fixed names
    for table, row in plain_facts(record):
        _insert(db, table, {"activity_id": activity_id, **row})
    for person in record.activity.people:
        _write_person(db, activity_id, person, text)
    for organization in record.activity.organizations:
        _write_organization(db, activity_id, organization, text)
    for group in record.activity.groups:
        _write_group(db, activity_id, group, text)
    remove_unnamed(db, formerly)


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


def _write_person(db: Database, activity_id: int, person: Person, text: str) -> None:
    key = storable(name_key(person.name))
    db.execute(
        "INSERT INTO people (name, name_key) VALUES (?, ?) ON CONFLICT (name_key) DO NOTHING",
        (storable(person.name), key),
    )
    owners = {"activity_id": activity_id, "person_id": _id_of(db, "people", key)}
    _insert(db, "participations", {**owners, **participation_row(person, text)})


def _write_organization(
    db: Database, activity_id: int, organization: Organization, text: str
) -> None:
    """The organization's role, and its own row; what that lacked is taken from this page."""
    row = organization_role_row(organization, text)
    key = storable(name_key(organization.name))
    db.execute(
        "INSERT INTO organizations (name, name_key, acronym, sector)"
        " VALUES (:name, :name_key, :acronym, :sector)"
        " ON CONFLICT (name_key) DO UPDATE SET acronym = coalesce(acronym, excluded.acronym),"
        " sector = coalesce(sector, excluded.sector)",
        _storable_row({**row, "name_key": key}),
    )
    owners = {"activity_id": activity_id, "organization_id": _id_of(db, "organizations", key)}
    _insert(db, "organization_roles", {**owners, **row})


def _write_group(db: Database, activity_id: int, group: Group, text: str) -> None:
    owner = {"activity_id": activity_id}
    group_id = _insert(db, "discussion_groups", {**owner, **group_row(group, text)})
    for position, span in enumerate(group.conclusions, start=1):
        row = {**owner, "group_id": group_id, **conclusion_row(position, span, text)}
        _insert(db, "conclusions", row)


def _column(db: Database, what: str, page_id: int) -> list[int]:
    rows = db.execute(
        f"SELECT {what} WHERE activity_id IN (SELECT id FROM activities WHERE page_id = ?)",  # noqa: S608 - fixed words
        (page_id,),
    )
    return [row[0] for row in rows]


def _id_of(db: Database, table: str, key: str) -> int:
    row = db.execute(f"SELECT id FROM {table} WHERE name_key = ?", (key,))  # noqa: S608 - fixed names
    return int(row.fetchone()[0])


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
