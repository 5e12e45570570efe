"""A feed in the Atom Syndication Format (RFC 4287). Pure: what it says in, its bytes out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml; charset=utf-8"

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""
_HTML = "text/html"

ET.register_namespace("", NAMESPACE)


@dataclass(frozen=True, slots=True)
class Category:
    """What an entry belongs to."""

    term: str
    label: str
    scheme: str | None = None
    """The address of the kind of term; None for one without."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is new."""

    id: str
    """An IRI that stays the same wherever the feed is served."""
    title: str
    address: str
    """Where it is read, absolute."""
    published: str
    """When it was new, RFC 3339."""
    updated: str
    summary: str
    source: str | None = None
    """The address of what it was read from, absolute."""
    categories: tuple[Category, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Feed:
    """What is told of the feed, and its entries."""

    address: str
    """Its own, absolute."""
    page: str
    """The address of a page that shows the same, absolute."""
    title: str
    author: str
    language: str
    updated: str
    entries: tuple[Entry, ...]


def document(feed: Feed) -> bytes:
    """The feed as a document, in UTF-8."""
    root = ET.Element(_name("feed"), {"xml:lang": feed.language})
    _add(root, "id", feed.address)
    _add(root, "title", feed.title)
    _add(root, "updated", feed.updated)
    _add(ET.SubElement(root, _name("author")), "name", feed.author)
    _link(root, "self", feed.address, "application/atom+xml")
    _link(root, "alternate", feed.page, _HTML)
    for entry in feed.entries:
        _entry(ET.SubElement(root, _name("entry")), entry)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(element: ET.Element, entry: Entry) -> None:
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "published", entry.published)
    _add(element, "updated", entry.updated)
    _link(element, "alternate", entry.address, _HTML)
    if entry.source:
        _link(element, "via", entry.source, _HTML)
    for category in entry.categories:
        given = {"term": category.term, "label": _text(category.label)}
        if category.scheme:
            given["scheme"] = category.scheme
        ET.SubElement(element, _name("category"), given)
    _add(element, "summary", entry.summary)


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, _name(name)).text = _text(text)


def _link(parent: ET.Element, relation: str, address: str, media_type: str) -> None:
    given = {"rel": relation, "href": _text(address), "type": media_type}
    ET.SubElement(parent, _name("link"), given)


def _name(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"


def _text(words: str) -> str:
    return _FORBIDDEN.sub("", words)
