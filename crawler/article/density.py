"""Where a page's prose is: the element whose own paragraphs hold most words.

The idea of Arc90's Readability: a paragraph speaks for its parent, and half as loud for the
parent's parent; links are navigation and do not count.
"""

from __future__ import annotations

from collections import defaultdict

from lxml.html import HtmlElement

_INLINE = frozenset(
    (
        *("a", "abbr", "b", "big", "br", "cite", "code", "em", "font", "i", "img", "mark", "q"),
        *("s", "small", "span", "strong", "sub", "sup", "time", "tt", "u"),
    )
)
_SILENT = frozenset(
    (
        *("script", "style", "noscript", "template", "form", "button", "select", "textarea"),
        *("nav", "aside", "footer", "iframe", "svg", "head"),
    )
)
_LEAST_LETTERS = 40
"""Shorter runs of words are labels, dates and teasers more often than prose."""


def densest(root: HtmlElement) -> HtmlElement | None:
    """The element that holds the page's prose; None where there is no prose at all."""
    scores: defaultdict[HtmlElement, float] = defaultdict(float)
    for element in _prosaic(root):
        letters = _own_letters(element)
        if letters < _LEAST_LETTERS:
            continue
        holder = element if element.tag not in {"p", "li"} else element.getparent()
        scores[holder] += letters
        above = holder.getparent()
        if above is not None:
            scores[above] += letters / 2
    return max(scores, key=lambda element: scores[element], default=None)


def _prosaic(root: HtmlElement) -> list[HtmlElement]:
    """The elements that may hold prose, none below navigation, forms and the like."""
    found: list[HtmlElement] = []
    open_elements = list(root.iterchildren("body"))
    while open_elements:
        element = open_elements.pop()
        if not isinstance(element.tag, str) or element.tag in _SILENT:
            continue
        if element.tag not in _INLINE:
            found.append(element)
        open_elements.extend(reversed(element))
    return found


def _own_letters(element: HtmlElement) -> int:
    """The letters of an element's own line: its text and that of inline children, links apart."""
    letters = len((element.text or "").strip())
    pending = list(element)
    while pending:
        child = pending.pop()
        letters += len((child.tail or "").strip())
        if child.tag in _INLINE and child.tag != "a":
            letters += len((child.text or "").strip())
            pending.extend(child)
    return letters
