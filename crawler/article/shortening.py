"""The beginning of a page whose article is longer than any news."""

from __future__ import annotations

from dataclasses import replace

from crawler.article.page import Block, Page


def beginning_of(page: Page, letters: int) -> Page:
    """The page with the first `letters` code points of its text; the page itself if shorter.

    Offsets stay those of the whole text. A block that reaches beyond is cut, with its links.
    """
    if len(page.text) <= letters:
        return page
    blocks = tuple(_cut(block, letters) for block in page.blocks if block.start < letters)
    return Page(replace(page.article, text=page.text[:letters]), blocks)


def _cut(block: Block, letters: int) -> Block:
    if block.end <= letters:
        return block
    links = tuple(link for link in block.links if link.end <= letters)
    return replace(block, end=letters, links=links)
