"""An archive of an earlier version, full of rows, opened by this one: nothing of it is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from archive import identity, storage
from archive.migrations import MIGRATIONS

BEFORE_IDENTITY = 8
"""Steps of the version that kept a person once for each spelling of a name."""

ROWS = """
INSERT INTO activity_types VALUES ('workshop', 'Lokakarya', 'Workshop', 1);
INSERT INTO pages (id, url, site, state, discovered_at, fetched_at, article_digest) VALUES
  (1, 'https://kota.example/a/', 'kota', 'fetched', '2019-03-05T00:00:00Z', '2019-03-06T00:00:00Z', 'a'),
  (2, 'https://cermin.example/b/', 'cermin', 'fetched', '2019-03-05T00:00:00Z', '2019-03-06T00:00:00Z', 'b'),
  (3, 'https://kota.example/c/', 'kota', 'pending', '2019-03-05T00:00:00Z', NULL, NULL);
INSERT INTO articles (id, page_id, title, theme, text, text_digest, extractor_version, extracted_at) VALUES
  (1, 1, 'Lokakarya Taman Hujan', 'generic', 'Lokakarya Taman Hujan dibuka Ratna.', 'd', '2', '2019-03-06T00:00:00Z'),
  (2, 2, 'Lokakarya Taman Hujan', 'generic', 'Lokakarya Taman Hujan dibuka Ratna.', 'd', '2', '2019-03-06T00:00:00Z');
INSERT INTO activities (id, page_id, type, title, start_date, end_date, venue_evidence) VALUES
  (1, 1, 'workshop', 'Lokakarya Taman Hujan', '2019-03-04', '2019-03-04', '[]'),
  (2, 2, 'workshop', 'Lokakarya Taman Hujan', '2019-03-04', '2019-03-04', '[]');
INSERT INTO people (id, name, name_key) VALUES
  (3, 'Ratna Wulandari', 'ratna wulandari'), (7, 'Tegar Prakoso', 'tegar prakoso');
INSERT INTO participations (activity_id, person_id, name, role, degrees, summary, evidence) VALUES
  (1, 3, 'Ratna Wulandari', 'opening', '[]', '[]', '[[29, 34]]'),
  (2, 3, 'ratna wulandari', 'opening', '[]', '[]', '[[29, 34]]'),
  (2, 7, 'Tegar Prakoso', 'speaker', '[]', '[]', '[[29, 34]]');
INSERT INTO organizations (id, name, name_key, acronym, sector) VALUES
  (5, 'Dinas Air', 'dinas air', 'DA', 'government');
INSERT INTO organization_roles (activity_id, organization_id, name, role, evidence) VALUES
  (1, 5, 'Dinas Air', 'organizer', '[[0, 9]]'), (2, 5, 'Dinas Air', 'mentioned', '[[0, 9]]');
"""


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """The folder of an archive as the version before identities left it."""
    steps = Migrations(MIGRATIONS.name)
    with closing(Database(memory=True)) as empty:
        for step in MIGRATIONS.pending(empty)[:BEFORE_IDENTITY]:
            steps(name=step.name)(step.fn)
    with closing(Database(sqlite3.connect(tmp_path / storage.DATABASE_NAME))) as db:
        steps.apply(db)
        db.executescript(ROWS)
        assert [step.name for step in steps.applied(db)][-1] == "0008_files"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    return tmp_path


def test_rows_keys_and_references_survive(older: Path) -> None:
    with closing(storage.open_archive(older, create=False)) as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_keys").fetchall() == [(1,)]
        assert db.execute("SELECT * FROM people ORDER BY id").fetchall() == [
            (3, "Ratna Wulandari", "ratna wulandari"),
            (7, "Tegar Prakoso", "tegar prakoso"),
        ]
        assert db.execute(
            "SELECT person_id, name FROM person_names ORDER BY person_id"
        ).fetchall() == [(3, "Ratna Wulandari"), (7, "Tegar Prakoso")]
        assert db.execute("SELECT * FROM organizations").fetchall() == [
            (5, "Dinas Air", "dinas air", "DA", "government")
        ]
        assert db.execute(
            "SELECT organization_id, name_key FROM organization_names"
        ).fetchall() == [(5, "dinas air")]
        assert db.execute("SELECT person_id FROM participations ORDER BY id").fetchall() == [
            (3,),
            (3,),
            (7,),
        ]
        assert db.execute("SELECT organization_id FROM organization_roles").fetchall() == [(5,)] * 2


def test_references_are_kept_from_then_on(older: Path) -> None:
    with (
        closing(storage.open_archive(older, create=False)) as db,
        pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"),
    ):
        db.execute("DELETE FROM people")


def test_the_next_renewal_gives_it_names_and_events(older: Path) -> None:
    with closing(storage.open_archive(older, create=False)) as db:
        renewed = identity.renew(db)
        assert renewed.events.total == 1
        assert db.execute("SELECT DISTINCT event_id FROM activities").fetchall() == [(1,)]
        assert db.execute("SELECT reports_count FROM event_overview").fetchall() == [(2,)]
        names = db.execute(
            "SELECT people.name FROM participations JOIN people ON people.id = person_id"
        )
        assert sorted(name.casefold() for (name,) in names) == [
            "ratna wulandari",
            "ratna wulandari",
            "tegar prakoso",
        ]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_an_upgrade_that_is_cut_off_leaves_the_older_archive(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Database) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("archive.vocabularies.load_into", fail)
    with pytest.raises(KeyboardInterrupt):
        storage.open_archive(older)
    monkeypatch.undo()
    with closing(sqlite3.connect(older / storage.DATABASE_NAME)) as db:
        assert db.execute("SELECT name FROM sqlite_master WHERE name = 'events'").fetchall() == []
        assert db.execute("SELECT count(*) FROM people").fetchall() == [(2,)]
    storage.close(storage.open_archive(older))
