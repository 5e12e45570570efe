"""A page's history as people and programs read it. No database here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from rich.table import Table
from rich.text import Text

from archive.tabular import printable
from archive.timeline import Moment, PageState
from crawler.differences import Change
from crawler.history.turns import Turn

_MOST_LINES = 20
_LONGEST = 240
"""Lines of a text's changes, and characters of a line, that are shown."""
_DIGEST = 12
"""Characters of a digest that tell it from a page's others."""


def as_json(state: PageState, moments: Sequence[Moment], turns: Sequence[Turn]) -> str:
    """The whole history as one JSON object."""
    told = {
        **asdict(state),
        "captures": [_capture(moment) for moment in moments],
        "versions": [
            {
                **asdict(turn),
                "fact_changes": [
                    {"action": change.action, **asdict(change)} for change in turn.fact_changes
                ],
            }
            for turn in turns
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def as_text(
    state: PageState, moments: Sequence[Moment], turns: Sequence[Turn]
) -> Iterator[str | Table]:
    """The same for a terminal, part by part."""
    yield printable(state.url)
    for address in state.addresses:
        yield printable(f"  also {address}")
    yield printable(_condition(state))
    if not moments:
        yield "Nothing was ever served for it: there is no capture."
        return
    yield _table(state, moments)
    for index, turn in enumerate(turns):
        yield from _turn(turn, turns[index - 1] if index else None)


def _capture(moment: Moment) -> dict[str, object]:
    told = asdict(moment)
    del told["text"], told["text_digest"]
    told["version"] = told.pop("number")
    return told


def _condition(state: PageState) -> str:
    if state.state == "gone":
        return f"Gone from its site since {state.gone_at}: {state.reason}"
    if state.state == "pending":
        return "Known from a list of its site; never asked for yet."
    if state.state == "failed":
        return f"The last visit failed: {state.reason}"
    unlisted = (
        f" Its site no longer lists it since {state.unlisted_at}." if state.unlisted_at else ""
    )
    return f"As the archive has it on {state.verified_at}.{unlisted}"


def _table(state: PageState, moments: Sequence[Moment]) -> Table:
    table = Table("captured (UTC)", "source", "status", "version", "digest", "note")
    for moment in moments:
        table.add_row(
            moment.fetched_at,
            moment.source,
            str(moment.status),
            "" if moment.number is None else str(moment.number),
            moment.payload_digest.removeprefix("sha1:")[:_DIGEST],
            Text(printable(". ".join(_notes(state, moment)))),
        )
    return table


def _notes(state: PageState, moment: Moment) -> Iterator[str]:
    if moment.feeds:
        yield "feeds the facts"
    if moment.reason:
        yield moment.reason
    if moment.place is None:
        yield "not kept"
    if moment.url != state.url:
        yield f"at {moment.url}"


def _turn(turn: Turn, before: Turn | None) -> Iterator[str]:
    again = " once more" if turn.is_back else ""
    span = turn.first_at if turn.first_at == turn.last_at else f"{turn.first_at} to {turn.last_at}"
    yield ""
    yield printable(f"Version {turn.number}{again}, {span}: {turn.title}")
    if before is not None:
        yield f"  What changed since version {before.number}:"
        shown = turn.text_changes[:_MOST_LINES]
        yield from (printable(f"    {_clipped(line)}") for line in shown)
        if len(turn.text_changes) > len(shown):
            yield f"    ... and {len(turn.text_changes) - len(shown)} lines more (--format json)"
        yield from (printable(f"    {_fact(change)}") for change in turn.fact_changes)
        if not turn.fact_changes and not turn.unreadable and not before.unreadable:
            yield "    no fact"
    if turn.unreadable:
        yield printable(f"  Its facts cannot be told: {turn.unreadable}")


def _fact(change: Change) -> str:
    if change.action == "changed":
        return _clipped(f"{change.kind}: {change.before} -> {change.after}")
    return _clipped(f"{change.kind} {change.action}: {change.after or change.before}")


def _clipped(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}..."
