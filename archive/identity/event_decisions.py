"""What people ask and decide about events: each report is named by its activity or its address."""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from archive.addresses import find_page
from archive.errors import UsageError
from archive.identity import event_facts, event_rows
from archive.identity.events import decide
from archive.storage import transaction
from archive.timestamps import utc_now

_REPORT = """
SELECT activities.id, activities.event_id, coalesce(activities.title, articles.title), start_date,
  end_date, url, activities.id = events.activity_id
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
_LAST_ID = 2**63 - 1
"""SQLite counts no further."""


def merge(db: Database, first: str, second: str, *, author: str, reason: str) -> None:
    """Note that two reports are of one event; it holds when identities are next renewed.

    A report is named by its activity's id or its page's address. Raises UsageError.
    """
    _decide(db, "same", first, second, author, reason)


def split(db: Database, first: str, second: str, *, author: str, reason: str) -> None:
    """Note that two reports are of two events, as `merge` does. Raises UsageError."""
    _decide(db, "different", first, second, author, reason)


def explain(db: Database, reference: str) -> list[str]:
    """Lines that tell a report's event: its reports, why they are one, decisions and doubts.

    Raises UsageError where no activity has that id or address.
    """
    activity_id = _reported(db, reference)
    (event_id,) = db.execute(
        "SELECT event_id FROM activities WHERE id = ?", (activity_id,)
    ).fetchone()
    if event_id is None:
        return [f"Activity {activity_id} has no event yet: identities are renewed after each run."]
    return [
        described(db, event_id),
        *_reports(db, event_id),
        *_reasons(db, event_id),
        *_decisions(db, event_id),
        *_doubts(db, event_id),
    ]


def described(db: Database, event_id: int) -> str:
    """The event in a line: its day, title, and leading report."""
    told = db.execute(
        f"{_REPORT} WHERE events.id = ? AND events.activity_id = activities.id", (event_id,)
    )
    row = told.fetchone()
    if row is None:
        return f"Event {event_id}"
    _, _, title, start, end, url, _ = row
    days = start if end in {None, start} else f"{start} to {end}"
    (number,) = db.execute(
        "SELECT count(*) FROM activities WHERE event_id = ?", (event_id,)
    ).fetchone()
    reports = "1 report" if number == 1 else f"{number} reports"
    return f"Event {event_id}: {days or 'no date'}, {title} ({reports}; {url})"


def _decide(db: Database, verdict: str, first: str, second: str, author: str, reason: str) -> None:
    of_first, of_second = _reported(db, first), _reported(db, second)
    if of_first == of_second:
        raise UsageError(f"{first} and {second} are one report. Name the reports of two pages.")
    with transaction(db):
        db.execute(
            "INSERT INTO identity_decisions"
            " (kind, verdict, first_page_id, second_page_id, author, decided_at, reason)"
            " SELECT 'event', ?, first.page_id, second.page_id, ?, ?, ?"
            " FROM activities AS first, activities AS second WHERE first.id = ? AND second.id = ?",
            (verdict, author, utc_now(), reason, of_first, of_second),
        )


def _reported(db: Database, reference: str) -> int:
    """The id of the reported activity that is meant. Raises UsageError."""
    if reference.isdecimal():
        condition, value = "id", min(int(reference), _LAST_ID)
    else:
        page_id = find_page(db, reference)
        if page_id is None:
            raise UsageError(
                f"The archive knows no page at {reference}. Name a report by the id of its activity"
                " (resilience report --format json tells it) or by the address of its page."
            )
        condition, value = "page_id", page_id
    row = db.execute(
        f"SELECT id FROM activities WHERE {condition} = ? AND type IS NOT NULL",  # noqa: S608 - fixed names
        (value,),
    ).fetchone()
    if row is None:
        raise UsageError(
            f"{reference} reports no activity, so it is of no event."
            " 'resilience report --format json' tells the ids of those that do."
        )
    return int(row[0])


def _reports(db: Database, event_id: int) -> Iterator[str]:
    rows = db.execute(f"{_REPORT} WHERE event_id = ? ORDER BY activities.id", (event_id,))
    for activity_id, _, title, start, _, url, is_leading in rows.fetchall():
        leads = ", leads" if is_leading else ""
        yield f"  activity {activity_id}{leads}: {start or 'no date'}, {title}, {url}"


def _reasons(db: Database, event_id: int) -> Iterator[str]:
    """Why the reports are of one event: a reason fewer than there are reports."""
    members = db.execute("SELECT id FROM activities WHERE event_id = ?", (event_id,)).fetchall()
    if len(members) > 1:
        facts = event_facts.gather(db, [activity_id for (activity_id,) in members])
        for cluster in decide(event_facts.reports(facts), event_rows.rulings(db)).clusters:
            for link in cluster.links:
                yield f"  {link.first} and {link.second}: {link.reason}."


def _decisions(db: Database, event_id: int) -> Iterator[str]:
    words = {"same": "one event", "different": "two events"}
    for verdict, first, second, author, at, reason in db.execute(_DECISIONS, {"event": event_id}):
        yield f"  {author} decided on {at[:10]}: {first} and {second} are {words[verdict]}. {reason}"


def _doubts(db: Database, event_id: int) -> Iterator[str]:
    for other, reason in db.execute(_DOUBTS, {"event": event_id}).fetchall():
        yield f"  Perhaps also {described(db, other)}: {reason}."
