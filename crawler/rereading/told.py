"""The differences of a new reading, as people and programs read them. No database here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from rich.table import Table

from archive.records import EXTRACTOR_VERSION
from archive.tabular import printable
from crawler.differences.tally import ACTIONS, Example
from crawler.rereading.page import Problem
from crawler.rereading.running import Found


def as_json(found: Found, *, dry_run: bool) -> str:
    """All that was found as one JSON object."""
    tally = found.tally
    told = {
        "extractor_version": EXTRACTOR_VERSION,
        "dry_run": dry_run,
        "pages": {
            "read": found.pages,
            "unchanged": found.pages - found.differing - found.unread,
            "changed": found.differing,
            "unread": found.unread,
            "from_older_capture": found.older,
            "history_changed": found.histories,
        },
        "differences": [
            {
                "kind": kind,
                "pages": tally.pages[kind],
                **{action: tally.facts[kind, action] for action in ACTIONS},
                "examples": [
                    asdict(example)
                    for action in ACTIONS
                    for example in tally.examples[kind, action]
                ],
            }
            for kind in tally.kinds
        ],
        "problems": [asdict(problem) for problem in found.problems],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def as_text(found: Found) -> Iterator[str | Table]:
    """The same for a terminal, part by part."""
    unchanged = found.pages - found.differing - found.unread
    yield (
        f"{found.pages} pages read with extractor version {EXTRACTOR_VERSION}:"
        f" {unchanged} unchanged, {found.differing} changed, {found.unread} unread."
    )
    if found.histories:
        yield f"Of {found.histories} pages earlier captures are read otherwise than before."
    if found.tally.kinds:
        yield _table(found)
        yield from _examples(found)
    yield from problems(found.problems)


def problems(those: list[Problem]) -> Iterator[str]:
    """Each capture that could not be read, with its reason and remedy."""
    if those:
        yield f"\nCould not be read or kept: {len(those)}"
    for problem in those:
        when = f" of {problem.fetched_at}" if problem.fetched_at else ""
        yield printable(f"  {problem.url}{when}: {problem.reason}")


def _table(found: Found) -> Table:
    table = Table("fact", "pages")
    for action in ACTIONS:
        table.add_column(action, justify="right")
    table.columns[1].justify = "right"
    for kind in found.tally.kinds:
        numbers = (found.tally.facts[kind, action] for action in ACTIONS)
        table.add_row(kind, str(found.tally.pages[kind]), *map(str, numbers))
    return table


def _examples(found: Found) -> Iterator[str]:
    for kind in found.tally.kinds:
        yield f"\n{kind}"
        for action in ACTIONS:
            for example in found.tally.examples[kind, action]:
                yield printable(f"  {example.url}")
                yield printable(f"    {_words(example)}")


def _words(example: Example) -> str:
    if example.before is None:
        return f"added: {example.after}"
    if example.after is None:
        return f"removed: {example.before}"
    return f"{example.before} -> {example.after}"
