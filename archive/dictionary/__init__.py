"""What every table, view and column of an archive means: the words of docs/data.md as data.

The words stand in TOML files beside this module, one a subject; types, keys and references are
the schema's own. `python -m archive.dictionary` writes docs/data.md from both.

>>> from archive import dictionary
>>> dictionary.table("attendance").columns["count"].meaning
'the number, in `unit`'
"""

from __future__ import annotations

from archive.dictionary.differences import differences
from archive.dictionary.page import page
from archive.dictionary.structure import ColumnStructure, structure
from archive.dictionary.words import Column, Subject, Table, subjects, table, tables

__all__ = [
    "Column",
    "ColumnStructure",
    "Subject",
    "Table",
    "differences",
    "page",
    "structure",
    "subjects",
    "table",
    "tables",
]
