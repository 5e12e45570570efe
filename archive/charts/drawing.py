"""A chart drawn as SVG that can stand in a page: scalable, titled, with names of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

_SVG = "http://www.w3.org/2000/svg"
_REFERENCE = re.compile(r"url\(#([^)]+)\)")


def drawn(
    specification: Mapping[str, Any], *, title: str, description: str, identifier: str
) -> str:
    """The chart as an SVG element, without declarations, scripts or anything from elsewhere.

    `title` and `description` are what a screen reader says in place of the marks. `identifier`
    begins every id in it, so that several drawings can stand in one document.
    """
    import vl_convert  # noqa: PLC0415 - it takes 50 MB that only drawings need

    svg = vl_convert.vegalite_to_svg(
        json.dumps(specification),
        vl_version=_version(specification),
        allowed_base_urls=[],
    )
    root = etree.fromstring(svg.encode("utf-8"), etree.XMLParser(resolve_entities=False))
    _name(root, identifier)
    _entitle(root, title, description, identifier)
    return str(etree.tostring(root, encoding="unicode"))


def _version(specification: Mapping[str, Any]) -> str:
    """The version of Vega-Lite that a specification names, as vl-convert names it: `6.4`."""
    match = re.search(r"/v(\d+\.\d+)", specification["$schema"])
    if match is None:
        raise ValueError(f"{specification['$schema']} names no version of Vega-Lite")
    return match[1]


def _name(root: etree._Element, identifier: str) -> None:
    """Begin every id, and every reference to one, with the identifier."""
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, f"{identifier}-{value}")
            elif "url(#" in value:
                element.set(name, _REFERENCE.sub(rf"url(#{identifier}-\1)", value))


def _entitle(root: etree._Element, title: str, description: str, identifier: str) -> None:
    """Make it one image with words, as wide as its place and no wider than it was drawn."""
    names = {"title": title, "desc": description}
    for position, (tag, words) in enumerate(names.items()):
        element = etree.Element(f"{{{_SVG}}}{tag}", id=f"{identifier}-{tag}")
        element.text = words
        root.insert(position, element)
    root.set("role", "img")
    root.set("aria-labelledby", " ".join(f"{identifier}-{tag}" for tag in names))
    root.attrib.pop("class", None)
