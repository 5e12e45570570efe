"""Why reports are taken to be of one event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from archive.identity import event_facts, event_rows
from archive.identity.event_decisions import reported
from archive.identity.events import decide

_REPORT = """
SELECT activities.id, coalesce(activities.title, articles.title), start_date, end_date, url,
  activities.id = events.activity_id
FROM activities
JOIN pages ON pages.id = activities.page_id
JOIN articles ON articles.page_id = pages.id
LEFT JOIN events ON events.id = event_id
"""
_DECISIONS = """
SELECT verdict, first.url, second.url, author, decided_at, identity_decisions.reason FROM identity_decisions
JOIN pages AS first ON first.id = first_page_id JOIN pages AS second ON second.id = second_page_id
WHERE kind = 'event' AND (first_page_id IN (SELECT page_id FROM activities WHERE event_id = :event)
  OR second_page_id IN (SELECT page_id FROM activities WHERE event_id = :event))
ORDER BY identity_decisions.id
"""
_DOUBTS = """
SELECT CASE first_id WHEN :event THEN second_id ELSE first_id END, reason FROM identity_doubts
WHERE kind = 'event' AND :event IN (first_id, second_id) ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Reported:
    """A report of an event."""

    activity_id: int
    is_leading: bool
    """Whether it is the fullest, which speaks for the event."""
    start_date: str | None
    end_date: str | None
    title: str | None
    url: str


@dataclass(frozen=True, slots=True)
class ExplainedEvent:
    """The event of a report."""

    id: int | None
    """None where it has none yet."""
    name: str | None
    """The title of its leading report."""
    reports: tuple[Reported, ...]
    reasons: tuple[str, ...]
    """Why the reports are of one event, a reason fewer than there are reports."""
    decisions: tuple[str, ...]
    doubts: tuple[str, ...]
    """Other events that it may be."""


def explain(db: Database, reference: str) -> ExplainedEvent:
    """A report's event: its reports, why they are one, decisions and doubts.

    Raises UsageError where no activity has that id or address.
    """
    activity_id = reported(db, reference)
    (event_id,) = db.execute(
        "SELECT event_id FROM activities WHERE id = ?", (activity_id,)
    ).fetchone()
    if event_id is None:
        reports = _reports(db, "activities.id", activity_id)
        return ExplainedEvent(None, reports[0].title, reports, (), (), ())
    reports = _reports(db, "event_id", event_id)
    return ExplainedEvent(
        event_id,
        next((one.title for one in reports if one.is_leading), None),
        reports,
        tuple(_reasons(db, reports)),
        tuple(_decisions(db, event_id)),
        tuple(_doubts(db, event_id)),
    )


def as_lines(event: ExplainedEvent) -> Iterator[str]:
    """The same for people."""
    if event.id is None:
        (report,) = event.reports
        yield (
            f"Activity {report.activity_id} has no event yet: identities are renewed after each run."
        )
        return
    yield described(event.id, event.reports)
    for report in event.reports:
        leads = ", leads" if report.is_leading else ""
        yield (
            f"  activity {report.activity_id}{leads}: {report.start_date or 'no date'},"
            f" {report.title}, {report.url}"
        )
    yield from (f"  {reason}." for reason in event.reasons)
    yield from (f"  {decision}" for decision in event.decisions)
    yield from (f"  Perhaps also {doubt}." for doubt in event.doubts)


def described(event_id: int, reports: tuple[Reported, ...]) -> str:
    """The event in a line: its day, title, and leading report."""
    lead = next((one for one in reports if one.is_leading), None)
    if lead is None:
        return f"Event {event_id}"
    start, end = lead.start_date, lead.end_date
    days = start if end in {None, start} else f"{start} to {end}"
    number = "1 report" if len(reports) == 1 else f"{len(reports)} reports"
    return f"Event {event_id}: {days or 'no date'}, {lead.title} ({number}; {lead.url})"


def _reports(db: Database, column: str, value: int) -> tuple[Reported, ...]:
    rows = db.execute(f"{_REPORT} WHERE {column} = ? ORDER BY activities.id", (value,))
    return tuple(
        Reported(activity_id, bool(is_leading), start, end, title, url)
        for activity_id, title, start, end, url, is_leading in rows.fetchall()
    )


def _reasons(db: Database, reports: tuple[Reported, ...]) -> Iterator[str]:
    if len(reports) > 1:
        facts = event_facts.gather(db, [report.activity_id for report in reports])
        for cluster in decide(event_facts.reports(facts), event_rows.rulings(db)).clusters:
            for link in cluster.links:
                yield f"{link.first} and {link.second}: {link.reason}"


def _decisions(db: Database, event_id: int) -> Iterator[str]:
    words = {"same": "one event", "different": "two events"}
    for verdict, first, second, author, at, reason in db.execute(_DECISIONS, {"event": event_id}):
        yield f"{author} decided on {at[:10]}: {first} and {second} are {words[verdict]}. {reason}"


def _doubts(db: Database, event_id: int) -> Iterator[str]:
    for other, reason in db.execute(_DOUBTS, {"event": event_id}).fetchall():
        yield f"{described(other, _reports(db, 'event_id', other))}: {reason}"
