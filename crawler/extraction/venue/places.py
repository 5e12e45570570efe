"""The city of an activity: that of the dateline, else the one named with the venue."""

from __future__ import annotations

import re
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Page
from crawler.extraction.cue_words import CueWords
from crawler.extraction.dates.words import weekday_of

_LINES = 4
_HEAD = 80
_DATELINE = re.compile(
    r"(?!Pada\b|Hari\b|Tanggal\b)(?P<place>[A-Z][^\W\d_]{2,20}(?:[ -][A-Z][^\W\d_]{2,20}){0,2}),\s+(?:[A-Z][^\W\d_’']{3,8}[’']?[a-z]*,?\s+)?\(?\d{1,2}[\s/-]"
    r"|(?P<reported>[A-Z][^\W\d_]{2,20}(?: [A-Z][^\W\d_]{2,20})?)\s*\([A-Z][\w. ]{2,20}\)\s*[–—_-]"
)
_BEFORE = re.compile(r"(?:^|[,(:]\s*|\b(?:Kota|Kab\.|Kabupaten|KOTA|KAB\.|KABUPATEN)\s)$")
_AFTER = re.compile(r"\s*(?:[,.(:–—_/\d-]|$)")


@cache
def _places() -> dict[str, str]:
    """Cities, regencies and provinces in lower case -> as they are written."""
    rows = lexicon.load("places")
    named = {name.lower(): name for name in rows["cities"]["names"]}
    for table in ("provinces", "jakarta"):
        for name, others in rows[table].items():
            named[name.lower()] = name
            named.update({other.lower(): other for other in others})
    return named


@cache
def _place() -> CueWords:
    longest_first = sorted(_places(), key=len, reverse=True)
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"
    return CueWords(re.compile(pattern, re.IGNORECASE), longest_first)


def is_place(words: str) -> bool:
    """Whether words are the name of a city, a regency or a province."""
    return words.strip().lower() in _places()


def place_of(page: Page, venue: Span | None) -> tuple[str | None, Span | None]:
    """The city in normal case and where it stands; (None, None) where the page names none."""
    lines = [block for block in page.body if block.kind != "caption"][:_LINES]
    for block in lines:
        end = min(block.end, block.start + _HEAD)
        head = page.text[block.start : end]
        for found in _place().find_in_page(page.text, block.start, end):
            before = page.text[block.start : found.start()]
            if _BEFORE.search(before) and _AFTER.match(page.text, found.end(), end):
                return _places()[found[0].lower()], Span(*found.span())
        dated = _DATELINE.match(head)
        group = "place" if dated and dated["place"] else "reported"
        if dated and weekday_of(dated[group].split()[0]) is None:
            start, end = dated.span(group)
            return dated[group], Span(block.start + start, block.start + end)
    if venue is None:
        return None, None
    cities = list(_place().find_in_page(page.text, venue.start, venue.end))
    if not cities:
        return None, None
    last = cities[-1]
    return _places()[last[0].lower()], Span(last.start(), last.end())
