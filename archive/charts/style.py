"""How charts look: on white, in print, to the colour-blind, and without any font of their own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from archive.tabular import printable

INK = "#222222"
QUIET = "#5f5f5f"
LINE = "#d9d9d9"
BLUE = "#0072b2"
VERMILION = "#d55e00"

CATEGORIES = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442")
"""Okabe and Ito's colours (https://jfly.uni-koeln.de/color/), dark and light in turn, so that
neighbours differ in grey too."""
THE_REST = "#999999"

SHADES = ("#eaf2f8", "#08519c")
"""From few to many, in one hue: lightness alone tells them apart."""

FONT = "Helvetica, Arial, Liberation Sans, sans-serif"
"""Fonts that every system has one of; all have the widths of the first."""

WIDTH = 600
"""Pixels across: fits the text of an A4 page."""


def configured(specification: dict[str, Any]) -> dict[str, Any]:
    """The specification with this look; what it configures itself stays."""
    return {**specification, "config": {**_CONFIG, **specification.get("config", {})}}


_CONFIG: dict[str, Any] = {
    "background": "#ffffff",
    "font": FONT,
    "aria": False,  # the drawing has one title and one description; its thousand marks have none
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "titleColor": QUIET,
        "titleFontWeight": "normal",
        "labelFontSize": 11,
        "titleFontSize": 11,
        "gridColor": LINE,
        "domainColor": QUIET,
        "tickColor": QUIET,
    },
    "legend": {
        "labelColor": INK,
        "titleColor": QUIET,
        "titleFontWeight": "normal",
        "labelFontSize": 11,
        "titleFontSize": 11,
        "labelLimit": 260,
    },
}


def literal(words: Sequence[str]) -> str:
    """Words of pages in an expression of Vega: a list of strings, whatever is in them."""
    return json.dumps([printable(word) for word in words])
