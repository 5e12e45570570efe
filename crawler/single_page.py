"""One page that a person names: a file, standard input, or an address fetched once."""

from __future__ import annotations

import http.client
import sys
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from archive.errors import ResilienceError, UsageError
from crawler import reasons
from crawler.article import metadata
from crawler.article.marks import Marks
from crawler.article.markup import parse
from crawler.discovery import addresses
from crawler.user_agent import user_agent

_SECONDS = 30
_MOST_BYTES = 16 * 1024 * 1024
_TRY = "Check the address in a browser, or save the page there and give the file."
_HTML = ("text/html", "application/xhtml+xml")


class UnreadablePageError(ResilienceError):
    """A page that could not be had, or is none."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page's bytes, and where they are from."""

    body: bytes
    url: str


def load(source: str, *, contact: str) -> SavedPage:
    """The page at a path, an http or https address, or `-` for standard input.

    Raises UnreadablePageError or UsageError, whose message says what to do.
    """
    if source == "-":
        return SavedPage(_filled(sys.stdin.buffer.read(_MOST_BYTES + 1), "Standard input"), "")
    if "://" in source:
        return _fetch(source, contact)
    return _read(Path(source))


def own_address(body: bytes) -> str | None:
    """The address that a page calls its own in `<link rel=canonical>`; None where it has none."""
    root = parse(body)
    named = metadata.canonical_of(root, Marks(root), "")
    return addresses.canonical(named) if named else None


def _read(path: Path) -> SavedPage:
    if path.is_dir():
        raise UsageError(f"{path} is a folder. Name one saved page in it, such as page.html.")
    try:
        with path.open("rb") as file:
            body = file.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadablePageError(
            f"There is no file {path}. Check its name, or give the page's http address."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadablePageError(
            f"The file {path} cannot be read: {reason}. Check its rights, or name another one."
        ) from error
    return SavedPage(_filled(body, str(path)), path.resolve().as_uri())


def _fetch(source: str, contact: str) -> SavedPage:
    url = addresses.canonical(source)
    if url is None:
        scheme = urlsplit(source).scheme or "no scheme"
        raise UsageError(
            f"{source} cannot be fetched ({scheme}). Give an http or https address,"
            " the path of a saved page, or - for standard input."
        )
    headers = {"User-Agent": user_agent(contact), "Accept": ", ".join(_HTML)}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - canonical() is http alone
    try:
        with _opener().open(request, timeout=_SECONDS) as response:
            kind = response.headers.get_content_type()
            final, body = response.url, response.read(_MOST_BYTES + 1)
    except urllib.error.HTTPError as error:
        error.close()
        raise UnreadablePageError(f"{url}: {reasons.of_status(error.code)} {_TRY}") from error
    except (OSError, http.client.HTTPException) as error:
        cause = getattr(error, "reason", None) or error
        reason = getattr(cause, "strerror", None) or cause
        raise UnreadablePageError(f"{url} could not be reached: {reason}. {_TRY}") from error
    if kind not in _HTML:
        raise UnreadablePageError(f"{url} is no HTML page; it is {kind}. Give a page's address.")
    return SavedPage(_filled(body, url), final)


def _opener() -> urllib.request.OpenerDirector:
    """Opens http and https alone, so that no redirect leads to a file of this machine."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _filled(body: bytes, name: str) -> bytes:
    if not body.strip():
        raise UnreadablePageError(f"{name} is empty. Save the page again, or give another one.")
    if len(body) > _MOST_BYTES:
        raise UnreadablePageError(
            f"{name} is larger than {_MOST_BYTES >> 20} MB. Give the page alone, without its files."
        )
    return body
