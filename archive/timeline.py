"""One page through time: all its captures, from wherever they came, under whichever address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from rapidfuzz import fuzz, process
from sqlite_utils import Database

from archive.addresses import find_page
from archive.captures import Source
from archive.errors import UsageError
from archive.warc.exchange import Place

_NEAREST = 3
_ALIKE = 60
"""Of 100, below which an address is not like another one."""


class UnknownAddressError(UsageError):
    """An address of which the archive knows no page."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One capture of a page."""

    capture_id: int
    url: str
    """The address that answered."""
    fetched_at: str
    source: Source
    status: int
    payload_digest: str
    place: Place | None
    """Where its body is kept; None where it is kept nowhere."""
    reason: str | None
    """Why no article could be read from it."""
    title: str | None
    text: str | None
    """What it was read to say; None where it is no article."""
    text_digest: str | None
    feeds: bool
    """Whether the facts of the page are read from it."""
    number: int | None
    """Which of the page's versions it is, from 1 in the order of time."""

    @property
    def is_article(self) -> bool:
        """Whether an article was read from it."""
        return self.text_digest is not None

    def says_as(self, other: Moment) -> bool:
        """Whether both were read to say the same."""
        return (self.title, self.text_digest) == (other.title, other.text_digest)


@dataclass(frozen=True, slots=True)
class PageState:
    """What the archive knows of a page now; times are UTC."""

    page_id: int
    url: str
    site: str
    state: str
    """pending, fetched, failed or gone."""
    reason: str | None
    gone_at: str | None
    unlisted_at: str | None
    verified_at: str | None
    title: str | None
    """None where it has no article."""
    extractor_version: str | None
    addresses: tuple[str, ...]
    """Its other addresses."""


def find(db: Database, address: str) -> PageState:
    """The page known under any of its addresses.

    http and https, with and without `www.` and a slash at the end are one address. Raises
    UnknownAddressError, whose message names the nearest known addresses.
    """
    for written in _forms(address.strip()):
        page_id = find_page(db, written)
        if page_id is None:
            row = db.execute(
                "SELECT page_id FROM captures WHERE url = ? AND page_id IS NOT NULL", (written,)
            ).fetchone()
            page_id = row[0] if row else None
        if page_id is not None:
            return _state(db, page_id)
    raise UnknownAddressError(
        f"The archive knows no page at {address}.{_nearest(db, address)}"
        " Its table 'pages' lists all that it knows; 'resilience crawl' finds more."
    )


def of_page(db: Database, page_id: int) -> list[Moment]:
    """All captures of a page, the oldest first, with the numbers of the versions they are."""
    moments = []
    numbers: dict[tuple[str | None, str], int] = {}
    for row in db.execute(
        "SELECT captures.id, captures.url, captures.fetched_at, captures.source, captures.status,"
        ' captures.payload_digest, body.file, body."offset", body.length, captures.reason,'
        " versions.title, versions.text, versions.text_digest,"
        " captures.id IS (SELECT capture_id FROM articles WHERE page_id = captures.page_id)"
        " FROM captures LEFT JOIN versions ON versions.id = captures.version_id"
        " JOIN captures AS body ON body.id = coalesce(captures.original_id, captures.id)"
        " WHERE captures.page_id = ? ORDER BY captures.fetched_at, captures.id",
        (page_id,),
    ):
        *head, file, offset, length, reason, title, text, digest, feeds = row
        place = None if file is None else Place(file, offset, length)
        number = None if digest is None else numbers.setdefault((title, digest), len(numbers) + 1)
        values: list[Any] = [*head, place, reason, title, text, digest, bool(feeds), number]
        moments.append(Moment(*values))
    return moments


def turns(moments: list[Moment]) -> Iterator[list[Moment]]:
    """The captures that are articles, in runs that say the same: a new run is a change."""
    run: list[Moment] = []
    for moment in moments:
        if not moment.is_article:
            continue
        if run and not run[-1].says_as(moment):
            yield run
            run = []
        run.append(moment)
    if run:
        yield run


def _state(db: Database, page_id: int) -> PageState:
    row = db.execute(
        "SELECT pages.id, url, site, state, reason, gone_at, unlisted_at, verified_at, title,"
        " extractor_version FROM pages LEFT JOIN articles ON articles.page_id = pages.id"
        " WHERE pages.id = ?",
        (page_id,),
    ).fetchone()
    others = db.execute(
        "SELECT address FROM page_addresses WHERE page_id = ? ORDER BY address", (page_id,)
    )
    values: list[Any] = [*row, tuple(address for (address,) in others)]
    return PageState(*values)


def _forms(address: str) -> Iterator[str]:
    """The address as it is written, and as others may have written it."""
    yield address
    if "://" not in address:
        address = f"http://{address}"
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    host = parts.netloc.lower().removeprefix("www.")
    path = parts.path.rstrip("/")
    for scheme in ("https", "http"):
        for netloc in (host, f"www.{host}"):
            for written in (f"{path}/", path):
                yield urlunsplit((scheme, netloc, written, parts.query, ""))


def _nearest(db: Database, address: str) -> str:
    known = (
        row[0]
        for row in db.execute("SELECT url FROM pages UNION SELECT address FROM page_addresses")
    )
    found = process.extract(address, known, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_ALIKE)
    if not found:
        return ""
    return f" The nearest that it knows: {', '.join(url for url, _, _ in found)}."
