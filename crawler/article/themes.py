"""Pages of known themes: themes.toml says where their parts are."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from lxml.etree import XPath
from lxml.html import HtmlElement

from crawler.article.parts import Parts, first_words, words_of
from crawler.article.selectors import Selector, selector

_ELEMENT = XPath("id($name)")
"""By its identifier, which the parser keeps a table of."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One row of themes.toml, its selectors read."""

    name: str
    scope: str | None
    """The identifier of the element that all parts lie in, if there is one."""
    selectors: dict[str, Selector]

    def find(self, part: str, root: HtmlElement) -> list[HtmlElement]:
        """The outermost elements of a part below `root`, in document order."""
        selector = self.selectors.get(part)
        return _outermost(selector.within(root)) if selector else []


@cache
def themes() -> tuple[Theme, ...]:
    """The themes of themes.toml in their order."""
    rows: list[dict[str, Any]] = tomllib.loads(
        resources.files(__package__).joinpath("themes.toml").read_text("utf-8")
    )["theme"]
    return tuple(
        Theme(row.pop("name"), row.pop("scope", None), {p: selector(css) for p, css in row.items()})
        for row in rows
    )


def find_parts(root: HtmlElement, source: str) -> Parts | None:
    """The parts of a page by the first theme whose marker and entry it has; None without one.

    `source` is the page's HTML.
    """
    for theme in themes():
        if not theme.selectors["marker"].may_match(source):
            continue
        scope = root if theme.scope is None else next(iter(_ELEMENT(root, name=theme.scope)), root)
        if not theme.find("marker", scope):
            continue
        entries = theme.find("entry", scope)
        if entries:
            return _parts(theme, entries, scope)
    return None


def _parts(theme: Theme, entries: list[HtmlElement], scope: HtmlElement) -> Parts:
    categories = filter(None, map(words_of, theme.find("categories", scope)))
    return Parts(
        theme=theme.name,
        entries=entries,
        title=theme.find("title", scope),
        subtitle=theme.find("subtitle", scope),
        author=theme.find("author", scope),
        chrome={element for entry in entries for element in theme.find("drop", entry)},
        published=first_words(theme.find("published", scope)) or "",
        categories=tuple(dict.fromkeys(categories)),
    )


def _outermost(elements: list[HtmlElement]) -> list[HtmlElement]:
    if len(elements) < 2:  # noqa: PLR2004 - one element has none outside of it
        return elements
    found = set(elements)
    return [e for e in elements if found.isdisjoint(e.iterancestors())]
