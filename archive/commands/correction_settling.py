"""`resilience corrections keep` and `withdraw`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
from sqlite_utils import Database

from archive import storage
from archive.corrections import making, told
from archive.corrections.correction import Correction
from archive.options import WholeNumber, archive_option_of_group, author_option


@click.command("keep")
@click.argument("number", type=WholeNumber())
@author_option
@archive_option_of_group
def keep_command(*, number: int, author: str, folder: Path) -> None:
    """Settle a conflict: the correction stands, whatever the source says now.

    It is in conflict again only when the source changes once more.

    \b
    Example:
      resilience corrections keep 7
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    _settle(folder, lambda db: making.keep(db, number, author))


@click.command("withdraw")
@click.argument("number", type=WholeNumber())
@author_option
@archive_option_of_group
def withdraw_command(*, number: int, author: str, folder: Path) -> None:
    """Take a correction back: what the source says counts again, or an earlier correction.

    It stays in the list as withdrawn.

    \b
    Example:
      resilience corrections withdraw 7
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    _settle(folder, lambda db: making.withdraw(db, number, author))


def _settle(folder: Path, decide: Callable[[Database], Correction]) -> None:
    db = storage.open_archive(folder, create=False)
    try:
        settled = decide(db)
    finally:
        storage.close(db)
    click.echo(told.as_text(settled))
