"""One organization: where it was named, as what, who came for it, and with which others."""

from __future__ import annotations

from sqlite_utils import Database

from archive import query
from archive.browse.answering import Values
from archive.browse.asked import Asked
from archive.browse.pages import appearances


def load(db: Database, asked: Asked) -> Values | None:
    """A page of the appearances of the organization that the address names, by date."""
    with db.atomic():  # one state of the archive, so that all numbers agree
        return appearances.load(db, asked, query.organization)
