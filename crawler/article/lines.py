"""The lines of an article: white space folded, links kept in place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from crawler.article.page import Block, Link

# Soft hyphens, zero-width characters, marks of direction, control characters.
_INVISIBLE = re.compile(
    "[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u2060\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A finished line; the offsets of its block count from the line's own beginning."""

    words: str
    block: Block


@dataclass
class LineWriter:
    """The words so far; offsets of its links count from the line's beginning."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    spaced: bool = True
    strong: bool = True
    """All words so far are bold."""
    links: list[Link] = field(default_factory=list)

    def add(self, words: str, url: str | None, *, strong: bool) -> None:
        """Appends words; runs of white space become one space, also across pieces."""
        words = _fold(_INVISIBLE.sub("", words))
        if self.spaced:
            words = words.lstrip(" ")
        if not words:
            return
        if words != " ":
            self.strong &= strong
            if url:
                self._link(words, url)
        self.pieces.append(words)
        self.length += len(words)
        self.spaced = words.endswith(" ")

    def _link(self, words: str, url: str) -> None:
        start = self.length + len(words) - len(words.lstrip(" "))
        end = self.length + len(words.rstrip(" "))
        last = self.links[-1] if self.links else None
        if last and last.url == url and last.end >= start - 1:
            # One link may be cut by markup inside of it: <a>Paparan <b>Kota</b></a>.
            self.links[-1] = Link(last.start, end, url)
        else:
            self.links.append(Link(start, end, url))

    def finish(self) -> str:
        """The line's words, without space at its end."""
        return "".join(self.pieces).rstrip()


def lay_out(lines: list[Line], offset: int) -> list[Block]:
    """The blocks of lines that stand below each other in a text, the first at `offset`."""
    blocks = []
    for line in lines:
        links = tuple(
            Link(offset + link.start, offset + link.end, link.url) for link in line.block.links
        )
        end = offset + len(line.words)
        block = line.block
        blocks.append(
            Block(
                block.kind,
                offset,
                end,
                block.level,
                block.ordinal,
                block.container,
                block.strong,
                links,
            )
        )
        offset = end + 1
    return blocks


def _fold(words: str) -> str:
    """Every run of white space as one space, at the ends too."""
    folded = " ".join(words.split())
    if not folded:
        return " " if words else ""
    before = " " if words[0].isspace() else ""
    return before + folded + (" " if words[-1].isspace() else "")
