"""Bytes or text into an element tree, whatever state they are in."""

from __future__ import annotations

import lxml.html
from bs4 import UnicodeDammit


def decode(html: bytes) -> str:
    """The page's text: UTF-8 where it can be, else in the encoding that bs4 detects.

    A page served as UTF-8 that is really windows-1252 comes out readable.
    """
    try:
        return html.decode("utf-8-sig")
    except UnicodeDecodeError:
        return UnicodeDammit(html, is_html=True).unicode_markup or html.decode("utf-8", "replace")


def parse(html: str | bytes) -> lxml.html.HtmlElement:
    """The root element; that of an empty document for input without any element."""
    text = decode(html) if isinstance(html, bytes) else html
    # Halves of surrogate pairs are no characters, and a NUL ends a page for libxml2.
    clean = text.encode("utf-8", "ignore").replace(b"\0", b"")
    parser = lxml.html.HTMLParser(
        huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return lxml.html.document_fromstring(clean, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError):
        return lxml.html.document_fromstring("<html><body></body></html>")
