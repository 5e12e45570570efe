"""Bytes or text into an element tree, whatever state they are in."""

from __future__ import annotations

import re

import lxml.html
from bs4 import UnicodeDammit

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def decode(html: str | bytes) -> str:
    """The page's text. Bytes are UTF-8 where they can be, else what bs4 detects.

    A page served as UTF-8 that is really windows-1252 comes out readable.
    """
    text = _decode_bytes(html) if isinstance(html, bytes) else html
    return _CONTROL.sub("", text)


def _decode_bytes(html: bytes) -> str:
    try:
        return html.decode("utf-8-sig")
    except UnicodeDecodeError:
        return UnicodeDammit(html, is_html=True).unicode_markup or html.decode("utf-8", "replace")


def parse(html: str | bytes) -> lxml.html.HtmlElement:
    """The root element; an empty document for input without any element."""
    text = _DECLARATION.sub("", decode(html))
    parser = lxml.html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(text, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError):
        return lxml.html.document_fromstring("<html><body></body></html>")
