"""Where a page that a browser or a mirroring tool saved was, and when. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from crawler.article import metadata
from crawler.article.marks import Marks
from crawler.article.markup import parse
from crawler.discovery import addresses

_HEAD = 20_000
"""Bytes of a page in which the tool that saved it has left its comment."""
# Browsers since Internet Explorer 4 ("mark of the web"); the number is the address' length.
_SAVED_FROM = re.compile(rb"<!--\s{0,9}saved from url=\(\d{1,6}\)([^\s>]{1,2000})\s{0,9}-->")
# The browser extension SingleFile.
_SINGLE_FILE = re.compile(
    rb"<!--\s{0,9}Page saved with SingleFile\s{1,9}url:\s{0,9}(\S{1,2000})"
    rb"\s{1,9}saved date:\s{0,9}([^\r\n(]{10,60})"
)
# HTTrack Website Copier; its address has no scheme.
_MIRRORED = re.compile(
    rb"<!-- Mirrored from ([^\s>]{1,2000}) by HTTrack[^>]{0,200}?, ([^,>]{3}, [^,>]{20,30} GMT) -->"
)
_SINGLE_FILE_DATE = "%a %b %d %Y %H:%M:%S GMT%z"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a saved page says of where it comes from."""

    url: str | None
    """In canonical form; None where it does not say."""
    saved_at: datetime | None
    """With its zone; None where it does not say."""


def origin_of(body: bytes) -> Origin:
    """The page's address and the time of saving, as far as it tells them.

    The comment of the tool that saved it tells where it was served from; what the page calls
    its own address (`link rel=canonical`, `og:url`) is taken where there is no such comment.
    """
    head = body[:_HEAD]
    if found := _SINGLE_FILE.search(head):
        return Origin(_address(found[1]), _moment(found[2], _SINGLE_FILE_DATE))
    if found := _MIRRORED.search(head):
        return Origin(_address(b"http://" + found[1]), _mail_date(found[2]))
    if (found := _SAVED_FROM.search(head)) and (url := _address(found[1])):
        return Origin(url, None)
    root = parse(body)
    named = metadata.canonical_of(root, Marks(root), "")
    return Origin(addresses.canonical(named) if named else None, None)


def _address(written: bytes) -> str | None:
    return addresses.canonical(written.decode("utf-8", "replace"))


def _moment(written: bytes, form: str) -> datetime | None:
    try:
        return datetime.strptime(written.decode("ascii", "replace").strip(), form)  # noqa: DTZ007 - the form has the zone
    except ValueError:
        return None


def _mail_date(written: bytes) -> datetime | None:
    try:
        moment = parsedate_to_datetime(written.decode("ascii", "replace"))
    except (ValueError, TypeError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
