"""What every command has: help with an example, errors as sentences, a quick start."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from crawling import run, run_python

from crawler.cli import COMMANDS, main


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_shows_an_example(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert f"resilience {name}" in result.stdout


def test_every_option_says_what_it_is_for() -> None:
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, (command.name, parameter.name)


def test_the_module_is_the_command() -> None:
    assert run("--version").stdout == "resilience, version 0.1.0\n"
    assert "Example" in run("--help").stdout


def test_help_and_extract_wait_for_no_crawler_to_load() -> None:
    script = (
        "import sys; from click.testing import CliRunner; from crawler.cli import main\n"
        "for words in (['--help'], ['extract', '-']):\n"
        "    CliRunner().invoke(main, words, input='<p>Rapat warga kota')\n"
        "print([name for name in ('scrapy', 'twisted') if name in sys.modules])"
    )
    assert run_python("-c", script).stdout == "[]\n"


@pytest.mark.parametrize("word", ["tarul", "ftp://kota.example/"])
def test_an_unknown_site_is_wrong_usage(word: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["crawl", word, "--archive", str(tmp_path / "arsip")])
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "arsip").exists()


def test_an_archive_that_cannot_be_made_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    folder = str(tmp_path / "berkas" / "arsip")
    result = run("crawl", "http://127.0.0.1:9/", "--archive", folder)
    assert result.returncode == 1
    assert folder in result.stderr
    assert "Traceback" not in result.stderr
