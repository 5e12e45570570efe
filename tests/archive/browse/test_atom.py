"""A feed is a document that RFC 4287 allows, whatever it is told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from archive.browse import atom
from archive.browse.atom import Category, Entry, Feed, document

ATOM = {"a": atom.NAMESPACE}


def feed(*entries: Entry, title: str = "Baru di arsip") -> Feed:
    return Feed(
        address="https://kota.example/feed.atom?lang=id",
        page="https://kota.example/activities",
        title=title,
        author="Arsip",
        language="id",
        updated="2020-01-02T03:04:05Z",
        entries=entries,
    )


def entry(**changes: str) -> Entry:
    plain = {
        "id": "urn:uuid:7f1b7a34-8d0a-5c39-9f2b-0d8f8a1b2c3d",
        "title": "Rapat",
        "address": "https://kota.example/activity/1",
        "published": "2020-01-01T00:00:00Z",
        "updated": "2020-01-02T03:04:05Z",
        "summary": "Rapat · 4 Maret 2019",
    }
    return Entry(**{**plain, **changes}, categories=(Category("meeting", "Rapat"),))  # type: ignore[arg-type]


def test_a_feed_says_what_it_must():
    root = etree.fromstring(document(feed(entry(), title="Baru & lama <i>")))
    assert root.findtext("a:title", namespaces=ATOM) == "Baru & lama <i>"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "id"
    assert root.xpath("a:link[@rel='self']/@href", namespaces=ATOM) == [
        "https://kota.example/feed.atom?lang=id"
    ]
    (told,) = root.findall("a:entry", ATOM)
    assert told.findtext("a:published", namespaces=ATOM) == "2020-01-01T00:00:00Z"
    assert told.xpath("a:category/@label", namespaces=ATOM) == ["Rapat"]


def test_an_entry_without_a_source_links_to_its_page_alone():
    root = etree.fromstring(document(feed(entry())))
    assert root.xpath("a:entry/a:link/@rel", namespaces=ATOM) == ["alternate"]


@given(st.text(), st.text())
def test_every_text_comes_through_but_what_xml_cannot_write(title: str, summary: str):
    root = etree.fromstring(document(feed(entry(title=title, summary=summary))))
    for name, text in (("title", title), ("summary", summary)):
        told = root.findtext(f"a:entry/a:{name}", namespaces=ATOM)
        writable = "".join(one for one in text if _is_writable(one))
        assert told == writable.replace("\r\n", "\n").replace("\r", "\n")


def _is_writable(letter: str) -> bool:
    """Whether XML 1.0 has the letter (https://www.w3.org/TR/xml/#charsets)."""
    code = ord(letter)
    return (
        letter in "\t\n\r" or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
    )
