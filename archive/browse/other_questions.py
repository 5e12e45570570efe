"""What else might be asked where a query found nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from archive import search
from archive.browse import narrowing
from archive.browse.asked import Asked
from archive.browse.filters import Filters
from archive.browse.narrowing import Link
from archive.browse.query_words import either, replaced
from archive.query import Selected
from archive.search import Suggestion


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word of the query that nothing has."""

    word: str
    near: tuple[Link, ...]
    """The query with a word in its place that is known."""


def unknown_words(db: Database, asked: Asked, query: str) -> list[Unknown]:
    """Each word of the query that the archive does not have in any form."""
    return [_unknown(asked, query, one) for one in search.suggestions(db, query)]


def wider(db: Database, asked: Asked, query: str, wanted: Filters) -> list[tuple[str, Link]]:
    """Questions that ask for less and find something: (key of the words before it, question)."""
    return [
        (key, Link(text, address, hits))
        for key, text, address, selected in _less(asked, query, wanted)
        if (hits := search.search(db, text, limit=1, **selected).total)
    ]


def _unknown(asked: Asked, query: str, suggestion: Suggestion) -> Unknown:
    near = (
        Link(word, _asking(asked, replaced(query, suggestion.word, word)))
        for word in suggestion.near
    )
    return Unknown(suggestion.word, tuple(near))


def _less(asked: Asked, query: str, wanted: Filters) -> Iterator[tuple[str, str, str, Selected]]:
    """(key, query, address, filters) of what asks for less."""
    if wanted.selected:
        nothing: Selected = {}
        address = narrowing.without(asked, *wanted.selected)
        yield "search_page.without_filters", query, address, nothing
    any_word = either(search.parse(query))
    if any_word:
        yield "search_page.any_word", any_word, _asking(asked, any_word), wanted.selected


def _asking(asked: Asked, query: str) -> str:
    return narrowing.with_(asked, {"q": query})
