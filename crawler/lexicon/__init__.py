"""Vocabularies of the language as data: one TOML file a subject."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The vocabulary `name` (a TOML file of this folder) as a dictionary; read once.

    Raises FileNotFoundError for a name without a file: a fault of the program, not of data.
    """
    return tomllib.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
