"""Whether crawls go as they should: rules over figures of the archive. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from archive.coverage import FIELDS, Coverage
from archive.gaps import Gap


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on a figure is worth an alarm."""

    failures_percent: float = 5.0
    """The share of a crawl's pages that may fail."""
    coverage_drop_points: float = 20.0
    """By how much the share of activities with a kind of fact may fall, in points of percent."""
    least_activities: int = 10
    """Of fewer activities no share is taken, for chance alone would move it."""
    stale_after_days: float = 8.0
    """How old the last crawl may be."""


@dataclass(frozen=True, slots=True)
class SiteRun:
    """What the last crawl of a site came to."""

    site: str
    crawl_id: int
    started_at: str
    finished_at: str | None
    status: str
    """finished, failed or interrupted."""
    reason: str | None
    listed: int
    """Posts that lists of the site named."""
    found: int
    """Pages of the site that the crawl knew of, visited or not."""
    failed: int
    gaps: tuple[Gap, ...]
    latest: Coverage | None
    """Coverage of the site's latest new or changed pages."""
    now: Coverage
    """Coverage of the site's pages in the archive."""
    before: tuple[Coverage, ...]
    """The same at the end of earlier crawls."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """What a person should look at."""

    check: str
    """ended, complete, listed, failures, coverage or recent."""
    site: str | None
    message: str
    """A sentence with the figure, the threshold, and what it may mean."""


def ended(run: SiteRun, _: Thresholds) -> Iterator[Alarm]:
    """A crawl that was interrupted has seen only a part."""
    if run.status == "interrupted":
        why = f" {run.reason}" if run.reason else ""
        yield Alarm("ended", run.site, f"Crawl {run.crawl_id} was interrupted.{why}")


def complete(run: SiteRun, _: Thresholds) -> Iterator[Alarm]:
    """Lists of posts that could not be read may hide posts."""
    if run.gaps:
        lists = "list of posts" if len(run.gaps) == 1 else "lists of posts"
        yield Alarm(
            "complete",
            run.site,
            f"Crawl {run.crawl_id} could not read {len(run.gaps)} {lists},"
            f" so that posts may be missing: {run.gaps[0].reason}",
        )


def listed(run: SiteRun, _: Thresholds) -> Iterator[Alarm]:
    """A site whose lists name no post has moved, or no longer looks as the crawler expects."""
    if run.listed == 0 and run.status != "interrupted":
        yield Alarm(
            "listed",
            run.site,
            f"Crawl {run.crawl_id} found no post in the lists of {run.site}."
            " Look whether the site has moved or has a new theme.",
        )


def failures(run: SiteRun, thresholds: Thresholds) -> Iterator[Alarm]:
    """More failures than a few broken pages explain."""
    percent = 100 * run.failed / run.found if run.found else 0.0
    if percent > thresholds.failures_percent:
        yield Alarm(
            "failures",
            run.site,
            f"{run.failed} of {run.found} pages failed in crawl {run.crawl_id}: {percent:.0f} %,"
            f" more than {thresholds.failures_percent:g} %.",
        )


def coverage(run: SiteRun, thresholds: Thresholds) -> Iterator[Alarm]:
    """Pages still come, but kinds of facts no longer do: a new theme looks like that.

    The latest pages show it soon, the whole archive after long; both are held against the
    median of earlier crawls.
    """
    for figures, where in ((run.latest, "latest pages"), (run.now, "pages in the archive")):
        fallen = [] if figures is None else list(_fallen(figures, run.before, thresholds))
        if fallen:
            yield Alarm(
                "coverage",
                run.site,
                f"The {where} of {run.site} have less than before: {', '.join(fallen)}."
                " Look whether the site has a new theme.",
            )
            return


def _fallen(figures: Coverage, before: Iterable[Coverage], thresholds: Thresholds) -> Iterator[str]:
    """The kinds of facts whose share fell too far, each with its shares now and before."""
    earlier = list(before)
    for field in FIELDS:
        share = _share(figures, field, thresholds)
        usual = _median(_share(one, field, thresholds) for one in earlier)
        if share is None or usual is None:
            continue
        if usual - share > thresholds.coverage_drop_points:
            yield f"{field} {share:.0f} % (before {usual:.0f} %)"


def recent(last_end: str | None, now: datetime, thresholds: Thresholds) -> Iterator[Alarm]:
    """Crawls that no longer run at all, which no crawl can tell; `now` is in UTC."""
    if last_end is None:
        yield Alarm("recent", None, "No crawl of this archive has ended yet.")
        return
    age = now - datetime.fromisoformat(last_end)
    days = age.total_seconds() / 86400
    if days > thresholds.stale_after_days:
        yield Alarm(
            "recent",
            None,
            f"The last crawl ended {days:.0f} days ago, at {last_end}, more than"
            f" {thresholds.stale_after_days:g} days. Look whether its timer still runs.",
        )


CHECKS = (ended, complete, listed, failures, coverage)
"""The checks of one site's last crawl."""


def alarms_of(run: SiteRun, thresholds: Thresholds) -> list[Alarm]:
    """All alarms of a site's last crawl."""
    return [alarm for check in CHECKS for alarm in check(run, thresholds)]


def _share(figures: Coverage, field: str, thresholds: Thresholds) -> float | None:
    """The share in percent; None where it would be one of too few."""
    of = figures.pages if field == "activity" else figures.activities
    share = figures.share(field)
    return None if share is None or of < thresholds.least_activities else 100 * share


def _median(shares: Iterable[float | None]) -> float | None:
    known = [share for share in shares if share is not None]
    return median(known) if known else None
