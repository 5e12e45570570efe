"""What an answer to a request for a file is: the file, or what instead. Pure."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Literal

from crawler import reasons
from crawler.documents.sniffing import Kind, sniff
from crawler.files import hosts
from crawler.spiders import impostors

Verdict = Literal["file", "unchanged", "gone", "failed", "busy", "refused", "forbidden", "link"]
"""`busy`: a trouble that passes; `forbidden`: what the owner does not give; `link`: no file."""

_OK = 200
_NOT_MODIFIED = 304
_GONE = frozenset((404, 410))
_SIGN_IN = frozenset((401, 407))
_FORBIDDEN = frozenset((402, 403, 451))
_BUSY = 429
_SERVER_ERRORS = 500
_HEAD = 200_000
_LONGEST_TITLE = 120
_TITLE = re.compile(rb"<title[^<>]{0,200}>([^<]{0,500})", re.IGNORECASE)
_PASSWORD = re.compile(rb"<input\b[^<>]{0,500}?\btype\s*=\s*[\"']?password\b", re.IGNORECASE)

_BUSY_ERRORS = frozenset(
    (
        *("DownloadTimeoutError", "ResponseDataLossError", "DownloadFailedError"),
        "AskedToWaitError",
    )
)


@dataclass(frozen=True, slots=True)
class Judged:
    """What an answer is, in a word and in a sentence."""

    verdict: Verdict
    said: str
    kind: Kind | None = None
    """Of a file: its type by content."""


def judge(status: int, body: bytes, link: str) -> Judged:
    """What an answer with this HTTP status and body is; `link` is the address that a post gives."""
    if status == _NOT_MODIFIED:
        return Judged("unchanged", "The file is as it was.")
    if status != _OK:
        return _of_status(status, link)
    return _of_body(body, link) if body else Judged("failed", "The answer is empty.")


def judge_error(error: BaseException, url: str) -> Judged:
    """The same where no answer came."""
    said = reasons.of_exception(error, url)
    if "robots.txt" in said:
        return Judged(_closed(url), said)
    if "larger than the crawler takes" in said:
        return Judged("refused", said)
    busy = type(error).__name__ in _BUSY_ERRORS
    return Judged("busy" if busy else "failed", said)


def _of_body(body: bytes, link: str) -> Judged:
    kind = sniff(body)
    if kind.type == "html":
        return _of_page(body, link)
    types, media_types = hosts.kept()
    if kind.type in types or kind.media_type in media_types:
        return Judged("file", f"A file of {len(body)} bytes, {kind.media_type}.", kind)
    if kind.type == "unknown":
        return Judged("refused", "The content is of no type that the archive keeps.")
    return Judged("refused", f"The file is {kind.media_type}, which the archive does not keep.")


def _of_status(status: int, link: str) -> Judged:
    said = reasons.of_status(status).replace("The site", "The host", 1)
    said = said.replace("the page is not", "the file is not").replace("of a page", "of a file")
    if status in _GONE:
        return Judged("gone", said)
    if status in _SIGN_IN:
        return Judged("link", said.replace("does not let the crawler read", "asks to sign in for"))
    if status in _FORBIDDEN:
        return Judged(_closed(link), said)
    busy = status == _BUSY or status >= _SERVER_ERRORS
    return Judged("busy" if busy else "failed", said)


def _closed(url: str) -> Verdict:
    """What a file comes to that its owner does not give: on a host for sharing it is just a link."""
    return "link" if hosts.recognise(url).host.hosts else "forbidden"


def _of_page(body: bytes, link: str) -> Judged:
    """A page where a file should be: a form to sign in, an error in words, or just a page."""
    head = body[:_HEAD]
    instead = impostors.what_instead(head)
    if _PASSWORD.search(head) or (instead is not None and "sign in" in instead):
        return Judged("link", "The host answers with a form to sign in instead of the file.")
    if instead is not None:
        return Judged("gone", instead)
    title = _title(head)
    named = f", {title!r}" if title else ""
    host, direct = hosts.recognise(link)
    # A download that was made of the link gives a file, unless something is wrong for now.
    if hosts.promises_file(link) or host.kind == "upload" or direct not in {None, link}:
        return Judged("failed", f"The answer is a web page{named} instead of the file.")
    return Judged("link", f"The address is that of a web page{named}, which offers no file itself.")


def _title(head: bytes) -> str:
    found = _TITLE.search(head)
    words = html.unescape(found[1].decode("utf-8", "replace")) if found else ""
    return " ".join(words.split())[:_LONGEST_TITLE]
