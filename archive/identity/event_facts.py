"""What deciding about events looks at, as an archive holds it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from sqlite_utils import Database

from archive.identity.event_reports import Report
from archive.names import name_key

_SOLE_ROLES = frozenset(("opening", "chair", "moderator"))
"""Roles that one person has at an event."""

_REPORTS = """
SELECT activities.id AS activity_id, pages.site, activities.title, articles.title, type, start_date,
  end_date, published_at, place, venue, pages.state = 'gone', articles.id
FROM activities
JOIN pages ON pages.id = activities.page_id
JOIN articles ON articles.page_id = activities.page_id
WHERE type IS NOT NULL
"""
_OF_THESE = "activity_id IN (SELECT value FROM json_each(:chosen))"

# The texts themselves are not read, but of the few reports of which all else leaves it open: that
# is what takes time. The index has their digests.
_LEAD = "SELECT substr(text, 1, 2000) FROM articles WHERE id = ?"
_DIGESTS = "SELECT id, text_digest FROM articles INDEXED BY articles_text_digest"
_DIGESTS_OF_THESE = """
SELECT articles.id, text_digest FROM activities JOIN articles USING (page_id)
WHERE activities.id IN (SELECT value FROM json_each(:chosen))
"""
_REPEATED = """
SELECT id, length(text) FROM articles WHERE text_digest IN (
  SELECT text_digest FROM articles GROUP BY 1 HAVING count(*) > 1
)
"""
_REPEATED_OF_THESE = f"""
SELECT id, length(text) FROM articles AS one WHERE id IN (SELECT id FROM ({_DIGESTS_OF_THESE}))
AND EXISTS (SELECT 1 FROM articles WHERE text_digest = one.text_digest AND id != one.id)
"""  # noqa: S608 - our own words

Rows = list[Any]


class Facts(NamedTuple):
    """Rows of an archive as they are."""

    reports: Rows
    participations: Rows
    organizations: Rows
    attendance: Rows
    materials: Rows
    topics: Rows
    dates: Rows
    conclusions: Rows
    digests: Rows
    lengths: Rows
    people_names: Rows
    organization_names: Rows
    lead: Callable[[int], str]
    """Reads the beginning of the text of an article."""


def gather(db: Database, only: Collection[int] | None = None) -> Facts:
    """All that is told of reported activities, or of those of these ids."""
    chosen = {} if only is None else {"chosen": json.dumps(sorted(only))}

    def rows(every: str, of_these: str) -> Rows:
        return db.execute(of_these if chosen else every, chosen).fetchall()

    def told(columns: str, table: str, behind: str = "") -> Rows:
        every = f"SELECT activity_id, {columns} FROM {table}"  # noqa: S608 - fixed words
        return rows(f"{every} {behind}", f"{every} WHERE {_OF_THESE} {behind}")

    def named(table: str, mentions: str, owner: str) -> Rows:
        every = f"SELECT id, name_key FROM {table}"  # noqa: S608 - fixed words
        of_these = f"SELECT {owner} FROM {mentions} WHERE {_OF_THESE}"  # noqa: S608 - fixed words
        return rows(every, f"{every} WHERE id IN ({of_these})")

    return Facts(
        reports=rows(
            _REPORTS, f"{_REPORTS} AND {_OF_THESE.replace('activity_id', 'activities.id')}"
        ),
        participations=told("person_id, role", "participations"),
        organizations=told("organization_id", "organization_roles"),
        attendance=told("unit, count", "attendance"),
        materials=told("url, date", "materials"),
        topics=told("topic", "discussion_groups"),
        dates=told("count(*)", "activity_dates", "GROUP BY 1"),
        conclusions=told("count(*)", "conclusions", "GROUP BY 1"),
        digests=rows(_DIGESTS, _DIGESTS_OF_THESE),
        lengths=rows(_REPEATED, _REPEATED_OF_THESE),
        people_names=named("people", "participations", "person_id"),
        organization_names=named("organizations", "organization_roles", "organization_id"),
        lead=partial(_lead, db),
    )


def _lead(db: Database, article_id: int) -> str:
    found = db.execute(_LEAD, (article_id,)).fetchone()
    return "" if found is None else str(found[0])


def reports(facts: Facts) -> list[Report]:
    """The reports as deciding looks at them. Pure."""
    parts, organizations = _sets(facts.participations), _sets(facts.organizations)
    attendance, materials = _sets(facts.attendance), _sets(facts.materials)
    topics = _sets(facts.topics)
    more = Counter(dict(facts.dates))
    more.update(dict(facts.conclusions))
    digests, lengths = dict(facts.digests), dict(facts.lengths)
    named, called = dict(facts.people_names), dict(facts.organization_names)
    told = (parts, organizations, attendance, materials, topics)
    return [
        Report(
            activity_id=activity_id,
            site=site,
            titles=tuple(filter(None, (title, article_title))),
            type=type_,
            start_date=day_of(start),
            end_date=day_of(end),
            published_on=day_of(published_at),
            place=place,
            venue=venue,
            people=frozenset(named[person] for person, _ in parts[activity_id]),
            leaders=frozenset(
                (role, named[person]) for person, role in parts[activity_id] if role in _SOLE_ROLES
            ),
            organizations=frozenset(called[one] for one in organizations[activity_id]),
            attendance=attendance[activity_id],
            materials=frozenset(url for url, _ in materials[activity_id] if url),
            material_dates=frozenset(day for _, day in materials[activity_id] if day_of(day)),
            topics=frozenset(map(name_key, topics[activity_id])),
            text_digest=digests.get(article_id, ""),
            text_length=lengths.get(article_id, 0),
            lead=partial(facts.lead, article_id),
            facts=more[activity_id] + sum(len(of[activity_id]) for of in told),
            is_gone=bool(is_gone),
        )
        for (
            activity_id,
            site,
            title,
            article_title,
            type_,
            start,
            end,
            published_at,
            place,
            venue,
            is_gone,
            article_id,
        ) in facts.reports
    ]


def _sets(rows: Rows) -> defaultdict[int, frozenset[Any]]:
    """activity_id -> what the other column says of it; pairs where there are two."""
    values: defaultdict[int, list[Any]] = defaultdict(list)
    for activity_id, *told in rows:
        values[activity_id].append(told[0] if len(told) == 1 else tuple(told))
    return defaultdict(frozenset, {one: frozenset(of) for one, of in values.items()})


def day_of(text: str | None) -> str | None:
    """The day that an ISO date or time begins with; None where it does not."""
    try:
        return None if text is None else date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return None
