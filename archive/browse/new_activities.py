"""The activities that the archive had last, as an Atom feed."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from sqlite_utils import Database

from archive.browse import arrivals, atom
from archive.browse.arrivals import Arrival
from archive.browse.asked import Asked
from archive.browse.dates import days
from archive.browse.following import Wanted, address, title
from archive.reports.links import web_address
from archive.timestamps import utc_now

MOST_ENTRIES = 50
_SUMMARY = 400
"""Characters of an article in the summary of an entry."""


def feed(db: Database, wanted: Wanted) -> bytes:
    """The document. Raises QueryError for words that cannot be asked for."""
    asked = wanted.asked
    found = arrivals.newest(
        db, limit=MOST_ENTRIES, query=wanted.query or None, **wanted.filters.selected
    )
    entries = tuple(_entry(wanted, one) for one in found)
    page = "search" if wanted.query else "activities"
    return atom.document(
        atom.Feed(
            address=address(wanted, asked.path),
            page=address(wanted, f"{asked.base}{page}"),
            title=title(db, wanted, "feed.new"),
            author=asked.language.say("site"),
            language=asked.language.code,
            updated=max((one.updated for one in entries), default=_last_crawl(db)),
            entries=entries,
        )
    )


def _entry(wanted: Wanted, found: Arrival) -> atom.Entry:
    row, asked = found.row, wanted.asked
    label = asked.language.label(row.type)
    types = wanted.absolute(f"{asked.base}activities?type=")
    return atom.Entry(
        id=uuid5(NAMESPACE_URL, row.url).urn,
        title=row.title or found.heading or asked.language.say("untitled"),
        address=wanted.absolute(f"{asked.base}activity/{row.activity_id}"),
        published=found.arrived_at,
        updated=found.changed_at,
        summary=_summary(found, label, asked),
        source=web_address(row.url),
        categories=(atom.Category(row.type, label, types),),
    )


def _summary(found: Arrival, label: str, asked: Asked) -> str:
    """What it was, when, where and how many came; then how the article begins."""
    row = found.row
    when = asked.language.say("undated")
    if row.start_date:
        when = days(row.start_date, row.end_date, asked.language.code)
    facts = " · ".join(filter(None, (label, when, row.venue, row.place, row.attendance)))
    text = " ".join(found.text.removeprefix(found.heading).split())
    if len(text) > _SUMMARY:
        text = f"{text[:_SUMMARY].rpartition(' ')[0] or text[:_SUMMARY]} …"
    return f"{facts}\n{text}"


def _last_crawl(db: Database) -> str:
    (at,) = db.execute("SELECT max(started_at) FROM crawls").fetchone()
    return at or utc_now()
