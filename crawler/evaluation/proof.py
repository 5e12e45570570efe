"""Whether a fact's evidence proves it: the quote holds the value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from crawler import lexicon
from crawler.evaluation.likeness import words_of

KINDS = ("dates", "attendance", "people", "organizations", "groups", "materials")
_VALUE = {"people": "name", "organizations": "name", "groups": "topic", "materials": "label"}


@cache
def _number_word() -> re.Pattern[str]:
    return re.compile("|".join(lexicon.load("evaluation")["number_words"]), re.IGNORECASE)


def quotes_of(fact: dict[str, Any], text: str) -> list[str]:
    """The words that a fact's evidence points at."""
    return [text[span["start"] : span["end"]] for span in fact.get("evidence", ())]


def is_proved(kind: str, fact: dict[str, Any], text: str) -> bool:
    """Whether every quote of the fact holds words, and one of them the fact's value."""
    quotes = quotes_of(fact, text)
    return bool(quotes) and all(quotes) and any(_holds(kind, fact, quote) for quote in quotes)


def _holds(kind: str, fact: dict[str, Any], quote: str) -> bool:
    if kind == "dates":
        return _holds_number(int(fact["date"][8:10]), quote)
    if kind == "attendance":
        return _holds_number(fact["count"], re.sub(r"(?<=\d)[.,\s](?=\d)", "", quote))
    value = fact.get(_VALUE[kind]) or fact.get("url") or ""
    long_words = {word for word in words_of(value) if len(word) > 1}
    return bool(long_words & set(words_of(quote))) or (bool(value) and value in quote)


def _holds_number(number: int, quote: str) -> bool:
    figures = [int(digits) for digits in re.findall(r"\d{1,9}", quote)]
    return number in figures or (not figures and _number_word().search(quote) is not None)


def facts_of(activity: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every fact of an activity that must have evidence, with its kind."""
    for kind in KINDS:
        for fact in activity.get(kind, ()):
            yield kind, fact
