"""Storing a page: what was served, its article, its activity and facts, in one transaction."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import dataclass
from typing import Any, Literal

from sqlite_utils import Database

from archive import captures, rows, versions
from archive.addresses import Addresses, find_page, settle
from archive.corrections import keeping
from archive.errors import ArchiveError
from archive.frontier import record_failure, record_visit
from archive.records import EXTRACTOR_VERSION, Record
from archive.storage import transaction
from archive.versions import Noted, Version

Outcome = Literal["new", "changed", "unchanged"]


@dataclass(frozen=True, slots=True)
class Fetch:
    """How a page was had: the response apart from what its article says."""

    url: str
    """The final address, after redirects."""
    requested_url: str
    site: str
    fetched_at: str
    """UTC, ISO 8601 with Z."""
    http_status: int
    capture_id: int
    """The capture that holds what was served."""
    crawl_id: int | None
    """None where no crawl had it: an import."""
    is_live: bool = True
    """Whether it came from the site itself; a memento or an import tells nothing of its state."""
    addresses: tuple[str, ...] = ()
    """Other addresses of the page: its shortlink, the redirects on the way."""
    is_same: bool = False
    """Whether it is certainly the page known at `requested_url`, whatever its article says."""
    modified: str | None = None
    """When the page was last edited, as a list of the site told before it was asked for; UTC."""
    published: str | None = None
    """When it was published, likewise."""
    etag: str | None = None
    last_modified: str | None = None
    """The response's validators, RFC 9110, section 8.8."""


def store_page(db: Database, record: Record, fetch: Fetch) -> Outcome:
    """Store a page and all its facts, or nothing; what it meant for the archive.

    `new`: the page had no article before. `changed`: its article says something else than
    before, and stays known as a version of its own; of the same capture, that its facts are read
    otherwise is a change too. `unchanged`: it says the same. Facts that are read otherwise than
    before are replaced in any case, others are not touched. The same record and fetch once more
    change nothing. A capture older than the one that the facts are read from adds to the page's
    history alone. Raises ArchiveError where the database refuses.
    """
    try:
        with transaction(db):
            return _store(db, record, fetch)
    except (sqlite3.Error, OverflowError) as error:
        raise ArchiveError(
            f"The page {fetch.url} cannot be stored: {error}."
            " Nothing of it was written; check the space and rights of the archive's folder"
            " and crawl again."
        ) from error


def article_digest(record: Record, *, version: str | None = None) -> str:
    """SHA-256 of what the record says, its own addresses apart, and of the extractor's version.

    Addresses differ between two visits to one post; what the archive holds of it does not.
    The version is this one's unless another is given.
    """
    content = record.to_dict()
    for address in ("url", "canonical_url"):
        del content["article"][address]
    return _sha256(_canonical_json([version or EXTRACTOR_VERSION, content]))


def store_reading(db: Database, record: Record, *, page_id: int, capture_id: int) -> Outcome:
    """Store what a page's present capture is read to be by today's rules, or nothing.

    `changed` where that differs from what the archive had, else `unchanged`. The visits and the
    state of the page are not touched. Raises ArchiveError where the database refuses.
    """
    try:
        with transaction(db):
            known = _present(db, page_id)
            _take(db, page_id, record, capture_id=capture_id, crawl_id=None)
            versions.remove_unseen(db, page_id)
    except (sqlite3.Error, OverflowError) as error:
        raise ArchiveError(
            f"The new reading of {record.article.url} cannot be stored: {error}."
            " Nothing of it was written; check the space and rights of the archive's folder."
        ) from error
    same = known is not None and known.article_digest == article_digest(record)
    return "unchanged" if same else "changed"


@dataclass(frozen=True, slots=True)
class _Present:
    """What the facts of a page are read from now."""

    article_digest: str | None
    capture_id: int | None
    fetched_at: str
    title: str
    text_digest: str


def _store(db: Database, record: Record, fetch: Fetch) -> Outcome:
    title = rows.storable(record.article.title)
    text_digest = rows.text_digest(record.article.text)
    canonical = record.article.canonical_url
    addresses = Addresses(
        fetch.url,
        fetch.requested_url,
        None if canonical is None else rows.storable(canonical),
        tuple(map(rows.storable, fetch.addresses)),
        is_same=fetch.is_same,
    )
    page_id = settle(
        db,
        addresses,
        site=fetch.site,
        title=title,
        text_digest=text_digest,
        crawl_id=fetch.crawl_id,
    )
    present = _present(db, page_id)
    captures.assign(db, fetch.capture_id, page_id)
    if present is not None and fetch.fetched_at < present.fetched_at:
        noted = _note_version(
            db, page_id, record, capture_id=fetch.capture_id, crawl_id=fetch.crawl_id
        )
        outcome: Outcome = "changed" if noted.is_new else "unchanged"
    else:
        outcome = _outcome(present, record, capture_id=fetch.capture_id)
        _take(db, page_id, record, capture_id=fetch.capture_id, crawl_id=fetch.crawl_id)
        (_update_page if fetch.is_live else _update_page_from_elsewhere)(db, page_id, fetch)
    record_visit(
        db,
        page_id,
        outcome=outcome,
        http_status=fetch.http_status,
        reason=None,
        crawl_id=fetch.crawl_id,
    )
    if fetch.is_live:
        _note_abandoned(db, page_id, fetch)
    return outcome


