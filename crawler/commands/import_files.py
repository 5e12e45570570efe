"""`resilience import`."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import click

from archive.errors import UsageError
from archive.options import archive_option, table_or_json_option
from crawler import progress, sites
from crawler.progress import LogFormat

INTERRUPTED = 130


@click.command("import")
@click.argument(
    "paths",
    metavar="FILE|FOLDER...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
)
@archive_option
@click.option("--url", help="Where the page was served; for one saved page.")
@click.option(
    "--map",
    "map_path",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="CSV, TSV or JSON that names the file, url and, if known, date of each saved page.",
)
@click.option(
    "--site", "site_name", metavar="NAME|URL", help="Only what was served by this one site."
)
@click.option(
    "--workers",
    type=click.IntRange(min=1, max=256),
    metavar="N",
    help="Processes that read pages; by default as many as this machine has cores.",
)
@table_or_json_option
@click.option(
    "--log-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the log on standard error is written; json is one object a line.",
)
def import_command(
    *,
    paths: tuple[Path, ...],
    folder: Path,
    url: str | None,
    map_path: Path | None,
    site_name: str | None,
    workers: int | None,
    output_format: str,
    log_format: LogFormat,
) -> None:
    """Bring web archives and saved pages into the archive: WARC, WACZ, HTML.

    Every answer of a web server is kept; those that are posts are read, and stand in the history
    of their page beside what was crawled. What is in already is not taken twice, so that an
    import that was stopped is completed by the same command.

    Exit status: 0 all was read, 1 something could not be read (it is listed; the rest is in),
    2 wrong usage, 4 a crawl or import is writing to the archive, 130 interrupted.

    \b
    Example, a web archive, a folder, and one saved page:
      resilience import crawl-2018.warc.gz old-site.wacz --archive data
      resilience import saved-pages/ --map addresses.csv
      resilience import page.html --url http://tarulh.com/2018/10/25/lokakarya/
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    # The readers take time to import; help does not wait for them.
    from crawler.discovery import addresses  # noqa: PLC0415
    from crawler.importing import mapping, running, sources, summary  # noqa: PLC0415

    logging.getLogger("warcio").setLevel(logging.ERROR)
    only = sites.choose((site_name,))[0] if site_name is not None else None
    found = sources.find(paths)
    address = None if url is None else addresses.canonical(url)
    if url is not None and address is None:
        raise UsageError(f"--url {url} is no http or https address.")
    if address and [source.kind for source in found.files] != ["page"]:
        raise UsageError(
            "--url is the address of one saved page. Name that one file, or use --map."
        )
    wanted = running.Wanted(
        sources=found,
        url=address,
        mapping=mapping.load(map_path) if map_path else {},
        only=only,
        workers=workers or os.cpu_count() or 1,
    )
    try:
        with progress.shown(log_format, "Reading the files ...") as observe:
            result = running.run(wanted, folder, observe)
    except KeyboardInterrupt:
        click.echo("Interrupted. The same command again takes what is not in yet.", err=True)
        sys.exit(INTERRUPTED)
    if output_format == "json":
        click.echo(summary.as_json(result))
    else:
        from rich.console import Console  # noqa: PLC0415 - for the table only

        console = Console()
        console.width = console.width if console.is_terminal else 120
        console.print(summary.as_table(result))
        click.echo(summary.as_text(result))
    sys.exit(result.exit_status)
