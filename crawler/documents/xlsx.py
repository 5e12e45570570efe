"""Tables of Excel, by openpyxl, row by row."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

import openpyxl

from crawler.documents.contents import Contents
from crawler.documents.packages import open_package
from crawler.documents.properties import office_properties
from crawler.documents.unreadable import unreadable
from crawler.documents.words import MOST_LETTERS_A_PAGE, keep

MOST_CELLS = 300_000
"""Of all sheets, empty ones between others too."""
_CELLS = " | "


def read_xlsx(data: bytes) -> Contents:
    """The sheets of a table, each with its name as the first line. Raises UnreadableError."""
    with open_package(data) as package:
        properties = office_properties(package)
    with unreadable(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        walk = _Walk()
        texts, whole = keep(walk.text(sheet) for sheet in book.worksheets)
        pages = len(book.worksheets)
        book.close()
    return Contents(properties._replace(pages=pages), texts, whole and walk.whole)


class _Walk:
    """The sheets one by one, until so many cells are read."""

    def __init__(self) -> None:
        self._left = MOST_CELLS
        self.whole = True

    def text(self, sheet: Any) -> str:
        sheet.reset_dimensions()  # what a file tells of its size need not be true
        letters = MOST_LETTERS_A_PAGE
        lines = [sheet.title]
        for line in self._lines(sheet.iter_rows(values_only=True)):
            lines.append(line)
            letters -= len(line)
            if letters < 0:
                self.whole = False
                break
        return "\n".join(lines)

    def _lines(self, rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
        for row in rows:
            self._left -= max(1, len(row))
            if self._left < 0:
                self.whole = False
                return
            said = [str(cell) for cell in row if cell not in {None, ""}]
            if said:
                yield _CELLS.join(said)
