"""`resilience demo`: the whole way in one command, and again."""

from __future__ import annotations

import socket
from pathlib import Path

from crawling import rows, run


def free_port() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return str(free.getsockname()[1])


def test_the_demo_ends_well_and_a_second_one_changes_nothing(tmp_path: Path) -> None:
    command = ("demo", "--archive", str(tmp_path), "--port", free_port())
    first = run(*command)
    assert first.returncode == 0
    assert "Failed as expected" in first.stdout
    assert "Try next:" in first.stdout
    assert "Traceback" not in first.stderr
    content = "SELECT id, page_id, title, extracted_at FROM articles ORDER BY id"
    stored = rows(tmp_path, content)
    assert len(stored) > 10

    second = run(*command)

    assert second.returncode == 0
    assert rows(tmp_path, content) == stored
    assert rows(tmp_path, "SELECT new, changed, unchanged, failed FROM crawls WHERE id = 2") == [
        (0, 0, len(stored), 1)
    ]


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = run("demo", "--archive", str(tmp_path), "--port", port)
    assert result.returncode == 2
    assert f"127.0.0.1:{port}" in result.stderr
    assert "--port" in result.stderr
