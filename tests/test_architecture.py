"""The house's rules that a machine can hold: arrows, sizes, names."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("archive", "crawler")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
MOST_LINES = 400
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.is_relative_to(ROOT / "archive")], ids=name_of
)
def test_the_archive_never_imports_the_crawler(path: Path):
    assert not [name for name in imported(path) if name.split(".")[0] == "crawler"]


@pytest.mark.parametrize(
    "path",
    [p for p in MODULES if {"article", "documents", "extraction", "lexicon"} & set(p.parts)],
    ids=name_of,
)
def test_reading_needs_no_network_and_no_database(path: Path):
    roots = {name.split(".")[0] for name in imported(path)}
    assert not roots & {"scrapy", "twisted", "urllib3", "socket", "http", "sqlite3", "sqlite_utils"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_file_is_short_and_named_for_its_subject(path: Path):
    assert path.read_text("utf-8").count("\n") <= MOST_LINES
    assert path.stem not in VAGUE


@pytest.mark.parametrize("path", sorted((ROOT / "crawler").rglob("*.toml")), ids=name_of)
def test_every_vocabulary_is_valid(path: Path):
    assert tomllib.loads(path.read_text("utf-8"))
