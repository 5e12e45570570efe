"""What one sees of a running crawl: a line for each page, and on a terminal a count.

The lines are words for people, or one JSON object each for programs.
"""

from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

from archive.gaps import Gap
from archive.records import Record
from archive.tabular import printable
from crawler import log_lines

if TYPE_CHECKING:
    from rich.console import Console

LogFormat = Literal["text", "json"]

_logger = logging.getLogger("crawler.pages")


@dataclass(frozen=True, slots=True)
class Visit:
    """What one page came to."""

    outcome: str
    """new, changed, unchanged, failed, gone, protected, or of a memento: no post."""
    url: str
    date: str | None = None
    """When the activity began, else when the page was published; ISO 8601."""
    facts: int = 0
    reason: str | None = None


class Observer(Protocol):
    """What is told of every visit."""

    def __call__(self, visit: Visit) -> None: ...


def count_facts(record: Record) -> int:
    """How many facts with evidence the record holds."""
    activity = record.activity
    lists = (
        activity.dates,
        activity.attendance,
        activity.people,
        activity.organizations,
        activity.groups,
        activity.materials,
    )
    return sum(len(facts) for facts in lists)


def date_of(record: Record) -> str | None:
    """The date to show for a page: of its activity, else of its publication."""
    published = record.article.published_at
    return record.activity.start_date or (published[:10] if published else None)


def line_of(visit: Visit) -> str:
    """One line of the log: outcome, date, number of facts, address, reason."""
    if visit.outcome in {"failed", "gone", "protected", "no post"}:
        return printable(f"{visit.outcome:9} {'':10} {'':9} {visit.url}  {visit.reason}")
    return printable(f"{visit.outcome:9} {visit.date or '-':10} {visit.facts:3} facts {visit.url}")


def file_line(outcome: str, url: str, said: str | None) -> str:
    """One line of the log for a file: outcome, address, and what it is or why it is not there."""
    return printable(f"{outcome:9} {'file':10} {'':9} {url}  {said or ''}".rstrip())


def log_page(visit: Visit) -> None:
    """Tell what a page came to."""
    level = logging.WARNING if visit.outcome == "failed" else logging.INFO
    log_event("page", line_of(visit), level=level, **asdict(visit))


def log_gap(gap: Gap) -> None:
    """Tell of a list of posts that could not be read."""
    log_event("gap", f"{'failed':9} {gap.way}: {gap.reason}", level=logging.WARNING, **asdict(gap))


def log_event(event: str, words: str = "", *, level: int = logging.INFO, **fields: Any) -> None:
    """Tell of an event: `words` in a log for people, nothing where empty; `fields` in JSON."""
    _logger.log(level, words, extra={"event": event, "fields": fields})


@contextmanager
def shown(
    log_format: LogFormat = "text", beginning: str = "Asking the site ..."
) -> Iterator[Observer]:
    """Log lines on standard error while inside, with a running count below on a terminal.

    Until there is something to count, `beginning` stands there.
    """
    logger = logging.getLogger("crawler")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    if log_format == "json":
        with log_lines.as_json(logger):
            yield lambda _: None
        return
    if not sys.stderr.isatty():
        handler: logging.Handler = logging.StreamHandler(sys.stderr)
        with _attached(logger, handler):
            yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - for a terminal only

    console = Console(stderr=True)
    handler = _ConsoleHandler(console)
    counter: Counter[str] = Counter()
    with _attached(logger, handler), console.status(beginning) as status:

        def observe(visit: Visit) -> None:
            counter[visit.outcome] += 1
            counted = ", ".join(f"{number} {outcome}" for outcome, number in counter.items())
            status.update(f"{counter.total()} pages: {counted}")

        yield observe


class _ConsoleHandler(logging.Handler):
    """Writes lines above a terminal's running count, as they are."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        line = self.format(record)
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def _attached(logger: logging.Logger, handler: logging.Handler) -> Iterator[None]:
    handler.addFilter(lambda record: bool(record.msg))
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
