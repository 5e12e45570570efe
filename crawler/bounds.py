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
    captured_from: str | None = None
    """ISO date: captures of a Wayback Machine made before it are left alone."""
    captured_to: str | None = None
    """ISO date: likewise those made after it."""
    file_bytes: int = 100 * 1000 * 1000
    """A file that is larger is not kept."""
    run_bytes: int = 2 * 1000 * 1000 * 1000
    """Once so much has come, the files that are left wait for the next run."""
