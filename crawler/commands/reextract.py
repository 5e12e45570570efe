"""`resilience reextract`."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rapidfuzz import process
from rich.console import Console
from sqlite_utils import Database

from archive import lock, rereadings, storage
from archive.errors import UsageError
from archive.options import IsoDate, archive_option, table_or_json_option
from archive.records import EXTRACTOR_VERSION
from archive.rereadings import Chosen
from archive.tabular import TABLE_WIDTH

if TYPE_CHECKING:
    from crawler.rereading.running import Found, Observer

_INTERRUPTED = 130
_EVERY = 10.0
"""Seconds between two lines of progress where the output is no terminal."""


@click.command("reextract")
@archive_option
@click.option(
    "--since", type=IsoDate(), help="Only pages whose present capture was made from this day on."
)
@click.option("--site", metavar="NAME", help="Only pages of this site.")
@click.option(
    "--workers",
    type=click.IntRange(min=1, max=64),
    default=os.cpu_count() or 1,
    show_default="one a processor",
    help="Processes that read pages.",
)
@click.option(
    "--all", "by_today", is_flag=True, help="Also pages that today's extractor has read already."
)
@click.option("--dry-run", is_flag=True, help="Print the differences alone; change nothing.")
@table_or_json_option
def reextract_command(
    *,
    folder: Path,
    since: str | None,
    site: str | None,
    workers: int,
    by_today: bool,
    dry_run: bool,
    output_format: str,
) -> None:
    """Read pages anew from what is kept of them, with today's extractor, offline.

    Pages that today's version has read already are left out, unless --all. First all are read and
    the differences are printed, then they are kept. A run that was stopped or killed is taken up
    by the next one.

    Exit status: 0 all well, 1 something could not be read or kept (each is named), 2 wrong usage,
    4 a crawl or another run writes to the archive, 130 interrupted.

    \b
    Example, what a newer version would change, and then the change:
      resilience reextract --archive data --dry-run
      resilience reextract --archive data
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    db = storage.open_read_only(folder) if dry_run else storage.open_archive(folder, create=False)
    try:
        chosen = Chosen(_known(db, site), since, by_today)
        work = _rehearse if dry_run else _reread
        status = work(db, folder, chosen, workers, output_format)
    except KeyboardInterrupt:
        rest = "Nothing was changed." if dry_run else "The next run goes on where this one was."
        click.echo(f"Stopped. {rest}", err=True)
        status = _INTERRUPTED
    finally:
        storage.close(db)
    sys.exit(status)


def _rehearse(db: Database, folder: Path, chosen: Chosen, workers: int, output_format: str) -> int:
    from crawler.rereading import running  # noqa: PLC0415 - the readers, which help does not need

    with _progress("read", rereadings.count(db, chosen)) as observe:
        found = running.find_differences(
            db, folder, chosen, workers=workers, scratch=None, observe=observe
        )
    _write(found, output_format, dry_run=True)
    click.echo("A dry run: nothing was changed.", err=True)
    return 1 if found.problems else 0


def _reread(db: Database, folder: Path, chosen: Chosen, workers: int, output_format: str) -> int:
    from crawler import renewal  # noqa: PLC0415 - likewise
    from crawler.rereading import running, told  # noqa: PLC0415
    from crawler.rereading.scratch import Scratch  # noqa: PLC0415

    held = lock.take(folder, rereadings.sites(db))
    scratch = Scratch(folder)
    try:
        with _progress("read", rereadings.count(db, chosen)) as observe:
            found = running.find_differences(
                db, folder, chosen, workers=workers, scratch=scratch, observe=observe
            )
        _write(found, output_format, dry_run=False)
        with _progress("kept", len(found.to_keep)) as observe:
            unkept = running.keep(db, found, scratch, observe)
        scratch.remove()
        renewed = renewal.renew(db)
    except BaseException:
        scratch.close()
        raise
    finally:
        lock.release(held)
    for line in told.problems(unkept):
        click.echo(line, err=True)
    for line in (*renewal.as_words(renewed, folder), _end(found, len(unkept))):
        click.echo(line, err=True)
    return 1 if found.problems or unkept else 0


def _end(found: Found, unkept: int) -> str:
    if not found.pages:
        return (
            f"Every page was read by today's extractor (version {EXTRACTOR_VERSION}) already;"
            " --all reads them once more."
        )
    return f"Kept: {len(found.to_keep) - unkept} pages."


def _known(db: Database, site: str | None) -> str | None:
    """The site, if the archive has pages of it. Raises UsageError."""
    known = rereadings.sites(db)
    if site is None or site in known:
        return site
    nearest = process.extractOne(site, known, score_cutoff=60)
    hint = f" Did you mean {nearest[0]}?" if nearest else ""
    raise UsageError(
        f"The archive has no page of a site named {site!r}.{hint}"
        f" Its sites: {', '.join(known) or 'none'}."
    )


def _write(found: Found, output_format: str, *, dry_run: bool) -> None:
    from crawler.rereading import told  # noqa: PLC0415 - after the readers are there

    if output_format == "json":
        click.echo(told.as_json(found, dry_run=dry_run))
        return
    console = Console(highlight=False, markup=False)
    console.width = console.width if console.is_terminal else TABLE_WIDTH
    for part in told.as_text(found):
        if isinstance(part, str):
            click.echo(part)
        else:
            console.print(part)
    console.file.flush()


@contextmanager
def _progress(verb: str, total: int) -> Iterator[Observer]:
    """Tells of the pages that are done on standard error: a count on a terminal, else lines."""
    if sys.stderr.isatty() and total:
        from rich.progress import Progress  # noqa: PLC0415 - for a terminal only

        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(f"Pages {verb}", total=total)
            yield lambda done: bar.update(task, completed=done)
        return
    begun = last = time.monotonic()

    def observe(done: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _EVERY:
            last = now
            rate = done / (now - begun)
            click.echo(f"{done} of {total} pages {verb}, {rate:.0f} a second", err=True)

    yield observe
