"""How much of the archive a report is about, and what of it is uncertain whatever is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlite_utils import Database

from archive import query
from archive.query import Selected
from archive.reports.dates import UNDATED
from archive.reports.report import Figure, Report

_EXTENT = """
SELECT
  count(*),
  count(DISTINCT coalesce(event_id, -activities.id)),
  min(start_date),
  max(coalesce(end_date, start_date)),
  count(*) FILTER (WHERE start_date IS NULL),
  count(*) FILTER (WHERE pages.state = 'gone'),
  count(*) FILTER (WHERE activities.page_id IN (
    SELECT page_id FROM corrections WHERE state NOT IN ('withdrawn', 'superseded')
  )),
  count(*) FILTER (WHERE activities.page_id IN (
    SELECT page_id FROM corrections WHERE state = 'conflict'
  )),
  count(*) FILTER (WHERE activities.id IN (SELECT activity_id FROM findings))
FROM activities JOIN pages ON pages.id = activities.page_id
WHERE {condition}
"""


_SITES = """
SELECT DISTINCT pages.site FROM activities JOIN pages ON pages.id = activities.page_id
WHERE {condition} ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class Extent:
    """Counts of reports (pages that report an activity) but for `events`."""

    reports: int
    events: int
    """What they report, each once."""
    first_day: str | None
    last_day: str | None
    undated: int
    gone: int
    corrected: int
    in_conflict: int
    """Corrected, and the page has since come to say something else."""
    with_findings: int
    sites: tuple[str, ...]
    """The names of their sites."""
    doubtful_names: int
    """Pairs of people or organizations of the whole archive that may be one."""


def extent(db: Database, selected: Selected) -> Extent:
    """The extent of the selected reports."""
    asked = query.condition(db, selected)
    counts = db.execute(_EXTENT.replace("{condition}", asked.sql), asked.parameters).fetchone()
    (doubts,) = db.execute(
        "SELECT count(*) FROM identity_doubts WHERE kind IN ('person', 'organization')"
    ).fetchone()
    sites = db.execute(_SITES.replace("{condition}", asked.sql), asked.parameters)
    return Extent(*(*counts, tuple(site for (site,) in sites), doubts))


def explained(report: Report, known: Extent) -> Report:
    """The report with its extent at its head, and what is uncertain at its end."""
    return replace(
        report,
        circumstances=replace(report.circumstances, sites=known.sites),
        figures=(*report.figures, *_figures(known)),
        notes=(*report.notes, *_notes(known)),
    )


def _figures(known: Extent) -> tuple[Figure, ...]:
    """The extent in numbers."""
    last = f"last {known.last_day}" if known.last_day else ""
    return (
        Figure("Reports", str(known.reports), "pages that report an activity"),
        Figure("Events", str(known.events), "each once, whichever pages report it"),
        Figure("First day", known.first_day or UNDATED, last),
    )


def _notes(known: Extent) -> tuple[str, ...]:
    """What is uncertain about the selected reports, a sentence or two each."""
    told = [
        (
            "The numbers are of what the sites report, which need not be all that took place. Rules"
            " read them from the pages; the words that they read are under Sources."
        ),
    ]
    if known.events < known.reports:
        told.append(
            f"{known.reports} reports tell of {known.events} events, for several pages may report"
            " one. Where events are counted, each counts once."
        )
    counted = (
        ("without a date of the activity", known.undated, "in no period and in no chart"),
        ("no longer on their site", known.gone, "what they said is in the archive"),
        ("corrected by people", known.corrected, "the corrections are in all numbers"),
        ("changed since they were corrected", known.in_conflict, "see 'resilience corrections'"),
        ("with a contradiction or a gap", known.with_findings, "see 'resilience report quality'"),
    )
    told += [f"Reports {words}: {number} ({more})." for words, number, more in counted if number]
    if known.doubtful_names:
        told.append(
            "Forms of a name are put together where that is sure. Pairs of names in the archive"
            f" that may be one and are counted as two: {known.doubtful_names}; see"
            " 'resilience identity review'."
        )
    return tuple(told)
