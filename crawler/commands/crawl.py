"""`resilience crawl`."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive import crawls
from archive.errors import ResilienceError
from archive.health import Alarm
from archive.options import IsoDate, archive_option
from crawler import progress, sites
from crawler.bounds import Bounds
from crawler.progress import LogFormat, Observer
from crawler.sites import Site

if TYPE_CHECKING:
    from crawler.alerts import Destinations
    from crawler.running import CrawlResult

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
@click.option(
    "--log-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the log on standard error is written; json is one object a line.",
)
@click.option(
    "--since", type=IsoDate(), help="Only posts published on or after this day, where it is told."
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help="At most so many pages; the rest stays for the next run.",
)
@click.option(
    "--dry-run", is_flag=True, help="Read lists alone: say what would be asked for, keep nothing."
)
def crawl_command(
    *,
    wanted: tuple[str, ...],
    folder: Path,
    contact: str | None,
    output_format: str,
    log_format: LogFormat,
    since: str | None,
    limit: int | None,
    dry_run: bool,
) -> None:
    """Crawl sites into the archive: all known ones, or those named.

    A SITE is a known site's name; a URL is the home or a listing page of any other
    WordPress-like site. A crawl that was stopped or killed is completed by the next one.

    Exit status: 0 all well, 1 a page or listing failed (the summary names it), 2 wrong usage,
    3 nothing could be reached, 4 another crawl writes to the archive, 130 interrupted.

    \b
    Example, one known site and one by its address:
      resilience crawl tarulh --contact me@example.org
      resilience crawl https://example.org/news/ --archive data
      resilience crawl tarulh --since 2018-09-01 --limit 50 --dry-run
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    chosen = sites.choose(wanted)
    from crawler import alerts  # noqa: PLC0415 - smtplib, for this command only

    to = alerts.destinations(os.environ)
    with progress.shown(log_format) as observe:
        try:
            result = _crawl(chosen, folder, contact, observe, Bounds(since, limit, dry_run))
            alarms = () if dry_run else _watch(result, chosen, to)
        except ResilienceError as error:
            _tell(str(error), error.exit_code)
            sys.exit(error.exit_code)
        if result.exit_status == crawls.UNREACHED:
            _tell(str(result.end.reason), result.exit_status)
    if dry_run:
        _write_plan(result, output_format)
    else:
        _write(result, alarms, output_format)
    sys.exit(result.exit_status)


def _crawl(
    chosen: tuple[Site, ...],
    folder: Path,
    contact: str | None,
    observe: Observer,
    bounds: Bounds,
) -> CrawlResult:
    # Scrapy takes a second to import; no other command waits for it.
    from crawler import rehearsal, running  # noqa: PLC0415

    run = rehearsal.rehearse if bounds.dry_run else running.run
    return run(chosen, folder, contact=contact, observe=observe, bounds=bounds)


def _watch(result: CrawlResult, chosen: tuple[Site, ...], to: Destinations) -> tuple[Alarm, ...]:
    from crawler import watching  # noqa: PLC0415 - Spidermon takes time to import too

    return watching.after_crawl(result.folder, result.crawl_id, [s.name for s in chosen], to)


def _tell(error: str, status: int) -> None:
    """The error that ends the command, as the log is written."""
    words = f"Error: {error}"
    progress.log_event("error", words, level=logging.ERROR, message=error, exit_status=status)


def _write_plan(result: CrawlResult, output_format: str) -> None:
    from crawler import summary  # noqa: PLC0415 - after Scrapy is there

    if output_format == "json":
        click.echo(summary.plan_as_json(result))
    elif result.exit_status != crawls.UNREACHED:
        click.echo(summary.plan_as_text(result))


def _write(result: CrawlResult, alarms: tuple[Alarm, ...], output_format: str) -> None:
    """The summary; in words nothing where nothing could be reached, for the error says it all."""
    from crawler import summary  # noqa: PLC0415 - after Scrapy is there

    if output_format == "json":
        click.echo(summary.as_json(result, alarms))
    elif result.exit_status != crawls.UNREACHED:
        click.echo(summary.as_text(result, alarms))
        click.echo(summary.next_step(result))
