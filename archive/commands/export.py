"""`resilience export`."""

from __future__ import annotations

from pathlib import Path

import click

from archive import storage
from archive.errors import UsageError
from archive.export.preservation import FORMATS, Order
from archive.options import IsoDate, archive_option
from archive.warc.exchange import FOLDER


@click.command("export")
@archive_option
@click.option(
    "--format",
    "output_format",
    type=click.Choice(sorted(FORMATS)),
    required=True,
    help="wacz: one file with index and pages, for replay. warc: the records alone.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE|FOLDER",
    help="Where to write: a file; with warc also a folder, for files of 1 GB.",
)
@click.option("--site", help="Captures of one site, by its name as 'resilience status' tells it.")
@click.option("--since", type=IsoDate(), help="Captures of this day and later.")
@click.option("--force", is_flag=True, help="Write it anew where it exists.")
def export_command(
    *,
    folder: Path,
    output_format: str,
    output: Path,
    site: str | None,
    since: str | None,
    force: bool,
) -> None:
    """Write what the archive holds into files for other tools.

    wacz and warc hold the captures as they were served, with their requests. Every record is
    verified as it is copied; the output appears whole or not at all. The same archive gives the
    same bytes.

    Exit status: 0 written, 1 not (something is damaged, or the disk refuses), 2 wrong usage.

    \b
    Example, all captures for a web archive, and those of one site as WARC:
      resilience export --format wacz --output berketahanan.wacz
      resilience export --format warc --site tarulh --output tarulh.warc.gz
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    if output.resolve().is_relative_to((folder / FOLDER).resolve()):
        raise UsageError(
            f"{output} lies among the archive's own WARC files. Name another place with --output."
        )
    db = storage.open_read_only(folder)
    try:
        order = Order(output, site=site, since=since, force=force)
        number = FORMATS[output_format](db, folder, order, _tell)
    finally:
        storage.close(db)
    click.echo(f"{number} records in {output}", err=True)


def _tell(line: str) -> None:
    click.echo(line, err=True)
