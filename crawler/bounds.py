"""What a person limits a crawl to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The limits of one run; none by default."""

    since: str | None = None
    """ISO date: posts that the site tells to be older are left alone."""
    limit: int | None = None
    """The most pages to ask for; those beyond stay for the next run."""
    dry_run: bool = False
    """Only lists are read: what would be asked for is told, and nothing is kept."""
