"""What Datasette is told of the archive, for both of its lines from one source.

0.65 reads everything from its metadata (https://docs.datasette.io/en/stable/metadata.html); 1.0
reads what it does from its configuration and what it says from the metadata
(https://docs.datasette.io/en/latest/configuration.html). The words are those of the dictionary.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from pathlib import PurePath
from typing import Any

from archive import dictionary
from archive.browse import canned_queries, plain_words
from archive.storage import DATABASE_NAME

Plain = dict[str, Any]

DATABASE = PurePath(DATABASE_NAME).stem
"""The archive's name within Datasette."""

SETTINGS: Plain = {
    "sql_time_limit_ms": 3000,
    "max_returned_rows": 1000,
    "default_page_size": 50,
    "suggest_facets": False,  # they are chosen for each table
}
"""The settings of the server, by their names there."""

_SAID = {
    "title": "Resilience archive",
    "description": "The activities of a city-resilience secretariat, as its news pages report them.",
}
_DATABASE_HTML = (
    "<p>All that the archive has, in tables and views, with their meaning beside them; numbers and"
    " names lead to the archive's pages. The questions below are ready to be asked; any other can"
    " be asked in SQL.</p>"
    '<p lang="id">Seluruh isi arsip dalam tabel dan tampilan; nomor dan nama menuju ke halaman'
    " arsip. Pertanyaan di bawah siap diajukan; yang lain dapat diajukan dengan SQL.</p>"
)
_LABEL = "label_column"
_NAMES = {"label": _LABEL, "sort": "sort", "sort_desc": "sort_desc", "facets": "facets"}


def metadata() -> Plain:
    """All of it, for 0.65."""
    doing = _doing()
    tables = {name: {**said, **doing.pop(name, {})} for name, said in _saying().items()}
    return _of(
        {"tables": {**tables, **doing}, "queries": canned_queries.for_datasette()}, says=True
    )


def config() -> Plain:
    """What 1.0 reads from its configuration."""
    return _of({"tables": _doing(), "queries": canned_queries.for_datasette()}, says=False)


def descriptions() -> Plain:
    """What 1.0 reads from the metadata."""
    return _of({"tables": _saying()}, says=True)


def _of(database: Plain, *, says: bool) -> Plain:
    if not says:
        return {"databases": {DATABASE: database}}
    return {**_SAID, "databases": {DATABASE: {"description_html": _DATABASE_HTML, **database}}}


def _saying() -> dict[str, Plain]:
    """What each table, view and column means."""
    return {
        table.name: {
            "description_html": plain_words.html(table.meaning),
            "columns": {
                name: plain_words.description(column) for name, column in table.columns.items()
            },
        }
        for table in dictionary.tables().values()
    }


def _doing() -> dict[str, Plain]:
    """How each table and view is shown; those that are hidden too."""
    shown = {
        name: {_NAMES[key]: value for key, value in entry.items()}
        for name, entry in _shown()["tables"].items()
    }
    return {**shown, **{name: {"hidden": True} for name in _shown()["hidden"]}}


@cache
def _shown() -> Plain:
    return tomllib.loads(
        resources.files(__package__).joinpath("tables.toml").read_text(encoding="utf-8")
    )
