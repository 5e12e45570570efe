"""Who is who, put together anew at the end of a run. No result of the run hangs on it."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive import identity, storage
from archive.identity import Renewed
from crawler import progress

_MENTIONS = {"people": "mention", "organizations": "mention", "events": "report"}
_PAIRS = dict.fromkeys(_MENTIONS, "pair")
_AGAIN = "the next run puts them together; what this one found is kept."


@dataclass(frozen=True, slots=True)
class Renewal:
    """What became of people, organizations and events at the end of a run."""

    renewed: Renewed | None = None
    """None where it could not be done."""
    trouble: str | None = None
    """Why not, a sentence."""


def renew(db: Database) -> Renewal:
    """Put an archive's people, organizations and events together anew.

    Never raises: a run whose pages are stored is not lost for this. Where it fails or is stopped
    all is as before, and whatever run comes next does it.
    """
    try:
        renewed = identity.renew(db)
    except KeyboardInterrupt:
        return _failed(f"Who is who was not put together, for it was stopped: {_AGAIN}")
    except Exception as error:  # noqa: BLE001 - a fault here must not cost what a run found
        reason = f"{type(error).__name__}: {error}"
        return _failed(f"Who is who could not be put together ({reason}): {_AGAIN}")
    progress.log_event("identities_renewed", **asdict(renewed))
    return Renewal(renewed)


def renew_in(folder: Path) -> Renewal:
    """The same for the archive in a folder."""
    try:
        db = storage.open_archive(folder, create=False)
    except Exception as error:  # noqa: BLE001 - likewise
        return _failed(f"Who is who could not be put together: {error}")
    try:
        return renew(db)
    finally:
        storage.close(db)


def as_words(renewal: Renewal | None, folder: Path) -> list[str]:
    """What a person should know of it, a sentence a line; nothing where nothing changed."""
    if renewal is None:
        return []
    if renewal.renewed is None:
        return [str(renewal.trouble)]
    lines = []
    if moved := _listed(renewal.renewed, "moved", _MENTIONS):
        lines.append(f"Now known to be of another than was thought: {moved}.")
    if doubts := _listed(renewal.renewed, "doubts", _PAIRS):
        lines.append(
            f"One or two, in doubt: {doubts}."
            f" 'resilience identity review --archive {folder}' shows them."
        )
    return lines


def as_fields(renewal: Renewal | None) -> dict[str, Any] | None:
    """The same for programs."""
    return None if renewal is None else asdict(renewal)


def _failed(trouble: str) -> Renewal:
    progress.log_event("identities_not_renewed", trouble, level=logging.WARNING, reason=trouble)
    return Renewal(trouble=trouble)


def _listed(renewed: Renewed, figure: str, units: dict[str, str]) -> str:
    """`2 mentions of people, 1 report of events`: the kinds of which the figure is not zero."""
    counted = [
        (getattr(getattr(renewed, kind), figure), unit, kind) for kind, unit in units.items()
    ]
    return ", ".join(
        f"{number} {unit if number == 1 else unit + 's'} of {kind}"
        for number, unit, kind in counted
        if number
    )
