"""Sites by the names that filters call them."""

from __future__ import annotations

from sqlite_utils import Database

from archive.errors import UsageError


def refuse_unknown_site(db: Database, site: str | None) -> None:
    """Raise UsageError, with the sites there are, for one that no page of the archive is of.

    For commands, whose user would take a slip of the pen for an answer: nothing was found.
    """
    if site is None or db.execute("SELECT 1 FROM pages WHERE site = ?", (site,)).fetchone():
        return
    known = ", ".join(row[0] for row in db.execute("SELECT DISTINCT site FROM pages ORDER BY 1"))
    raise UsageError(f"The archive has no page of the site '{site}'. It has: {known or 'none'}.")
