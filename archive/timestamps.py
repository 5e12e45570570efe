"""The one form of time of captures and runs: UTC, ISO 8601 with Z, whole seconds."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> str:
    """The present time, such as `2018-10-25T09:41:08Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
