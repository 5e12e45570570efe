"""Whole records: all that is known of a report, one JSON object a line (NDJSON)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, BinaryIO

from sqlite_utils import Database

from archive.export.facts.order import Order, in_words

_REPORTS = 200
"""Reports whose facts are read together."""

_REPORT = """
SELECT
  activities.id AS activity_id, event_id, event_key, pages.id AS page_id, pages.url, site, gone_at,
  capture_id, canonical_url, articles.id AS article_id, articles.title AS headline, subtitle,
  author, published_at, modified_at, theme, text, type, activities.title, start_date, end_date,
  place, venue, venue_evidence
FROM temp.exported
JOIN activities ON activities.id = exported.activity_id
JOIN pages ON pages.id = exported.page_id
JOIN articles ON articles.page_id = exported.page_id
WHERE exported.activity_id BETWEEN ? AND ?
ORDER BY exported.activity_id
"""

_PARTS = {
    "dates": """
date, end_date, kind, weekday_agrees, facts.evidence, correction_id
FROM activity_dates AS facts""",
    "attendance": """
count, qualifier, unit, evidence, correction_id
FROM attendance AS facts""",
    "people": """
facts.name, role, position, organization, honorific, degrees, summary, evidence,
person_id, people.name AS known_as, correction_id
FROM participations AS facts JOIN people ON people.id = person_id""",
    "organizations": """
facts.name, facts.acronym, role, facts.sector, evidence,
organization_id, organizations.name AS known_as, correction_id
FROM organization_roles AS facts JOIN organizations ON organizations.id = organization_id""",
    "groups": """
facts.id, number, topic, focus_area, '[]' AS conclusions, evidence, correction_id
FROM discussion_groups AS facts""",
    "conclusions": """
group_id, evidence
FROM conclusions AS facts""",
    "materials": """
kind, label, facts.url, presenter, date, evidence, file_id, sha256, correction_id
FROM materials AS facts
LEFT JOIN file_links ON file_links.url = facts.url LEFT JOIN files ON files.id = file_id""",
    "findings": """
check_name AS "check", message, evidence
FROM findings AS facts""",
}
"""The facts of a report by kind: columns named and ordered as in a record, then the archive's own."""

_SPANS = {"evidence", "summary", "conclusions"}
_JSON = {"target", "value", "said", "says"}
_CAPTURE = """
id, source, url, fetched_at, status, media_type, payload_sha256, payload_length, file, "offset",
length
"""

Row = dict[str, Any]


def write(order: Order, file: BinaryIO) -> str:
    """Write each report as one line: the record of its page with ids, corrections and captures."""
    return in_words(order.write(file, map(_line, records(order.db)), "records"), "record")


def _line(record: Row) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


def records(db: Database) -> Iterator[Row]:
    """The reports of `temp.exported` by id, each as a record (`archive.records.Record`) and more.

    Beside the record's `article`, `activity` and `findings` there are the ids and the address of
    the report, `also_reported` (the other exported reports of its event), `corrections` and
    `captures`; people and organizations have their ids and, as `known_as`, their fullest names.
    """
    ids = db.execute("SELECT activity_id FROM temp.exported ORDER BY activity_id")
    while batch := ids.fetchmany(_REPORTS):
        first, last = batch[0][0], batch[-1][0]
        parts = {name: _parts(db, sql, first, last) for name, sql in _PARTS.items()}
        for report in db.query(_REPORT, (first, last)):
            of_it = {name: rows[report["activity_id"]] for name, rows in parts.items()}
            yield _record(db, report, of_it)


def _parts(db: Database, sql: str, first: int, last: int) -> dict[int, list[Row]]:
    """The facts of one kind of the reports from `first` to `last`, by report."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in db.query(
        f"SELECT activity_id, {sql} JOIN temp.exported USING (activity_id)"
        " WHERE activity_id BETWEEN ? AND ? ORDER BY facts.id",
        (first, last),
    ):
        found[row.pop("activity_id")].append(
            {name: _spans(value) if name in _SPANS else value for name, value in row.items()}
        )
    return found


def _record(db: Database, report: Row, parts: dict[str, list[Row]]) -> Row:
    page_id = report["page_id"]
    return {
        "activity_id": report["activity_id"],
        "event_id": report["event_id"],
        "url": report["url"],
        "site": report["site"],
        "gone_at": report["gone_at"],
        "also_reported": _also_reported(db, report),
        "article": {
            "url": report["url"],
            "canonical_url": report["canonical_url"],
            "title": report["headline"],
            "subtitle": report["subtitle"],
            "author": report["author"],
            "published_at": report["published_at"],
            "modified_at": report["modified_at"],
            "categories": _categories(db, report["article_id"]),
            "theme": report["theme"],
            "text": report["text"],
            "capture_id": report["capture_id"],
        },
        "activity": {
            "type": report["type"],
            "title": report["title"],
            "start_date": report["start_date"],
            "end_date": report["end_date"],
            "dates": [_date(row) for row in parts["dates"]],
            "place": report["place"],
            "venue": report["venue"],
            "venue_evidence": _spans(report["venue_evidence"]),
            "attendance": parts["attendance"],
            "people": [{**row, "degrees": json.loads(row["degrees"])} for row in parts["people"]],
            "organizations": parts["organizations"],
            "groups": _groups(parts["groups"], parts["conclusions"]),
            "materials": parts["materials"],
        },
        "findings": parts["findings"],
        "corrections": _corrections(db, page_id),
        "captures": list(
            db.query(f"SELECT {_CAPTURE} FROM captures WHERE page_id = ? ORDER BY id", (page_id,))  # noqa: S608 - fixed words
        ),
    }


def _date(row: Row) -> Row:
    agrees = row["weekday_agrees"]
    return {**row, "weekday_agrees": None if agrees is None else bool(agrees)}


def _groups(groups: list[Row], conclusions: list[Row]) -> list[Row]:
    """The groups, each with the places of its conclusions."""
    told: dict[int, list[Row]] = defaultdict(list)
    for conclusion in conclusions:
        told[conclusion["group_id"]].extend(conclusion["evidence"])
    return [
        {**{name: group[name] for name in group if name != "id"}, "conclusions": told[group["id"]]}
        for group in groups
    ]


def _also_reported(db: Database, report: Row) -> list[str]:
    rows = db.execute(
        "SELECT url FROM temp.exported JOIN pages ON pages.id = page_id"
        " WHERE event_key = :event_key AND activity_id != :activity_id ORDER BY activity_id",
        {name: report[name] for name in ("event_key", "activity_id")},
    )
    return [url for (url,) in rows]


def _categories(db: Database, article_id: int) -> list[str]:
    rows = db.execute(
        "SELECT category FROM article_categories WHERE article_id = ? ORDER BY position",
        (article_id,),
    )
    return [category for (category,) in rows]


def _corrections(db: Database, page_id: int) -> list[Row]:
    rows = db.query("SELECT * FROM corrections WHERE page_id = ? ORDER BY id", (page_id,))
    return [
        {
            name: json.loads(value) if name in _JSON and value is not None else value
            for name, value in row.items()
            if name != "page_id"
        }
        for row in rows
    ]


def _spans(kept: str) -> list[Row]:
    return [{"start": start, "end": end} for start, end in json.loads(kept)]
