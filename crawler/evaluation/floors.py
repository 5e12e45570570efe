"""The least figures that a reading may have: a floor a field, kept in a file."""

from __future__ import annotations

import tomllib
from pathlib import Path

from archive.errors import UsageError

Figures = dict[str, dict[str, float | int]]
Floors = dict[str, dict[str, float]]


def read_floors(path: Path) -> Floors:
    """The floors of a TOML file: a table a field, a number a figure.

    Raises UsageError for a file that cannot be read as such.
    """
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
        return {
            field: {figure: float(least) for figure, least in table.items()}
            for field, table in tables.items()
        }
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise UsageError(
            f"{path} is no file of floors ({error}). "
            'It needs a table a field, such as [people] with the line "f1 = 0.93".'
        ) from error


def below(figures: Figures, floors: Floors) -> list[str]:
    """What is below its floor, a sentence each; empty where nothing is."""
    return [
        f"{field} {figure} is {figures[field][figure]:.4f}, its floor is {least:.4f}."
        for field, least_figures in floors.items()
        for figure, least in least_figures.items()
        if figures[field][figure] < least
    ]
