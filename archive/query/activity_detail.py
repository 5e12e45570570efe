"""One report of an activity with all that the archive has of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from archive.errors import UsageError
from archive.query import stored_facts
from archive.query.activities import ActivityRow, activity_rows
from archive.query.activity_facts import (
    AttendanceFact,
    DateFact,
    FindingFact,
    GroupFact,
    MaterialFact,
    OrganizationFact,
    PersonFact,
    Proof,
    ReportRow,
)


@dataclass(frozen=True, slots=True)
class ActivityDetail:
    """All that the archive has of one report."""

    row: ActivityRow
    page_id: int
    article_title: str
    author: str | None
    text: str
    """The article; proofs are offsets into it."""
    venue: Proof
    dates: tuple[DateFact, ...]
    attendance: tuple[AttendanceFact, ...]
    people: tuple[PersonFact, ...]
    organizations: tuple[OrganizationFact, ...]
    groups: tuple[GroupFact, ...]
    materials: tuple[MaterialFact, ...]
    findings: tuple[FindingFact, ...]
    """What the reader found of the page, then what comparing its files found."""
    reports: tuple[ReportRow, ...]
    """Other reports of the same event."""
    versions_count: int
    """How many different texts the page had, the present one among them."""


_PAGE = """
SELECT page_id, articles.title, author, text, venue_evidence,
  (SELECT count(*) FROM versions WHERE versions.page_id = activities.page_id) AS versions_count
FROM activities JOIN articles USING (page_id)
WHERE activities.id = ? AND type IS NOT NULL
"""

_REPORTS = """
SELECT other.id, other.title, other.start_date, url, site,
  CASE state WHEN 'gone' THEN gone_at END
FROM activities AS this
JOIN activities AS other ON other.event_id = this.event_id AND other.id != this.id
JOIN pages ON pages.id = other.page_id
WHERE this.id = ? AND other.type IS NOT NULL ORDER BY other.id
"""


def activity(db: Database, activity_id: int) -> ActivityDetail:
    """All facts of one report. Raises UsageError where there is none with the key.

    >>> detail = activity(db, activities(db, limit=1)[0].activity_id)
    >>> detail.row.title, detail.attendance[0].proof.quotes, len(detail.reports)
    ('Lokakarya Taman Hujan', ('sekitar 40 peserta',), 0)
    >>> [(one.name, one.position, one.summary.quotes) for one in detail.people][0]
    ('Ratna Wulandari', 'Kepala Dinas Air', ('membuka acara',))
    """
    with db.atomic():
        page = next(db.query(_PAGE, (activity_id,)), None)
        if page is None:
            raise UsageError(
                f"There is no activity {activity_id} in the archive."
                " 'resilience report --format json' lists them with their numbers."
            )
        text, page_id = page["text"], page["page_id"]
        return ActivityDetail(
            row=activity_rows(db, [activity_id])[0],
            page_id=page_id,
            article_title=page["title"],
            author=page["author"],
            text=text,
            venue=stored_facts.proof(page, text, "venue_evidence"),
            dates=stored_facts.dates(db, activity_id, text),
            attendance=stored_facts.attendance(db, activity_id, text),
            people=stored_facts.people(db, activity_id, text),
            organizations=stored_facts.organizations(db, activity_id, text),
            groups=stored_facts.groups(db, activity_id, text),
            materials=stored_facts.materials(db, activity_id, text),
            findings=stored_facts.findings(db, activity_id, page_id, text),
            reports=tuple(ReportRow(*row) for row in db.execute(_REPORTS, (activity_id,))),
            versions_count=page["versions_count"],
        )
