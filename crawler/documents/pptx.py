"""Presentations of PowerPoint, by python-pptx."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from pptx.package import Package
from pptx.slide import Slide

from crawler.documents.contents import Contents
from crawler.documents.packages import open_package, parse_markup
from crawler.documents.properties import office_properties
from crawler.documents.unreadable import unreadable
from crawler.documents.words import keep

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SMART_ART = "/diagramData"
CELLS = " | "
"""Between the cells of a row."""


def read_pptx(data: bytes) -> Contents:
    """The slides of a presentation, a show or a template. Raises UnreadableError."""
    with open_package(data) as package:
        properties = office_properties(package)
    with unreadable():
        main: Any = Package.open(io.BytesIO(data)).main_document_part
        slides = main.presentation.slides
        pages = len(slides)
        texts, whole = keep(_text(slide) for slide in slides)
    return Contents(properties._replace(pages=pages), texts, whole)


def _text(slide: Slide) -> str:
    """A slide's words: title, shapes, tables and diagrams, then the speaker's notes."""
    title = slide.shapes.title
    lines = [title.text_frame.text] if title is not None else []
    others = (shape for shape in slide.shapes if title is None or shape.shape_id != title.shape_id)
    lines += _shapes(others)
    lines += _diagrams(slide)
    if slide.has_notes_slide and (notes := slide.notes_slide.notes_text_frame):
        lines.append(notes.text)
    return "\n".join(lines)


def _shapes(shapes: Iterable[Any]) -> Iterator[str]:
    """The words of shapes and of those grouped in them, in the order of the slide."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _shapes(shape.shapes)
        elif getattr(shape, "has_table", False):
            for row in shape.table.rows:
                yield CELLS.join(cell.text.replace("\n", " ") for cell in row.cells)
        elif shape.has_text_frame:
            yield shape.text_frame.text


def _diagrams(slide: Slide) -> Iterator[str]:
    """The words of diagrams (SmartArt), which stand in parts of their own."""
    for relation in slide.part.rels.values():
        if relation.reltype.endswith(_SMART_ART) and not relation.is_external:
            for paragraph in parse_markup(relation.target_part.blob).iter(f"{_DRAWING}p"):
                yield "".join(run.text or "" for run in paragraph.iter(f"{_DRAWING}t"))
