"""XML of a site, read without trust: bounded, no entities, no network."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from lxml import etree

MOST_BYTES = 50 * 1024 * 1024
"""Of a sitemap by its protocol, unpacked; no feed is larger."""
_GZIP = b"\x1f\x8b"
_ANY_WRAPPER = 47


class TooLargeError(ValueError):
    """XML that is larger, unpacked, than it may be."""


def unpacked(body: bytes) -> bytes:
    """The body, unpacked where it is gzip. Raises TooLargeError, ValueError for broken gzip."""
    if not body.startswith(_GZIP):
        return body
    unpacker = zlib.decompressobj(_ANY_WRAPPER)
    try:
        data = unpacker.decompress(body, MOST_BYTES)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if unpacker.unconsumed_tail:
        raise TooLargeError
    return data


def elements(body: bytes) -> Iterator[etree._Element]:
    """Every element of the document in its order, of broken documents as far as they go."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(body.lstrip(), parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    if root is not None:
        yield from root.iter("{*}*")


def name_of(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return str(etree.QName(element).localname)


def text_of(element: etree._Element, name: str) -> str | None:
    """The text of the first child of that name; None where there is none."""
    for child in element.iterchildren("{*}" + name):
        text = (child.text or "").strip()
        if text:
            return text
    return None
