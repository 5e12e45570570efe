"""Folders for what a server makes: they end with it, and a killed one's with the next server."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from archive.browse import scratch

_HOLD = (
    "import time; from archive.browse import scratch\n"
    "made = scratch.make(); (made.path / '1.db').touch()\n"
    "print(made.path, flush=True); time.sleep(60)"
)


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of the test's own."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def test_a_folder_stays_while_its_process_lives_and_goes_after_it_was_killed() -> None:
    with subprocess.Popen(  # noqa: S603 - the test's own words
        [sys.executable, "-c", _HOLD], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        path = Path(process.stdout.readline().strip())
        scratch.remove_stale()
        assert (path / "1.db").exists()
        process.kill()
    scratch.remove_stale()
    assert not path.exists()


def test_a_folder_is_removed_by_whoever_made_it(temporary: Path) -> None:
    made = scratch.make()
    assert made.path.parent == temporary
    made.remove()
    made.remove()
    assert not made.path.exists()


def test_what_others_put_there_is_left_alone(temporary: Path) -> None:
    (temporary / "elsewhere").mkdir()
    (temporary / "resilience-totals-link").symlink_to(temporary / "elsewhere")
    (temporary / "resilience-totals-file").write_text("Words.")
    scratch.remove_stale()
    assert {path.name for path in temporary.iterdir()} == {
        *("elsewhere", "resilience-totals-link", "resilience-totals-file")
    }
