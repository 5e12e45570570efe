"""The schema: strict tables, and upgrades of old archives."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from archive import migrations, schema, storage
from archive.records import ActivityType
from archive.storage import close, open_archive
from archive.vocabularies import activity_types, focus_areas

FACT_TABLES = {
    "activity_dates",
    "attendance",
    "participations",
    "organization_roles",
    "discussion_groups",
    "conclusions",
    "materials",
    "findings",
}


def own_tables(db: Database) -> set[str]:
    """The tables that hold rows; a full-text index holds none of its own."""
    kinds = dict(db.execute("SELECT name, type FROM pragma_table_list"))
    return {
        name
        for name in db.table_names()
        if kinds[name] == "table" and not name.startswith(("sqlite_", "_sqlite_"))
    }


def present_migrations() -> Migrations:
    """A copy of this version's migrations, to which a test adds a later one."""
    copied = Migrations(migrations.MIGRATIONS.name)
    with closing(Database(memory=True)) as empty:
        for step in migrations.MIGRATIONS.pending(empty):
            copied(name=step.name)(step.fn)
    return copied


def test_every_table_is_strict(db: Database) -> None:
    assert all(db.table(name).strict for name in own_tables(db))


def test_every_fact_belongs_to_an_activity_and_has_evidence(db: Database) -> None:
    for name in FACT_TABLES:
        columns = {column.name for column in db.table(name).columns}
        assert {
            "activity_id",
            "evidence",
            "evidence_start",
            "evidence_end",
            "evidence_quote",
        } <= columns
        assert any(index.columns[0] == "activity_id" for index in db.table(name).indexes)


def test_every_foreign_key_is_indexed(db: Database) -> None:
    for name in own_tables(db):
        table = db.table(name)
        indexed = {index.columns[0] for index in table.indexes} | {table.pks[0]}
        unindexed = {key.column for key in table.foreign_keys} - indexed
        assert not unindexed, name


def test_lookup_tables_hold_the_vocabularies_in_both_languages(db: Database) -> None:
    assert [row["code"] for row in db["activity_types"].rows_where(order_by="position")] == list(
        ActivityType.__args__
    )
    assert [row["number"] for row in db["focus_areas"].rows] == [1, 2, 3, 4, 5]
    assert all(entry.label_id and entry.label_en for entry in (*activity_types(), *focus_areas()))


def test_changed_labels_reach_an_old_archive(folder: Path, db: Database) -> None:
    db.execute("UPDATE activity_types SET label_en = 'Old word' WHERE code = 'workshop'")
    close(open_archive(folder))
    assert db["activity_types"].get("workshop")["label_en"] == "Workshop"


def test_changed_views_reach_an_old_archive(folder: Path, db: Database) -> None:
    db.execute("DROP VIEW activity_overview")
    db.execute("CREATE VIEW activity_overview AS SELECT 'old' AS word")
    db.execute("CREATE VIEW no_longer_wanted AS SELECT 1")
    close(open_archive(folder))
    assert set(db.view_names()) == set(schema.views())
    assert "title" in {column.name for column in db.view("activity_overview").columns}


def test_later_migrations_upgrade_an_old_archive_and_keep_its_rows(
    folder: Path, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    db.execute("INSERT INTO people (name, name_key) VALUES ('Ratna', 'ratna')")
    later = present_migrations()

    @later(name="9999_birthdays")
    def _birthdays(upgraded: Database) -> None:
        upgraded.execute("ALTER TABLE people ADD COLUMN born TEXT")

    monkeypatch.setattr(schema, "MIGRATIONS", later)
    monkeypatch.setattr(storage, "MIGRATIONS", later)
    schema.known_migrations.cache_clear()
    try:
        close(open_archive(folder))
    finally:
        schema.known_migrations.cache_clear()
    assert [dict(row) for row in db["people"].rows] == [
        {"id": 1, "name": "Ratna", "name_key": "ratna", "born": None}
    ]
    assert set(db.view_names()) == set(schema.views())


def test_migration_that_fails_leaves_the_archive_as_it_was(
    folder: Path, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = present_migrations()

    @later(name="9999_broken")
    def _broken(upgraded: Database) -> None:
        upgraded.execute("ALTER TABLE people ADD COLUMN born TEXT")
        upgraded.execute("INSERT INTO no_such_table VALUES (1)")

    monkeypatch.setattr(schema, "MIGRATIONS", later)
    with pytest.raises(storage.ArchiveError, match="no such table"):
        open_archive(folder)
    assert "born" not in db["people"].columns_dict
    assert set(db.view_names()) == set(schema.views())


def test_rows_of_the_wrong_kind_are_refused(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(
            "INSERT INTO pages (url, site, state, discovered_at) VALUES ('u', 's', 'lost', 't')"
        )
