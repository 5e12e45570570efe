"""An archive's condition as people and programs read it. No database here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from archive.condition import Run, SiteCondition
from archive.coverage import FIELDS, Coverage
from archive.frontier import STATES
from archive.health import Alarm
from archive.lock import Holder
from archive.tabular import printable

_OUTCOMES = ("found", "new", "changed", "unchanged", "failed", "gone")
_MINUTE, _HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class Condition:
    """All that a report of an archive's condition tells."""

    folder: Path
    crawling: Holder | None
    """The crawl at work."""
    runs: Sequence[Run]
    sites: Sequence[SiteCondition]
    findings: dict[str, int]
    doubts: dict[str, int]
    """Pairs of persons, organizations and events of which it is in doubt whether they are one."""
    alarms: Sequence[Alarm]


def as_json(condition: Condition) -> str:
    """The condition as one JSON object; shares are in percent of activities."""
    told = {
        "archive": str(condition.folder),
        "healthy": not condition.alarms,
        "alarms": [asdict(alarm) for alarm in condition.alarms],
        "crawling": None if condition.crawling is None else asdict(condition.crawling),
        "crawls": [asdict(run) for run in condition.runs],
        "sites": [_site(site) for site in condition.sites],
        "findings": condition.findings,
        "identity_doubts": condition.doubts,
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def as_text(condition: Condition) -> Iterator[str | Table]:
    """The condition for a terminal, part by part."""
    if condition.crawling:
        yield printable(f"A crawl is at work: {condition.crawling}.")
    if condition.runs:
        yield "Last crawls"
        yield _runs_table(condition.runs)
    if condition.sites:
        yield "\nPages by state, and what is due"
        yield _pages_table(condition.sites)
        yield "\nShare of activities that have it, in percent: now (as the crawl before left it)"
        yield _coverage_table(condition.sites)
    if condition.findings:
        told = ", ".join(f"{number} {check}" for check, number in condition.findings.items())
        yield printable(f"Findings in the facts: {told}")
    if condition.doubts:
        told = ", ".join(f"{number} {kind}" for kind, number in condition.doubts.items())
        yield f"One or two, in doubt: pairs by kind: {told} ('resilience identity review')"
    yield "\nHealthy." if not condition.alarms else "\nNot healthy:"
    for alarm in condition.alarms:
        yield printable(f"  {alarm.site or 'archive'} ({alarm.check}): {alarm.message}")


def _site(site: SiteCondition) -> dict[str, Any]:
    last = site.last
    return {
        "site": site.site,
        "pages": site.states,
        "due": asdict(site.due),
        "last_crawl": None if last is None else last.crawl_id,
        "coverage": None if last is None else _shares(last.now),
        "coverage_before": [] if last is None else [_shares(earlier) for earlier in last.before],
    }


def _shares(coverage: Coverage) -> dict[str, float | int | None]:
    shares = {field: coverage.share(field) for field in FIELDS}
    percents = {
        field: None if share is None else round(100 * share, 1) for field, share in shares.items()
    }
    return {"pages": coverage.pages, "activities": coverage.activities, **percents}


def _runs_table(runs: Sequence[Run]) -> Table:
    table = _table("crawl", "began (UTC)", "took", "status", "complete", "exit", right=_OUTCOMES)
    for run in runs:
        counts = asdict(run.counts)
        cells = (
            str(run.id) if run.via == "live" else f"{run.id} {run.via}",
            run.started_at[:16].replace("T", " "),
            _duration(run.duration_seconds),
            run.status,
            "" if run.complete is None else "yes" if run.complete else "no",
            "" if run.exit_status is None else str(run.exit_status),
            *(str(counts[name]) for name in _OUTCOMES),
        )
        table.add_row(*cells)
    return table


def _pages_table(sites: Sequence[SiteCondition]) -> Table:
    table = _table("site", right=(*STATES, "due", "next due", "last crawl"))
    for site in sites:
        table.add_row(
            Text(printable(site.site)),
            *(str(site.states[state]) for state in STATES),
            str(site.due.pages),
            site.due.earliest or "-",
            "-" if site.last is None else str(site.last.crawl_id),
        )
    return table


def _coverage_table(sites: Sequence[SiteCondition]) -> Table:
    table = _table("site", right=("activities", *FIELDS[1:]))
    for site in sites:
        if site.last is None:
            continue
        now, before = site.last.now, next(iter(site.last.before), None)
        cells = (_now_and_before(now, before, field) for field in FIELDS[1:])
        table.add_row(Text(printable(site.site)), str(now.activities), *cells)
    return table


def _table(*left: str, right: Sequence[str] = ()) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in left:
        table.add_column(heading, overflow="fold", no_wrap=heading != "site")
    for heading in right:
        table.add_column(heading, justify="right")
    return table


def _now_and_before(now: Coverage, before: Coverage | None, field: str) -> str:
    earlier = "" if before is None else f" ({_percent(before.share(field))})"
    return f"{_percent(now.share(field))}{earlier}"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.0f}"


def _duration(seconds: int | None) -> str:
    if seconds is None:
        return ""
    if seconds < _MINUTE:
        return f"{seconds} s"
    if seconds < _HOUR:
        return f"{seconds // _MINUTE} min {seconds % _MINUTE} s"
    return f"{seconds // _HOUR} h {seconds % _HOUR // _MINUTE} min"
