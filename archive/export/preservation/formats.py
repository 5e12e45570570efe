"""Exports of what was served, as it was served: WARC files and WACZ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from archive.checks.fault import Progress
from archive.errors import UsageError
from archive.export.output import output
from archive.export.preservation import wacz, warc_files
from archive.export.preservation.pieces import Piece, pieces
from archive.export.preservation.selection import Selection, select

_WARC, _WACZ = ".warc.gz", ".wacz"
_TOLD_EVERY = 5_000
"""Records after which progress is told."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported, and where to."""

    path: Path
    site: str | None = None
    """Captures of this site only."""
    since: str | None = None
    """Captures of this day and later only."""
    force: bool = False
    """Whether what exists at `path` may be replaced."""


def export_wacz(db: Database, folder: Path, order: Order, tell: Progress) -> int:
    """Write one WACZ file from the archive in `folder`; how many records it has.

    Raises UsageError for a path that exists or has another kind of name, and ArchiveError where
    a record is damaged, nothing is left to export, or the disk refuses.
    """
    path = order.path
    if not path.name.endswith(_WACZ) or path.is_dir():
        raise UsageError(f"{path} is no name for a WACZ file. Name one that ends with {_WACZ}.")
    _refuse_existing([path], order)
    title = f"Captures of {order.site}" if order.site else "Captures of an archive"
    with _chosen(db, order) as chosen, output() as new, new.file(path) as file:
        return wacz.write(db, _copied(db, folder, chosen, tell), chosen, file, title=title)


def export_warc(db: Database, folder: Path, order: Order, tell: Progress) -> int:
    """Write one WARC file where the path ends with .warc.gz, else files of 1 GB in that folder.

    Gives and raises what `export_wacz` does.
    """
    path = order.path
    is_file = path.name.endswith(_WARC)
    if path.exists() and path.is_dir() == is_file:
        raise UsageError(
            f"{path} is neither a folder nor a name for a WARC file."
            f" Name a folder, or a file that ends with {_WARC}."
        )
    before = [path] if is_file else sorted(path.glob(warc_files.NAMES))
    _refuse_existing(before, order)
    with _chosen(db, order) as chosen, output() as new:
        copied = _copied(db, folder, chosen, tell)
        if is_file:
            return warc_files.write(copied, chosen, lambda _: new.file(path), largest=None)
        path.mkdir(parents=True, exist_ok=True)
        number = warc_files.write(copied, chosen, lambda name: new.file(path / name))
        for surplus in set(before) - set(new.publish()):
            surplus.unlink()
        return number


FORMATS: dict[str, Callable[[Database, Path, Order, Progress], int]] = {
    "wacz": export_wacz,
    "warc": export_warc,
}


def _refuse_existing(paths: Iterable[Path], order: Order) -> None:
    for path in () if order.force else paths:
        if path.exists():
            raise UsageError(
                f"{path} exists already. Write it anew with --force, or name another --output."
            )


@contextmanager
def _chosen(db: Database, order: Order) -> Iterator[Selection]:
    """What is exported, of one state of the archive, whoever writes meanwhile."""
    db.execute("BEGIN")
    try:
        yield select(db, site=order.site, since=order.since)
    finally:
        db.rollback()


def _copied(db: Database, folder: Path, chosen: Selection, tell: Progress) -> Iterator[Piece]:
    for number, piece in enumerate(pieces(db, folder, chosen.ids), start=1):
        yield piece
        if number % _TOLD_EVERY == 0:
            tell(f"{number} records copied")
