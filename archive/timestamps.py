"""The one form of time of captures and runs: UTC, ISO 8601 with Z, whole seconds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def utc_now() -> str:
    """The present time, such as `2018-10-25T09:41:08Z`."""
    return written(datetime.now(UTC))


def later(*, hours: int) -> str:
    """The time so many hours from now; before now for a negative number."""
    return written(datetime.now(UTC) + timedelta(hours=hours))


def written(moment: datetime) -> str:
    """A moment, which knows its offset, in this form."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def in_this_form(told: str) -> str:
    """A time that another tool wrote, with parts of seconds or an offset; without one it is UTC.

    What is no time stays as it is.
    """
    try:
        moment = datetime.fromisoformat(told)
        return written(moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment)
    except (ValueError, OverflowError):
        return told


def in_digits(moment: str) -> str:
    """A time of this form as web archives write it: `2018-10-25T09:41:08Z` -> `20181025094108`."""
    return "".join(letter for letter in moment.partition(".")[0] if letter.isdigit())
