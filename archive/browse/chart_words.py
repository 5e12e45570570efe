"""A chart's own words in the reader's language; its specification has them in English."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from archive.browse.language import Language
from archive.query import ActivityTypePeriod

_WORDS = {
    "events": "chart.events",
    "Other types": "chart.other_types",
    "Q%q %Y": "chart.quarter",
}


def labelled(rows: Iterable[ActivityTypePeriod], language: Language) -> list[ActivityTypePeriod]:
    """The rows with the labels of the reader's language alone."""
    return [
        replace(row, label_id=label, label_en=label)
        for row in rows
        for label in [language.label(row.type)]
    ]


def translated(specification: Any, language: Language) -> Any:
    """The specification with the words of its titles, scales and values in that language."""
    if isinstance(specification, dict):
        return {name: translated(value, language) for name, value in specification.items()}
    if isinstance(specification, list):
        return [translated(value, language) for value in specification]
    if not isinstance(specification, str):
        return specification
    if specification in _WORDS:
        return language.say(_WORDS[specification])
    return _in_expression(specification, language)


def _in_expression(expression: str, language: Language) -> str:
    """An expression of Vega that looks words up in a list; any other string stays as it is."""
    if not expression.startswith("indexof(["):
        return expression
    for english, key in _WORDS.items():
        expression = expression.replace(json.dumps(english), json.dumps(language.say(key)))
    return expression
