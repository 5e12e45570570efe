"""`resilience corrections`: what people corrected, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import click
from click.core import ParameterSource

from archive import storage
from archive.commands.correction_files import export_command, import_command
from archive.commands.correction_settling import keep_command, withdraw_command
from archive.corrections import csv_writing, stored, told
from archive.corrections.correction import Correction, State
from archive.errors import UsageError
from archive.file_report import number_of
from archive.options import archive_option, archive_option_of_group, format_option

_STATES = get_args(State)
_state_option = click.option(
    "--state", type=click.Choice(_STATES), help="Only those in this state."
)


@click.group("corrections", invoke_without_command=True)
@archive_option
@format_option
@_state_option
@click.pass_context
def corrections_command(
    ctx: click.Context, *, folder: Path, output_format: str, state: State | None
) -> None:
    """List what people corrected: what, from what to what, by whom, when and why.

    States: applied; agreed (the source now says the same); conflict (the source says something
    else than it did: the correction stands, and both are shown until 'keep' or 'withdraw'
    settles it); superseded (by a later one of the same); withdrawn.

    Exit status: 0 done, 1 rows that could not be imported, 2 wrong usage.

    \b
    Example, what waits for somebody; settle one; all in a file that is reviewed and kept:
      resilience corrections --state conflict
      resilience corrections keep 7
      resilience corrections export corrections.csv
      resilience corrections import corrections.csv
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    if ctx.invoked_subcommand is None:
        _list(folder, output_format, state)
        return
    given = [
        name
        for name in ("output_format", "state")
        if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE
    ]
    if given:
        raise UsageError(
            f"'resilience corrections {ctx.invoked_subcommand}': write its options behind"
            f" '{ctx.invoked_subcommand}'; before it only --archive is meant for it."
        )


@corrections_command.command("list")
@archive_option_of_group
@format_option
@_state_option
def list_command(*, folder: Path, output_format: str, state: State | None) -> None:
    """List what people corrected; the same as 'resilience corrections' alone.

    \b
    Example, as JSON:
      resilience corrections list --state conflict --format json
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    _list(folder, output_format, state)


def _list(folder: Path, output_format: str, state: State | None) -> None:
    db = storage.open_archive(folder, create=False)
    try:
        found = stored.every(db, state)
    finally:
        storage.close(db)
    if output_format == "json":
        click.echo(told.as_json(found))
    elif output_format == "csv":
        click.echo(csv_writing.as_csv(found), nl=False)
    else:
        for correction in found:
            click.echo(told.as_text(correction))
    click.echo(_summary(found, folder, state), err=True)


def _summary(found: Sequence[Correction], folder: Path, state: State | None) -> str:
    if not found:
        which = "No correction" if state is None else f"No correction in the state '{state}'"
        return f"{which} in {folder}. 'resilience correct ACTIVITY' shows what can be corrected."
    conflicts = sum(one.state == "conflict" for one in found)
    waiting = f", {conflicts} in conflict with their source" if conflicts else ""
    return f"{number_of(len(found), 'correction')}{waiting} in {folder}"


for _command in (export_command, import_command, keep_command, withdraw_command):
    corrections_command.add_command(_command)
