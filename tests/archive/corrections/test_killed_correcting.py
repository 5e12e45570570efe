"""A process that is killed while it corrects leaves corrections and facts that agree."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from archive_samples import fetch, record, store_page

from archive import corrections, stored_records
from archive.checks.corrections import check_corrections
from archive.storage import close, open_archive

CORRECTING = Path(__file__).parent / "correcting_until_killed.py"


def correct_and_kill(folder: Path, seed: int, number: int, seconds: float) -> None:
    """Let a process make some corrections, and kill it some time later without warning."""
    command = [sys.executable, str(CORRECTING), str(folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own script
        assert process.stdout is not None
        for _ in range(number):
            assert process.stdout.readline() == "corrected\n"
        time.sleep(seconds)
        assert process.poll() is None
        process.kill()


def test_corrections_and_facts_agree_after_their_writer_was_killed_at_any_moment(
    folder: Path,
) -> None:
    db = open_archive(folder)
    store_page(db, record(), fetch())
    close(db)
    chance = random.Random(100)  # noqa: S311 - no secret
    for seed in range(4):
        correct_and_kill(folder, seed, number=seed + 1, seconds=chance.uniform(0, 0.1))
        db = open_archive(folder)
        assert list(check_corrections(db)) == []
        assert stored_records.reading_of_page(db, 1) == record()
        close(db)
    db = open_archive(folder)
    assert len(corrections.every(db)) >= 10
    close(db)
