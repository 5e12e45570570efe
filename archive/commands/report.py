"""`resilience report`."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from archive import query, report, storage
from archive.errors import UsageError
from archive.options import (
    ActivityTypeCode,
    FocusAreaNumber,
    IsoDate,
    archive_option,
    format_option,
)
from archive.tabular import TABLE_WIDTH


@click.command("report")
@archive_option
@format_option
@click.option("--since", type=IsoDate(), help="Activities on or after this day.")
@click.option("--until", type=IsoDate(), help="Activities on or before this day.")
@click.option("--type", "type_code", type=ActivityTypeCode(), help="One type, such as workshop.")
@click.option("--focus-area", type=FocusAreaNumber(), help="Activities with a group on it, 1 to 5.")
@click.option("--person", help="Part of the name of a person who took part.")
@click.option("--organization", help="Part of an organization's name or acronym.")
@click.option("--gone", is_flag=True, help="Also activities whose page is gone from its site.")
def report_command(
    *,
    folder: Path,
    output_format: str,
    since: str | None,
    until: str | None,
    type_code: str | None,
    focus_area: int | None,
    person: str | None,
    organization: str | None,
    gone: bool,
) -> None:
    """List activities by date: type, title, attendance, people, groups and materials.

    Undated activities come last, and not at all with --since or --until.

    \b
    Example, the workshops of 2018 as a table and as a spreadsheet:
      resilience report --since 2018-01-01 --until 2018-12-31 --type workshop
      resilience report --since 2018-01-01 --type workshop --format csv > workshops.csv
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    if since and until and since > until:
        raise UsageError(f"--since {since} is later than --until {until}. Exchange the two dates.")
    db = storage.open_archive(folder, create=False)
    try:
        rows = query.activities(
            db,
            since=since,
            until=until,
            type=type_code,
            focus_area=focus_area,
            person=person,
            organization=organization,
            gone=gone,
        )
    finally:
        storage.close(db)
    _write(rows, output_format)
    click.echo(_summary(len(rows), folder), err=True)


def _write(rows: list[query.ActivityRow], output_format: str) -> None:
    if output_format == "json":
        click.echo(report.as_json(rows))
    elif output_format == "csv":
        click.echo(report.as_csv(rows), nl=False)
    elif rows:
        console = Console()
        console.width = console.width if console.is_terminal else TABLE_WIDTH
        console.print(report.as_table(rows))


def _summary(number: int, folder: Path) -> str:
    if number == 0:
        return (
            f"No activity in {folder} matches. Leave out an option to see more,"
            " or fill the archive with 'resilience crawl'."
        )
    return f"{number} {'activity' if number == 1 else 'activities'} in {folder}"
