"""What a question's hits have in common: how many are of each year, type, focus area and so on.

Hits are counted, articles and files, by what the activities are that they belong to; so the
number beside a value is how many hits are left when it is chosen.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Unpack

from sqlite_utils import Database

from archive.search.asking import Hits, Matched, matched, question_of, shown
from archive.search.parsing import parse

if TYPE_CHECKING:
    from archive.query.selection import Selected

MOST_ORGANIZATIONS = 10

# CROSS JOIN keeps SQLite from beginning with all groups and organizations of the archive, and the
# plus from beginning with all that a condition lets through. A period of several years counts in
# the first and in the last.
_FACETS = f"""
WITH found (document, activity_id, type, start_date, end_date) AS MATERIALIZED (
  SELECT documents.id, activities.id, activities.type, activities.start_date, activities.end_date
  FROM json_each(:documents) AS matched
  CROSS JOIN search_documents AS documents ON documents.id = matched.value
  CROSS JOIN activities ON activities.page_id = documents.page_id
  WHERE +({{condition}})
  UNION ALL
  SELECT documents.id, activities.id, activities.type, activities.start_date, activities.end_date
  FROM json_each(:documents) AS matched
  CROSS JOIN search_documents AS documents ON documents.id = matched.value
  CROSS JOIN file_links ON file_links.file_id = documents.file_id
  CROSS JOIN materials ON materials.url = file_links.url
  CROSS JOIN activities ON activities.id = materials.activity_id
  WHERE +({{condition}})
)
SELECT 'years' AS facet, year AS value, NULL AS name, count(*) AS hits FROM (
  SELECT document, substr(start_date, 1, 4) AS year FROM found WHERE start_date IS NOT NULL
  UNION
  SELECT document, substr(end_date, 1, 4) FROM found WHERE end_date IS NOT NULL
) GROUP BY year
UNION ALL
SELECT 'types', type, NULL, count(DISTINCT document) FROM found GROUP BY type
UNION ALL
SELECT 'focus_areas', focus_area, NULL, count(DISTINCT document)
FROM found CROSS JOIN discussion_groups USING (activity_id)
WHERE focus_area IS NOT NULL GROUP BY focus_area
UNION ALL
SELECT 'organizations', organization_id, organizations.name, hits FROM (
  SELECT organization_id, count(DISTINCT document) AS hits
  FROM found CROSS JOIN organization_roles USING (activity_id)
  GROUP BY organization_id ORDER BY hits DESC, organization_id LIMIT {MOST_ORGANIZATIONS}
) JOIN organizations ON organizations.id = organization_id
UNION ALL
SELECT 'slides', 1, NULL, count(DISTINCT document) FROM found
WHERE EXISTS (
  SELECT 1 FROM materials WHERE materials.activity_id = found.activity_id AND kind = 'slides'
)
"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True)
class Value:
    """A value that hits have, and how many of them."""

    value: str | int
    hits: int
    name: str | None = None
    """What it is called, where the value is a key."""


@dataclass(frozen=True, slots=True)
class Facets:
    """The values of hits by what they are of; those with no hits are left out."""

    years: tuple[Value, ...]
    """Such as `2018`, in the order of time."""
    types: tuple[Value, ...]
    """Codes of types of activities, the most frequent first."""
    focus_areas: tuple[Value, ...]
    """Numbers of focus areas, in their order."""
    organizations: tuple[Value, ...]
    """Keys in `organizations`, the most frequent first, MOST_ORGANIZATIONS of them."""
    slides: int
    """Hits whose activity offered slides."""
    is_exact: bool
    """Whether all hits were counted, not the newest alone."""


def facets(db: Database, query: str, **selected: Unpack[Selected]) -> Facets:
    """The facets of what `archive.search.search` finds for the same query and filters.

    Pages that report no activity have none. Where the hits are too many to be counted, the values
    are those of the newest of them. Raises UsageError as `search` does.

    >>> [(one.value, one.hits) for one in facets(db, "peresapan hujan").types]
    [('workshop', 1)]
    """
    with db.atomic():  # one state of the archive for all parts, whoever writes meanwhile
        question = question_of(db, parse(query), selected)
        return _facets(db, matched(db, question), selected)


def search_with_facets(
    db: Database, query: str, *, limit: int = 20, offset: int = 0, **selected: Unpack[Selected]
) -> tuple[Hits, Facets]:
    """What `search` and `facets` give, for the price of asking once. Raises UsageError as they do.

    >>> found, common = search_with_facets(db, "peresapan hujan", limit=1)
    >>> found.total, common.slides
    (1, 0)
    """
    with db.atomic():
        question = question_of(db, parse(query), selected)
        found = matched(db, question, least=offset + limit)
        common = _facets(db, found, selected)
        return shown(db, question, found, limit=limit, offset=offset), common


def _facets(db: Database, matched_: Matched, selected: Selected) -> Facets:
    from archive.query.selection import condition  # noqa: PLC0415 - takes long to load

    chosen = condition(db, selected)
    documents = matched_.documents if matched_.is_exact else matched_.documents[:-1]
    asked = {**chosen.parameters, "documents": json.dumps([one.id for one in documents])}
    found: dict[str, list[Value]] = defaultdict(list)
    for facet, value, name, hits in db.execute(_FACETS.format(condition=chosen.sql), asked):
        found[facet].append(Value(value, hits, name))
    return Facets(
        years=tuple(found["years"]),
        types=tuple(sorted(found["types"], key=lambda one: (-one.hits, one.value))),
        focus_areas=tuple(found["focus_areas"]),
        organizations=tuple(found["organizations"]),
        slides=found["slides"][0].hits,
        is_exact=matched_.is_exact,
    )
