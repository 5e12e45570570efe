"""Storing a page: what was served, its article, its activity and facts, in one transaction."""

from __future__ import annotations

import base64
import hashlib
import json
import sqlite3
from dataclasses import dataclass
from typing import Any, Literal

from sqlite_utils import Database

from archive import facts, rows, versions
from archive.addresses import Addresses, find_page, settle
from archive.errors import ArchiveError
from archive.frontier import record_failure, record_visit
from archive.records import EXTRACTOR_VERSION, Record
from archive.storage import transaction
from archive.versions import Version

Outcome = Literal["new", "changed", "unchanged"]


@dataclass(frozen=True, slots=True)
class Payload:
    """A body that is kept elsewhere, by its digests; `length` in bytes."""

    sha1: str
    """Base32, capital letters, as WARC files write it."""
    sha256: str
    """Hexadecimal."""
    length: int


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
    media_type: str
    body: bytes | Payload
    crawl_id: int | None
    """None where no crawl had it: a saved file, a new reading of an old capture."""
    addresses: tuple[str, ...] = ()
    """Other addresses of the page: its shortlink, the redirects on the way."""
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
    before, and stays known as a version of its own; without a crawl, that its facts are read
    otherwise is a change too. `unchanged`: it says the same. Facts that are read otherwise than
    before are replaced in any case, others are not touched. The same record and fetch once more
    change nothing. Raises ArchiveError where the database refuses.
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


def article_digest(record: Record) -> str:
    """SHA-256 of what the record says, its own addresses apart, and of the extractor's version.

    Addresses differ between two visits to one post; what the archive holds of it does not.
    """
    content = record.to_dict()
    for address in ("url", "canonical_url"):
        del content["article"][address]
    return _sha256(_canonical_json([EXTRACTOR_VERSION, content]))


def _store(db: Database, record: Record, fetch: Fetch) -> Outcome:
    digest = article_digest(record)
    text_digest = rows.text_digest(record.article.text)
    canonical = record.article.canonical_url
    addresses = Addresses(
        fetch.url,
        fetch.requested_url,
        None if canonical is None else rows.storable(canonical),
        tuple(map(rows.storable, fetch.addresses)),
    )
    page_id = settle(
        db,
        addresses,
        site=fetch.site,
        title=rows.storable(record.article.title),
        text_digest=text_digest,
        crawl_id=fetch.crawl_id,
    )
    (known_digest,) = db.execute(
        "SELECT article_digest FROM pages WHERE id = ?", (page_id,)
    ).fetchone()
    if known_digest != digest:
        facts.replace_facts(db, page_id, record)
    version = Version(
        fetch.fetched_at,
        rows.storable(record.article.title),
        rows.storable(record.article.text),
        text_digest,
    )
    differs = versions.note(db, page_id, version, crawl_id=fetch.crawl_id)
    # A crawl tells what the site did, a new reading of what is had what the rules did.
    rules_alone = fetch.crawl_id is None and known_digest != digest
    outcome = _outcome(known_digest, differs=differs or rules_alone)
    _update_page(db, page_id, fetch, digest)
    _insert_capture(db, page_id, fetch)
    record_visit(
        db,
        page_id,
        outcome=outcome,
        http_status=fetch.http_status,
        reason=None,
        crawl_id=fetch.crawl_id,
    )
    _note_abandoned(db, page_id, fetch)
    return outcome


def _outcome(known_digest: str | None, *, differs: bool) -> Outcome:
    if known_digest is None:
        return "new"
    return "changed" if differs else "unchanged"


def _update_page(db: Database, page_id: int, fetch: Fetch, digest: str) -> None:
    db.execute(
        "UPDATE pages SET state = 'fetched', fetched_at = :fetched_at, verified_at = :fetched_at,"
        " http_status = :http_status, reason = NULL, attempts = attempts + 1, failures = 0,"
        " next_try_at = NULL, gone_at = NULL, etag = :etag, last_modified = :last_modified,"
        " site_modified_at = coalesce(:modified, site_modified_at),"
        " site_published_at = coalesce(:published, site_published_at),"
        " last_crawl_id = coalesce(:crawl_id, last_crawl_id), article_digest = :digest"
        " WHERE id = :page_id",
        {
            "fetched_at": fetch.fetched_at,
            "http_status": fetch.http_status,
            "etag": fetch.etag,
            "last_modified": fetch.last_modified,
            "modified": fetch.modified,
            "published": fetch.published,
            "crawl_id": fetch.crawl_id,
            "digest": digest,
            "page_id": page_id,
        },
    )


def _insert_capture(db: Database, page_id: int, fetch: Fetch) -> None:
    payload = _payload(fetch.body) if isinstance(fetch.body, bytes) else fetch.body
    db.execute(
        "INSERT INTO captures (page_id, crawl_id, url, fetched_at, status, media_type,"
        " payload_digest, payload_sha256, payload_length) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (page_id, url, fetched_at, payload_digest) DO NOTHING",
        (
            page_id,
            fetch.crawl_id,
            fetch.url,
            fetch.fetched_at,
            fetch.http_status,
            fetch.media_type,
            f"sha1:{payload.sha1}",
            payload.sha256,
            payload.length,
        ),
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


def _payload(body: bytes) -> Payload:
    sha1 = hashlib.sha1(body, usedforsecurity=False).digest()
    return Payload(base64.b32encode(sha1).decode(), hashlib.sha256(body).hexdigest(), len(body))


def _canonical_json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
