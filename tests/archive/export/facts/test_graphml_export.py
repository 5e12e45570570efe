"""Who was where with whom, as networkx (and Gephi, which reads the same) opens it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import facts_samples
import networkx as nx
import pytest
from archive_samples import activity, fetch, record, store_page
from facts_samples import FORMULA, GONE, MARKUP, export

from archive.records import Organization, Person, Span
from archive.storage import close, open_archive


@pytest.fixture(scope="module")
def graph(city: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = export(city, "graphml", tmp_path_factory.mktemp("graphml") / "met.graphml")
    return nx.read_graphml(path)


def labelled(graph: Any, label: str) -> str:
    (node,) = (node for node, told in graph.nodes(data=True) if told["label"] == label)
    return str(node)


def test_people_and_organizations_are_nodes_of_one_graph(graph: Any) -> None:
    assert not graph.is_directed()
    told = graph.nodes[labelled(graph, "Ratna Wulandari")]
    assert told == {
        "label": "Ratna Wulandari",
        "kind": "person",
        "events": 2,
        "first_date": "2019-03-04",
        "last_date": "2019-03-04",
    }
    agency = graph.nodes[labelled(graph, "Dinas Air")]
    assert (agency["kind"], agency["sector"]) == ("organization", "government")


def test_pair_has_the_number_of_events_each_once(graph: Any) -> None:
    ratna, tegar = labelled(graph, "Ratna Wulandari"), labelled(graph, "Tegar Prakoso")
    assert graph.edges[ratna, tegar] == {
        "weight": 2,
        "first_date": "2019-03-04",
        "last_date": "2019-03-04",
    }


def test_people_are_joined_with_people_and_organizations_with_organizations(
    folder: Path, tmp_path: Path
) -> None:
    db = open_archive(folder)
    facts_samples.fill(db)
    words = (Span(0, 1),)
    late = activity(
        start_date="2020-02-03",
        end_date="2020-02-04",
        people=tuple(
            Person(name, "speaker", None, None, None, (), (), words)
            for name in ("Ratna Wulandari", "Tegar Prakoso", "Ratna Wulandari")
        ),
        organizations=tuple(
            Organization(name, None, "host", None, words) for name in ("Dinas Air", "Dinas Jalan")
        ),
    )
    page = record(activity=late)
    url = "https://kota.example/2020/"
    store_page(db, page, fetch(url))
    close(db)
    graph = nx.read_graphml(export(folder, "graphml", tmp_path / "met.graphml"))
    for one, other in graph.edges:
        assert graph.nodes[one]["kind"] == graph.nodes[other]["kind"]
    agencies = graph.edges[labelled(graph, "Dinas Air"), labelled(graph, "Dinas Jalan")]
    assert agencies == {"weight": 1, "first_date": "2020-02-03", "last_date": "2020-02-04"}
    people = graph.edges[labelled(graph, "Ratna Wulandari"), labelled(graph, "Tegar Prakoso")]
    assert (people["weight"], people["last_date"]) == (3, "2020-02-04")


def test_gone_pages_join_nobody_unless_asked_for(city: Path, graph: Any, tmp_path: Path) -> None:
    every = nx.read_graphml(export(city, "graphml", tmp_path / "all.graphml", "--gone"))
    ratna, tegar = labelled(every, "Ratna Wulandari"), labelled(every, "Tegar Prakoso")
    assert every.edges[ratna, tegar]["weight"] == graph.edges[ratna, tegar]["weight"] + 1, GONE


def test_hostile_names_come_through_as_far_as_xml_allows(graph: Any) -> None:
    labels = {told["label"] for _, told in graph.nodes(data=True)}
    assert {FORMULA, MARKUP} <= labels
    assert "Rapat\ufffd\ufffd[31m merah\nBEGIN:VEVENT" in labels


def test_list_of_very_many_names_joins_nobody_and_is_told(folder: Path, tmp_path: Path) -> None:
    db = open_archive(folder)
    words = (Span(0, 1),)
    people = tuple(
        Person(f"Nama {number}", "attendee", None, None, None, (), (), words)
        for number in range(1_001)
    )
    store_page(db, record(activity=activity(people=people)), fetch())
    close(db)
    place = tmp_path / "met.graphml"
    result = facts_samples.run(folder, "--format", "graphml", "--output", str(place))
    assert "Without edges: 1 event with more than 1000 people\n" in result.stderr
    graph = nx.read_graphml(place)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (1_002, 0)
