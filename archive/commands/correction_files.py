"""`resilience corrections export` and `import`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from archive import storage
from archive.corrections import csv_writing, importing, stored
from archive.export.output import output
from archive.file_report import number_of
from archive.options import archive_option_of_group, author_option
from archive.tabular import printable


@click.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@archive_option_of_group
def export_command(*, file: Path, folder: Path) -> None:
    """Write all corrections to a CSV file, whole or not at all.

    'import' reads it again, into this archive or another one.

    \b
    Example:
      resilience corrections export corrections.csv && git add corrections.csv
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    db = storage.open_archive(folder, create=False)
    try:
        found = stored.every(db)
    finally:
        storage.close(db)
    with output() as new, new.file(file) as writing:
        writing.write(csv_writing.as_csv(found).encode())
    click.echo(f"{number_of(len(found), 'correction')} in {file}", err=True)


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@author_option
@archive_option_of_group
def import_command(*, file: Path, author: str, folder: Path) -> None:
    """Make the corrections of a CSV file, each once however often it is imported.

    An export, or written by hand: columns activity (id or address), field and reason; and action
    (set, add, remove, verify), of, value, with (FIELD=VALUE in lines), quote, author, as
    'resilience correct' takes them. A bad row is told with its line, and the rest goes on.

    Exit status: 0 all is in the archive, 1 a row could not be, 2 wrong usage.

    \b
    Example:
      resilience corrections import reviewed.csv --author "Siti Aminah"
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    db = storage.open_archive(folder, create=False)
    try:
        imported = importing.import_file(db, file, author)
    finally:
        storage.close(db)
    for problem in imported.problems:
        click.echo(f"{file}, line {problem.line}: {printable(problem.reason)}", err=True)
    click.echo(
        f"{imported.added} added, {imported.known} there already,"
        f" {len(imported.problems)} could not be made."
    )
    sys.exit(1 if imported.problems else 0)
