"""A crawl's result in words and as JSON. Pure."""

from __future__ import annotations

import json
from dataclasses import asdict

from archive.tabular import printable
from crawler.running import CrawlResult, exit_status

_OUTCOMES = ("found", "new", "changed", "unchanged", "failed", "activities")
_MOST_LEFT_OUT = 5
_ENDS = {
    "finished": "finished",
    "failed": "finished, and is not complete",
    "interrupted": "was interrupted",
}


def as_text(result: CrawlResult, *, expected: frozenset[str] = frozenset()) -> str:
    """The summary for people: counts, failures with their reasons, where the archive is.

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
    lines += _left_out(result)
    lines += ["", f"Archive: {result.folder / 'archive.db'}"]
    return "\n".join(printable(line) if line else line for line in lines)


def as_json(result: CrawlResult) -> str:
    """The summary for programs; `pages` and `listings` are those that failed."""
    return json.dumps(
        {
            "crawl": result.crawl_id,
            "status": result.end.status,
            "exit_status": exit_status(result.end),
            **asdict(result.end.counts),
            "reason": result.end.reason,
            "failures": {
                "pages": [{"url": url, "reason": reason} for url, reason in result.failures],
                "listings": list(result.broken_listings),
            },
            "left_out_by_robots": list(result.left_out),
            "resumed": result.resumed,
            "archive": str(result.folder),
        },
        ensure_ascii=False,
        indent=1,
    )


def next_step(result: CrawlResult) -> str:
    """What to do after such a crawl, in one sentence."""
    if result.end.status == "interrupted":
        return "Next: the same command again goes on where this crawl stopped."
    if result.broken_listings or result.failures:
        return "Next: the same command again asks for what failed."
    return f"Next: resilience report --archive {result.folder}"


def _failures(result: CrawlResult, expected: frozenset[str]) -> list[str]:
    lines = []
    if result.broken_listings:
        lines += ["", "Listings that could not be read, so that posts may be missing:"]
        lines += [f"  {sentence}" for sentence in result.broken_listings]
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


def _left_out(result: CrawlResult) -> list[str]:
    if not result.left_out:
        return []
    shown = [f"  {url}" for url in result.left_out[:_MOST_LEFT_OUT]]
    more = len(result.left_out) - len(shown)
    rest = [f"  and {more} more"] if more else []
    return ["", f"Left out, for robots.txt forbids them ({len(result.left_out)}):", *shown, *rest]
