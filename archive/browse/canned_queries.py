"""The archivist's usual questions, which Datasette asks with what a reader fills in.

Each stands in a TOML file of archive/browse/queries with its SQL, its title and meaning in both
languages, and an example.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from html import escape
from importlib import resources
from typing import Any
from urllib.parse import urlencode

from archive.browse import plain_words

_PARAMETERS = "parameters.toml"
_PARAMETER = re.compile(r":([a-z_]+)")


@dataclass(frozen=True)
class CannedQuery:
    """A question in SQL with parameters; one that is not filled in is the empty string."""

    title: str
    title_id: str
    meaning: str
    meaning_id: str
    sql: str
    example: dict[str, str] = field(default_factory=dict)
    """Values for an example; may be empty where the question has no parameter."""

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of its parameters in the order in which the SQL has them."""
        return tuple(dict.fromkeys(_PARAMETER.findall(self.sql)))


@cache
def canned_queries() -> dict[str, CannedQuery]:
    """All of them by name, in the order of their files."""
    return {
        name: CannedQuery(**{**entry, "sql": entry["sql"].strip()})
        for file in _files()
        for name, entry in file.get("queries", {}).items()
    }


@cache
def parameters() -> dict[str, dict[str, str]]:
    """What may be filled in for each parameter: name -> language -> words."""
    return _read(_PARAMETERS)


def for_datasette() -> dict[str, dict[str, Any]]:
    """All of them as Datasette takes them, in its metadata (0.65) or its configuration (1.0)."""
    return {
        name: {
            "title": f"{query.title} · {query.title_id}",
            "description": plain_words.plain(query.meaning),
            "description_html": _description(query),
            "sql": query.sql,
            "params": list(query.parameters),
            "hide_sql": True,
        }
        for name, query in canned_queries().items()
    }


def _description(query: CannedQuery) -> str:
    """What it answers, what to fill in, and a link to the example."""
    parts = [
        plain_words.html(query.meaning),
        f'<p lang="id">{escape(query.meaning_id)}</p>',
        _fillings(query.parameters),
    ]
    if query.example:
        shown = ", ".join(f"{name} = {value}" for name, value in query.example.items())
        address = escape(f"?{urlencode(query.example)}")
        parts.append(f'<p>Example · Contoh: <a href="{address}">{escape(shown)}</a></p>')
    return "\n".join(part for part in parts if part)


def _fillings(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    rows = (
        f"<dt><code>{name}</code></dt><dd>{escape(words['en'])}"
        f' · <span lang="id">{escape(words["id"])}</span></dd>'
        for name, words in ((name, parameters()[name]) for name in names)
    )
    return f"<dl>{''.join(rows)}</dl>"


def _files() -> list[dict[str, Any]]:
    folder = resources.files(__package__).joinpath("queries")
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return [_read(name) for name in names if name != _PARAMETERS]


def _read(name: str) -> dict[str, Any]:
    file = resources.files(__package__).joinpath("queries", name)
    return tomllib.loads(file.read_text("utf-8"))
