"""What docs/reports.md shows works as it stands there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from sqlite_utils import Database

from archive.commands.report import report_command

PAGE = (Path(__file__).parents[3] / "docs" / "reports.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    (block,) = blocks("sh")
    lines = re.sub(r"#.*", "", block.replace("\\\n", "")).splitlines()
    return [line.partition(">")[0].strip() for line in lines if line.strip()]


@pytest.mark.parametrize("command", commands())
def test_command_runs(
    filled: Database, folder: Path, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert filled
    monkeypatch.chdir(tmp_path)
    name, *arguments = shlex.split(command)
    assert name == "resilience"
    group = click.Group(commands=[report_command])
    result = CliRunner().invoke(group, arguments, env={"RESILIENCE_ARCHIVE": str(folder)})
    assert result.exit_code == 0, result.output


def test_chart_from_python(filled: Database, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert filled
    monkeypatch.chdir(folder.parent)
    (example,) = blocks("python")
    names: dict[str, dict[str, object]] = {}
    exec(example, names)  # noqa: S102 - our own documentation
    assert names["specification"]["mark"]


def test_command_that_needs_no_chart_does_not_wait_for_what_draws() -> None:
    slow = {"altair", "vl_convert", "jinja2", "pyarrow", "networkx"}
    code = f"import sys, archive.commands.report; print(*sorted({slow!r} & sys.modules.keys()))"
    run = subprocess.run(  # noqa: S603 - this Python
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == []
