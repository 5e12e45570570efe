"""The one form of time of captures and runs: UTC, ISO 8601 with Z, whole seconds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def utc_now() -> str:
    """The present time, such as `2018-10-25T09:41:08Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def later(*, hours: int) -> str:
    """The time so many hours from now; before now for a negative number."""
    return (datetime.now(UTC) + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")
