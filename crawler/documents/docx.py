"""Texts of Word: the words of the body with its tables and text boxes, page by page.

Word leaves marks where it last broke the pages; without them the text is one.
Office Open XML, ECMA-376 part 1, chapter 17.
"""

from __future__ import annotations

from lxml import etree

from crawler.documents.contents import Contents
from crawler.documents.packages import open_package, read_markup
from crawler.documents.properties import office_properties
from crawler.documents.unreadable import DAMAGED, UnreadableError
from crawler.documents.words import keep

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same words once more, for older programs."""
_SPACED = {f"{_WORD}tab": " ", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
_CELLS = " | "
_PAGE = "\f"


def read_docx(data: bytes) -> Contents:
    """The pages of a text. Raises UnreadableError."""
    with open_package(data) as package:
        properties = office_properties(package)
        tree = read_markup(package, "word/document.xml")
    if tree is None:
        raise UnreadableError(DAMAGED)
    pages = [page for page in _words(tree).split(_PAGE) if page.strip()] or [""]
    texts, whole = keep(pages)
    counted = max(properties.pages or 0, len(pages) if len(pages) > 1 else 0)
    return Contents(properties._replace(pages=counted or None), texts, whole)


def _words(tree: etree._Element) -> str:
    """All words, with a form feed where a page ends."""
    parts: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag == _FALLBACK:
            walk.skip_subtree()
        elif event == "start":
            parts.append(_at_start(element))
        else:
            parts.append(_at_end(element))
    return "".join(parts)


def _at_start(element: etree._Element) -> str:
    if element.tag == f"{_WORD}t":
        return (element.text or "").replace(_PAGE, " ")
    if element.tag == f"{_WORD}lastRenderedPageBreak":
        return _PAGE
    if element.tag == f"{_WORD}br" and element.get(f"{_WORD}type") == "page":
        return _PAGE
    return _SPACED.get(element.tag, "")


def _at_end(element: etree._Element) -> str:
    """A line a paragraph, or a row of a table."""
    if element.tag == f"{_WORD}p":
        cell = element.getparent()
        last = element.getnext() is None
        return " " if cell is not None and cell.tag == f"{_WORD}tc" and last else "\n"
    if element.tag == f"{_WORD}tc":
        return _CELLS if element.getnext() is not None else ""
    return "\n" if element.tag in {f"{_WORD}tr", f"{_WORD}txbxContent"} else ""
