"""A folder of tables with its description: a Frictionless Data Package.

It is one of version 2 (https://datapackage.org/standard/data-package/) that keeps the properties
by which tools of version 1 know tables (https://specs.frictionlessdata.io/tabular-data-package/).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive.export.facts.chosen import Chosen
from archive.export.facts.order import Order, in_words
from archive.export.facts.tables import Column, Kind, Table, tables

NAME = "datapackage.json"
_PROFILES = "https://datapackage.org/profiles/2.0"

_DESCRIPTION = """Activities as the pages of {sites} report them, read by resilience-archive: who \
took part, when and where, how many came, what was concluded, and the words of the page that say \
so. `evidence_quote` has these words, `evidence` the offsets of all of them in `articles.text`, in \
code points from 0. `corrections` tells what people put right; the other tables already say it. \
The words of articles are their publishers'."""


_TYPES: dict[Kind, str] = {
    "text": "string",
    "integer": "integer",
    "boolean": "boolean",
    "date": "date",
    "time": "datetime",
    "texts": "array",
    "spans": "array",
}
"""The type of a field (Table Schema) for each kind of column."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the files of a package are written."""

    format: str
    media_type: str
    note: str = ""
    """What else a reader of the files must know."""
    properties: Mapping[str, Any] = field(default_factory=dict)
    """What else is said of each file."""


def write(
    order: Order, folder: Path, manner: Manner, write_table: Callable[[Order, Table, Path], None]
) -> str:
    """Write a file a table into the folder, and their description; what was written, in words."""
    files = {folder / f"{table.name}.{manner.format}": table for table in tables()}
    for path, table in files.items():
        write_table(order, table, path)
    told = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "profile": "tabular-data-package",
        **_of_all(order.chosen, manner, order.license),
        "resources": [_resource(path, table, manner) for path, table in files.items()],
    }
    text = json.dumps(told, ensure_ascii=False, indent=1)
    folder.joinpath(NAME).write_text(f"{text}\n", "utf-8")
    reports = in_words(order.chosen.activities, "activity", "activities")
    return f"{reports} in {len(files)} tables"


def files_of(folder: Path) -> frozenset[str] | None:
    """The names of the files of the package in a folder; None where there is no package."""
    try:
        described = json.loads(folder.joinpath(NAME).read_text("utf-8"))
        paths = {str(resource["path"]) for resource in described["resources"]}
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return frozenset({NAME, *paths})


def _of_all(chosen: Chosen, manner: Manner, license_name: str | None) -> dict[str, Any]:
    names = sorted({site for site, _ in chosen.sites})
    described = _DESCRIPTION.format(sites=", ".join(names) or "no known site")
    told: dict[str, Any] = {
        "name": "resilience-archive",
        "title": f"Activities reported by {', '.join(names)}",
        "description": " ".join(filter(None, (described, manner.note))),
        "created": chosen.newest,
        "sources": [{"title": site, "path": home} for site, home in chosen.sites],
        "keywords": ["urban resilience", "Indonesia", "activities", "participation"],
    }
    if license_name is not None:
        is_address = license_name.startswith(("https://", "http://"))
        told["licenses"] = [{"path" if is_address else "name": license_name}]
    if chosen.first_date is not None:
        told["temporal"] = {"start": chosen.first_date, "end": chosen.last_date}
    if chosen.selected:
        told["selection"] = dict(chosen.selected)
    return told


def _resource(path: Path, table: Table, manner: Manner) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "name": table.name,
        "type": "table",
        "profile": "tabular-data-resource",
        "path": path.name,
        "description": table.meaning,
        "format": manner.format,
        "mediatype": manner.media_type,
        **manner.properties,
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    told: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": [table.key],
    }
    pointing = [(column.name, column.refers_to) for column in table.columns if column.refers_to]
    if pointing:
        told["foreignKeys"] = [
            {
                "fields": [name],
                "reference": {"resource": reference.table, "fields": [reference.column]},
            }
            for name, reference in pointing
        ]
    return told


def _field(column: Column) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.kind],
        "description": column.meaning,
    }
    if column.kind == "text":
        return told  # an empty text and a missing one are one cell
    return told if column.may_be_empty else {**told, "constraints": {"required": True}}
