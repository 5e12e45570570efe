"""`resilience crawl`."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from archive import crawls
from archive.errors import ResilienceError, UsageError
from archive.health import Alarm
from archive.options import IsoDate, archive_option
from crawler import progress, sites
from crawler.bounds import Bounds
from crawler.discovery.web_archive import INTERNET_ARCHIVE
from crawler.progress import LogFormat, Observer
from crawler.sites import Site

if TYPE_CHECKING:
    from crawler.alerts import Destinations
    from crawler.running import CrawlResult, Files, Source


class WaybackAddress(click.ParamType[str]):
    """The base address of a Wayback Machine, without a slash at its end."""

    name = "url"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address, or click's usage error."""
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query:
            self.fail(
                f"{value!r} is no address of a Wayback Machine. Write it as {INTERNET_ARCHIVE},"
                " or as http://localhost:8080/my-collection for a collection of a pywb.",
                param,
                ctx,
            )
        return value.rstrip("/")


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
@click.option(
    "--via",
    type=click.Choice(["auto", "live", "wayback"]),
    default="auto",
    show_default=True,
    help="Where pages are had: the live site, a Wayback Machine, or the live site and, where its"
    " home is no more or shows something else, the Wayback Machine.",
)
@click.option(
    "--wayback",
    type=WaybackAddress(),
    default=INTERNET_ARCHIVE,
    show_default=True,
    metavar="URL",
    help="The Wayback Machine: the Internet Archive's, or a collection of a pywb.",
)
@click.option(
    "--from",
    "captured_from",
    type=IsoDate(),
    help="Of a Wayback Machine, only captures made on or after this day.",
)
@click.option("--to", "captured_to", type=IsoDate(), help="Likewise, on or before this day.")
@click.option(
    "--no-files",
    "files",
    flag_value="without",
    help="Do not fetch the slides and documents that posts link to.",
)
@click.option(
    "--files-only",
    "files",
    flag_value="only",
    help="Fetch only those, of the posts that the archive has: what earlier crawls left.",
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
    via: Source,
    wayback: str,
    captured_from: str | None,
    captured_to: str | None,
    files: Files | None,
) -> None:
    """Crawl sites into the archive: all known ones, or those named.

    A SITE is a known site's name; a URL is the home or a listing page of any other
    WordPress-like site. A crawl that was stopped or killed is completed by the next one.
    What a Wayback Machine has of a site is asked for where the site is no more, or with
    --via wayback; every distinct capture of a post becomes part of its page's history.
    Slides and documents that posts link to are fetched after the pages, and kept in files/.

    Exit status: 0 all well, 1 a page or listing failed (the summary names it), 2 wrong usage,
    3 nothing could be reached, 4 another crawl writes to the archive, 130 interrupted.

    \b
    Example, one known site and one by its address:
      resilience crawl tarulh --contact me@example.org
      resilience crawl https://example.org/news/ --archive data
      resilience crawl tarulh --since 2018-09-01 --limit 50 --dry-run
      resilience crawl tarulh --via wayback --from 2017-01-01 --to 2019-12-31
      resilience crawl tarulh --files-only
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    chosen = sites.choose(wanted)
    if captured_from is not None and captured_to is not None and captured_from > captured_to:
        raise UsageError(
            f"No capture is made from {captured_from} to {captured_to}: exchange the two dates."
        )
    bounds = Bounds(since, limit, dry_run, captured_from, captured_to)
    from crawler import alerts  # noqa: PLC0415 - smtplib, for this command only

    to = alerts.destinations(os.environ)
    with progress.shown(log_format) as observe:
        try:
            result = _crawl(
                chosen,
                folder,
                contact,
                observe,
                bounds,
                via=via,
                wayback=wayback,
                files=files or "with",
            )
            alarms = () if dry_run or files == "only" else _watch(result, chosen, to)
        except ResilienceError as error:
            _tell(str(error), error.exit_code)
            sys.exit(error.exit_code)
        if result.exit_status == crawls.UNREACHED:
            _tell(" ".join(str(one.end.reason) for one in _each(result)), result.exit_status)
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
    *,
    via: Source,
    wayback: str,
    files: Files,
) -> CrawlResult:
    # Scrapy takes a second to import; no other command waits for it.
    from crawler import rehearsal, running  # noqa: PLC0415

    run = rehearsal.rehearse if bounds.dry_run else running.run
    return run(
        chosen,
        folder,
        contact=contact,
        observe=observe,
        bounds=bounds,
        via=via,
        wayback=wayback,
        files=files,
    )


def _each(result: CrawlResult) -> tuple[CrawlResult, ...]:
    """The crawl and the one that followed it, if one did."""
    return (result,) if result.afterwards is None else (result, result.afterwards)


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
