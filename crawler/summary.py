"""A crawl's result in words and as JSON. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from archive.health import Alarm
from archive.tabular import printable
from crawler.running import CrawlResult

_OUTCOMES = ("found", "new", "changed", "unchanged", "failed", "activities")
_MOST_LEFT_OUT = 5
_ENDS = {
    "finished": "finished",
    "failed": "finished, and is not complete",
    "interrupted": "was interrupted",
}


def as_text(
    result: CrawlResult,
    alarms: Sequence[Alarm] = (),
    *,
    expected: frozenset[str] = frozenset(),
) -> str:
    """The summary for people: counts, failures with their reasons, alarms, where the archive is.

    Failures of the addresses in `expected` are told as such.
    """
    counts = asdict(result.end.counts)
    lines = [f"Crawl {result.crawl_id} {_ENDS.get(result.end.status, result.end.status)}."]
    lines += [f"  {name:11}{counts[name]:6}" for name in _OUTCOMES]
    lines += _failures(result, expected)
    if result.resumed:
        lines.append(
            f"{result.resumed} pages were not asked for again:"
            " the interrupted crawl before this one had stored them."
        )
    lines += _gone(result)
    lines += _left_out(result)
    if result.beyond_limit:
        lines.append(f"{result.beyond_limit} more pages are left to the next run by --limit.")
    if alarms:
        lines += [
            "",
            "Alarms:",
            *(f"  {alarm.site} ({alarm.check}): {alarm.message}" for alarm in alarms),
        ]
    lines += ["", f"Archive: {result.folder / 'archive.db'}"]
    return "\n".join(printable(line) if line else line for line in lines)


def as_json(result: CrawlResult, alarms: Sequence[Alarm] = ()) -> str:
    """The summary for programs; `pages` and `listings` are those that failed."""
    return json.dumps(
        {
            "crawl": result.crawl_id,
            "status": result.end.status,
            "exit_status": result.exit_status,
            "complete": result.end.complete,
            **asdict(result.end.counts),
            "reason": result.end.reason,
            "failures": {
                "pages": [{"url": url, "reason": reason} for url, reason in result.failures],
                "listings": [asdict(gap) for gap in result.gaps],
            },
            "alarms": [asdict(alarm) for alarm in alarms],
            "gone_pages": [{"url": url, "reason": reason} for url, reason in result.gone],
            "left_out_by_robots": list(result.left_out),
            "beyond_limit": result.beyond_limit,
            "resumed": result.resumed,
            "archive": str(result.folder),
        },
        ensure_ascii=False,
        indent=1,
    )


def plan_as_text(result: CrawlResult) -> str:
    """What a dry run found that a crawl would ask for: why and where, a line a page."""
    lines = [f"{why:17} {url}" for url, why in result.planned]
    number = len(result.planned)
    lines.append(f"A crawl would ask for {number} {'page' if number == 1 else 'pages'}.")
    if result.beyond_limit:
        lines.append(f"{result.beyond_limit} more would be left to the next run by --limit.")
    lines += _failures(result, frozenset())
    lines += _left_out(result)
    return "\n".join(printable(line) if line else line for line in lines)


def plan_as_json(result: CrawlResult) -> str:
    """The same for programs."""
    return json.dumps(
        {
            "pages": [{"url": url, "why": why} for url, why in result.planned],
            "beyond_limit": result.beyond_limit,
            "listings_failed": [asdict(gap) for gap in result.gaps],
            "left_out_by_robots": list(result.left_out),
        },
        ensure_ascii=False,
        indent=1,
    )


def next_step(result: CrawlResult) -> str:
    """What to do after such a crawl, in one sentence."""
    if result.end.status == "interrupted":
        return "Next: the same command again goes on where this crawl stopped."
    if result.gaps or result.failures:
        return "Next: the same command again asks for what failed."
    return f"Next: resilience report --archive {result.folder}"


def _failures(result: CrawlResult, expected: frozenset[str]) -> list[str]:
    lines = []
    if result.gaps:
        lines += ["", "Lists of posts that could not be read, so that posts may be missing:"]
        lines += [f"  {gap.reason}" for gap in result.gaps]
    surprising = [(url, why) for url, why in result.failures if url not in expected]
    foreseen = [(url, why) for url, why in result.failures if url in expected]
    for title, failures in (
        ("Pages that failed; what the archive had of them stays:", surprising),
        ("Failed as expected, for this site has a broken page on purpose:", foreseen),
    ):
        if failures:
            lines += ["", title]
            for url, why in failures:
                lines += [f"  {url}", f"    {why}"]
    return lines


def _gone(result: CrawlResult) -> list[str]:
    if not result.gone:
        return []
    lines = ["", "Gone from their site; what the archive has of them stays:"]
    for url, why in result.gone:
        lines += [f"  {url}", f"    {why}"]
    return lines


def _left_out(result: CrawlResult) -> list[str]:
    if not result.left_out:
        return []
    shown = [f"  {url}" for url in result.left_out[:_MOST_LEFT_OUT]]
    more = len(result.left_out) - len(shown)
    rest = [f"  and {more} more"] if more else []
    return ["", f"Left out, for robots.txt forbids them ({len(result.left_out)}):", *shown, *rest]
