"""The elements of a page that make its article."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Parts:
    """What a theme, or a guess where no theme is known, tells of a page."""

    theme: str
    entries: list[HtmlElement]
    title: list[HtmlElement]
    subtitle: list[HtmlElement]
    author: list[HtmlElement]
    chrome: set[HtmlElement]
    """What lies inside the entries and is the theme's."""
    published: str
    """The words that hold the date of publication, where the theme prints it."""
    categories: tuple[str, ...]


def first_words(elements: list[HtmlElement]) -> str | None:
    """The words of the first element that has any, white space folded."""
    return next(filter(None, map(words_of, elements)), None)


def words_of(element: HtmlElement) -> str:
    """The words of an element, white space folded."""
    return " ".join("".join(element.itertext()).split())
