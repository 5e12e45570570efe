"""What a person should know of an article itself, before any fact is read from it."""

from __future__ import annotations

from archive.records import Finding, Span
from crawler.article.page import Page


def find_in_article(page: Page) -> tuple[Finding, ...]:
    """That the article goes on at other addresses, or has no title.

    Evidence is the line where the page breaks off, and the first one, which is no title.
    """
    if not page.blocks:
        return ()
    first, last = page.blocks[0], page.blocks[-1]
    found = []
    if page.parts > 1:
        message = f"The site shows the article in {page.parts} pages; this one alone was read"
        found.append(Finding("split-post", message, (Span(last.start, last.end),)))
    if not page.article.title:
        message = "The article has no title"
        found.append(Finding("no-title", message, (Span(first.start, first.end),)))
    return tuple(found)
