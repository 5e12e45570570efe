"""The archive's own commands; the `resilience` command adds them to its own."""

from __future__ import annotations

import click

from archive.commands.check import check_command
from archive.commands.export import export_command
from archive.commands.files import files_command
from archive.commands.report import report_command

COMMANDS: tuple[click.Command, ...] = (
    report_command,
    files_command,
    check_command,
    export_command,
)