def _present(db: Database, page_id: int) -> _Present | None:
    row = db.execute(
        "SELECT article_digest, capture_id, coalesce(captures.fetched_at, pages.fetched_at, ''),"
        " title, text_digest FROM articles JOIN pages ON pages.id = articles.page_id"
        " LEFT JOIN captures ON captures.id = capture_id WHERE articles.page_id = ?",
        (page_id,),
    ).fetchone()
    return None if row is None else _Present(*row)


def _outcome(present: _Present | None, record: Record, *, capture_id: int) -> Outcome:
    """Another capture tells what the site did, a new reading of the same one what the rules did."""
    if present is None:
        return "new"
    if present.capture_id == capture_id:
        return "unchanged" if present.article_digest == article_digest(record) else "changed"
    title, digest = rows.storable(record.article.title), rows.text_digest(record.article.text)
    return "unchanged" if (present.title, present.text_digest) == (title, digest) else "changed"


def _take(
    db: Database, page_id: int, record: Record, *, capture_id: int, crawl_id: int | None
) -> None:
    """Make the record, read from that capture, what the page says; equal facts stay untouched."""
    digest = article_digest(record)
    (known,) = db.execute("SELECT article_digest FROM pages WHERE id = ?", (page_id,)).fetchone()
    if known != digest:
        keeping.take(db, page_id, record)
        db.execute("UPDATE pages SET article_digest = ? WHERE id = ?", (digest, page_id))
    db.execute("UPDATE articles SET capture_id = ? WHERE page_id = ?", (capture_id, page_id))
    _note_version(db, page_id, record, capture_id=capture_id, crawl_id=crawl_id)


def _note_version(
    db: Database, page_id: int, record: Record, *, capture_id: int, crawl_id: int | None
) -> Noted:
    (fetched_at,) = db.execute(
        "SELECT fetched_at FROM captures WHERE id = ?", (capture_id,)
    ).fetchone()
    version = Version(
        fetched_at,
        rows.storable(record.article.title),
        rows.storable(record.article.text),
        rows.text_digest(record.article.text),
    )
    return versions.note(db, page_id, version, capture_id=capture_id, crawl_id=crawl_id)


def _update_page(db: Database, page_id: int, fetch: Fetch) -> None:
    db.execute(
        "UPDATE pages SET state = 'fetched', fetched_at = :fetched_at, verified_at = :fetched_at,"
        " http_status = :http_status, reason = NULL, attempts = attempts + 1, failures = 0,"
        " next_try_at = NULL, gone_at = NULL, etag = :etag, last_modified = :last_modified,"
        " site_modified_at = coalesce(:modified, site_modified_at),"
        " site_published_at = coalesce(:published, site_published_at),"
        " last_crawl_id = coalesce(:crawl_id, last_crawl_id) WHERE id = :page_id",
        {
            "fetched_at": fetch.fetched_at,
            "http_status": fetch.http_status,
            "etag": fetch.etag,
            "last_modified": fetch.last_modified,
            "modified": fetch.modified,
            "published": fetch.published,
            "crawl_id": fetch.crawl_id,
            "page_id": page_id,
        },
    )


def _update_page_from_elsewhere(db: Database, page_id: int, fetch: Fetch) -> None:
    """A page that the site itself has never served is now had; any other stays in its state."""
    db.execute(
        "UPDATE pages SET state = CASE state WHEN 'pending' THEN 'fetched' ELSE state END,"
        " http_status = CASE state WHEN 'pending' THEN :http_status ELSE http_status END,"
        " fetched_at = :fetched_at, verified_at = max(:fetched_at, coalesce(verified_at, '')),"
        " last_crawl_id = coalesce(:crawl_id, last_crawl_id) WHERE id = :page_id",
        {
            "fetched_at": fetch.fetched_at,
            "http_status": fetch.http_status,
            "crawl_id": fetch.crawl_id,
            "page_id": page_id,
        },
    )


def _note_abandoned(db: Database, page_id: int, fetch: Fetch) -> None:
    """A page whose address now leads to another article failed; what it held stays."""
    requested = find_page(db, fetch.requested_url)
    if requested is not None and requested != page_id:
        record_failure(
            db,
            requested,
            reason=f"The address now leads to another article: {fetch.url}",
            http_status=fetch.http_status,
            crawl_id=fetch.crawl_id,
        )


def _canonical_json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
