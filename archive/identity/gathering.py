"""Mentions put together by page and name. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from archive.names import name_key


class Mention(Protocol):
    """A name on a page."""

    @property
    def url(self) -> str:
        """The page's address."""

    @property
    def name(self) -> str:
        """As the page writes it."""


_Mention = TypeVar("_Mention", bound=Mention)


def gathered(mentions: Iterable[_Mention]) -> list[tuple[str, list[_Mention]]]:
    """(key of the name, its mentions on one page), in an order that only the contents make."""
    every = list(mentions)
    pages = {url: place for place, url in enumerate(sorted({mention.url for mention in every}))}
    keys = {name: name_key(name) for name in {mention.name for mention in every}}
    found: defaultdict[tuple[str, int], list[_Mention]] = defaultdict(list)
    for mention in every:
        found[keys[mention.name], pages[mention.url]].append(mention)
    return [(key, found[key, page]) for key, page in sorted(found)]


def plainest(mentions: Sequence[_Mention]) -> _Mention:
    """The mention whose spelling stands for all: capitals alone are how a heading is set."""
    return min(mentions, key=lambda one: (one.name.isupper(), one.name))
