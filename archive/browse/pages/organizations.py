"""All organizations, those that were named most often first."""

from __future__ import annotations

from sqlite_utils import Database

from archive import query
from archive.browse.answering import Values
from archive.browse.asked import Asked
from archive.browse.pages.named import listed


def load(db: Database, asked: Asked) -> Values:
    """A page of the list."""
    return listed(db, asked, query.count_organizations, query.organizations)
