"""What a reader follows: activities chosen by filters and words, and how that is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database

from archive.browse import filter_names, narrowing
from archive.browse.asked import Asked
from archive.browse.filters import Filters
from archive.browse.rendering import with_options

Absolute = Callable[[str], str]
"""Makes of an address on this server one that others can ask for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which activities are asked for, and how that is said."""

    asked: Asked
    filters: Filters
    query: str
    absolute: Absolute


def title(db: Database, wanted: Wanted, key: str) -> str:
    """The site's name, what the list is of, and its filters in words."""
    asked = wanted.asked
    standing = narrowing.standing(asked, wanted.filters, filter_names.names(db, wanted.filters))
    said = [f"“{wanted.query}”"] if wanted.query else []
    said += [link.label for link in standing]
    whole = f"{asked.language.say('site')}: {asked.language.say(key)}"
    return f"{whole} ({', '.join(said)})" if said else whole


def address(wanted: Wanted, path: str) -> str:
    """A list of the site at `path` with the same filters and language, absolute."""
    options = {name: value for name, value in wanted.asked.options.items() if name != "page"}
    return wanted.absolute(with_options(path, {**options, "lang": wanted.asked.language.code}))
