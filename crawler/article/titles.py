"""The title of an article, which the name of its site is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from crawler.article.marks import Marks
from crawler.article.parts import first_words, words_of
from crawler.article.selectors import selector

_BEFORE_SITE_NAME = (" | ", " » ", " – ", " — ", " - ")
_AROUND_SITE_NAME = " |»–—-"
_BEFORE_FEED = " » "
_FEEDS = ("application/rss+xml", "application/atom+xml")
# How WordPress' own themes mark the name of the site in a page's header.
_SITE_NAME = ".site-title, .wp-block-site-title"


def title_of(
    candidates: Iterable[HtmlElement], root: HtmlElement, marks: Marks, source: str
) -> str | None:
    """The title in the first of the elements that has any, else by Open Graph, else by the head.

    The site's name at the end of the head's title stays off. None where the site's name is all
    that there is: WordPress writes it in place of the title of a post that has none. `source`
    is the page's HTML.
    """
    banners = set(selector(_SITE_NAME).find(root, source))
    printed = first_words([e for e in candidates if banners.isdisjoint([e, *e.iterancestors()])])
    if printed:
        return printed
    names = {_folded(name) for name in _site_names(root, marks, banners)}
    open_graph = marks.meta("og:title")
    if open_graph and _folded(open_graph) not in names:
        return open_graph
    title = " ".join((root.findtext(".//title") or "").split())
    if _folded(title) in names:
        return None
    end = max(title.rfind(separator) for separator in _BEFORE_SITE_NAME)
    return (title[:end] if end > 0 else title) or None


def _site_names(root: HtmlElement, marks: Marks, banners: Iterable[HtmlElement]) -> Iterator[str]:
    """What the page calls its site."""
    named = marks.meta("og:site_name")
    if named:
        yield named
    yield from map(words_of, banners)
    for link in root.iter("link"):
        # WordPress: "NAME » Feed".
        if (link.get("type") or "").lower() in _FEEDS and _BEFORE_FEED in (link.get("title") or ""):
            yield link.get("title").partition(_BEFORE_FEED)[0]


def _folded(name: str) -> str:
    return " ".join(name.split()).strip(_AROUND_SITE_NAME).casefold()
