"""CSS selectors, and whether a page's source has the names that they ask for at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

_NAME = re.compile(r"[.#]([\w-]+)|\[([\w-]+)|='([^']+)'")


@dataclass(frozen=True, slots=True)
class Selector:
    """A group of selectors parted by commas."""

    compiled: CSSSelector
    names: tuple[tuple[str, ...], ...]
    """Of each in the group the classes, identifiers and attributes that it names."""

    def find(self, root: HtmlElement, source: str) -> list[HtmlElement]:
        """The elements of the page `source` at or below `root`, in document order."""
        return self.within(root) if self.may_match(source) else []

    def within(self, root: HtmlElement) -> list[HtmlElement]:
        """The elements at or below `root`, for a `root` that is small or sure to have some."""
        found: list[HtmlElement] = self.compiled(root)
        return found

    def may_match(self, source: str) -> bool:
        """Whether the HTML of a page has all names of one in the group: quicker than a search."""
        return any(all(_has(source, name) for name in names) for names in self.names)


@cache
def selector(css: str) -> Selector:
    """The selector of a group such as `h1.entry-title, h1`."""
    names = tuple(tuple("".join(found) for found in _NAME.findall(part)) for part in css.split(","))
    return Selector(CSSSelector(css), names)


@lru_cache(maxsize=256)
def _has(source: str, name: str) -> bool:
    return name in source
