"""The checks as they stand in error.toml, warning.toml and note.toml: a file each severity."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from archive.records import EXTRACTOR_VERSION

Severity = Literal["error", "warning", "note"]
"""`error`: the page or the archive contradicts itself; `warning`: likely wrong; `note`: missing."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look for."""

    name: str
    severity: Severity
    meaning: str
    """What is wrong where it finds something, a sentence."""
    what_to_do: str
    """What a person does about it, a sentence."""
    sql: str
    """Gives `activity_id`, `message` and `quote` of each find; `{selected}` stands where the
    conditions on the row of `activities` go."""
    parameters: dict[str, str]
    """Lists and tables that the SQL asks for by name, as JSON; the version of the reader."""


@cache
def checks() -> tuple[Check, ...]:
    """All checks, the gravest first, else in the order of their file."""
    severities: tuple[Severity, ...] = get_args(Severity)
    return tuple(
        Check(
            entry["name"],
            severity,
            entry["meaning"],
            entry["what_to_do"],
            entry["sql"].strip(),
            {name: json.dumps(value) for name, value in entry.get("parameters", {}).items()}
            | {"extractor_version": EXTRACTOR_VERSION},
        )
        for severity in severities
        for entry in _read(severity)
    )


def check(name: str) -> Check:
    """The check of that name; ValueError, with all names, where there is none."""
    for known in checks():
        if known.name == name:
            return known
    names = ", ".join(known.name for known in checks())
    raise ValueError(f"'{name}' is not a check. Choose one of {names}.")


def _read(severity: Severity) -> list[dict[str, Any]]:
    text = resources.files(__package__).joinpath(f"{severity}.toml").read_text("utf-8")
    entries: list[dict[str, Any]] = tomllib.loads(text)["checks"]
    return entries
