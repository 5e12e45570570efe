"""OpenDocument files (LibreOffice): presentations, texts and tables.

OASIS OpenDocument 1.3, part 3. Repeated cells and rows are read once.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from crawler.documents.contents import Contents
from crawler.documents.packages import open_package, read_markup
from crawler.documents.properties import Properties, author_of, count_of, iso_date, title_of
from crawler.documents.unreadable import DAMAGED, UnreadableError
from crawler.documents.words import keep

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_SLIDE = f"{{{_NAMES}drawing:1.0}}page"
_TABLE = f"{{{_NAMES}table:1.0}}table"
_NAME = f"{{{_NAMES}table:1.0}}name"
_ROW = f"{{{_NAMES}table:1.0}}table-row"
_CELL = f"{{{_NAMES}table:1.0}}table-cell"
_PARAGRAPHS = (f"{{{_NAMES}text:1.0}}p", f"{{{_NAMES}text:1.0}}h")
_BLANKS = {f"{{{_NAMES}text:1.0}}{name}" for name in ("s", "tab", "line-break")}
_META = f"{{{_NAMES}meta:1.0}}"
_CORE = "{http://purl.org/dc/elements/1.1/}"
_CELLS = " | "


def read_odp(data: bytes) -> Contents:
    """The slides of a presentation. Raises UnreadableError."""
    tree, properties = _opened(data)
    slides = list(tree.iter(_SLIDE))
    texts, whole = keep(_lines(slide) for slide in slides)
    return Contents(properties._replace(pages=len(slides)), texts, whole)


def read_odt(data: bytes) -> Contents:
    """A text, which does not tell where its pages end. Raises UnreadableError."""
    tree, properties = _opened(data)
    texts, whole = keep([_lines(tree)])
    return Contents(properties, texts, whole)


def read_ods(data: bytes) -> Contents:
    """The sheets of a table, each with its name as the first line. Raises UnreadableError."""
    tree, properties = _opened(data)
    sheets = list(tree.iter(_TABLE))
    texts, whole = keep("\n".join(_rows(sheet)) for sheet in sheets)
    return Contents(properties._replace(pages=len(sheets)), texts, whole)


def _opened(data: bytes) -> tuple[etree._Element, Properties]:
    with open_package(data) as package:
        tree = read_markup(package, "content.xml")
        meta = read_markup(package, "meta.xml")
    if tree is None:
        raise UnreadableError(DAMAGED)
    return tree, _properties(meta) if meta is not None else Properties()


def _properties(meta: etree._Element) -> Properties:
    statistic = meta.find(f".//{_META}document-statistic")
    counted = statistic.get(f"{_META}page-count") if statistic is not None else None
    author = meta.findtext(f".//{_META}initial-creator") or meta.findtext(f".//{_CORE}creator")
    return Properties(
        title_of(meta.findtext(f".//{_CORE}title")),
        author_of(author),
        iso_date(meta.findtext(f".//{_META}creation-date")),
        count_of(counted),
    )


def _lines(element: etree._Element) -> str:
    return "\n".join(_words(paragraph) for paragraph in element.iter(*_PARAGRAPHS))


def _words(paragraph: etree._Element) -> str:
    """The words of a paragraph, without those of paragraphs in it."""
    parts: list[str] = [paragraph.text or ""]
    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in walk:
        if element is paragraph:
            continue
        if event == "end":
            parts.append(element.tail or "")
        elif element.tag in _PARAGRAPHS:
            walk.skip_subtree()
        else:
            parts.append(" " if element.tag in _BLANKS else element.text or "")
    return "".join(parts)


def _rows(sheet: etree._Element) -> Iterator[str]:
    yield sheet.get(_NAME) or ""
    for row in sheet.iter(_ROW):
        said = (" ".join(_lines(cell).split()) for cell in row.iter(_CELL))
        yield _CELLS.join(words for words in said if words)
