"""`resilience status`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from archive import condition, condition_report, health, lock, storage
from archive.condition_report import Condition
from archive.health import Alarm
from archive.options import archive_option, table_or_json_option
from archive.tabular import TABLE_WIDTH
from crawler import monitoring

_RUNS_SHOWN = 5


@click.command("status")
@archive_option
@table_or_json_option
def status_command(folder: Path, output_format: str) -> None:
    """Tell how the archive does: last crawls, pages, coverage of facts, what is due.

    Exit status, for monitoring: 0 healthy, 1 not (the last lines say what), 2 wrong usage.

    \b
    Example, for people and for a monitoring system:
      resilience status --archive data
      resilience status --archive data --format json | jq .alarms
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    told = _condition(folder)
    if output_format == "json":
        click.echo(condition_report.as_json(told))
    else:
        _show(told)
    sys.exit(1 if told.alarms else 0)


def _condition(folder: Path) -> Condition:
    holder = lock.holder_of(folder)
    db = storage.open_archive(folder, create=False)
    try:
        with db.atomic():  # one state of the archive for all parts, whoever writes meanwhile
            sites = condition.sites(db, crawling=holder is not None)
            last_end = condition.last_end(db)
            return Condition(
                folder=folder,
                crawling=holder,
                runs=condition.last_runs(db, _RUNS_SHOWN),
                sites=sites,
                findings=condition.findings(db),
                doubts=condition.doubts(db),
                alarms=_alarms(sites, last_end, first_is_at_work=holder is not None),
            )
    finally:
        storage.close(db)


def _alarms(
    sites: list[condition.SiteCondition], last_end: str | None, *, first_is_at_work: bool
) -> list[Alarm]:
    alarms = [
        alarm
        for site in sites
        if site.last is not None
        for alarm in health.alarms_of(site.last, monitoring.thresholds(site.site))
    ]
    if last_end is None and first_is_at_work:
        return alarms
    return [*alarms, *health.recent(last_end, datetime.now(UTC), monitoring.thresholds())]


def _show(told: Condition) -> None:
    console = Console(highlight=False, markup=False)
    console.width = console.width if console.is_terminal else TABLE_WIDTH
    for part in condition_report.as_text(told):
        if isinstance(part, str):
            click.echo(part)
        else:
            console.print(part)
