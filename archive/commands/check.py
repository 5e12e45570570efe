"""`resilience check`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from archive import storage
from archive.checks import archive_check
from archive.checks.fault import Fault
from archive.options import archive_option, table_or_json_option
from archive.tabular import printable


@click.command("check")
@archive_option
@table_or_json_option
@click.option(
    "--quick", is_flag=True, help="Do not read the records, only see where they should lie."
)
def check_command(*, folder: Path, output_format: str, quick: bool) -> None:
    """Verify that all that the archive says it has is there, unchanged.

    Every capture's record in its WARC file: place, address, time, type, digests. The database,
    its foreign keys and full-text indexes. Every fact's words in the text of its article.
    Nothing is written; a crawl may be at work. Tells for each fault what to do about it.

    Exit status: 0 no fault, 1 faults (they are listed), 2 wrong usage.

    \b
    Example, all of it, and what is wrong as JSON:
      resilience check --archive data
      resilience check --archive data --format json | jq .faults
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    db = storage.open_read_only(folder)
    number = 0
    try:
        found = archive_check.check(db, folder, quick=quick, tell=_tell)
        if output_format == "json":
            faults = list(found)
            number = len(faults)
            click.echo(_as_json(folder, faults, quick=quick))
        else:
            for number, fault in enumerate(found, start=1):  # noqa: B007 - the last is how many
                click.echo(_as_text(fault))
    finally:
        storage.close(db)
    click.echo(_summary(number, folder), err=True)
    sys.exit(1 if number else 0)


def _tell(line: str) -> None:
    click.echo(printable(line), err=True)


def _as_text(fault: Fault) -> str:
    lines = (f"{fault.check}: {fault.where}", f"  {fault.message}", f"  {fault.remedy}")
    return "\n".join(
        line[: len(line) - len(line.lstrip())] + printable(line.lstrip()) for line in lines
    )


def _as_json(folder: Path, faults: list[Fault], *, quick: bool) -> str:
    told = {
        "archive": str(folder),
        "quick": quick,
        "sound": not faults,
        "faults": [asdict(fault) for fault in faults],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _summary(number: int, folder: Path) -> str:
    if number == 0:
        return f"No fault in {folder}."
    return f"{number} {'fault' if number == 1 else 'faults'} in {folder}"
