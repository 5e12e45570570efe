"""The `resilience` command: assembles the commands, and turns errors into sentences."""

from __future__ import annotations

from typing import Any

import click

from archive.cli import COMMANDS as ARCHIVE_COMMANDS
from archive.errors import ResilienceError
from archive.named_commands import NamedCommands
from crawler.user_agent import PRODUCT

COMMANDS = {
    "crawl": "crawler.commands.crawl:crawl_command",
    "status": "crawler.commands.status:status_command",
    "extract": "crawler.commands.extract:extract_command",
    "reextract": "crawler.commands.reextract:reextract_command",
    "history": "crawler.commands.history:history_command",
    "import": "crawler.commands.import_files:import_command",
    "evaluate": "crawler.commands.evaluate:evaluate_command",
    "demo": "crawler.commands.demo:demo_command",
    **ARCHIVE_COMMANDS,
}
"""Name -> where the command is."""


class _Group(NamedCommands):
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ResilienceError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(error.exit_code)


@click.group(cls=_Group, places=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=PRODUCT, prog_name="resilience")
def main() -> None:
    """Crawl, keep and question the news of a city-resilience secretariat.

    \b
    Example, to see it work on a bundled site:
      resilience demo
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
