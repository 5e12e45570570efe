"""The archive's own commands; the `resilience` command adds them to its own."""

from __future__ import annotations

import click

from archive.commands.browse import browse_command
from archive.commands.check import check_command
from archive.commands.correct import correct_command
from archive.commands.corrections import corrections_command
from archive.commands.export import export_command
from archive.commands.files import files_command
from archive.commands.identity import identity_command
from archive.commands.report import report_command
from archive.commands.search import search_command

COMMANDS: tuple[click.Command, ...] = (
    report_command,
    search_command,
    files_command,
    check_command,
    correct_command,
    corrections_command,
    identity_command,
    export_command,
    browse_command,
)
