"""Who is meant by a part of a name."""

from __future__ import annotations

from sqlite_utils import Database

_PEOPLE = "SELECT DISTINCT person_id FROM person_names WHERE instr(name_key, :part) ORDER BY 1"

# Acronyms are few and their mentions many: each is looked up once, the next by the index.
_ORGANIZATIONS = """
WITH RECURSIVE used (acronym) AS (
  SELECT min(acronym) FROM organization_roles WHERE acronym IS NOT NULL
  UNION ALL
  SELECT (SELECT min(acronym) FROM organization_roles WHERE acronym > used.acronym)
  FROM used WHERE used.acronym IS NOT NULL
)
SELECT organization_id FROM organization_names WHERE instr(name_key, :part)
UNION SELECT id FROM organizations WHERE instr(lower(acronym), :part)
UNION SELECT organization_id FROM used JOIN organization_roles USING (acronym)
  WHERE instr(lower(used.acronym), :part)
ORDER BY 1
"""


def people_named(db: Database, part: str) -> list[int]:
    """Keys of the people one of whose names has the part, a name key."""
    return [person_id for (person_id,) in db.execute(_PEOPLE, {"part": part})]


def organizations_named(db: Database, part: str) -> list[int]:
    """Keys of the organizations one of whose names or acronyms has the part, a name key."""
    return [found for (found,) in db.execute(_ORGANIZATIONS, {"part": part})]
