"""The benchmark of the site's pages runs, over an archive of a few invented activities."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from archive import storage

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def run(script: str, *arguments: str) -> str:
    command = [sys.executable, str(BENCHMARKS / script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own scripts
    return done.stdout


def test_every_kind_of_page_is_measured_while_pages_are_stored(tmp_path: Path) -> None:
    run("synthetic_archive.py", str(tmp_path), "--activities", "40")
    before = pages(tmp_path)
    told = json.loads(
        run(
            *("browse.py", "--archive", str(tmp_path), "--clients", "2", "--laps", "1"),
            *("--seconds", "0.1", "--pace", "20", "--format", "json"),
        )
    )
    rows = {row["page"]: row for row in told["pages"]}
    aimed = {name for name, row in rows.items() if row["target"] == 200}
    assert aimed == {"home", "activity", "person", "search", "the four at random"}
    assert "Datasette's table page" in rows
    assert all(row["p50"] <= row["p95"] <= row["p99"] for row in rows.values())
    assert pages(tmp_path) > before


def pages(folder: Path) -> int:
    db = storage.open_read_only(folder)
    try:
        return int(db.execute("SELECT count(*) FROM pages").fetchone()[0])
    finally:
        storage.close(db)
