"""What deciding about events looks at, as an archive holds it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
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

# The texts themselves are not read: that is what takes time. The index has their digests.
_DIGESTS = "SELECT id, text_digest FROM articles INDEXED BY articles_text_digest"
_REPEATED = """
SELECT id, length(text) FROM articles WHERE text_digest IN (
  SELECT text_digest FROM articles GROUP BY 1 HAVING count(*) > 1
)
"""

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


def gather(db: Database, only: Sequence[int] | None = None) -> Facts:
    """All that is told of reported activities, or of those of these ids."""
    chosen = None if only is None else json.dumps(list(only))

    def rows(question: str) -> Rows:
        if chosen is None:
            return db.execute(question).fetchall()
        one_of = "activity_id IN (SELECT value FROM json_each(?))"
        sql = f"SELECT * FROM ({question}) WHERE {one_of}"  # noqa: S608 - fixed words
        return db.execute(sql, (chosen,)).fetchall()

    return Facts(
        reports=rows(_REPORTS),
        participations=rows("SELECT activity_id, person_id, role FROM participations"),
        organizations=rows("SELECT activity_id, organization_id FROM organization_roles"),
        attendance=rows("SELECT activity_id, unit, count FROM attendance"),
        materials=rows("SELECT activity_id, url, date FROM materials"),
        topics=rows("SELECT activity_id, topic FROM discussion_groups"),
        dates=rows("SELECT activity_id, count(*) FROM activity_dates GROUP BY 1"),
        conclusions=rows("SELECT activity_id, count(*) FROM conclusions GROUP BY 1"),
        digests=db.execute(_DIGESTS).fetchall(),
        lengths=db.execute(_REPEATED).fetchall(),
        people_names=db.execute("SELECT id, name_key FROM people").fetchall(),
        organization_names=db.execute("SELECT id, name_key FROM organizations").fetchall(),
    )


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
            start_date=_day(start),
            end_date=_day(end),
            published_on=_day(published_at),
            place=place,
            venue=venue,
            people=frozenset(named[person] for person, _ in parts[activity_id]),
            leaders=frozenset(
                (role, named[person]) for person, role in parts[activity_id] if role in _SOLE_ROLES
            ),
            organizations=frozenset(called[one] for one in organizations[activity_id]),
            attendance=attendance[activity_id],
            materials=frozenset(url for url, _ in materials[activity_id] if url),
            material_dates=frozenset(day for _, day in materials[activity_id] if _day(day)),
            topics=frozenset(map(name_key, topics[activity_id])),
            text_digest=digests.get(article_id, ""),
            text_length=lengths.get(article_id, 0),
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


def _day(text: str | None) -> str | None:
    """The day that an ISO date or time begins with; None where it does not."""
    try:
        return None if text is None else date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return None
