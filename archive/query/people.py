"""People: how often each took part, as what, and whom each met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Unpack

from sqlite_utils import Database

from archive.errors import UsageError
from archive.query.appearances import (
    AppearanceOrder,
    MetRow,
    Year,
    parts_of,
    roles_of,
    span_of,
    told_of,
)
from archive.query.mentions import (
    PEOPLE,
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
class PositionRow:
    """An office that a person was seen in, and when."""

    position: str | None
    organization: str | None
    first_date: str | None
    last_date: str | None
    activities: int
    """Events; one that several pages report counts once."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person, as the selected reports have them."""

    person_id: int
    name: str
    aliases: tuple[str, ...]
    """The other forms of the name."""
    appearances: int
    """Events that the person took part in; one that several pages report counts once."""
    first_date: str | None
    last_date: str | None
    roles: tuple[tuple[str, int], ...]
    """(role, events), the most frequent first."""
    positions: tuple[PositionRow, ...]
    """The latest first."""


@dataclass(frozen=True, slots=True)
class AppearanceRow:
    """A person's part in an activity as one page tells it."""

    activity_id: int
    event_id: int | None
    start_date: str | None
    type: str
    title: str | None
    url: str
    name: str
    """As the page writes it."""
    role: str
    position: str | None
    organization: str | None
    quote: str | None
    """The words that name the person."""
    summary: str | None
    """Where the page tells what the person said."""


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """A person, appearances by date, and whom they met, the most often met first."""

    row: PersonRow
    appearances: tuple[AppearanceRow, ...]
    met: tuple[MetRow, ...]
    years: tuple[Year, ...]
    """How often in each year, undated ones last."""
    only_gone: int
    """Events that are told by pages alone that are gone; 0 without `gone`."""
    is_summed: bool
    """Whether roles, positions and those met are of pages alone that are still there: with
    very many mentions they come from the kept sums."""


_APPEARANCES = """
SELECT mentions.id, activities.id, event_id, start_date, type, title, url, name, role, position, organization,
  evidence_quote, summary_quote
FROM participations AS mentions
CROSS JOIN activities ON activities.id = activity_id
CROSS JOIN pages ON pages.id = page_id
WHERE mentions.id IN (SELECT value FROM json_each(:ids))
"""


def people(
    db: Database,
    *,
    role: str | None = None,
    named: str | None = None,
    order: NameOrder = "appearances",
    limit: int | None = None,
    offset: int = 0,
    **selected: Unpack[Selected],
) -> list[PersonRow]:
    """People who took part in the selected activities, in a role where one is given.

    `named` is a part of any of their names. With `person` or `person_id` among the filters these
    are all who were at that person's activities; `person` (the function) is about one alone. By `latest` those come first who were
    seen last.

    >>> for row in people(db, limit=2):
    ...     print(row.name, row.appearances, row.first_date, row.last_date, row.roles)
    Tegar Prakoso 3 2019-03-04 2020-02-11 (('moderator', 3),)
    Ratna Wulandari 2 2019-03-04 2019-09-12 (('opening', 1), ('speaker', 1))
    >>> [row.name for row in people(db, role="moderator", since="2020-01-01")]
    ['Tegar Prakoso']
    >>> [row.name for row in people(db, named="prakoso")]
    ['Tegar Prakoso']
    """
    with db.atomic():
        wanted = condition(db, selected)
        rows = listed(
            db,
            PEOPLE,
            "id AS person_id, name",
            role=role,
            named=named,
            order=order,
            rows=page(limit, offset),
            wanted=wanted,
        )
        return _with_parts(db, rows, wanted)


def count_people(
    db: Database,
    *,
    role: str | None = None,
    named: str | None = None,
    **selected: Unpack[Selected],
) -> int:
    """How many rows `people` gives without a limit.

    >>> count_people(db), count_people(db, role="moderator")
    (4, 1)
    """
    with db.atomic():
        return counted(
            db,
            PEOPLE,
            role=role,
            named=named,
            wanted=condition(db, selected),
        )


def person(
    db: Database,
    person_id: int,
    *,
    order: AppearanceOrder = "date",
    limit: int | None = None,
    offset: int = 0,
    most_met: int | None = None,
    gone: bool = False,
) -> PersonDetail:
    """One person with all appearances, or a page of them. Raises UsageError where there is none
    with the key, and for another order.

    >>> detail = person(db, people(db, role="opening")[0].person_id)
    >>> for one in detail.appearances:
    ...     print(one.start_date, one.role, one.position, one.url)
    2019-03-04 opening Kepala Dinas Air https://kota.example/taman-hujan/
    2019-09-12 speaker Kepala Dinas Air https://kota.example/sumur-resapan/
    2019-09-12 speaker None https://kabar.example/kabar-sumur/
    >>> detail.row.appearances, [(other.name, other.activities) for other in detail.met]
    (2, [('Tegar Prakoso', 2)])
    """
    with db.atomic():
        known = db.execute("SELECT name FROM people WHERE id = ?", (person_id,)).fetchone()
        if known is None:
            raise UsageError(
                f"There is no person {person_id} in the archive."
                " 'resilience report people' lists them with their numbers."
            )
        wanted = condition(db, {"gone": gone})
        asked = (db, PEOPLE, person_id)
        told = told_of(
            *(*asked, _APPEARANCES),
            order=order,
            limit=limit,
            offset=offset,
            most_met=most_met,
            wanted=wanted,
        )
        positions = parts_of(
            *(*asked, "position", "organization"),
            wanted=wanted,
            kept_in="person_position_sums" if told.is_summed else None,
        )
        row = _person_row(
            {"person_id": person_id, "name": known[0], **span_of(told.years)},
            aliases(db, PEOPLE, [person_id])[person_id],
            told.roles,
            positions,
        )
        return PersonDetail(
            row,
            tuple(AppearanceRow(*values) for values in told.shown),
            told.met,
            told.years,
            told.only_gone,
            told.is_summed,
        )


def _with_parts(db: Database, rows: list[dict[str, Any]], wanted: Condition) -> list[PersonRow]:
    """Rows with the other names, the roles and the positions of each."""
    ids = [row["person_id"] for row in rows]
    others = aliases(db, PEOPLE, ids)
    tables = {"person_role_sums": ("role",), "person_position_sums": ("position", "organization")}
    roles, positions = parts(db, PEOPLE, tables, ids=ids, wanted=wanted)
    return [
        _person_row(row, others[id_], roles[id_], positions[id_])
        for id_, row in zip(ids, rows, strict=True)
    ]


def _person_row(
    row: dict[str, Any], others: tuple[str, ...], roles: list[Part], positions: list[Part]
) -> PersonRow:
    return PersonRow(
        **row, aliases=others, roles=roles_of(roles), positions=_positions_of(positions)
    )


def _positions_of(parts: list[Part]) -> tuple[PositionRow, ...]:
    """Offices, the latest first, of parts that are apart by position and organization."""
    by_name = sorted(parts, key=lambda part: (part[0] or "", part[1] or ""))
    latest_first = sorted(by_name, key=lambda part: (part[4] or "", part[2]), reverse=True)
    return tuple(
        PositionRow(position, organization, first, last, events)
        for position, organization, events, first, last in latest_first
        if position is not None or organization is not None
    )
