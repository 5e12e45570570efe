"""Why a page could not be had, in a sentence that a person can act on."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlsplit

_GONE = frozenset((404, 410))
_REFUSED = frozenset((401, 403))
_TOO_MANY_REQUESTS = 429
_SERVER_ERRORS = 500

# By the names of Scrapy's exceptions, so that this needs no import of Scrapy.
_BY_EXCEPTION = {
    "CannotResolveHostError": "The name {host} cannot be resolved",
    "DownloadConnectionRefusedError": "{host} refuses the connection",
    "DownloadTimeoutError": "{host} did not answer in time",
    "DownloadCancelledError": "The answer of {host} is larger than the crawler takes",
    "ResponseDataLossError": "The answer of {host} broke off",
    "AskedToWaitError": "{host} asks the crawler to come back much later",
    "UnsupportedURLSchemeError": "The address is neither http nor https",
}
_ADVICE = {
    "CannotResolveHostError": "check its spelling and your network, or try again later",
    "DownloadConnectionRefusedError": "check the address and its port, or try again later",
    "DownloadTimeoutError": "try again later, or open the address in a browser",
    "robots": "ask the site's owner for leave; the crawler does as robots.txt says",
}
_OTHER_ADVICE = "open the address in a browser, and try again later"


def of_status(status: int) -> str:
    """Why an answer of this HTTP status is no page."""
    phrase = next((known.phrase for known in HTTPStatus if known == status), "no known status")
    said = f"The site answered {status} ({phrase})"
    if status in _GONE:
        return f"{said}: the page is not there, or no longer."
    if status in _REFUSED:
        return f"{said}: it does not let the crawler read this."
    if status == _TOO_MANY_REQUESTS:
        return f"{said}: it was asked too often."
    if status >= _SERVER_ERRORS:
        return f"{said}, also when asked again."
    return f"{said} instead of a page."


def of_exception(error: BaseException, url: str) -> str:
    """Why no answer came at all from `url`."""
    return f"{_what(error, url)}."


def of_unreachable(error: BaseException, url: str) -> str:
    """Why a site's first page could not be asked for, and what to try."""
    kind = "robots" if _is_forbidden(error) else type(error).__name__
    advice = _ADVICE.get(kind, _OTHER_ADVICE)
    return f"{url} could not be reached. {_what(error, url)}; {advice}."


def of_unreadable(trouble: str, url: str) -> str:
    """Why a site's first page is of no use, and what to try."""
    return f"{url} could not be read. {trouble.rstrip('.')}; {_OTHER_ADVICE}."


def _what(error: BaseException, url: str) -> str:
    host = urlsplit(url).netloc
    if _is_forbidden(error):
        return f"robots.txt of {host} forbids it"
    name = type(error).__name__
    # Scrapy drops what unpacks to too much by the same exception as what robots.txt forbids.
    said = _BY_EXCEPTION.get("DownloadCancelledError" if name == "IgnoreRequest" else name)
    if said:
        return said.format(host=host)
    detail = " ".join(str(error).split())[:200].rstrip(".")
    return f"No answer came from {host} ({detail or type(error).__name__})"


def _is_forbidden(error: BaseException) -> bool:
    return type(error).__name__ == "IgnoreRequest" and "robots.txt" in str(error)
