"""What docs/operating.md and deploy/ promise: their commands exist, their backup is whole."""

from __future__ import annotations

import dataclasses
import re
import shlex
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import click
import pytest

from archive import health, storage
from crawler import alerts
from crawler.cli import main

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
GUIDE = ROOT / "docs" / "operating.md"
_COMMAND = re.compile(r"(?:^|[\s/=])resilience ((?:crawl|status)\b[^\n>`#|]*)", re.MULTILINE)


def commands_of(path: Path) -> list[str]:
    """The arguments of each `resilience` command in the file."""
    lines = [
        line for line in path.read_text("utf-8").splitlines() if not line.startswith(("#", "|"))
    ]
    return [match[1].split(" 2")[0].strip() for match in _COMMAND.finditer("\n".join(lines))]


@pytest.mark.parametrize("path", [GUIDE, *sorted(DEPLOY.iterdir())], ids=lambda path: path.name)
def test_every_command_that_is_shown_can_be_given(path: Path) -> None:
    for command in commands_of(path):
        name, *arguments = shlex.split(command.split("$")[0])
        if name == "status" and arguments and not arguments[0].startswith("-"):
            continue  # the name of something else: "resilience status service"
        command_of_name = main.get_command(click.Context(main), name)
        assert command_of_name is not None
        command_of_name.make_context(name, arguments)


def test_commands_are_found_where_they_are() -> None:
    assert commands_of(DEPLOY / "resilience-crawl.service") == ["crawl --log-format json"]
    assert len(commands_of(DEPLOY / "crontab")) == 2
    assert len(commands_of(DEPLOY / "github-workflow.yml")) == 2
    assert len(commands_of(GUIDE)) >= 2


def test_guide_names_every_threshold_check_and_variable() -> None:
    guide = GUIDE.read_text("utf-8")
    checks = [check.__name__ for check in (*health.CHECKS, health.recent)]
    thresholds = [field.name for field in dataclasses.fields(health.Thresholds)]
    variables = [alerts.MAIL, alerts.SENDER, alerts.SMTP, alerts.WEBHOOK]
    missing = [name for name in (*checks, *thresholds, *variables) if f"`{name}`" not in guide]
    assert missing == []


def test_systemd_finds_no_fault_in_the_units(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    command = tmp_path / "resilience"
    command.write_text("#!/bin/sh\n")
    command.chmod(0o755)
    units = []
    for unit in sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")]):
        text = unit.read_text("utf-8")
        copy = tmp_path / unit.name
        copy.write_text(text.replace("/opt/resilience-archive/.venv/bin/resilience", str(command)))
        units.append(str(copy))
    found = subprocess.run(  # noqa: S603 - the units of this repository
        ["systemd-analyze", "verify", *units],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    own = [line for line in found.stderr.splitlines() if str(tmp_path) in line]
    assert len(units) == 4
    assert (own, found.returncode) == ([], 0)


def backup(archive: Path, backups: Path, keep: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - the script of this repository
        [str(DEPLOY / "backup.sh"), str(archive), str(backups), str(keep)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the sqlite3 command is not installed")
def test_backup_is_whole_while_another_writes_and_keeps_the_newest(tmp_path: Path) -> None:
    archive, backups = tmp_path / "data", tmp_path / "backups"
    db = storage.open_archive(archive)
    db.execute("INSERT INTO people (name, name_key) VALUES ('Ratna', 'ratna')")
    db.conn.commit()
    backups.mkdir()
    for old in ("archive-20190101T000000Z.db", "archive-20190102T000000Z.db", "notes.txt"):
        (backups / old).write_text("old")
    with storage.transaction(db):
        db.execute("INSERT INTO people (name, name_key) VALUES ('Tegar', 'tegar')")
        result = backup(archive, backups, 2)
    storage.close(db)
    assert result.returncode == 0, result.stderr
    kept = sorted(path.name for path in backups.iterdir())
    newest = Path(result.stdout.strip())
    assert kept == ["archive-20190102T000000Z.db", newest.name, "notes.txt"]
    with closing(sqlite3.connect(newest)) as copy:
        assert copy.execute("SELECT name FROM people").fetchall() == [("Ratna",)]


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the sqlite3 command is not installed")
def test_backup_of_what_is_no_archive_fails_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "archive.db").write_text("This is no database. " * 100)
    result = backup(tmp_path / "data", tmp_path / "backups", 2)
    assert result.returncode != 0
    assert list((tmp_path / "backups").iterdir()) == []
