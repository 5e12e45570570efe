"""All readers over one page, in the order in which they need each other."""

from __future__ import annotations

from archive.records import Activity, Finding, Record, Span
from crawler.article.page import Page
from crawler.article.shortening import beginning_of
from crawler.extraction.activity_type.reader import read_title, read_type
from crawler.extraction.attendance.reader import read_attendance
from crawler.extraction.dates.reader import read_dates
from crawler.extraction.groups.reader import read_groups
from crawler.extraction.materials.reader import read_materials
from crawler.extraction.organizations.reader import read_organizations
from crawler.extraction.people.presenters import join_presenters
from crawler.extraction.people.reader import read_people
from crawler.extraction.venue.reader import read_venue

_MOST_LETTERS = 100_000
"""Ten times the longest report: what is longer is no news, and must not cost minutes."""


def read_activity(page: Page) -> Record:
    """The record of a page: its article with the facts of the activity that it reports.

    Where the page reports no activity (an announcement, an opinion, a regulation) the type is
    None and there are no attendance, people, groups or dates of the activity. Of an article
    that is longer than any news the facts of its beginning are read, and a finding says so.
    """
    whole = page
    page = beginning_of(whole, _MOST_LETTERS)
    kind = read_type(page)
    reported = kind is not None
    dates = read_dates(page, reports_activity=reported)
    venue = read_venue(page) if reported else None
    people = read_people(page) if reported else ()
    materials = read_materials(page, people)
    if reported:
        people = join_presenters(page, people, materials)
    activity = Activity(
        type=kind,
        title=read_title(page, kind),
        start_date=dates.start_date,
        end_date=dates.end_date,
        dates=dates.dates,
        place=venue.place if venue else None,
        venue=venue.venue if venue else None,
        venue_evidence=venue.evidence if venue else (),
        attendance=read_attendance(page) if reported else (),
        people=people,
        organizations=read_organizations(page, people, kind),
        groups=read_groups(page) if reported else (),
        materials=materials,
    )
    return Record(whole.article, activity, (*dates.findings, *_unread(whole)))


def _unread(page: Page) -> tuple[Finding, ...]:
    letters = len(page.text)
    if letters <= _MOST_LETTERS:
        return ()
    message = (
        f"The article has {letters} letters; its facts are read from the first {_MOST_LETTERS}"
    )
    return (Finding("long-article", message, (Span(_MOST_LETTERS, letters),)),)
