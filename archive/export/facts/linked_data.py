"""Events as linked data: a graph of schema.org/Event in JSON-LD.

Terms are those of https://schema.org/. The context stands in the file: nothing is fetched to read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from sqlite_utils import Database

from archive.export.facts.event_nodes import FOCUS_AREA, Node, nodes
from archive.export.facts.events import events
from archive.export.facts.identifiers import Identifiers
from archive.export.facts.order import Order, in_words

_CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "id": "@id",
    "type": "@type",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "startDate": {"@type": "xsd:date"},
    "endDate": {"@type": "xsd:date"},
    "dateModified": {"@type": "xsd:dateTime"},
    "sdDatePublished": {"@type": "xsd:dateTime"},
    "url": {"@type": "@id"},
    "contentUrl": {"@type": "@id"},
    "measuredProperty": {"@type": "@id"},
    **{
        term: {"@type": "@id"}
        for term in (
            "organizer",
            "performer",
            "attendee",
            "contributor",
            "about",
            "subjectOf",
            "workFeatured",
            "recordedIn",
            "observationAbout",
        )
    },
}
"""JSON-LD 1.1."""

_NAMED = {
    "person": """
SELECT DISTINCT people.id, people.name, NULL FROM temp.exported
JOIN participations USING (activity_id) JOIN people ON people.id = person_id ORDER BY 1
""",
    "organization": """
SELECT DISTINCT organizations.id, organizations.name, organizations.acronym FROM temp.exported
JOIN organization_roles USING (activity_id)
JOIN organizations ON organizations.id = organization_id ORDER BY 1
""",
}
_ALIASES = {
    "person": "SELECT name FROM person_names WHERE person_id = ? AND name != ? ORDER BY name",
    "organization": (
        "SELECT name FROM organization_names WHERE organization_id = ? AND name != ? ORDER BY name"
    ),
}


def write(order: Order, file: BinaryIO) -> str:
    """Write the graph: the data set, each event with its pages, materials and counts, and who took
    part.
    """
    known = Identifiers(order.db)
    context = json.dumps(_CONTEXT, separators=(",", ":"))
    file.write(f'{{"@context":{context},\n"@graph":[\n'.encode())
    file.write(_line(_data_set(order)))
    number = 0
    for event in order.counted(events(order.db), "events"):
        file.writelines(b",\n" + _line(node) for node in nodes(event, known.of))
        number += 1
    file.writelines(b",\n" + _line(node) for node in _participants(order.db, known))
    file.write(b"\n]}\n")
    return in_words(number, "event")


def _line(node: Node) -> bytes:
    """The node without what is not known."""
    told = {name: value for name, value in node.items() if value not in (None, [], "")}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _data_set(order: Order) -> Node:
    chosen = order.chosen
    return {
        "type": "Dataset",
        "name": f"Activities reported by {', '.join(sorted({site for site, _ in chosen.sites}))}",
        "dateModified": chosen.newest,
        "temporalCoverage": f"{chosen.first_date}/{chosen.last_date}"
        if chosen.first_date
        else None,
        "license": order.license,
    }


def _participants(db: Database, known: Identifiers) -> Iterator[Node]:
    """People and organizations whom the events name, and the focus areas."""
    for key, name, _ in db.execute(_NAMED["person"]):
        yield {
            "id": known.of("person", key),
            "type": "Person",
            "name": name,
            "alternateName": [alias for (alias,) in db.execute(_ALIASES["person"], (key, name))],
        }
    for key, name, acronym in db.execute(_NAMED["organization"]):
        aliases = [alias for (alias,) in db.execute(_ALIASES["organization"], (key, name))]
        yield {
            "id": known.of("organization", key),
            "type": "Organization",
            "name": name,
            "alternateName": list(dict.fromkeys(filter(None, (acronym, *aliases)))),
        }
    for number, label_id, label_en in db.execute(
        "SELECT number, label_id, label_en FROM focus_areas ORDER BY number"
    ):
        yield {
            "id": f"{FOCUS_AREA}{number}",
            "type": "DefinedTerm",
            "termCode": str(number),
            "name": [
                {"@value": label_id, "@language": "id"},
                {"@value": label_en, "@language": "en"},
            ],
        }
