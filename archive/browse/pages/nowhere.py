"""Addresses that look like those of the site's pages and are none."""

from __future__ import annotations

from sqlite_utils import Database

from archive.browse.asked import Asked


def load(db: Database, asked: Asked) -> None:
    """Nothing: the answer is that there is nothing, in the reader's language."""
