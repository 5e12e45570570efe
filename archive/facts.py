"""Writing a page's article, activity and facts in place of those that it had."""

from __future__ import annotations

import json
from functools import partial

from sqlite_utils import Database

from archive import fact_rows
from archive.corrections import Marks
from archive.corrections.fields import fact_kinds
from archive.names import name_key
from archive.records import Article, Record
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
    storable_row,
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
"""Tables whose rows belong to one activity and are made those of a record together."""
_PLAIN_TABLES = ("activity_dates", "attendance", "materials", "findings")
"""Those of them whose rows point at nothing but their activity."""


def replace_facts(db: Database, page_id: int, record: Record, marks: Marks | None = None) -> None:
    """Make the page's article, activity and facts those of the record.

    Rows keep their ids, and what is as it should be is not written. People and organizations
    whom no page names any more are removed. `marks` are the corrections that touched the
    record's facts. The caller holds the transaction.
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
    plain: dict[str, list[Row]] = {table: [] for table in _PLAIN_TABLES}
    for table, row in plain_facts(record):
        plain[table].append({**row, **touched.by(table)})
    for table, rows in plain.items():
        fact_rows.of_activity(db, table, activity_id, rows)
    fact_rows.of_activity(
        db,
        "participations",
        activity_id,
        [
            {**participation_row(person, text), **touched.by("participations")}
            for person in record.activity.people
        ],
        partial(_person, db, formerly["people"]),
    )
    fact_rows.of_activity(
        db,
        "organization_roles",
        activity_id,
        [
            {**organization_role_row(organization, text), **touched.by("organization_roles")}
            for organization in record.activity.organizations
        ],
        partial(_organization, db, formerly["organizations"]),
    )
    _write_groups(db, activity_id, record, touched)
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
        fact_rows.insert(db, "article_categories", row)


def _person(db: Database, formerly: list[int], row: Row) -> Row:
    """Whoever is known by the name of the row's person; who a person is, identity tells."""
    known = _named(db, "person", row["name"], formerly)
    if known is None:
        known = _introduce(db, "person", {"name": row["name"]})
    return {"person_id": known}


def _organization(db: Database, formerly: list[int], row: Row) -> Row:
    """The organization of the row; what its own row lacked is taken from this page."""
    own = {column: row[column] for column in ("name", "acronym", "sector")}
    known = _named(db, "organization", row["name"], formerly)
    if known is None:
        known = _introduce(db, "organization", own)
    else:
        db.execute(
            "UPDATE organizations SET acronym = coalesce(acronym, :acronym),"
            " sector = coalesce(sector, :sector) WHERE id = :id",
            storable_row({**own, "id": known}),
        )
    return {"organization_id": known}


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
    new = fact_rows.insert(
        db, "people" if kind == "person" else "organizations", {**row, "name_key": key}
    )
    fact_rows.insert(db, f"{kind}_names", {f"{kind}_id": new, "name": row["name"], "name_key": key})
    return new


def _write_groups(db: Database, activity_id: int, record: Record, touched: _Touched) -> None:
    text, groups = record.article.text, record.activity.groups
    ids = fact_rows.of_activity(
        db,
        "discussion_groups",
        activity_id,
        [{**group_row(group, text), **touched.by("discussion_groups")} for group in groups],
    )
    points = [
        {"group_id": group_id, **conclusion_row(position, span, text), **touched.by("conclusions")}
        for group_id, group in zip(ids, groups, strict=True)
        for position, span in enumerate(group.conclusions, start=1)
    ]
    fact_rows.of_activity(db, "conclusions", activity_id, points)


def _column(db: Database, what: str, page_id: int) -> list[int]:
    rows = db.execute(
        f"SELECT {what} WHERE activity_id IN (SELECT id FROM activities WHERE page_id = ?)",  # noqa: S608 - fixed words
        (page_id,),
    )
    return [row[0] for row in rows]


def _upsert_of_page(db: Database, table: str, page_id: int, row: Row) -> int:
    """Insert or update the table's one row of a page; its id, which stays the same."""
    known = db.execute(
        f"SELECT {', '.join(('id', *row))} FROM {table} WHERE page_id = ?",  # noqa: S608 - fixed names
        (page_id,),
    ).fetchone()
    if known is None:
        return fact_rows.insert(db, table, {"page_id": page_id, **row})
    key, *before = known
    fact_rows.update(db, table, key, dict(zip(row, before, strict=True)), row)
    return int(key)
