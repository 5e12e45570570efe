"""The moments that sitemaps, feeds and REST interfaces write, in one form that can be compared."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST = 64


def universal(written: str | None) -> str | None:
    """UTC with seconds (`2018-10-25T09:41:08Z`), a date alone as it is; None for anything else.

    Takes W3C datetimes (sitemaps, Atom), RFC 822 dates (RSS), and times without an offset,
    which REST's `_gmt` fields write and which are UTC.
    """
    text = (written or "").strip()[:_LONGEST]
    if _DATE.fullmatch(text):
        return text if _is_date(text) else None
    moment = _w3c(text) or _internet(text)
    if moment is None:
        return None
    try:
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (OverflowError, ValueError):
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _w3c(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _internet(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
