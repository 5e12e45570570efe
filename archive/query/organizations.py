"""Organizations: how often each was there, as what, who came for it, and which it met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Unpack

from sqlite_utils import Database

from archive.errors import UsageError
from archive.query.appearances import (
    AppearanceOrder,
    MetRow,
    Year,
    roles_of,
    span_of,
    told_of,
)
from archive.query.mentions import (
    ORGANIZATIONS,
    NameOrder,
    Part,
    aliases,
    counted,
    listed,
    parts,
)
from archive.query.selection import Condition, Selected, condition
from archive.query.sums import page


@dataclass(frozen=True, slots=True)
class KnownOrganizationRow:
    """An organization, as the selected reports have it."""

    organization_id: int
    name: str
    acronym: str | None
    sector: str | None
    aliases: tuple[str, ...]
    """The other forms of the name."""
    appearances: int
    """Events whose reports name it; one that several pages report counts once."""
    first_date: str | None
    last_date: str | None
    roles: tuple[tuple[str, int], ...]
    """(role, events), the most frequent first."""


@dataclass(frozen=True, slots=True)
class OrganizationAppearanceRow:
    """What an organization was in an activity as one page tells it."""

    activity_id: int
    event_id: int | None
    start_date: str | None
    type: str
    title: str | None
    url: str
    name: str
    """As the page writes it."""
    role: str
    quote: str | None
    """The words that name the organization."""


@dataclass(frozen=True, slots=True)
class RepresentativeRow:
    """A person who was somewhere for an organization."""

    person_id: int
    name: str
    position: str | None
    """The latest that a page gives with the organization."""
    first_date: str | None
    last_date: str | None
    activities: int
    """Events."""


@dataclass(frozen=True, slots=True)
class OrganizationDetail:
    """An organization, appearances by date, who was there for it, and which it met."""

    row: KnownOrganizationRow
    appearances: tuple[OrganizationAppearanceRow, ...]
    people: tuple[RepresentativeRow, ...]
    met: tuple[MetRow, ...]
    years: tuple[Year, ...]
    """How often in each year, undated ones last."""
    only_gone: int
    """Events that are told by pages alone that are gone; 0 without `gone`."""
    is_summed: bool
    """Whether roles and those met are of pages alone that are still there: with
    very many mentions they come from the kept sums."""


_APPEARANCES = """
SELECT mentions.id, activities.id, event_id, start_date, type, title, url, name, role, evidence_quote
FROM organization_roles AS mentions
CROSS JOIN activities ON activities.id = activity_id
CROSS JOIN pages ON pages.id = page_id
WHERE mentions.id IN (SELECT value FROM json_each(:ids))
"""

# A page tells a person's organization in words; those that are one of its names are meant, or an
# acronym that the page gives it. Acronyms are few and their mentions many: each is looked up once.
_REPRESENTATIVES = """
WITH RECURSIVE used (acronym) AS (
  SELECT min(acronym) FROM organization_roles WHERE acronym IS NOT NULL
  UNION ALL
  SELECT (SELECT min(acronym) FROM organization_roles WHERE acronym > used.acronym)
  FROM used WHERE used.acronym IS NOT NULL
), called (name, is_acronym) AS (
  SELECT name COLLATE NOCASE, min(is_acronym) FROM (
    SELECT name_key AS name, 0 AS is_acronym FROM organization_names
    WHERE organization_id = :organization_id
    UNION ALL SELECT name, 0 FROM organization_names WHERE organization_id = :organization_id
    UNION ALL SELECT acronym, 1 FROM used WHERE EXISTS (
      SELECT 1 FROM organization_roles
      WHERE organization_roles.acronym = used.acronym AND organization_id = :organization_id
    )
  ) GROUP BY 1
)
SELECT person_id, people.name, participations.position, start_date,
  coalesce(event_id, -activities.id)
