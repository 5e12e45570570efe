"""One crawl of an archive at a time, and what a killed one leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from archive import lock
from archive.errors import ArchiveError, ArchiveInUseError

_HOLD = (
    "import sys, time; from pathlib import Path; from archive import lock\n"
    "held = lock.take(Path(sys.argv[1]), ['kota', 'desa'])\n"
    "print('held', flush=True); time.sleep(60)"
)


def held_by_a_process(folder: Path) -> subprocess.Popen[str]:
    """A process that holds the lock of the archive in a folder."""
    process = subprocess.Popen(  # noqa: S603 - the test's own words
        [sys.executable, "-c", _HOLD, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_second_is_refused_and_told_who_holds_the_archive(tmp_path: Path) -> None:
    with held_by_a_process(tmp_path) as process:
        with pytest.raises(ArchiveInUseError) as refused:
            lock.take(tmp_path, ["kota"])
        holder = lock.holder_of(tmp_path)
        process.kill()
    assert refused.value.exit_code == 4
    assert f"process {process.pid}" in str(refused.value)
    assert "crawling kota, desa" in str(refused.value)
    assert holder is not None
    assert (holder.process, holder.sites) == (process.pid, ("kota", "desa"))
    assert holder.since in str(refused.value)


def test_lock_of_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    with held_by_a_process(tmp_path) as process:
        process.kill()
    assert str(process.pid) in (tmp_path / lock.LOCK_NAME).read_text("utf-8")
    assert lock.holder_of(tmp_path) is None

    taken = lock.take(tmp_path, ["desa"])

    holder = lock.holder_of(tmp_path)
    assert holder is not None
    assert (holder.process, holder.sites) == (os.getpid(), ("desa",))
    lock.release(taken)


def test_released_lock_names_nobody_and_is_free(tmp_path: Path) -> None:
    lock.release(lock.take(tmp_path, ["kota"]))
    assert (tmp_path / lock.LOCK_NAME).read_text("utf-8") == ""
    assert lock.holder_of(tmp_path) is None
    lock.release(lock.take(tmp_path, ["kota"]))


def test_refusal_survives_a_lock_file_without_sense(tmp_path: Path) -> None:
    taken = lock.take(tmp_path, ["kota"])
    (tmp_path / lock.LOCK_NAME).write_text("[1]", "utf-8")
    with pytest.raises(ArchiveInUseError, match="has not said who it is"):
        lock.take(tmp_path, ["kota"])
    lock.release(taken)


def test_lock_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / lock.LOCK_NAME).mkdir()
    with pytest.raises(ArchiveError, match="cannot be written: Is a directory"):
        lock.take(tmp_path, ["kota"])


def test_nobody_crawls_into_an_archive_that_does_not_exist(tmp_path: Path) -> None:
    assert lock.holder_of(tmp_path / "nowhere") is None
