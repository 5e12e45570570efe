"""What stands in a cell of a report, and its words where a form has words alone."""

from __future__ import annotations

from dataclasses import dataclass

LIST_SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Label:
    """A value of a vocabulary: its code, and what it is called in English and Indonesian."""

    code: str
    english: str
    indonesian: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address; without an address they are words."""

    words: str
    url: str | None


_One = str | int | Label | Link
Cell = _One | tuple[_One, ...] | None
"""None where the archive does not know; a tuple is a list of values in one cell."""


def plain(cell: Cell) -> str | int | None:
    """The cell in one value without form: a vocabulary's code, a link's words, lists joined."""
    if isinstance(cell, tuple):
        return LIST_SEPARATOR.join(str(plain(one)) for one in cell)
    if isinstance(cell, Label):
        return cell.code
    if isinstance(cell, Link):
        return cell.words
    return cell
