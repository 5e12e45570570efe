"""Captures, versions and articles against one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from archive.checks.fault import Check, Fault
from archive.rows import text_digest

_READ_AGAIN = "'resilience reextract --all' reads the page's captures again."
_RESTORE = "Restore archive.db from a backup: another program has changed it."


@dataclass(frozen=True, slots=True)
class _Rule:
    check: Check
    wrong: str
    """Asks for (id, url) of the rows that break it."""
    message: str
    remedy: str


_RULES = (
    _Rule(
        check="captures",
        wrong=(
            "SELECT id, url FROM captures WHERE (file IS NULL) <> (record_type IS NULL)"
            ' OR (file IS NULL) <> ("offset" IS NULL) OR (file IS NULL) <> (length IS NULL)'
            ' OR "offset" < 0 OR length <= 0'
        ),
        message="The place of its record is told in part only.",
        remedy=_RESTORE,
    ),
    _Rule(
        check="captures",
        wrong=(
            "SELECT captures.id, captures.url FROM captures"
            " LEFT JOIN captures AS original ON original.id = captures.original_id"
            " WHERE captures.record_type = 'revisit' AND captures.payload_length > 0"
            " AND (original.file IS NULL OR original.record_type = 'revisit'"
            " OR original.payload_digest <> captures.payload_digest"
            " OR original.payload_sha256 <> captures.payload_sha256)"
        ),
        message="It repeats the body of another capture, and that body is not kept.",
        remedy="Import the web archive or file again that the capture came from.",
    ),
    _Rule(
        check="captures",
        wrong=(
            "SELECT captures.id, captures.url FROM captures JOIN versions ON versions.id = version_id"
            " WHERE captures.page_id IS NOT versions.page_id"
        ),
        message="What it was read to say is a version of another page.",
        remedy=_READ_AGAIN,
    ),
    _Rule(
        check="articles",
        wrong=(
            "SELECT articles.id, pages.url FROM articles JOIN pages ON pages.id = articles.page_id"
            " JOIN captures ON captures.id = capture_id WHERE captures.page_id IS NOT articles.page_id"
        ),
        message="It is read from a capture of another page.",
        remedy=_READ_AGAIN,
    ),
    _Rule(
        check="articles",
        wrong=(
            "SELECT articles.id, pages.url FROM articles JOIN pages ON pages.id = articles.page_id"
            " LEFT JOIN captures ON captures.id = capture_id"
            " LEFT JOIN versions ON versions.id = version_id"
            " WHERE (captures.id IS NULL OR (captures.file IS NOT NULL AND versions.id IS NULL)"
            " OR versions.title <> articles.title OR versions.text_digest <> articles.text_digest)"
        ),
        message="Its text is not what its capture is noted to say.",
        remedy=_READ_AGAIN,
    ),
    _Rule(
        check="articles",
        wrong=(
            "SELECT articles.id, pages.url FROM articles JOIN pages ON pages.id = articles.page_id"
            " JOIN captures AS present ON present.id = capture_id"
            " WHERE EXISTS (SELECT 1 FROM captures AS later WHERE later.page_id = articles.page_id"
            " AND later.version_id IS NOT NULL AND later.version_id IS NOT present.version_id"
            " AND later.fetched_at > present.fetched_at)"
        ),
        message="The page has a newer capture that says something else.",
        remedy=_READ_AGAIN,
    ),
)


def check_history(db: Database) -> Iterator[Fault]:
    """Captures, versions and articles that contradict one another."""
    for rule in _RULES:
        for row, url in db.execute(rule.wrong):
            where = f"{rule.check}, row {row}: {url}"
            yield Fault(rule.check, where, rule.message, rule.remedy)


def check_texts(db: Database) -> Iterator[Fault]:
    """Texts that are not those of which the digest was taken."""
    for table in ("articles", "versions"):
        for row, text, digest in db.execute(f"SELECT id, text, text_digest FROM {table}"):  # noqa: S608 - fixed names
            if text_digest(text) != digest:
                message = "Its text is not the one of which text_digest was taken."
                yield Fault("articles", f"{table}, row {row}", message, _READ_AGAIN)
