"""Events as linked data: what a JSON-LD processor that reaches no network makes of it."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from archive_samples import URL
from facts_samples import AGAIN, FORMULA, LONG, STEERED, export
from pyld import jsonld

from archive.export.facts.event import Event, Involved, Participant
from archive.export.facts.event_nodes import nodes as nodes_of

SCHEMA = "https://schema.org/"
Nodes = dict[str, list[dict[str, Any]]]


def no_network(url: str, _options: Any) -> Any:
    raise AssertionError(f"{url} was asked for")


@pytest.fixture(scope="module")
def document(city: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("jsonld") / "events.jsonld"
    export(city, "jsonld", path, "--license", "https://creativecommons.org/licenses/by/4.0/")
    told: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return told


@pytest.fixture(scope="module")
def nodes(document: dict[str, Any]) -> Nodes:
    """The expanded nodes by their type."""
    found: Nodes = defaultdict(list)
    for node in jsonld.expand(document, {"documentLoader": no_network}):
        found[node["@type"][0].removeprefix(SCHEMA)].append(node)
    return found


def values(node: dict[str, Any], term: str) -> list[Any]:
    return [one.get("@value", one.get("@id")) for one in node.get(f"{SCHEMA}{term}", [])]


def event(nodes: Nodes, title: str) -> dict[str, Any]:
    (found,) = (node for node in nodes["Event"] if values(node, "name") == [title])
    return found


def test_every_key_is_a_term_of_schema_org(nodes: Nodes) -> None:
    keys = {key for found in nodes.values() for node in found for key in node}
    assert all(key.startswith((SCHEMA, "@")) for key in keys)
    assert len(nodes["Event"]) == 3


def test_event_tells_when_where_and_who(nodes: Nodes) -> None:
    workshop = event(nodes, "Lokakarya Taman Hujan")
    assert workshop[f"{SCHEMA}startDate"] == [
        {"@value": "2019-03-04", "@type": "http://www.w3.org/2001/XMLSchema#date"}
    ]
    (place,) = workshop[f"{SCHEMA}location"]
    assert (values(place, "name"), values(place, "address")) == (["Kota Seruni"], ["Seruni"])
    named = {node["@id"]: values(node, "name") for kind in ("Person", "Organization")
             for node in nodes[kind] if "@id" in node}  # fmt: skip
    assert [named[key] for key in values(workshop, "organizer")] == [["Dinas Air"]]
    assert sorted(named[key][0] for key in values(workshop, "performer")) == [
        "Ratna Wulandari",
        "Tegar Prakoso",
    ]


def test_number_of_those_who_came_is_a_value_or_a_bound(nodes: Nodes) -> None:
    told = {
        (values(node, "unitText")[0], *values(node, "value"), *values(node, "minValue")): node
        for node in nodes["Observation"]
        if values(node, "observationAbout") == [event(nodes, "Lokakarya Taman Hujan")["@id"]]
    }
    assert set(told) == {("peserta", 40), ("instansi", 12)}
    assert values(told["peserta", 40], "measurementQualifier") == ["about"]
    assert values(told["instansi", 12], "minValue") == [12]
    assert values(told["instansi", 12], "measuredProperty") == [f"{SCHEMA}attendee"]
    assert {100} == {one for node in nodes["Observation"] for one in values(node, "maxValue")}


def test_pages_and_materials_are_joined_to_the_event(nodes: Nodes) -> None:
    workshop = event(nodes, "Lokakarya Taman Hujan")
    assert values(workshop, "subjectOf") == [URL, AGAIN]
    articles = {node["@id"]: node for node in nodes["Article"]}
    assert values(articles[AGAIN], "headline") == ["Warga belajar menabung hujan"]
    (slides,) = (
        node
        for node in nodes["PresentationDigitalDocument"]
        if node["@id"] in values(workshop, "workFeatured")
    )
    assert values(slides, "sha256") == ["ab" * 32]
    hostile = event(nodes, LONG)
    (video,) = nodes["VideoObject"]
    assert values(hostile, "recordedIn") == [video["@id"]]


def test_graph_becomes_statements(document: dict[str, Any]) -> None:
    told = jsonld.to_rdf(document, {"documentLoader": no_network, "format": "application/n-quads"})
    assert f"<{SCHEMA}subjectOf> <{URL}> ." in told
    workshops = [line for line in told.splitlines() if f"<{SCHEMA}Event> ." in line]
    assert len(workshops) == 3
    assert all(line.startswith("<urn:uuid:") for line in workshops)


def test_identifiers_do_not_depend_on_the_selection(
    city: Path, nodes: Nodes, tmp_path: Path
) -> None:
    path = export(city, "jsonld", tmp_path / "koran.jsonld", "--site", "koran")
    graph = json.loads(path.read_text("utf-8"))["@graph"]
    ids = {node["id"] for node in graph if node["type"] in {"Event", "Person", "Organization"}}
    assert ids <= {node["@id"] for found in nodes.values() for node in found if "@id" in node}


def test_hostile_texts_come_through(nodes: Nodes) -> None:
    names = {name for node in nodes["Person"] for name in values(node, "name")}
    assert {FORMULA, STEERED} <= names


def test_one_who_is_only_quoted_or_named_is_no_part_of_the_event() -> None:
    people = [Participant(number, "Nama", role, None, None) for number, role in
              enumerate(("quoted", "panelist", "attendee"), start=1)]  # fmt: skip
    organizations = [Involved(9, "Dinas", "mentioned"), Involved(8, "Badan", "host")]
    event = Event(
        id=UUID(int=1),
        type="forum",
        label_id="Forum",
        label_en="Forum",
        title="Forum Warga",
        start_date=None,
        end_date=None,
        venue=None,
        place=None,
        reports=(),
        people=tuple(people),
        organizations=tuple(organizations),
        counts=(),
        areas=(),
        materials=(),
    )
    (node,) = nodes_of(event, lambda kind, key: f"{kind}-{key}")
    assert {term: node[term] for term in ("performer", "attendee", "organizer")} == {
        "performer": ["person-2"],
        "attendee": ["person-3"],
        "organizer": ["organization-8"],
    }
    assert "contributor" not in node
