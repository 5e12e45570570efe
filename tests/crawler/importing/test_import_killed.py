"""An import killed at any moment is completed by the same command, and each row's record is kept."""

from __future__ import annotations

import hashlib
import random
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from crawling import post, rows
from foreign_records import record, sha1
from web_archives import imported, importing, post_at, write_warc

from archive.warc import reading, tails
from archive.warc.exchange import Place

ARCHIVES, KILLS = 3, 3
"""Each archive's import is killed so many times before it is let to end."""
POSTS = 40
CONTENT = (
    (
        "SELECT url, state, title, text_digest, fetched_at FROM pages"
        " JOIN articles ON page_id = pages.id ORDER BY url"
    ),
    "SELECT url, title, first_seen_at FROM versions JOIN pages ON pages.id = page_id ORDER BY 1, 2",
    (
        "SELECT url, fetched_at, payload_digest, status, record_type, version_id IS NOT NULL, reason"
        " FROM captures ORDER BY url, fetched_at"
    ),
    "SELECT path, records, finished_at IS NOT NULL FROM imports ORDER BY path",
    (
        "SELECT url, (SELECT min(url) FROM activities AS other JOIN pages ON pages.id = other.page_id"
        " WHERE other.event_id = activities.event_id)"
        " FROM activities JOIN pages ON pages.id = page_id ORDER BY url"
    ),
)
PLACES = 'SELECT file, "offset", length, payload_sha256, record_type FROM captures'


def wait_for_begin(folder: Path) -> None:
    """Waits until an import into the archive has begun its first file."""
    begun = False
    while not begun:
        time.sleep(0.005)
        with suppress(sqlite3.OperationalError):  # its tables are being made
            begun = (folder / "archive.db").exists() and bool(rows(folder, "SELECT 1 FROM imports"))


def assert_kept(folder: Path) -> None:
    """Every capture's record can be read, and says what its row says."""
    for file, offset, length, sha256, kind in rows(folder, PLACES):
        kept = reading.read(folder, Place(file, offset, length), verify=True)
        assert (kept.record_type, kept.problems) == (kind, ())
        if kind != "revisit":
            assert hashlib.sha256(kept.page).hexdigest() == sha256


def test_imports_killed_at_any_moment_are_completed(tmp_path: Path) -> None:
    source = tmp_path / "semua"
    source.mkdir()
    numbers = range(POSTS)
    again = record(
        "revisit",
        "http://kota.example/?p=3",
        b"",
        WARC_Date="2019-01-01T00:00:00Z",
        WARC_Payload_Digest=sha1(post("Rapat Warga 3").encode()),
    )
    write_warc(source / "a.warc.gz", again, *map(post_at, numbers[: POSTS // 2]))
    write_warc(source / "b.warc.gz", *map(post_at, numbers[POSTS // 2 :]))
    with importing(source, archive=tmp_path / "utuh") as child:
        wait_for_begin(tmp_path / "utuh")
        begin = time.monotonic()
        child.join()
        longest = (time.monotonic() - begin) / 2
        assert child.exitcode == 0
    whole = [rows(tmp_path / "utuh", sql) for sql in CONTENT]
    assert len(whole[0]) == POSTS
    chance = random.Random(2018)  # noqa: S311 - no secret
    unfinished = 0
    for name in map(str, range(ARCHIVES)):
        folder = tmp_path / name
        for _ in range(KILLS):
            with importing(source, archive=folder) as child:
                wait_for_begin(folder)
                time.sleep(chance.uniform(0, longest))
                child.kill()
                child.join()
            assert rows(folder, "PRAGMA integrity_check") == [("ok",)]
            assert rows(folder, "PRAGMA foreign_key_check") == []
            assert_kept(folder)
            unfinished += rows(folder, CONTENT[0]) != whole[0]
        result = imported(source, archive=folder)
        assert result.exit_code == 0, result.output
        assert [rows(folder, sql) for sql in CONTENT] == whole
        assert_kept(folder)
        assert tails.find(folder, {}) == []
    assert unfinished > ARCHIVES
