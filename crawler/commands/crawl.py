"""`resilience crawl`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from archive.options import archive_option
from crawler import sites

contact_option = click.option(
    "--contact",
    "--user-agent-contact",
    envvar="RESILIENCE_CONTACT",
    show_envvar=True,
    metavar="MAIL-OR-URL",
    help="Where a site's owner can reach you; the sites see it in every request.",
)


@click.command("crawl")
@click.argument("wanted", metavar="[SITE-or-URL]...", nargs=-1)
@archive_option
@contact_option
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the summary is written.",
)
def crawl_command(
    wanted: tuple[str, ...], folder: Path, contact: str | None, output_format: str
) -> None:
    """Crawl sites into the archive: all known ones, or those named.

    A SITE is a known site's name; a URL is the home or a listing page of any other
    WordPress-like site. A crawl that was stopped or killed is completed by the next one.

    Exit status: 0 all well, 1 a page or listing failed (the summary names it), 2 wrong usage,
    3 nothing could be reached, 130 interrupted.

    \b
    Example, one known site and one by its address:
      resilience crawl tarulh --contact me@example.org
      resilience crawl https://example.org/news/ --archive data
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    chosen = sites.choose(wanted)
    # Scrapy takes a second to import; no other command waits for it.
    from crawler import running, summary  # noqa: PLC0415

    result = running.run(chosen, folder, contact=contact)
    status = running.exit_status(result.end)
    if output_format == "json":
        click.echo(summary.as_json(result))
    elif status != running.UNREACHED:
        click.echo(summary.as_text(result))
        click.echo(summary.next_step(result))
    if status == running.UNREACHED:
        click.echo(f"Error: {result.end.reason}", err=True)
    sys.exit(status)
