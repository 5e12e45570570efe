"""An event as nodes of a graph in the terms of schema.org. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeGuard
from urllib.parse import quote

from archive.export.facts.event import Count, Event, Material, Report
from archive.export.facts.identifiers import Named

Node = dict[str, Any]
Identify = Callable[[Named, int], str]
"""Gives the identifier of the person or organization that has this key in the archive."""

FOCUS_AREA = "urn:resilience-archive:focus-area:"

_PERSON_TERMS = {
    "opening": "performer",
    "speaker": "performer",
    "panelist": "performer",
    "moderator": "performer",
    "chair": "performer",
    "facilitator": "performer",
    "attendee": "attendee",
    "other": "contributor",
}
"""How a person took part; one whom the page only quotes need not have been there."""
_ORGANIZATION_TERMS = {
    "organizer": "organizer",
    "host": "organizer",
    "partner": "contributor",
    "attendee": "attendee",
}
"""How an organization did; one that is only mentioned is no part of the event."""
_MATERIAL_TYPES = {
    "slides": "PresentationDigitalDocument",
    "report": "Report",
    "press_release": "NewsArticle",
    "video": "VideoObject",
    "image": "ImageObject",
}
_RECORDINGS = {"video", "image"}


def nodes(event: Event, identify: Identify) -> Iterator[Node]:
    """The event, then the pages that it is the subject of, its materials and its counts."""
    event_id = event.id.urn
    materials = [
        (one, f"{event_id}#material-{number}") for number, one in enumerate(event.materials, 1)
    ]
    yield {
        "id": event_id,
        "type": "Event",
        "name": event.title,
        "keywords": [event.label_id, event.label_en],
        "startDate": event.start_date,
        "endDate": event.end_date or event.start_date,
        "location": _location(event),
        **_taking_part(event, identify),
        "about": [f"{FOCUS_AREA}{area.number}" for area in event.areas],
        "workFeatured": [key for one, key in materials if one.kind not in _RECORDINGS],
        "recordedIn": [key for one, key in materials if one.kind in _RECORDINGS],
        "subjectOf": [_address(report.url) for report in event.reports],
    }
    yield from (_page(report) for report in event.reports)
    yield from (_material(one, key) for one, key in materials)
    yield from (
        _observation(count, event_id, number) for number, count in enumerate(event.counts, 1)
    )


def _location(event: Event) -> Node | None:
    if not event.venue and not event.place:
        return None
    place = {"type": "Place", "name": event.venue or event.place}
    return {**place, "address": event.place} if event.venue and event.place else place


def _taking_part(event: Event, identify: Identify) -> dict[str, list[str]]:
    """The terms by which those who took part are joined to the event."""
    found: dict[str, list[str]] = {}
    for person in event.people:
        if person.role in _PERSON_TERMS:
            identifier = identify("person", person.person_id)
            found.setdefault(_PERSON_TERMS[person.role], []).append(identifier)
    for one in event.organizations:
        if one.role in _ORGANIZATION_TERMS:
            identifier = identify("organization", one.organization_id)
            found.setdefault(_ORGANIZATION_TERMS[one.role], []).append(identifier)
    return {term: list(dict.fromkeys(ids)) for term, ids in sorted(found.items())}


def _page(report: Report) -> Node:
    return {
        "id": _address(report.url),
        "type": "Article",
        "url": _address(report.url),
        "headline": report.headline,
        "datePublished": report.published_at,
        "author": {"type": "Person", "name": report.author} if report.author else None,
        "sdDatePublished": report.fetched_at,
    }


def _material(material: Material, key: str) -> Node:
    return {
        "id": key,
        "type": _MATERIAL_TYPES.get(material.kind, "CreativeWork"),
        "name": material.label,
        "url": _address(material.url) if _is_web(material.url) else None,
        "author": {"type": "Person", "name": material.presenter} if material.presenter else None,
        "encodingFormat": material.media_type,
        "sha256": material.sha256,
    }


def _observation(count: Count, event_id: str, number: int) -> Node:
    """How many attended, as https://schema.org/Observation: a number, or a bound of it."""
    told: Node = {
        "id": f"{event_id}#attendance-{number}",
        "type": "Observation",
        "observationAbout": event_id,
        "measuredProperty": "https://schema.org/attendee",
        "unitText": count.unit,
        "description": count.quote,
    }
    if count.qualifier == "at_least":
        return {**told, "minValue": count.number}
    if count.qualifier == "at_most":
        return {**told, "maxValue": count.number}
    if count.qualifier == "about":
        return {**told, "value": count.number, "measurementQualifier": "about"}
    return {**told, "value": count.number}


def _is_web(url: str | None) -> TypeGuard[str]:
    """Whether it is an address of the web: what else a page links to may run as a script."""
    return url is not None and url.startswith(("https://", "http://"))


def _address(url: str) -> str:
    """The address with what no IRI may have as percent signs and digits."""
    return quote(url, safe="%:/?#[]@!$&'()*+,;=~")
