"""A report as data, whatever form it will be written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from archive.reports.cells import Cell

Place = Literal["data", "terminal", "page"]
"""Where a column stands: JSON and CSV, the terminal's table, Markdown and HTML."""

EVERYWHERE: frozenset[Place] = frozenset({"data", "terminal", "page"})
DATA: frozenset[Place] = frozenset({"data"})
SHOWN: frozenset[Place] = frozenset({"terminal", "page"})
TERMINAL: frozenset[Place] = frozenset({"terminal"})
PAGE: frozenset[Place] = frozenset({"page"})
DATA_AND_PAGE: frozenset[Place] = DATA | PAGE


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name for programs, its heading for people, and where it stands."""

    name: str
    heading: str
    places: frozenset[Place] = EVERYWHERE
    is_number: bool = False
    is_indonesian: bool = False
    """Whether its text is in the language of the pages."""
    longest: int | None = None
    """Width in a terminal at most; None for as much as there is."""
    is_one_line: bool = False
    """Whether its words are kept together, as those of a date."""
    grows: bool = False
    """Whether it takes what room the other columns leave."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a cell a column, the numbers of the sources behind it, and all that is known."""

    cells: tuple[Cell, ...]
    sources: tuple[int, ...] = ()
    record: Mapping[str, Any] = field(default_factory=dict)
    """The row with all its parts, as JSON writes it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; `nothing` is what is said where it has no rows."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    nothing: str = "Nothing matches."
    every: int | None = None
    """How many rows there are, where the table may have only the first of them."""

    @property
    def extent(self) -> str:
        """How many rows it has: `18 rows`, or `the first 5 of 18 rows`."""
        number = len(self.rows)
        if self.every is not None and self.every > number:
            return f"the first {number} of {self.every} rows"
        return f"{number} {'row' if number == 1 else 'rows'}"

    def at(self, place: Place) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
        """The columns that stand at a place, and the cells of each row in them.

        A page leaves out columns in which no row has anything.
        """
        chosen = [
            number
            for number, column in enumerate(self.columns)
            if place in column.places
            and (place != "page" or any(row.cells[number] not in {None, ()} for row in self.rows))
        ]
        columns = tuple(self.columns[number] for number in chosen)
        return columns, tuple(tuple(row.cells[number] for number in chosen) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a page that state a fact."""

    fact: str
    """What they prove, such as `attendance`."""
    words: str | None
    """None where a person added the fact, for no page says it."""
    is_corrected: bool = False
    """Whether a person corrected or added the fact."""


@dataclass(frozen=True, slots=True)
class Source:
    """A page behind numbers of the report, under the number by which rows name it."""

    number: int
    title: str
    url: str
    captured_at: str | None
    """When what was read was served, UTC; None where it was read from elsewhere."""
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that stands for itself at the head of a report."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A Vega-Lite specification, its title, and what it shows in words."""

    title: str
    description: str
    specification: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Of what archive, when, and which part of it a report tells."""

    archive: str
    made_at: str
    filters: tuple[tuple[str, str], ...]
    """What was asked for: name and value, in words; empty for the whole archive."""
    sites: tuple[str, ...] = ()
    """The sites whose reports are in it."""


@dataclass(frozen=True, slots=True)
class Report:
    """Tables, of which the first is the main one, with what makes them understood."""

    kind: str
    title: str
    title_indonesian: str
    circumstances: Circumstances
    figures: tuple[Figure, ...]
    charts: tuple[Chart, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    """What the numbers mean and what of them is uncertain, a sentence or two each."""
    sources: tuple[Source, ...]
    summary: str
    """One line beside the report, such as `18 activities`."""
