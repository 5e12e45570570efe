"""The marks that pages carry for machines: meta elements, schema.org properties, JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

_VALUES = ("datetime", "content", "title")
"""The attributes that may hold a property's value: of time, meta and abbr elements."""


class Marks:
    """The marks of one page, looked up by name; each kind is gathered once, when first asked."""

    def __init__(self, root: HtmlElement) -> None:
        """Gathers the meta elements of the page; `root` is its html element."""
        self._root = root
        self._properties: dict[str, list[str]] | None = None
        self._meta: dict[str, str] = {}
        for element in root.iter("meta"):
            name = element.get("property") or element.get("name")
            content = " ".join((element.get("content") or "").split())
            if name and content:
                self._meta.setdefault(name, content)

    def meta(self, *names: str) -> str | None:
        """The content of the first of these meta elements that the page has."""
        return next((self._meta[name] for name in names if name in self._meta), None)

    def values(self, open_graph: str, schema_org: str) -> Iterator[str]:
        """The values of a mark wherever a page may carry it, best first."""
        if open_graph in self._meta:
            yield self._meta[open_graph]
        yield from self._schema_org().get(schema_org, ())
        yield from _json_ld(self._root, schema_org)

    def _schema_org(self) -> dict[str, list[str]]:
        if self._properties is None:
            self._properties = {}
            for element in self._root.xpath("//*[@itemprop]"):
                found = [element.get(name) for name in _VALUES if element.get(name)]
                for name in element.get("itemprop").split():
                    self._properties.setdefault(name, []).extend(found)
        return self._properties


def _json_ld(root: HtmlElement, key: str) -> Iterator[str]:
    for script in root.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if isinstance(node.get(key), str):
                yield node[key]


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    for node in data if isinstance(data, list) else [data]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            if isinstance(graph, list):
                yield from (inner for inner in graph if isinstance(inner, dict))
