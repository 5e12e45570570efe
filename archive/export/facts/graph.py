"""Who was where with whom: people and organizations as a graph (GraphML), for Gephi and others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from sqlite_utils import Database

from archive.export.facts.order import Order, in_words

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns
  http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_TAIL = "</graph>\n</graphml>\n"

_NODE_KEYS = {
    "label": "string",
    "kind": "string",
    "events": "int",
    "first_date": "string",
    "last_date": "string",
    "sector": "string",
}
_EDGE_KEYS = {"weight": "int", "first_date": "string", "last_date": "string"}

_CROWD = 1_000
"""An event that names more people joins none of them: it is a list, and its pairs are millions."""

_DAYS = """
CREATE TEMP TABLE event_days AS
SELECT
  event_key, min(start_date) AS first_date, max(coalesce(end_date, start_date)) AS last_date
FROM temp.exported JOIN activities ON activities.id = exported.activity_id
GROUP BY event_key
"""
_MEETINGS = """
CREATE TEMP TABLE {kind}_meetings AS
SELECT DISTINCT event_key, {kind}_id AS id
FROM temp.exported JOIN {facts} USING (activity_id)
"""
"""Who was at which event, each once, whatever their roles and however many pages tell it."""
_CROWDS = """
CREATE TEMP TABLE {kind}_crowds AS
SELECT event_key FROM temp.{kind}_meetings GROUP BY event_key HAVING count(*) > {crowd}
"""

_NUMBER = "SELECT count(*) FROM temp.{kind}_crowds"

_NODES = """
SELECT id, {table}.name, count(*), min(first_date), max(last_date), {sector}
FROM temp.{kind}_meetings JOIN temp.event_days USING (event_key) JOIN {table} USING (id)
GROUP BY id ORDER BY id
"""
_EDGES = """
SELECT one.id, other.id, count(*), min(first_date), max(last_date)
FROM temp.{kind}_meetings AS one
JOIN temp.{kind}_meetings AS other ON other.event_key = one.event_key AND other.id > one.id
JOIN temp.event_days ON event_days.event_key = one.event_key
WHERE one.event_key NOT IN (SELECT event_key FROM temp.{kind}_crowds)
GROUP BY one.id, other.id ORDER BY one.id, other.id
"""
_KINDS = (
    {"kind": "person", "table": "people", "facts": "participations", "sector": "NULL"},
    {
        "kind": "organization",
        "table": "organizations",
        "facts": "organization_roles",
        "sector": "sector",
    },
)

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document may have."""


def write(order: Order, file: BinaryIO) -> str:
    """Write a node for each person and organization and an edge for each pair that met.

    People are joined with people, organizations with organizations. An edge's `weight` is the
    number of events, each once, that name both. Pairs are counted in SQLite, on disk where they
    are many: the graph is never in memory.
    """
    file.write(_HEAD.encode())
    for domain, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        file.writelines(_keys(domain, keys))
    file.write(b'<graph edgedefault="undirected">\n')
    _note_meetings(order)
    nodes = sum(order.write(file, _nodes(order.db, words), "nodes") for words in _KINDS)
    edges = sum(order.write(file, _edges(order.db, words), "edges") for words in _KINDS)
    file.write(_TAIL.encode())
    return f"{in_words(nodes, 'node')} and {in_words(edges, 'edge')}"


def _keys(domain: str, keys: dict[str, str]) -> Iterator[bytes]:
    for name, kind in keys.items():
        key = f'<key id="{domain}_{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'
        yield key.encode()


def _note_meetings(order: Order) -> None:
    """Note who was at which event in passing tables, from which nodes and edges are read."""
    order.db.execute(_DAYS)
    order.db.execute("CREATE UNIQUE INDEX temp.event_day ON event_days (event_key)")
    for words in _KINDS:
        order.db.execute(_MEETINGS.format(**words))
        order.db.execute(
            "CREATE INDEX temp.{kind}_met ON {kind}_meetings (event_key, id)".format(**words)
        )
        order.db.execute(_CROWDS.format(**words, crowd=_CROWD))
        (crowds,) = order.db.execute(_NUMBER.format(**words)).fetchone()
        if crowds:
            names = words["table"]
            order.tell(
                f"Without edges: {in_words(crowds, 'event')} with more than {_CROWD} {names}"
            )


def _nodes(db: Database, words: dict[str, str]) -> Iterator[bytes]:
    for key, *values in db.execute(_NODES.format(**words)):
        name, events, first, last, sector = values
        data = _data("node", _NODE_KEYS, (name, words["kind"], events, first, last, sector))
        yield f'<node id="{words["kind"]}-{key}">{data}</node>\n'.encode()


def _edges(db: Database, words: dict[str, str]) -> Iterator[bytes]:
    kind = words["kind"]
    for one, other, *values in db.execute(_EDGES.format(**words)):
        data = _data("edge", _EDGE_KEYS, values)
        yield f'<edge source="{kind}-{one}" target="{kind}-{other}">{data}</edge>\n'.encode()


def _data(domain: str, keys: dict[str, str], values: Any) -> str:
    return "".join(
        f'<data key="{domain}_{name}">{_text(value)}</data>'
        for name, value in zip(keys, values, strict=True)
        if value is not None
    )


def _text(value: str | int) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", str(value)))
