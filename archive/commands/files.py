"""`resilience files`, the list; its commands are added to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import click
from click.core import ParameterSource
from rich.console import Console

from archive import file_queries, file_report, storage
from archive.commands.file_retries import retry_command
from archive.commands.kept_files import open_command, text_command
from archive.documents import DocumentType
from archive.errors import UsageError
from archive.file_queries import FileRow
from archive.file_report import number_of, size_of
from archive.options import archive_option, format_option
from archive.tabular import TABLE_WIDTH


@click.group("files", invoke_without_command=True)
@archive_option
@format_option
@click.option(
    "--state",
    "states",
    type=click.Choice([state.replace(" ", "-") for state in file_queries.STATES]),
    multiple=True,
    help="What became of the link; may be given several times.",
)
@click.option(
    "--type",
    "file_type",
    type=click.Choice(get_args(DocumentType)),
    metavar="TYPE",
    help="One type of file, such as pdf or pptx.",
)
@click.option("--activity", help="Part of the activity's title, or of its post's address.")
@click.pass_context
def files_command(
    ctx: click.Context,
    *,
    folder: Path,
    output_format: str,
    states: tuple[str, ...],
    file_type: str | None,
    activity: str | None,
) -> None:
    """List the slides and documents that posts link to, and what became of each link.

    States: not-asked (no crawl has tried yet), pending (to be asked for), fetched, failed (asked
    for again later), gone, refused (its type or its size), link (its host offers no download),
    replaced (what an address gave before it gave another file).

    \b
    Example, the slides of a workshop; all that could not be had; where a file lies:
      resilience files --type pptx --activity lokakarya
      resilience files --state failed --state gone --format csv > missing.csv
      resilience files open ab12cd34
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    if ctx.invoked_subcommand is not None:
        _refuse_list_options(ctx)
        return
    db = storage.open_archive(folder, create=False)
    try:
        known = file_queries.every(db)
    finally:
        storage.close(db)
    rows = file_queries.selected(
        known,
        states=[state.replace("-", " ") for state in states],
        file_type=file_type,
        activity=activity,
    )
    _write(rows, output_format)
    click.echo(_summary(rows, folder), err=True)


def _refuse_list_options(ctx: click.Context) -> None:
    given = [
        name
        for name in ("output_format", "states", "file_type", "activity")
        if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE
    ]
    if given:
        raise UsageError(
            f"'resilience files {ctx.invoked_subcommand}' takes no options of the list."
            " Of those before it only --archive is meant for it."
        )


def _write(rows: Sequence[FileRow], output_format: str) -> None:
    if output_format == "json":
        click.echo(file_report.as_json(rows))
    elif output_format == "csv":
        click.echo(file_report.as_csv(rows), nl=False)
    elif rows:
        console = Console()
        console.width = console.width if console.is_terminal else TABLE_WIDTH
        console.print(file_report.as_table(rows))


def _summary(rows: Sequence[FileRow], folder: Path) -> str:
    if not rows:
        return (
            f"No file in {folder} matches. Leave out an option to see more, or let"
            " 'resilience crawl' find posts that link to files."
        )
    kept = {row.sha256: row.length or 0 for row in rows if row.sha256}
    links = number_of(len({row.material_url for row in rows}), "address", "addresses")
    return f"{links}, {number_of(len(kept), 'file')} ({size_of(sum(kept.values()))}) in {folder}"


for _command in (open_command, text_command, retry_command):
    files_command.add_command(_command)
