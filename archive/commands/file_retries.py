"""`resilience files retry`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from sqlite_utils import Database

from archive import file_choice, file_links, file_queries, storage
from archive.errors import UsageError
from archive.file_queries import FileRow
from archive.file_report import number_of
from archive.options import archive_option_of_group
from archive.tabular import printable

_NOT_HAD = ("failed", "gone")


@click.command("retry")
@click.argument("names", metavar="[DIGEST|URL]...", nargs=-1)
@archive_option_of_group
def retry_command(*, names: tuple[str, ...], folder: Path) -> None:
    """Let the next crawl ask again for links that failed or are gone, or for those named.

    Nothing is asked for now. Prints the addresses that the next crawl of their sites asks for;
    'resilience crawl --files-only' asks for nothing else.

    \b
    Example, all that failed, and one that its host has again:
      resilience files retry
      resilience files retry https://kota.example/uploads/paparan.pdf
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    db = storage.open_archive(folder, create=False)
    try:
        with storage.transaction(db):
            again = _to_retry(file_queries.every(db), names)
            for row in again:
                _make_due(db, row)
            due = file_queries.to_be_asked(file_queries.every(db))
    finally:
        storage.close(db)
    for row in due:
        click.echo(f"{row.state}  {printable(row.material_url or '')}")
    click.echo(_next_crawl(due), err=True)


def _to_retry(rows: Sequence[FileRow], names: Sequence[str]) -> list[FileRow]:
    if not names:
        return [row for row in rows if row.state in _NOT_HAD]
    return [row for name in names for row in file_choice.meant(rows, name)]


def _make_due(db: Database, row: FileRow) -> None:
    """Raises UsageError where asking would be no use; the caller's transaction is undone then."""
    label = printable(row.label)
    if row.state == "replaced":
        raise UsageError(
            f"'{label}' is what an address gave before it gave another file. Name an address"
            " instead; 'resilience files --format csv' lists them."
        )
    if row.link_id is not None and not file_links.retry(db, row.link_id):
        raise UsageError(
            f"'{label}' cannot be asked for: its host offers no download without signing in."
            f" Open {printable(row.material_url or '')} in a browser."
        )


def _next_crawl(due: Sequence[FileRow]) -> str:
    if not due:
        return "No link failed and none is due: the next crawl asks for no file."
    first = sum(1 for row in due if row.state == "not asked")
    return (
        f"The next crawl asks for {number_of(len(due), 'file')}: {len(due) - first} again,"
        f" {first} for the first time."
    )
