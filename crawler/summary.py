"""A crawl's result in words and as JSON. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from archive.health import Alarm
from archive.tabular import printable
from crawler import renewal
from crawler.running import CrawlResult

_OUTCOMES = ("found", "new", "changed", "unchanged", "failed", "activities")
_OF_FILES = ("found", "new", "changed", "unchanged", "failed", "gone")
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
    lines = _body(result, expected)
    if alarms:
        lines += [
            "",
            "Alarms:",
            *(f"  {alarm.site} ({alarm.check}): {alarm.message}" for alarm in alarms),
        ]
    if result.afterwards is not None:
        lines += ["", f"No posts at {', '.join(result.lost)}: what a Wayback Machine has of it."]
        lines += _body(result.afterwards, frozenset())
    if result.files is not None:
        lines += ["", "Files that posts link to:"]
        lines += _body(result.files, frozenset())
    if words := renewal.as_words(result.renewal, result.folder):
        lines += ["", *words]
    lines += ["", f"Archive: {result.folder / 'archive.db'}"]
    return "\n".join(printable(line) if line else line for line in lines)


def _body(result: CrawlResult, expected: frozenset[str]) -> list[str]:
    counts = asdict(result.end.counts)
    lines = [f"Crawl {result.crawl_id} {_ENDS.get(result.end.status, result.end.status)}."]
    outcomes = _OF_FILES if result.via == "files" else _OUTCOMES
    lines += [f"  {name:11}{counts[name]:6}" for name in outcomes]
    lines += _failures(result, expected)
    if result.resumed:
        lines.append(
            f"{result.resumed} pages were not asked for again:"
            " the interrupted crawl before this one had stored them."
        )
    lines += [
        f"Cut off {tail}: a crawl that was killed had half written them." for tail in result.torn
    ]
    lines += _gone(result)
    lines += _of_wayback(result)
    lines += _not_kept(result)
    lines += _left_out(result)
    if result.beyond_limit and result.via == "files":
        lines.append(
            f"{result.beyond_limit} more files are left to the next run: this one is full."
        )
    elif result.beyond_limit:
        lines.append(f"{result.beyond_limit} more pages are left to the next run by --limit.")
    return lines


def as_json(result: CrawlResult, alarms: Sequence[Alarm] = ()) -> str:
    """The summary for programs; `pages` and `listings` are those that failed."""
    told = _told(result)
    told["alarms"] = [asdict(alarm) for alarm in alarms]
    after = result.afterwards
    told["wayback_crawl"] = None if after is None else _told(after)
    told["files_crawl"] = None if result.files is None else _told(result.files)
    told["identity"] = renewal.as_fields(result.renewal)
    told["archive"] = str(result.folder)
    return json.dumps(told, ensure_ascii=False, indent=1)


def _told(result: CrawlResult) -> dict[str, Any]:
    return {
        "crawl": result.crawl_id,
        "via": result.via,
        "status": result.end.status,
        "exit_status": result.exit_status,
        "complete": result.end.complete,
        **asdict(result.end.counts),
        "reason": result.end.reason,
        "failures": {
            "pages": _pairs(result.failures),
            "listings": [asdict(gap) for gap in result.gaps],
        },
        "gone_pages": _pairs(result.gone),
        "left_out_by_robots": list(result.left_out),
        "left_out_by_password": result.end.protected,
        "beyond_limit": result.beyond_limit,
        "resumed": result.resumed,
        "torn_tails_cut": list(result.torn),
        "mementos_that_are_no_posts": _pairs(result.no_posts),
        "mementos_that_differ": _pairs(result.differing),
        "index_lines_not_understood": result.index_faults,
        "files_not_kept": _pairs(result.not_kept),
    }


def _pairs(reasons: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"url": url, "reason": reason} for url, reason in reasons]


def plan_as_text(result: CrawlResult) -> str:
    """What a dry run found that a crawl would ask for: why and where, a line a page."""
    planned = _planned(result)
    lines = [f"{why:17} {url}" for url, why in planned]
    number = len(planned)
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
            "pages": [{"url": url, "why": why} for url, why in _planned(result)],
            "beyond_limit": result.beyond_limit,
            "listings_failed": [asdict(gap) for gap in result.gaps],
            "left_out_by_robots": list(result.left_out),
            "left_out_by_password": result.end.protected,
        },
        ensure_ascii=False,
        indent=1,
    )


def _planned(result: CrawlResult) -> tuple[tuple[str, str], ...]:
    followed = [one for one in (result.afterwards, result.files) if one is not None]
    return (*result.planned, *(pair for one in followed for pair in one.planned))


def next_step(result: CrawlResult) -> str:
    """What to do after such a crawl, in one sentence."""
    if result.end.status == "interrupted":
        return "Next: the same command again goes on where this crawl stopped."
    if result.gaps or result.failures or (result.files is not None and result.files.failures):
        return "Next: the same command again asks for what failed."
    return f"Next: resilience report --archive {result.folder}"


def _failures(result: CrawlResult, expected: frozenset[str]) -> list[str]:
    lines = []
    if result.gaps:
        lines += ["", "Lists of posts that could not be read, so that posts may be missing:"]
        lines += [f"  {gap.reason}" for gap in result.gaps]
    surprising = [(url, why) for url, why in result.failures if url not in expected]
    foreseen = [(url, why) for url, why in result.failures if url in expected]
    what = "Files" if result.via == "files" else "Pages"
    for title, failures in (
        (f"{what} that failed; what the archive had of them stays:", surprising),
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
    place = "host" if result.via == "files" else "site"
    lines = ["", f"Gone from their {place}; what the archive has of them stays:"]
    for url, why in result.gone:
        lines += [f"  {url}", f"    {why}"]
    return lines


def _not_kept(result: CrawlResult) -> list[str]:
    if not result.not_kept:
        return []
    lines = ["", f"Links that stay links, for no file of theirs is kept ({len(result.not_kept)}):"]
    for url, why in result.not_kept:
        lines += [f"  {url}", f"    {why}"]
    return lines


def _of_wayback(result: CrawlResult) -> list[str]:
    lines = []
    if result.index_faults:
        lines += ["", f"Lines of the index with wrong fields, left out: {result.index_faults}"]
    for title, told in (
        ("Captures that are no posts; nothing is read from them", result.no_posts),
        ("Captures that are not quite what the index says; they are read", result.differing),
    ):
        if told:
            lines += ["", f"{title} ({len(told)}):"]
            for url, why in told[:_MOST_LEFT_OUT]:
                lines += [f"  {url}", f"    {why}"]
            if len(told) > _MOST_LEFT_OUT:
                lines.append(f"  and {len(told) - _MOST_LEFT_OUT} more")
    return lines


def _left_out(result: CrawlResult) -> list[str]:
    return [*_forbidden(result), *_protected(result)]


def _protected(result: CrawlResult) -> list[str]:
    if not result.end.protected:
        return []
    return ["", f"Left out, for a password protects them: {result.end.protected}"]


def _forbidden(result: CrawlResult) -> list[str]:
    if not result.left_out:
        return []
    shown = [f"  {url}" for url in result.left_out[:_MOST_LEFT_OUT]]
    more = len(result.left_out) - len(shown)
    rest = [f"  and {more} more"] if more else []
    return ["", f"Left out, for robots.txt forbids them ({len(result.left_out)}):", *shown, *rest]
