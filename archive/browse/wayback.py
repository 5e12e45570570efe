"""Where the Wayback Machine may have a page as it was at a time.

An address without the exact time of a capture leads to the capture nearest to it
(https://archive.org/help/wayback_api.php).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from archive.reports.links import web_address

_MACHINE = "https://web.archive.org/web/"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def address(url: str, *times: str | None) -> str | None:
    """The page at the first of the times that is known, ISO 8601; None where `url` is no link.

    >>> address("https://kota.example/a/", None, "2019-03-06T01:02:03Z")
    'https://web.archive.org/web/20190306010203/https://kota.example/a/'
    """
    target = web_address(url)
    if target is None:
        return None
    stamp = next((stamped for time in times if time and (stamped := _stamp(time))), "2")
    return f"{_MACHINE}{stamp}/{target}"


def _stamp(time: str) -> str:
    """A time as fourteen digits in UTC, a day as eight; empty for what is neither."""
    if _DAY.fullmatch(time):
        return time.replace("-", "")
    try:
        when = datetime.fromisoformat(time)
        at = when.astimezone(UTC) if when.tzinfo else when
    except (ValueError, OverflowError):
        return ""
    return f"{at.year:04}{at:%m%d%H%M%S}"
