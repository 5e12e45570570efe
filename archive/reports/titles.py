"""The title of an activity as the tables of several reports have it."""

from __future__ import annotations

from typing import Protocol

from archive.reports.cells import Link
from archive.reports.report import PAGE, TERMINAL, Column
from archive.reports.tables import Columns
from archive.reports.wording import UNTITLED, shortened
from archive.tabular import printable


class Titled(Protocol):
    """A row that names an activity."""

    @property
    def title(self) -> str | None: ...
    @property
    def url(self) -> str: ...


def title_columns(heading: str, length: int, *, grows: bool = True) -> Columns[Titled]:
    """The title cut to a length where a terminal shows it, and leading to its page elsewhere."""
    in_terminal = Column(
        "shown_title", heading, TERMINAL, longest=None if grows else length, grows=grows
    )
    return (
        (in_terminal, lambda row: shortened(printable(row.title or UNTITLED), length)),
        (
            Column("linked_title", heading, PAGE, is_indonesian=True),
            lambda row: Link(row.title or UNTITLED, row.url),
        ),
    )
