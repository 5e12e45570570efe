"""What a record's parts are as rows of tables: column -> value. Pure."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from archive.records import (
    EXTRACTOR_VERSION,
    Article,
    Evidence,
    Group,
    Organization,
    Person,
    Record,
    Span,
)

Row = dict[str, Any]


def text_digest(text: str) -> str:
    """SHA-256 of an article's text as it is stored, in hexadecimal."""
    return hashlib.sha256(storable(text).encode("utf-8")).hexdigest()


def storable(text: str) -> str:
    """The text with what SQLite cannot hold as text (half a surrogate pair, NUL) replaced.

    Each by one character, so that offsets into it stay right.
    """
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


def storable_row(row: Row) -> Row:
    """The row with all its texts storable."""
    return {
        column: storable(value) if isinstance(value, str) else value
        for column, value in row.items()
    }


def article_row(article: Article, extracted_at: str) -> Row:
    """The article apart from its categories; `extracted_at` is a UTC time."""
    return {
        "title": article.title,
        "subtitle": article.subtitle,
        "author": article.author,
        "published_at": article.published_at,
        "modified_at": article.modified_at,
        "canonical_url": article.canonical_url,
        "theme": article.theme,
        "text": article.text,
        "text_digest": text_digest(article.text),
        "extractor_version": EXTRACTOR_VERSION,
        "extracted_at": extracted_at,
    }


def activity_row(record: Record) -> Row:
    """The activity apart from its facts, with the evidence of its venue."""
    activity = record.activity
    return {
        "type": activity.type,
        "title": activity.title,
        "start_date": activity.start_date,
        "end_date": activity.end_date,
        "place": activity.place,
        "venue": activity.venue,
        **_spans("venue_evidence", activity.venue_evidence, record.article.text),
    }


def plain_facts(record: Record) -> list[tuple[str, Row]]:
    """(table, row) of the facts that point at nothing but their activity."""
    text = record.article.text
    return [
        *(("activity_dates", row) for row in _date_rows(record, text)),
        *(("attendance", row) for row in _attendance_rows(record, text)),
        *(("materials", row) for row in _material_rows(record, text)),
        *(("findings", row) for row in _finding_rows(record, text)),
    ]


def participation_row(person: Person, text: str) -> Row:
    """What a person was in an activity; `text` is the article's."""
    return {
        "name": person.name,
        "role": person.role,
        "position": person.position,
        "organization": person.organization,
        "honorific": person.honorific,
        "degrees": json.dumps(person.degrees, ensure_ascii=False),
        **_spans("summary", person.summary, text),
        **_spans("evidence", person.evidence, text),
    }


def organization_role_row(organization: Organization, text: str) -> Row:
    """What an organization was in an activity; `text` is the article's."""
    return {
        "name": organization.name,
        "acronym": organization.acronym,
        "role": organization.role,
        "sector": organization.sector,
        **_spans("evidence", organization.evidence, text),
    }


def group_row(group: Group, text: str) -> Row:
    """A discussion group apart from its conclusions; `text` is the article's."""
    return {
        "number": group.number,
        "topic": group.topic,
        "focus_area": group.focus_area,
        **_spans("evidence", group.evidence, text),
    }


def conclusion_row(position: int, span: Span, text: str) -> Row:
    """One point that a group reported, `position` from 1; `text` is the article's."""
    return {"position": position, **_spans("evidence", (span,), text)}


def _date_rows(record: Record, text: str) -> list[Row]:
    return [
        {
            "date": date.date,
            "end_date": date.end_date,
            "kind": date.kind,
            "weekday_agrees": date.weekday_agrees,
            **_spans("evidence", date.evidence, text),
        }
        for date in record.activity.dates
    ]


def _attendance_rows(record: Record, text: str) -> list[Row]:
    return [
        {
            "count": attendance.count,
            "qualifier": attendance.qualifier,
            "unit": attendance.unit,
            **_spans("evidence", attendance.evidence, text),
        }
        for attendance in record.activity.attendance
    ]


def _material_rows(record: Record, text: str) -> list[Row]:
    return [
        {
            "kind": material.kind,
            "label": material.label,
            "url": material.url,
            "presenter": material.presenter,
            "date": material.date,
            **_spans("evidence", material.evidence, text),
        }
        for material in record.activity.materials
    ]


def _finding_rows(record: Record, text: str) -> list[Row]:
    return [
        {
            "check_name": finding.check,
            "message": finding.message,
            **_spans("evidence", finding.evidence, text),
        }
        for finding in record.findings
    ]


def _spans(prefix: str, spans: Evidence, text: str) -> Row:
    """Columns of evidence: the first span, its words, and all spans as JSON."""
    first = spans[0] if spans else None
    return {
        f"{prefix}_start": first.start if first else None,
        f"{prefix}_end": first.end if first else None,
        f"{prefix}_quote": text[first.start : first.end] if first else None,
        prefix: json.dumps([[span.start, span.end] for span in spans], separators=(",", ":")),
    }
