"""A page of no known theme: which of its elements is the article, and which the title.

First the names that content management systems give such elements (generic.toml), then
where the page's prose is.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from lxml.html import HtmlElement

from crawler.article.density import densest
from crawler.article.parts import Parts, words_of
from crawler.article.selectors import Selector, selector

_LEAST_WORDS = 12
_MOST_LETTERS_BETWEEN = 400


@cache
def _selectors(part: str) -> tuple[Selector, ...]:
    names = tomllib.loads(resources.files(__package__).joinpath("generic.toml").read_text("utf-8"))
    return tuple(selector(css) for css in names[part])


def find_parts(root: HtmlElement, source: str) -> Parts:
    """The parts of a page that has no known theme; `source` is its HTML."""
    entries = _find_entries(root, source)
    return Parts(
        theme="generic",
        entries=entries,
        title=_find_one("title", root, source),
        subtitle=_find_one("subtitle", root, source),
        author=_find_one("author", root, source),
        chrome={
            element
            for entry in entries
            for group in _selectors("drop")
            for element in group.within(entry)
            if element is not entry
        },
        published=_words_before(entries[0]) if entries else "",
        categories=(),
    )


def _find_entries(root: HtmlElement, source: str) -> list[HtmlElement]:
    """The element that holds the article, in a list; the body where nothing tells."""
    for group in _selectors("entry"):
        found = [e for e in group.find(root, source) if _count_words(e) >= _LEAST_WORDS]
        if found:
            return [max(found, key=_count_words)]
    dense = densest(root)
    return list(root.iterchildren("body")) if dense is None else [dense]


def _words_before(entry: HtmlElement) -> str:
    """The last words in front of the entry: there unknown themes print date and author."""
    pieces: list[str] = []
    length = 0
    for text in reversed(entry.xpath("preceding::text()[not(parent::script or parent::style)]")):
        words = " ".join(text.split())
        pieces.append(words)
        length += len(words)
        if length > _MOST_LETTERS_BETWEEN:
            break
    return " ".join(filter(None, reversed(pieces)))


def _find_one(part: str, root: HtmlElement, source: str) -> list[HtmlElement]:
    for group in _selectors(part):
        found = [element for element in group.find(root, source) if words_of(element)]
        if len(found) == 1:
            return found
    return []


def _count_words(element: HtmlElement) -> int:
    return len(" ".join(element.itertext()).split())
