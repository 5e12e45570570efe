"""An entry's markup -> the lines of the article, each with its block.

One walk over the tree, no recursion, so that depth of nesting costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urljoin

import lxml.etree
from lxml.html import HtmlElement

from crawler.article.lines import Line, LineWriter
from crawler.article.page import Block, BlockKind, Link

# Elements by what they do to the text: https://html.spec.whatwg.org/#flow-content-3
_SKIPPED = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "nav", "svg", "iframe"),
        *("form", "button", "select", "textarea", "object", "embed", "video", "audio"),
    )
)
_BREAKING = frozenset(
    (
        *("p", "div", "section", "article", "header", "footer", "main", "aside", "figure", "br"),
        *("table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "hr", "address"),
        *("details", "summary", "center", "fieldset"),
    )
)
_LISTS = frozenset(("ul", "ol", "dl"))
_CELLS = frozenset(("td", "th"))
_STRONG = frozenset(("b", "strong"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KINDS: dict[str, BlockKind] = {
    "li": "item",
    "dt": "item",
    "dd": "item",
    "td": "cell",
    "th": "cell",
    "figcaption": "caption",
    "caption": "caption",
    "blockquote": "quote",
    "pre": "paragraph",
}
_MOST_DIGITS = 6


@dataclass
class _Container:
    """An open list or table: its own number, and where its counting stands."""

    number: int
    ordered: bool = False
    count: int = 0
    """Of a list the items, of a table the rows, that have begun."""
    column: int = 0


@dataclass
class _Writer:
    """Where in the entry the walk is, and what it has written."""

    base_url: str
    lines: list[Line] = field(default_factory=list)
    line: LineWriter = field(default_factory=LineWriter)
    kinds: list[BlockKind] = field(default_factory=list)
    heading_level: int = 0
    lists: list[_Container] = field(default_factory=list)
    tables: list[_Container] = field(default_factory=list)
    containers: int = 0
    item_begins: bool = False
    links: list[str | None] = field(default_factory=list)
    strong: int = 0

    def write(self, words: str | None) -> None:
        if words:
            url = self.links[-1] if self.links else None
            self.line.add(words, url, strong=self.strong > 0)

    def end_line(self) -> None:
        """Keeps the line that was being written; an empty one is none."""
        if not self.line.pieces:
            return
        written, self.line = self.line, LineWriter()
        words = written.finish()
        if not words:
            return
        kind, level, ordinal, container = self._place()
        end = len(words)
        links = tuple(Link(link.start, min(link.end, end), link.url) for link in written.links)
        block = Block(kind, 0, end, level, ordinal, container, written.strong, links)
        self.lines.append(Line(words, block))

    def _place(self) -> tuple[BlockKind, int, int | None, int]:
        """Kind, level, ordinal and container of the line that ends here."""
        kind = self.kinds[-1] if self.kinds else "paragraph"
        if kind == "item":
            begins, self.item_begins = self.item_begins, False
            inner = self.lists[-1] if self.lists else _Container(0)
            if not begins:
                return "paragraph", len(self.lists), None, inner.number
            ordinal = inner.count if inner.ordered else None
            return "item", max(1, len(self.lists)), ordinal, inner.number
        if kind == "cell":
            if not self.tables:  # the entry is itself a cell of a table for layout
                return "paragraph", 0, None, 0
            table = self.tables[-1]
            return "cell", table.count, table.column, table.number
        return kind, self.heading_level if kind == "heading" else 0, None, 0

    def open(self, element: HtmlElement, tag: str) -> None:
        if tag in _BREAKING or tag in _KINDS or tag in _HEADINGS:
            self.end_line()
        self._open_container(element, tag)
        kind = _kind(element, tag)
        if kind:
            self.kinds.append(kind)
            self.item_begins |= kind == "item"
            self.heading_level = int(tag[1]) if kind == "heading" else self.heading_level
        if tag == "a":
            self.links.append(_absolute(self.base_url, element.get("href")))
        elif tag in _STRONG:
            self.strong += 1

    def close(self, element: HtmlElement, tag: str) -> None:
        if tag in _BREAKING or tag in _KINDS or tag in _HEADINGS:
            self.end_line()
        if tag in _LISTS:
            self.lists.pop()
        elif tag == "table":
            self.tables.pop()
        elif tag == "a":
            self.links.pop()
        elif tag in _STRONG:
            self.strong -= 1
        if _kind(element, tag):
            self.kinds.pop()
            self.item_begins = False

    def _open_container(self, element: HtmlElement, tag: str) -> None:
        if tag in _LISTS or tag == "table":
            self.containers += 1
            opened = _Container(self.containers, ordered=tag == "ol")
            if tag == "table":
                self.tables.append(opened)
            else:
                opened.count = _number(element.get("start"), 1) - 1
                self.lists.append(opened)
        elif tag == "li" and self.lists:
            self.lists[-1].count = _number(element.get("value"), self.lists[-1].count + 1)
        elif tag == "tr" and self.tables:
            self.tables[-1].count += 1
            self.tables[-1].column = 0
        elif tag in _CELLS and self.tables:
            self.tables[-1].column += 1


def read_lines(entries: list[HtmlElement], dropped: set[HtmlElement], base_url: str) -> list[Line]:
    """The lines of the entries, empty ones left out.

    `dropped` are elements whose whole subtree is chrome. Links are made absolute with
    `base_url`; a link that cannot be parsed is left out, its words stay.
    """
    writer = _Writer(base_url)
    for entry in entries:
        walker = lxml.etree.iterwalk(entry, events=("start", "end"))
        for event, element in walker:
            tag = element.tag if isinstance(element.tag, str) else ""
            skipped = not tag or tag in _SKIPPED or element in dropped
            if event == "start":
                if skipped:
                    walker.skip_subtree()
                else:
                    writer.open(element, tag)
                    writer.write(element.text)
                continue
            if not skipped:
                writer.close(element, tag)
            if element is not entry:
                writer.write(element.tail)
        writer.end_line()
    return writer.lines


def _kind(element: HtmlElement, tag: str) -> BlockKind | None:
    if tag in _HEADINGS:
        return "heading"
    if tag == "p" and "wp-caption-text" in (element.get("class") or ""):
        return "caption"
    return _KINDS.get(tag)


def _number(value: str | None, otherwise: int) -> int:
    readable = value and value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS
    return int(value) if value and readable else otherwise


def _absolute(base_url: str, href: str | None) -> str | None:
    href = (href or "").strip()
    if not href or href.startswith("#"):
        return None
    try:
        return urljoin(base_url, href)
    except ValueError:
        return None
