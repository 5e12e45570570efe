"""Where a page offers something to take along: its links and bare addresses, with their lines.

An offer is not yet a material: what it leads to decides, and the heading that it stands under.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.records import Span
from crawler.article.page import Block, Page
from crawler.extraction.materials.words import has_words

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]{4,2000}", re.IGNORECASE)
_TRAILING = ".,;:!?)]}’'”\""
_LONGEST_HEADING = 160
_LONGEST_LINE = 200
_LINE_NUMBER = re.compile(r"^\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True)
class Offer:
    """One link or address in the text, with the words around it."""

    url: str
    link: Span
    """The words of the link, or the address itself."""
    lead: Span
    """The line before it, from its start or from the link before."""
    tail: Span
    """The line behind it, to its end or to the next link."""
    heading: str
    """The heading of materials that it stands under; empty for none."""
    line_before: Span | None
    """The line without links directly above it, under the same heading."""
    block: Block


def find_offers(page: Page) -> Iterator[Offer]:
    """Every link and address of the body in the order of the text."""
    heading, before = "", None
    for block in page.body:
        links = list(_links(page.text, block))
        if not links:
            heading, before = _heading(page, block, heading)
            continue
        spans = [span for span, _ in links]
        starts = [block.start, *(span.end for span in spans[:-1])]
        ends = [*(span.start for span in spans[1:]), block.end]
        for (span, url), start, end in zip(links, starts, ends, strict=True):
            yield Offer(
                url=url,
                link=span,
                lead=Span(start, max(start, span.start)),
                tail=Span(span.end, max(span.end, end)),
                heading=heading,
                line_before=before,
                block=block,
            )
        heading = heading if block.end - block.start <= 2 * _LONGEST_LINE else ""
        before = None


def _links(text: str, block: Block) -> Iterator[tuple[Span, str]]:
    """Links and bare addresses of one block, in order, each place once."""
    found = [(Span(link.start, link.end), link.url) for link in block.links]
    covered = iter(sorted(span for span, _ in found))
    current = next(covered, None)
    start = block.start if text.find("://", block.start, block.end) >= 0 else block.end
    for match in _ADDRESS.finditer(text, start, block.end):
        while current and current.end <= match.start():
            current = next(covered, None)
        if current and current.start < match.end():
            continue
        url = match[0].rstrip(_TRAILING)
        found.append((Span(match.start(), match.start() + len(url)), url))
    yield from sorted(found, key=lambda pair: pair[0])


def _heading(page: Page, block: Block, heading: str) -> tuple[str, Span | None]:
    """The heading that holds after a block without links, and that block as the line above."""
    line = page.words_of(block) if block.end - block.start <= _LONGEST_LINE else ""
    if block.kind == "caption":
        return heading, None
    offers = bool(line) and len(line) <= _LONGEST_HEADING and has_words("offers", line)
    announces = block.kind == "heading" or block.strong or line.rstrip().endswith(":")
    if offers and announces:
        return line, None
    if not line or block.kind == "heading" or (block.strong and not _LINE_NUMBER.match(line)):
        return "", None
    return heading, Span(block.start, block.end) if heading or offers else None
