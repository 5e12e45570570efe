"""Documents that are ZIP packages of XML: Office and OpenDocument files."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from crawler.documents.unreadable import DAMAGED, UnreadableError, unreadable

MOST_MEMBERS = 20_000
MOST_UNPACKED = 400 * 1024 * 1024
"""Bytes of all members; a package beyond it is taken for a bomb."""
MOST_MARKUP = 48 * 1024 * 1024
"""Bytes of one member that is read as a tree."""


def open_package(data: bytes) -> zipfile.ZipFile:
    """The package, whose members unpack to a bounded size.

    A member never gives more than its declared size, so their sum bounds what is unpacked.
    Raises UnreadableError.
    """
    with unreadable():
        package = zipfile.ZipFile(io.BytesIO(data))
    members = package.infolist()
    if len(members) > MOST_MEMBERS:
        raise UnreadableError(f"The package has {len(members)} members.")
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED:
        raise UnreadableError(f"The package would unpack to {unpacked >> 20} MB.")
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableError("The package opens with a password only.")
    return package


def read_member(package: zipfile.ZipFile, name: str, most: int = MOST_MARKUP) -> bytes | None:
    """A member's bytes; None where there is none. Raises UnreadableError where it is too long."""
    try:
        member = package.getinfo(name)
    except KeyError:
        return None
    if member.file_size > most:
        raise UnreadableError(f"Its part {name} has {member.file_size >> 20} MB.")
    with unreadable():
        return package.read(member)


def read_markup(package: zipfile.ZipFile, name: str) -> etree._Element | None:
    """The tree of an XML member, entities left alone; None where there is none.

    Raises UnreadableError.
    """
    data = read_member(package, name)
    return None if data is None else parse_markup(data)


def parse_markup(data: bytes) -> etree._Element:
    """The tree of XML, entities left alone. Raises UnreadableError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(DAMAGED) from error
