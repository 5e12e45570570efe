"""The examples of the questions, in docstrings and in the documentation, say what they print."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from sqlite_utils import Database

from archive import query

COOKBOOK = Path(__file__).parents[3] / "docs" / "questions.md"
MODULES = [f"archive.query.{module.name}" for module in iter_modules(query.__path__)]
FUNCTIONS = [name for name in query.__all__ if callable(getattr(query, name)) and name.islower()]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str, examples: Database) -> None:
    module = import_module(name)
    finder = doctest.DocTestFinder(exclude_empty=True)
    names = {**vars(query), "db": examples}
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    said: list[str] = []
    for test in finder.find(module, name, globs=names):
        runner.run(test, out=said.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(said)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_question_has_an_example(name: str) -> None:
    assert ">>> " in (getattr(query, name).__doc__ or "")


def test_every_question_is_in_the_cookbook() -> None:
    text = COOKBOOK.read_text("utf-8")
    assert [name for name in FUNCTIONS if f"query.{name}(" not in text] == []


def test_the_cookbook_prints_what_it_says(
    examples: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its blocks are one notebook: each is run after those before it, in the archive's folder."""
    assert examples["activities"].count
    monkeypatch.chdir(folder.parent)
    names: dict[str, object] = {}
    cells = re.findall(
        r"^```python\n(.*?)^```\n(?:\n?```text\n(.*?)^```\n)?",
        COOKBOOK.read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    assert cells
    for code, expected in cells:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(code, names)  # noqa: S102 - the documentation's own words
        assert (code, printed.getvalue()) == (code, expected)
