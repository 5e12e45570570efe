"""The `resilience` command: assembles the commands, and turns errors into sentences."""

from __future__ import annotations

from typing import Any

import click

from archive.cli import COMMANDS
from archive.errors import ResilienceError
from crawler.commands.crawl import crawl_command
from crawler.commands.demo import demo_command
from crawler.commands.evaluate import evaluate_command
from crawler.commands.extract import extract_command
from crawler.commands.history import history_command
from crawler.commands.import_files import import_command
from crawler.commands.reextract import reextract_command
from crawler.commands.status import status_command
from crawler.user_agent import PRODUCT


class _Group(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ResilienceError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(error.exit_code)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=PRODUCT, prog_name="resilience")
def main() -> None:
    """Crawl, keep and question the news of a city-resilience secretariat.

    \b
    Example, to see it work on a bundled site:
      resilience demo
    """  # noqa: D301 - click's mark for lines that are not to be wrapped


for _command in (
    crawl_command,
    status_command,
    extract_command,
    reextract_command,
    history_command,
    import_command,
    evaluate_command,
    demo_command,
    *COMMANDS,
):
    main.add_command(_command)
