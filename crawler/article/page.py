"""A page after its theme is off: the article, and the blocks its text is made of.

The blocks are read once and shared by everything that reads facts, so that every
fact can point at offsets of one and the same text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from archive.records import Article

BlockKind = Literal["title", "subtitle", "heading", "paragraph", "item", "cell", "caption", "quote"]


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink inside a block; offsets into the article's text, the URL absolute."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the article's text: `text[start:end]`, never empty, no line breaks."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Headings: 1 to 6. Items: depth of nesting, outermost 1. Cells: the row, from 1."""
    ordinal: int | None = None
    """Items of an ordered list: the number a reader sees. Cells: the column, from 1."""
    container: int = 0
    """Equal for the items of one list and the cells of one table; 0 outside of both."""
    strong: bool = False
    """All of it is bold: often a heading in disguise."""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The article and its blocks, in the order of the text; the title comes first."""

    article: Article
    blocks: tuple[Block, ...]
    parts: int = 1
    """In how many pages the site shows the article; this is one of them."""

    @property
    def text(self) -> str:
        """The article's text, to which all offsets refer."""
        return self.article.text

    def words_of(self, block: Block) -> str:
        """The words of one block."""
        return self.article.text[block.start : block.end]

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks below title and subtitle."""
        return tuple(block for block in self.blocks if block.kind not in {"title", "subtitle"})
