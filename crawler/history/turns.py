"""What changed on a page from each of its versions to the next, in its text and in its facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive import timeline
from archive.records import Record
from archive.timeline import Moment
from crawler.differences import Change, compare
from crawler.differences.text import line_changes
from crawler.rereading.page import UnreadableCaptureError, read_capture

_APART = {"text", "evidence"}
"""Kinds that are left out: the text is told line by line, and with it its evidence moves."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A time during which a page said the same."""

    number: int | None
    """Of the version; one that came back has the number that it had."""
    is_back: bool
    """Whether the page said so before, and something else in between."""
    title: str | None
    first_at: str
    last_at: str
    """Times (UTC) of its first and last capture."""
    captures: int
    text_changes: tuple[str, ...]
    """What changed since the turn before, as `line_changes` gives it."""
    fact_changes: tuple[Change, ...]
    """Likewise of the facts, by today's extractor."""
    unreadable: str | None
    """Why its facts cannot be told, with the remedy; None where they can."""


def of_page(folder: Path, moments: Sequence[Moment]) -> Iterator[Turn]:
    """What a page said, one turn after the other, each beside the one before it."""
    before: Moment | None = None
    formerly: Record | None = None
    known: set[int | None] = set()
    for run in timeline.turns(list(moments)):
        first = run[0]
        record, unreadable = _record(folder, run)
        facts = compare(formerly, record) if formerly and record else ()
        yield Turn(
            number=first.number,
            is_back=first.number in known,
            title=first.title,
            first_at=first.fetched_at,
            last_at=run[-1].fetched_at,
            captures=len(run),
            text_changes=()
            if before is None
            else tuple(line_changes(before.text or "", first.text or "")),
            fact_changes=tuple(change for change in facts if change.kind not in _APART),
            unreadable=unreadable,
        )
        known.add(first.number)
        before, formerly = first, record


def _record(folder: Path, run: Sequence[Moment]) -> tuple[Record | None, str | None]:
    """What the page said in a turn, from the first of its captures that can be read; or why not."""
    reason = None
    for moment in sorted(run, key=lambda moment: not moment.feeds):
        try:
            return read_capture(folder, moment), None
        except UnreadableCaptureError as error:
            reason = reason or str(error)
    return None, reason
