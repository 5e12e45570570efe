"""Pages are read some together; one that takes its process down costs itself alone."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from kept_pages import archive_in, page

from archive import storage
from archive.rereadings import Chosen, Former
from crawler.rereading import running
from crawler.rereading.page import Reading, reread_in_process


def reread_or_die(folder: Path, formers: Sequence[Former]) -> list[Reading]:
    if any(former.page_id == 2 for former in formers):
        os.kill(os.getpid(), signal.SIGKILL)
    return reread_in_process(folder, formers)


def test_a_page_over_which_the_process_dies_is_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with archive_in(tmp_path) as keeping:
        for number in (1, 2, 3):
            keeping.keep(f"/?p={number}", page(f"Lokakarya {number}"))
    monkeypatch.setattr(running, "reread_in_process", reread_or_die)
    db = storage.open_read_only(tmp_path)
    found = running.find_differences(
        db, tmp_path, Chosen(by_today=True), workers=1, scratch=None, observe=lambda _: None
    )
    storage.close(db)
    assert (found.pages, found.unread, found.differing) == (3, 1, 0)
    (problem,) = found.problems
    assert problem.url == "https://kota.example/?p=2"
    assert "The reader's process ended over" in problem.reason
    assert "What the archive holds of it stays" in problem.reason
