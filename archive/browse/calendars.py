"""Activities as a calendar that programs follow."""

from __future__ import annotations

import io
from contextlib import suppress

from sqlite_utils import Database

from archive.browse.following import Wanted, title
from archive.errors import ArchiveError, UsageError
from archive.search.matching import activities_matching

MOST_REPORTS = 5000
"""Reports of a calendar, the latest by date: programs that show calendars give up on more."""


def calendar_of(db: Database, wanted: Wanted) -> bytes:
    """The file. Raises QueryError for words that cannot be asked for."""
    # Here, for all pages of the site load this module, and few readers ask for a calendar.
    from archive.browse.calendar_language import words_of  # noqa: PLC0415 - as said above
    from archive.export.facts import calendar  # noqa: PLC0415 - likewise
    from archive.export.facts.chosen import chosen  # noqa: PLC0415 - likewise
    from archive.export.facts.order import Order  # noqa: PLC0415 - likewise

    matching = activities_matching(wanted.query) if wanted.query else None
    name, told = title(db, wanted, "feed.activities"), None
    file = io.BytesIO()
    # An archive without such activities is no fault of whoever follows them.
    with suppress(ArchiveError, UsageError), chosen(db, **wanted.filters.selected) as found:
        total = _narrow(db, matching)
        if total > MOST_REPORTS:
            told = wanted.asked.language.say("feed.newest", shown=MOST_REPORTS, total=total)
        order = Order(db, found, None, lambda _: None)
        words = words_of(wanted.asked.language)
        calendar.write(order, file, name=name, description=told, words=words)
        return file.getvalue()
    return calendar.empty(name)


def _narrow(db: Database, matching: tuple[str, dict[str, str]] | None) -> int:
    """Leave in `temp.exported` what matches, the latest of it; how many reports matched."""
    if matching:
        words, parameters = matching
        db.execute(
            "DELETE FROM temp.exported WHERE activity_id NOT IN"  # noqa: S608 - our own words
            f" (SELECT activities.id FROM activities WHERE {words})",
            parameters,
        )
    (total,) = db.execute("SELECT count(*) FROM temp.exported").fetchone()
    if total > MOST_REPORTS:
        db.execute(
            "DELETE FROM temp.exported WHERE activity_id NOT IN (SELECT activity_id"
            " FROM temp.exported JOIN activities ON activities.id = activity_id"
            " ORDER BY start_date DESC, activity_id DESC LIMIT ?)",
            (MOST_REPORTS,),
        )
    return int(total)
