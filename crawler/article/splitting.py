"""Articles that a site shows in several pages: WordPress' `<!--nextpage-->`.

https://developer.wordpress.org/reference/functions/wp_link_pages/
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from crawler.article.parts import words_of
from crawler.article.selectors import selector

_LINKS = "a.post-page-numbers, .page-links a, .post-nav-links a"
_NUMBERS = ".post-page-numbers"
# `/slug/2/` and `?p=12&page=2`; not the second page of a list.
_NUMBER = re.compile(r"(?:(?<!/page)/|[?&]page=)([0-9]{1,3})/?$")
_MOST_LETTERS = 300
"""Of the line of links: an element with more words is more than that line."""


@dataclass(frozen=True, slots=True)
class Split:
    """How an article is split."""

    parts: int = 1
    """How many pages the links tell of, the page read among them."""
    links: frozenset[HtmlElement] = frozenset()
    """The elements that hold the links, which are no part of the article."""


def read_split(root: HtmlElement, entries: list[HtmlElement], source: str) -> Split:
    """Into how many pages the site splits the article, whose elements are `entries`.

    `source` is the page's HTML.
    """
    links = selector(_LINKS).find(root, source)
    numbers = [int(found[1]) for link in links if (found := _NUMBER.search(link.get("href") or ""))]
    if not numbers:
        return Split()
    around = {outer for entry in entries for outer in (entry, *entry.iterancestors())}
    marked = [*links, *selector(_NUMBERS).find(root, source)]
    return Split(max(2, *numbers), frozenset(_line_of(element, around) for element in marked))


def _line_of(link: HtmlElement, around: set[HtmlElement]) -> HtmlElement:
    """The element that holds the line of links; the link itself where it holds more."""
    parent = link.getparent()
    return link if parent in around or len(words_of(parent)) > _MOST_LETTERS else parent
