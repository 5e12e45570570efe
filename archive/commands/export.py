"""`resilience export`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from archive import file_store, storage
from archive.errors import UsageError
from archive.export.facts import formats as facts
from archive.export.preservation import formats as captures
from archive.options import archive_option
from archive.selection_options import selection_options
from archive.warc import exchange

_OF_CAPTURES = ("since", "site")
"""What can be asked of captures; the other options choose facts."""
_LICENSE = re.compile(r"[-A-Za-z0-9._]+|https?://\S+")
"""An identifier as Data Packages have it, or an address."""


@click.command("export")
@archive_option
@click.option(
    "--format",
    "output_format",
    type=click.Choice([*facts.FORMATS, *captures.FORMATS]),
    required=True,
    help="; ".join(f"{name}: {form.what}" for name, form in facts.FORMATS.items())
    + "; wacz: captures in one file with index and pages, for replay; warc: their records alone.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE|FOLDER",
    help="Where to write: a folder with csv and parquet, and with warc for files of 1 GB; else a file.",
)
@selection_options
@click.option(
    "--license",
    metavar="NAME|URL",
    help="The licence under which you publish it, such as CC-BY-4.0 (csv, parquet, jsonld).",
)
@click.option("--force", is_flag=True, help="Write it anew where it exists.")
def export_command(
    *,
    folder: Path,
    output_format: str,
    output: Path,
    selected: dict[str, Any],
    license: str | None,  # noqa: A002 - the word of the standards
    force: bool,
) -> None:
    """Write what the archive holds into files for other tools.

    csv, parquet, ndjson, icalendar, jsonld, popolo and graphml hold the facts of the reported
    activities, corrected where people corrected them; the options choose which. wacz and warc
    hold the captures as they were served, with their requests, each record verified as it is
    copied; of the options --site and --since choose among them.

    The output appears whole or not at all. The same archive gives the same bytes.

    Exit status: 0 written, 1 not (nothing is chosen, something is damaged, or the disk refuses),
    2 wrong usage.

    \b
    Example, tables for a spreadsheet or R, a year's calendar, and all captures for a web archive:
      resilience export --format csv --output tables/
      resilience export --format icalendar --since 2018-01-01 --until 2018-12-31 --output 2018.ics
      resilience export --format wacz --output berketahanan.wacz
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    _refuse_own_files(folder, output)
    _refuse_options(output_format, selected, license)
    db = storage.open_read_only(folder)
    try:
        if output_format in captures.FORMATS:
            order = captures.Order(output, force=force, **selected)
            number = captures.FORMATS[output_format](db, folder, order, _tell)
            written = f"{number} records"
        else:
            written = facts.export(
                db, output_format, output, _tell, license=license, force=force, **selected
            )
    finally:
        storage.close(db)
    _tell(f"{written} in {output}")


def _refuse_options(output_format: str, selected: dict[str, Any], license_name: str | None) -> None:
    """Raise UsageError for an option that the format has no use for."""
    if output_format in captures.FORMATS:
        for name in selected:
            if name not in _OF_CAPTURES:
                raise UsageError(
                    f"--{name.replace('_', '-')} chooses facts, and {output_format} holds captures."
                    f" Leave it out, or choose another --format: {', '.join(facts.FORMATS)}."
                )
    if license_name is not None and not _LICENSE.fullmatch(license_name):
        raise UsageError(
            f"'{license_name}' is no licence that others would know. Write an identifier, such as"
            " CC-BY-4.0, or the address of its text, after --license."
        )
    with_license = [name for name, form in facts.FORMATS.items() if form.states_license]
    if license_name is not None and output_format not in with_license:
        raise UsageError(
            f"{output_format} has no place for --license '{license_name}'. Leave it out, or choose"
            f" another --format: {', '.join(with_license)}."
        )


def _refuse_own_files(folder: Path, output: Path) -> None:
    """Raise UsageError where the output would lie among what the archive is made of."""
    place, own = output.resolve(), folder.resolve()
    for part in (exchange.FOLDER, file_store.FOLDER):
        if place.is_relative_to(own / part):
            raise UsageError(
                f"{output} lies among the archive's own files in {folder / part}."
                " Name another place with --output."
            )
    if place == own or (place.parent == own and place.name.startswith(storage.DATABASE_NAME)):
        raise UsageError(f"{output} is the archive itself. Name another place with --output.")


def _tell(line: str) -> None:
    click.echo(line, err=True)