FROM called
CROSS JOIN participations ON participations.organization = called.name COLLATE NOCASE
CROSS JOIN activities ON activities.id = participations.activity_id
CROSS JOIN people ON people.id = person_id
WHERE participations.organization IS NOT NULL AND {condition} AND EXISTS (
  SELECT 1 FROM organization_roles AS here
  WHERE here.organization_id = :organization_id AND here.activity_id = activities.id
    AND (NOT is_acronym OR here.acronym = participations.organization)
)
ORDER BY start_date, activities.id, participations.id
"""


def organizations(
    db: Database,
    *,
    role: str | None = None,
    named: str | None = None,
    order: NameOrder = "appearances",
    limit: int | None = None,
    offset: int = 0,
    **selected: Unpack[Selected],
) -> list[KnownOrganizationRow]:
    """Organizations that the selected reports name, in a role where one is given.

    `named` is a part of any of their names or acronyms. With `organization` or `organization_id`
    among the filters these are all that are named where that one is; `organization` (the function)
    is about one alone.

    >>> for row in organizations(db, since="2019-01-01", limit=2):
    ...     print(row.name, row.acronym, row.appearances, row.roles)
    Dinas Air DA 4 (('organizer', 3), ('partner', 1))
    Universitas Seruni None 2 (('partner', 2),)
    """
    with db.atomic():
        wanted = condition(db, selected)
        rows = listed(
            db,
            ORGANIZATIONS,
            "id AS organization_id, name, acronym, sector",
            role=role,
            named=named,
            order=order,
            rows=page(limit, offset),
            wanted=wanted,
        )
        return _with_parts(db, rows, wanted)


def count_organizations(
    db: Database,
    *,
    role: str | None = None,
    named: str | None = None,
    **selected: Unpack[Selected],
) -> int:
    """How many rows `organizations` gives without a limit.

    >>> count_organizations(db, role="organizer")
    1
    """
    with db.atomic():
        return counted(
            db,
            ORGANIZATIONS,
            role=role,
            named=named,
            wanted=condition(db, selected),
        )


def organization(
    db: Database,
    organization_id: int,
    *,
    order: AppearanceOrder = "date",
    limit: int | None = None,
    offset: int = 0,
    most_met: int | None = None,
    gone: bool = False,
) -> OrganizationDetail:
    """One organization with all appearances, or a page of them. Raises UsageError where there is
    none with the key, and for another order.

    People were there for it where a report names both and says that they are of it.

    >>> detail = organization(db, organizations(db, limit=1)[0].organization_id)
    >>> detail.row.name, len(detail.appearances), [one.name for one in detail.people]
    ('Dinas Air', 5, ['Ratna Wulandari'])
    >>> [(other.name, other.activities) for other in detail.met]
    [('Universitas Seruni', 2)]
    """
    with db.atomic():
        known = db.execute(
            "SELECT name, acronym, sector FROM organizations WHERE id = ?", (organization_id,)
        ).fetchone()
        if known is None:
            raise UsageError(
                f"There is no organization {organization_id} in the archive."
                " 'resilience report organizations' lists them with their numbers."
            )
        wanted = condition(db, {"gone": gone})
        told = told_of(
            *(db, ORGANIZATIONS, organization_id, _APPEARANCES),
            order=order,
            limit=limit,
            offset=offset,
            most_met=most_met,
            wanted=wanted,
        )
        named = dict(zip(("name", "acronym", "sector"), known, strict=True))
        row = _organization_row(
            {"organization_id": organization_id, **named, **span_of(told.years)},
            aliases(db, ORGANIZATIONS, [organization_id])[organization_id],
            told.roles,
        )
        people = db.execute(
            _REPRESENTATIVES.format(condition=wanted.sql),
            {**wanted.parameters, "organization_id": organization_id},
        )
        return OrganizationDetail(
            row,
            tuple(OrganizationAppearanceRow(*values) for values in told.shown),
            _representatives(people.fetchall()),
            told.met,
            told.years,
            told.only_gone,
            told.is_summed,
        )


def _with_parts(
    db: Database, rows: list[dict[str, Any]], wanted: Condition
) -> list[KnownOrganizationRow]:
    """Rows with the other names and the roles of each."""
    ids = [row["organization_id"] for row in rows]
    others = aliases(db, ORGANIZATIONS, ids)
    (roles,) = parts(
        db, ORGANIZATIONS, {"organization_role_sums": ("role",)}, ids=ids, wanted=wanted
    )
    return [
        _organization_row(row, others[id_], roles[id_]) for id_, row in zip(ids, rows, strict=True)
    ]


def _organization_row(
    row: dict[str, Any], others: tuple[str, ...], roles: list[Part]
) -> KnownOrganizationRow:
    return KnownOrganizationRow(**row, aliases=others, roles=roles_of(roles))


def _representatives(
    found: Iterable[tuple[int, str, str | None, str | None, int]],
) -> tuple[RepresentativeRow, ...]:
    """Rows (person, name, position, date, event), oldest first, as one row a person."""
    by_person: dict[int, list[tuple[str, str | None, str | None, int]]] = defaultdict(list)
    for person_id, *values in found:
        by_person[person_id].append(tuple(values))  # type: ignore[arg-type]  # as the query has them
    rows = []
    for person_id, seen in by_person.items():
        dates = [date for _, _, date, _ in seen if date is not None]
        positions = [position for _, position, _, _ in seen if position is not None]
        rows.append(
            RepresentativeRow(
                person_id,
                seen[0][0],
                positions[-1] if positions else None,
                min(dates, default=None),
                max(dates, default=None),
                len({event for *_, event in seen}),
            )
        )
    return tuple(
        sorted(rows, key=lambda row: (-row.activities, row.name.casefold(), row.person_id))
    )
