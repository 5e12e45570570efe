"""Addresses that a report may link to: those of the web, and no other."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

_ALLOWED = ":/?#[]@!$&'*+,;=%~()"
"""What stays as it is: the reserved characters of RFC 3986, and escapes that are there."""


def web_address(url: str | None) -> str | None:
    """The address, with everything escaped that could end it early; None where it is none.

    An address with another scheme than http or https (`javascript:`, `data:`) is no link.
    """
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return None
    return quote(url, safe=_ALLOWED)
