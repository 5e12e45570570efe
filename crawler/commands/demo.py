"""`resilience demo`: the whole way on the bundled sample site."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from archive import crawls
from archive.commands.report import report_command
from archive.errors import ResilienceError, UsageError
from archive.options import archive_option

HOST = "127.0.0.1"
PORT = 8017
"""Fixed, so that every demo over one archive meets the same site again."""


@click.command("demo")
@archive_option
@click.option(
    "--permalinks",
    type=click.Choice(["pretty", "plain"]),
    default="pretty",
    show_default=True,
    help="How the sample site makes its addresses.",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=PORT,
    show_default=True,
    help="Where the sample site is served; another port is another site to the archive.",
)
@click.pass_context
def demo_command(
    context: click.Context, folder: Path, permalinks: Literal["pretty", "plain"], port: int
) -> None:
    """Serve a bundled sample site on this machine, crawl it over HTTP and report.

    The sample site has one broken page on purpose: it is reported, and the demo ends well.
    A second demo over the same archive finds every page unchanged.

    \b
    Example:
      resilience demo --archive demo-data
      resilience demo --archive demo-data --permalinks plain
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    # The server and Scrapy take time to import; no other command waits for them.
    from crawler import progress, running, sites, summary  # noqa: PLC0415
    from crawler.samplesite.server import serve  # noqa: PLC0415

    try:
        site = serve(HOST, port, permalinks)
    except OSError as error:
        raise UsageError(
            f"The sample site cannot be served at {HOST}:{port}: {error.strerror}."
            " End the other program, or choose another port with --port."
        ) from error
    try:
        broken = frozenset(
            site.addresses.post(post)
            for post in site.posts
            if post.status >= 400  # noqa: PLR2004
        )
        click.echo(f"The sample site is at {site.base_url}/ until the crawl ends.", err=True)
        with progress.shown() as observe:
            result = running.run(sites.choose((f"{site.base_url}/",)), folder, observe=observe)
    finally:
        site.stop()
    click.echo(summary.as_text(result, expected=broken))
    if result.exit_status == crawls.INTERRUPTED:
        sys.exit(crawls.INTERRUPTED)
    if result.gaps or {url for url, _ in result.failures} - broken:
        raise ResilienceError("The demo did not go as it should; the summary says what failed.")
    click.echo("\nThe activities in the archive:\n")
    context.invoke(report_command, folder=folder, output_format="table")
    click.echo(_next(folder))


def _next(folder: Path) -> str:
    """Commands to try on the archive that the demo made."""
    return f"""
Try next:
  resilience report --archive {folder} --type workshop
  resilience report --archive {folder} --format csv > activities.csv
  resilience demo --archive {folder}      (again: every page is unchanged)
  resilience crawl tarulh --archive data --contact you@example.org"""
