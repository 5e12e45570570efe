"""Reading the facts of one report from the tables, each with the words that state it."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from sqlite_utils import Database

from archive.query.activity_facts import (
    AttendanceFact,
    ConclusionFact,
    DateFact,
    FindingFact,
    GroupFact,
    MaterialFact,
    OrganizationFact,
    PersonFact,
    Proof,
)
from archive.query.materials import FILE_COLUMNS, FILE_TABLES

_PEOPLE = """
SELECT participations.*, people.name AS person
FROM participations JOIN people ON people.id = person_id
WHERE activity_id = ? ORDER BY participations.id
"""

_ORGANIZATIONS = """
SELECT organization_roles.*, organizations.name AS organization
FROM organization_roles JOIN organizations ON organizations.id = organization_id
WHERE activity_id = ? ORDER BY organization_roles.id
"""

_GROUPS = """
SELECT discussion_groups.*, label_id, label_en
FROM discussion_groups LEFT JOIN focus_areas ON focus_areas.number = focus_area
WHERE activity_id = ? ORDER BY discussion_groups.id
"""

_MATERIALS = f"""
SELECT materials.*, {FILE_COLUMNS} FROM materials {FILE_TABLES}
WHERE activity_id = ? ORDER BY materials.id
"""  # noqa: S608 - our own words

Row = dict[str, Any]


def proof(row: Row, text: str, column: str = "evidence") -> Proof:
    """The evidence of a row in the article's text."""
    spans = tuple((start, end) for start, end in json.loads(row[column]))
    quotes = tuple(text[start:end] for start, end in spans)
    return Proof(spans, quotes, row.get("correction_id"))


def dates(db: Database, activity_id: int, text: str) -> tuple[DateFact, ...]:
    """All dates that the report gives, in the order of the page."""
    return tuple(
        DateFact(
            row["date"],
            row["end_date"],
            row["kind"],
            None if row["weekday_agrees"] is None else bool(row["weekday_agrees"]),
            proof(row, text),
        )
        for row in _rows(db, "activity_dates", activity_id)
    )


def attendance(db: Database, activity_id: int, text: str) -> tuple[AttendanceFact, ...]:
    """All counts of those who came."""
    return tuple(
        AttendanceFact(row["count"], row["qualifier"], row["unit"], proof(row, text))
        for row in _rows(db, "attendance", activity_id)
    )


def people(db: Database, activity_id: int, text: str) -> tuple[PersonFact, ...]:
    """All who took part, in each of their roles."""
    return tuple(
        PersonFact(
            *(row["person_id"], row["person"], row["name"], row["honorific"]),
            tuple(json.loads(row["degrees"])),
            *(row["role"], row["position"], row["organization"]),
            proof(row, text, "summary"),
            proof(row, text),
        )
        for row in db.query(_PEOPLE, (activity_id,))
    )


def organizations(db: Database, activity_id: int, text: str) -> tuple[OrganizationFact, ...]:
    """All organizations that the report names, in each of their roles."""
    return tuple(
        OrganizationFact(
            *(row["organization_id"], row["organization"], row["name"], row["acronym"]),
            *(row["role"], row["sector"]),
            proof(row, text),
        )
        for row in db.query(_ORGANIZATIONS, (activity_id,))
    )


def groups(db: Database, activity_id: int, text: str) -> tuple[GroupFact, ...]:
    """The discussion groups, each with its conclusions."""
    reported: dict[int, list[ConclusionFact]] = defaultdict(list)
    for row in _rows(db, "conclusions", activity_id):
        reported[row["group_id"]].append(ConclusionFact(row["position"], proof(row, text)))
    return tuple(
        GroupFact(
            *(row["id"], row["number"], row["topic"], row["focus_area"]),
            *(row["label_id"], row["label_en"]),
            tuple(sorted(reported[row["id"]], key=lambda one: one.position)),
            proof(row, text),
        )
        for row in db.query(_GROUPS, (activity_id,))
    )


def materials(db: Database, activity_id: int, text: str) -> tuple[MaterialFact, ...]:
    """The materials that the report offers, each with what became of its file."""
    return tuple(
        MaterialFact(
            *(row["kind"], row["label"], row["url"], row["presenter"], row["date"]),
            *(row["file_state"], row["file_type"], row["file_pages"], row["file_length"]),
            *(row["file_sha256"], row["file_path"]),
            proof(row, text),
        )
        for row in db.query(_MATERIALS, (activity_id,))
    )


def findings(db: Database, activity_id: int, page_id: int, text: str) -> tuple[FindingFact, ...]:
    """What reading the page found, then what comparing its files with it found."""
    of_page = (
        FindingFact(row["check_name"], row["message"], proof(row, text))
        for row in _rows(db, "findings", activity_id)
    )
    of_files = db.execute(
        "SELECT check_name, message FROM file_findings WHERE page_id = ? ORDER BY id", (page_id,)
    )
    return (*of_page, *(FindingFact(check, message, Proof((), ())) for check, message in of_files))


def _rows(db: Database, table: str, activity_id: int) -> list[Row]:
    return list(db.table(table).rows_where("activity_id = ?", (activity_id,), order_by="id"))
