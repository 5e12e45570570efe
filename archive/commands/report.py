"""`resilience report`."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click
from rich.console import Console

from archive import storage
from archive.errors import UsageError
from archive.export.output import output as new_files
from archive.options import WholeNumber, archive_option
from archive.query import By, Selected
from archive.query.sites import refuse_unknown_site
from archive.reports import making
from archive.reports.formats import terminal
from archive.reports.question import Question
from archive.reports.report import Report
from archive.selection_options import selection_options
from archive.tabular import TABLE_WIDTH
from archive.timestamps import utc_now


@click.command("report")
@click.argument("kind", type=click.Choice(list(making.KINDS)), default="activities")
@archive_option
@click.option(
    "--format",
    "output_format",
    type=click.Choice(list(making.FORMATS)),
    default="table",
    show_default=True,
    help="How it is written; html is one file to read and to print, with charts.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it to this file, whole or not at all, instead of the terminal.",
)
@click.option(
    "--by",
    type=click.Choice(get_args(By)),
    help="How time is cut; by default years for focus areas, else months.",
)
@click.option(
    "--limit", type=WholeNumber(), metavar="N", help="The first N rows of the main table."
)
@selection_options
def report_command(
    *,
    kind: str,
    folder: Path,
    output_format: str,
    output: Path | None,
    by: By | None,
    limit: int | None,
    selected: Selected,
) -> None:
    """Report on activities, people, organizations, focus areas, attendance, materials or quality.

    Without a kind it lists activities by date. json and csv hold the rows of the main table;
    markdown and html are documents: tables, what the numbers mean, and under Sources the words
    of the pages behind each number. Options choose the activities that a report is about;
    undated ones are left out with --since or --until.

    \b
    Example, the workshops of 2018; a year's attendance to print; who was at an agency's events:
      resilience report --since 2018-01-01 --until 2018-12-31 --type workshop
      resilience report attendance --since 2018-01-01 --until 2018-12-31 \\
        --format html --output attendance-2018.html
      resilience report people --organization bappeda --format csv > people.csv
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    _refuse(kind, by, limit)
    db = storage.open_archive(folder, create=False)
    try:
        refuse_unknown_site(db, selected.get("site"))
        question = Question(
            archive=folder.resolve().name,
            made_at=utc_now(),
            selected=selected,
            by=by,
            limit=limit,
            with_sources=output_format in making.WITH_SOURCES,
            with_charts=output_format in making.WITH_CHARTS,
            with_extent=output_format in making.WITH_EXTENT,
        )
        report = making.made(db, kind, question)
    finally:
        storage.close(db)
    _write(report, output_format, output)
    click.echo(_summary(report, folder, output), err=True)


def _refuse(kind: str, by: By | None, limit: int | None) -> None:
    """Raise UsageError for an option that the kind has no use for."""
    if by is not None and kind not in making.OVER_TIME:
        raise UsageError(
            f"--by {by} does not apply to '{kind}'. It cuts time in reports of"
            f" {', '.join(sorted(making.OVER_TIME))}; leave it out."
        )
    if limit is not None and kind not in making.LISTS:
        raise UsageError(
            f"--limit {limit} does not apply to '{kind}', whose rows are periods."
            " Shorten the time with --since and --until, or cut it by years with --by year."
        )


def _write(report: Report, output_format: str, output: Path | None) -> None:
    if output is not None:
        with new_files() as files, files.file(output) as file:
            file.write(making.FORMATS[output_format](report).encode("utf-8"))
    elif output_format == "table":
        console = Console()
        console.width = console.width if console.is_terminal else TABLE_WIDTH
        terminal.show(report, console)
    else:
        click.echo(making.FORMATS[output_format](report), nl=False)


def _summary(report: Report, folder: Path, output: Path | None) -> str:
    if not report.tables[0].rows:
        if report.kind == "quality":
            return f"No check finds anything in what is asked of {folder}."
        return (
            f"{_NOTHING.get(report.kind, 'Nothing')} in {folder} matches. Leave out an option to"
            " see more, or fill the archive with 'resilience crawl'."
        )
    return f"{report.summary} in {folder}" + ("" if output is None else f", written to {output}")


_NOTHING = {"activities": "No activity", "people": "No person", "organizations": "No organization"}
