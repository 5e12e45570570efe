"""Which packages the site needs, found in its source."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions, version
from pathlib import Path

import archive

_PACKAGE = Path(archive.__file__).parent
_FIRST = "archive.browse.plugin"


@cache
def requirements() -> tuple[str, ...]:
    """The packages with the versions that are installed here, such as `datasette==0.65.5`.

    Those that a function imports when it is called are among them.
    """
    distributions = packages_distributions()
    names = {name for module in _foreign(_FIRST) for name in distributions.get(module, ())[:1]}
    return tuple(sorted((f"{name}=={version(name)}" for name in names), key=str.lower))


def _foreign(first: str) -> set[str]:
    """The packages, of neither Python nor this project, that a module needs in the end."""
    foreign: set[str] = set()
    seen: set[str] = set()
    waiting = [first]
    while waiting:
        module = waiting.pop()
        if module in seen:
            continue
        seen.add(module)
        top = module.partition(".")[0]
        if top != _PACKAGE.name:
            foreign.add(top)
            continue
        waiting.extend(_with_parents(module))
        source = _source(module)
        if source is not None:
            waiting.extend(_imported(ast.parse(source.read_text("utf-8"))))
    return foreign - sys.stdlib_module_names


def _with_parents(module: str) -> Iterator[str]:
    while "." in module:
        module = module.rpartition(".")[0]
        yield module


def _source(module: str) -> Path | None:
    """The module's file; None for a name within a module."""
    path = _PACKAGE.parent.joinpath(*module.split("."))
    for file in (path.with_suffix(".py"), path / "__init__.py"):
        if file.is_file():
            return file
    return None


def _imported(tree: ast.Module) -> Iterator[str]:
    """What a module imports; of `from x import y` both, for y may be a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
