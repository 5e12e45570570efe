"""What a page says of time: the activity's days, the dateline, and other dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from archive.records import ActivityDate, DateKind, Finding, Span
from crawler.article.page import Page
from crawler.extraction.dates.decision import Decision, decide
from crawler.extraction.dates.expressions import Expression
from crawler.extraction.dates.grammar import find_expressions
from crawler.extraction.dates.missing_years import believed
from crawler.extraction.dates.places import is_dateline, own_expressions
from crawler.extraction.dates.years import Mention, full_date, resolve

_HEAD_BLOCKS = 4


@dataclass(frozen=True, slots=True)
class Dates:
    """What a page says of time; ISO dates, None where the text gives the activity none."""

    start_date: str | None
    end_date: str | None
    dates: tuple[ActivityDate, ...]
    findings: tuple[Finding, ...]


def read_dates(page: Page, *, reports_activity: bool) -> Dates:
    """The dates of a page, one entry a distinct date with all its mentions as evidence.

    Where the page reports no activity no date is the activity's. Never raises.
    """
    mentions, findings, decision = _timeline(page, reports_activity=reports_activity)
    if reports_activity and decision.start is None:
        findings = [*findings, _no_date(page)]
    return Dates(
        decision.start.isoformat() if decision.start else None,
        decision.end.isoformat() if decision.end else None,
        _entries(mentions, decision),
        _distinct(findings),
    )


def other_days(page: Page) -> list[Span]:
    """Where a page that reports an activity names days of other events, in order of the text.

    Empty where the text gives the activity no date, for then nothing can be told apart.
    """
    mentions, _, decision = _timeline(page, reports_activity=True)
    if decision.start is None or decision.end is None:
        return []
    return [
        mention.span
        for at, mention in enumerate(mentions)
        if at not in decision.datelines
        and not (decision.start <= mention.last and mention.start <= decision.end)
    ]


@lru_cache(maxsize=2)
def _timeline(
    page: Page, *, reports_activity: bool
) -> tuple[list[Mention], list[Finding], Decision]:
    """All that is read of a page's time; the last pages are remembered, as two readers ask."""
    expressions = own_expressions(page, find_expressions(page.text))
    published = believed(_published(page), expressions)
    mentions, findings = resolve(page.text, expressions, published, _head(page, expressions))
    return mentions, findings, decide(page, mentions, published, reports_activity=reports_activity)


def _published(page: Page) -> date | None:
    try:
        return date.fromisoformat((page.article.published_at or "")[:10])
    except ValueError:
        return None


def _head(page: Page, expressions: tuple[Expression, ...]) -> date | None:
    """The full date of the dateline, if the page has one."""
    for depth, block in enumerate(page.body[:_HEAD_BLOCKS]):
        for expression in expressions:
            if expression.start >= block.end:
                break
            inside = block.start <= expression.start
            if inside and is_dateline(page, expression.span, block, depth):
                return full_date(expression)
    return None


def _entries(mentions: list[Mention], decision: Decision) -> tuple[ActivityDate, ...]:
    """One entry a distinct date or range, in order of appearance."""
    rows: dict[tuple[date, date | None], list[int]] = {}
    for at, mention in enumerate(mentions):
        rows.setdefault((mention.start, mention.end), []).append(at)
    return tuple(
        ActivityDate(
            start.isoformat(),
            end.isoformat() if end else None,
            _kind(start, end or start, row, decision),
            _agreement([mentions[at].weekday_agrees for at in row]),
            tuple(dict.fromkeys(mentions[at].span for at in row)),
        )
        for (start, end), row in rows.items()
    )


def _kind(start: date, end: date, row: list[int], decision: Decision) -> DateKind:
    if decision.start and decision.end and decision.start <= start and end <= decision.end:
        return "activity"
    return "dateline" if decision.datelines.intersection(row) else "mentioned"


def _agreement(agreements: list[bool | None]) -> bool | None:
    """False where any mention's weekday contradicts; None where no mention names one."""
    named = [agrees for agrees in agreements if agrees is not None]
    return all(named) if named else None


def _no_date(page: Page) -> Finding:
    title = next(iter(page.blocks), None)
    span = Span(title.start, title.end) if title else Span(0, len(page.text))
    return Finding("no-date", "the text gives no date for the activity", (span,))


def _distinct(findings: list[Finding]) -> tuple[Finding, ...]:
    """Findings that say the same are one, with the evidence of all."""
    rows: dict[tuple[str, str], dict[Span, None]] = {}
    for finding in findings:
        rows.setdefault((finding.check, finding.message), {}).update(
            dict.fromkeys(finding.evidence)
        )
    return tuple(Finding(check, message, tuple(spans)) for (check, message), spans in rows.items())
