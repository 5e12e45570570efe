"""One report of an activity: its facts beside the words that state them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlite_utils import Database

from archive import corrections, query, versions
from archive.browse import changes, corrected, highlighting, kept, wayback
from archive.browse.answering import Values
from archive.browse.asked import Asked
from archive.browse.proofs import proofs
from archive.errors import UsageError

_SECTORS = (
    *("government", "international", "academia", "ngo", "private", "community", "media"),
    "none",
)
"""The order in which the organizations are shown."""
_MOST = 20
"""So many kept captures and changes of the page are named."""


def load(db: Database, asked: Asked) -> Values | None:
    """All facts of the report that the address names, and its text cut at their words."""
    try:
        detail = query.activity(db, asked.number("id"))
    except UsageError:
        return None
    row, captures = detail.row, _captures(db, detail.page_id)
    kept_at = captures[0]["fetched_at"] if captures else None
    return {
        "detail": detail,
        "row": row,
        "lines": highlighting.lines(detail.text, proofs(detail)),
        "sectors": _by_sector(detail.organizations),
        "corrections": corrected.told(corrections.of_page(db, detail.page_id), asked.language),
        "captures": captures if captures and kept.is_here(db, captures[0]["file"]) else [],
        "wayback": wayback.address(row.url, kept_at, row.published_at, row.start_date),
        "changes": _changes(db, detail),
    }


def _by_sector(
    organizations: tuple[query.OrganizationFact, ...],
) -> list[tuple[str, list[tuple[int, query.OrganizationFact]]]]:
    """(sector, its organizations with their places in the list of facts)."""
    gathered: dict[str, list[tuple[int, query.OrganizationFact]]] = defaultdict(list)
    for place, organization in enumerate(organizations):
        gathered[organization.sector or "none"].append((place, organization))
    return [(sector, gathered[sector]) for sector in _SECTORS if sector in gathered]


def _captures(db: Database, page_id: int) -> list[dict[str, Any]]:
    """The kept captures of the page that were read to say something, the latest first."""
    return list(
        db.query(
            "SELECT id, fetched_at, source, file FROM captures"
            " WHERE page_id = ? AND file IS NOT NULL AND version_id IS NOT NULL"
            " ORDER BY fetched_at DESC, id DESC LIMIT ?",
            [page_id, _MOST],
        )
    )


def _changes(db: Database, detail: query.ActivityDetail) -> list[changes.Change]:
    """What the page changed, the latest first; nothing where it always said the same."""
    if detail.versions_count < 2:  # noqa: PLR2004 - one text is no history
        return []
    return changes.changes(versions.of_page(db, detail.page_id))[:_MOST]
