"""A process that is killed while it stores leaves every page whole."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from sqlite_utils import Database

from archive import crawls
from archive.storage import close, open_archive

WRITER = Path(__file__).parent / "storing_until_killed.py"


def store_and_kill(folder: Path, seed: int, seconds: float) -> None:
    """Let a process store pages for some time and kill it without warning."""
    command = [sys.executable, str(WRITER), str(folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own script
        assert process.stdout is not None
        assert process.stdout.readline() == "storing\n"
        time.sleep(seconds)
        assert process.poll() is None
        process.kill()


def assert_whole(db: Database) -> None:
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    torn = db.execute(
        "SELECT url FROM pages WHERE (state = 'fetched') != (id IN (SELECT page_id FROM articles))"
        " OR (state = 'fetched') != (id IN (SELECT page_id FROM activities))"
        " OR (state = 'fetched') != (id IN (SELECT page_id FROM captures))"
    ).fetchall()
    assert torn == []
    for title, subtitle, text, people, positions, materials in db.execute(
        "SELECT activities.title, subtitle, text,"
        " (SELECT count(*) FROM participations WHERE activity_id = activities.id),"
        " (SELECT group_concat(DISTINCT position) FROM participations"
        "   WHERE activity_id = activities.id),"
        " (SELECT count(*) FROM materials WHERE activity_id = activities.id)"
        " FROM activities JOIN articles USING (page_id)"
    ):
        revision, count = title.split()
        assert (subtitle, positions, text.splitlines()[-1]) == (revision, revision, revision)
        assert (people, materials) == (int(count), 1)


def test_archive_is_whole_after_its_writer_was_killed_at_any_moment(folder: Path) -> None:
    chance = random.Random(100)  # noqa: S311 - no secret
    for seed in range(5):
        store_and_kill(folder, seed, chance.uniform(0, 0.25))
        db = open_archive(folder)
        assert_whole(db)
        assert crawls.interrupted(db) == seed + 1
        close(db)
    db = open_archive(folder)
    assert db["captures"].count > 5
    close(db)
