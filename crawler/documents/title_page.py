"""What a document's first page says of itself: its title, who presents it, when and where.

Only a page of few words is a title page; of prose nothing is claimed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from archive.documents import Document
from crawler import lexicon
from crawler.extraction.activity_type.words import alternatives, type_words_of
from crawler.extraction.dates.expressions import Expression, day_of
from crawler.extraction.dates.grammar import find_expressions
from crawler.extraction.organizations.names import find_names as find_organizations
from crawler.extraction.people.identity import names_same
from crawler.extraction.people.names import NameMention, find_names
from crawler.extraction.people.vocabulary import GIVEN_NAMES

_MOST_LINES = 30
_MOST_LETTERS = 1200
_MOST_TITLE_LINES = 4
_LONGEST_LINE = 200
_EDGES = " \t,;:.–—-•|/\"“”‘’'()"
_TWELVE = 12


class TitlePage(NamedTuple):
    """What a title page says; None for what it does not say, or not clearly."""

    title: str | None = None
    presenter: str | None = None
    """Without titles and degrees; None where it names several."""
    date: str | None = None
    """The only day on the page, or the first of the only range; ISO 8601."""
    end_date: str | None = None
    """The last day of a range."""
    activity: str | None = None


@cache
def _presented_by() -> re.Pattern[str]:
    words = alternatives(lexicon.load("title_pages")["presented_by"])
    return re.compile(rf"\W{{0,3}}{words}\s*(?::|$|(?=\s[^\W\d_]))\s*", re.IGNORECASE)


@cache
def _presented_at() -> re.Pattern[str]:
    words = lexicon.load("title_pages")
    occasions = alternatives(words["occasions"])
    return re.compile(
        rf"\W{{0,3}}{alternatives(words['presented_at'])}\s*:?\s+(?:{occasions}\s+){{0,2}}",
        re.IGNORECASE,
    )


def read_title_page(document: Document) -> TitlePage:
    """What the first page of a document says of the document. Never raises."""
    page = document.texts[0] if document.texts else ""
    lines = [line.strip() for line in page[: _MOST_LETTERS + 1].split("\n") if line.strip()]
    if len(page) > _MOST_LETTERS or len(lines) > _MOST_LINES or not lines:
        return TitlePage(title=document.title)
    start, end = _day(page)
    return TitlePage(
        _title(lines) or document.title, _presenter(lines), start, end, _activity(lines)
    )


def _day(page: str) -> tuple[str | None, str | None]:
    """The page's only date, or range; none where it could be read in two ways."""
    found = find_expressions(page)
    if len(found) != 1 or _is_ambiguous(found[0]):
        return None, None
    days = [day.isoformat() for point in found[0].points if (day := day_of(point))]
    if len(days) != len(found[0].points):
        return None, None
    return days[0], days[-1] if len(days) > 1 else None


def _is_ambiguous(expression: Expression) -> bool:
    """`05/06/2019`: the day may be the month."""
    return expression.numeric and any(
        point.day <= _TWELVE and point.day != point.month for point in expression.points
    )


def _presenter(lines: list[str]) -> str | None:
    """Who presents: named behind `oleh`, else the only person named with a title or a degree."""
    marked, titled = {}, {}
    awaited = False
    for line in lines:
        cue = _presented_by().match(line)
        behind = line[cue.end() :] if cue else line
        for name in _names(behind):
            if name.certain:
                titled[name_words(name.name)] = name.name
            if (cue or awaited) and not behind[: name.outer_start].strip(_EDGES + "1"):
                marked[name_words(name.name)] = name.name
        awaited = cue is not None and not behind.strip(_EDGES)
    clear = _different(list((marked or titled).values()))
    return _spelled(clear[0]) if len(clear) == 1 else None


def _names(line: str) -> list[NameMention]:
    """The names in a line; one all in capitals is read as if it were not."""
    line = line[:_LONGEST_LINE]
    return find_names(line, 0, len(line)) or (
        find_names(small, 0, len(small)) if (small := _small(line)) != line else []
    )


def _small(line: str) -> str:
    """`OLEH: RINA KARTIKA, M.SI` with capitals at the beginnings of words, the degrees as they are."""
    if not line.isupper():
        return line
    name, comma, degrees = line.partition(",")
    return re.sub(r"[^\W\d_]{2,}", lambda word: word[0].capitalize(), name) + comma + degrees


def _different(names: list[str]) -> list[str]:
    """The names of different people, each in its longest form."""
    kept: list[str] = []
    for name in sorted(names, key=len, reverse=True):
        if not any(names_same(name_words(name), name_words(other)) for other in kept):
            kept.append(name)
    return kept


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without initials."""
    return tuple(word for word in re.findall(r"[^\W\d_]+", name.lower()) if len(word) > 1)


def _spelled(name: str) -> str:
    """A name in capitals as prose writes it."""
    return _small(name) if name.isupper() else name


def _activity(lines: list[str]) -> str | None:
    """Behind `disampaikan dalam`, else the line that begins with a kind of activity."""
    for line in lines:
        occasion = _presented_at().match(line)
        said = line[occasion.end() :].strip(_EDGES) if occasion else ""
        if said:
            return said
    return next((line.strip(_EDGES) for line in lines if _begins_with_kind(line)), None)


def _begins_with_kind(line: str) -> bool:
    words = type_words_of(line[:_LONGEST_LINE])
    return bool(words) and not line[: words[0].start].strip(_EDGES) and not words[0].verbal


def _title(lines: list[str]) -> str | None:
    """The first lines that are no house's name, up to one that is something else than a title."""
    title: list[str] = []
    for line in lines:
        if _is_beside(line):
            if title:
                break
        else:
            title.append(line)
        if len(title) == _MOST_TITLE_LINES:
            break
    words = " ".join(title).strip()
    return words or None


def _is_beside(line: str) -> bool:
    """Whether a line names a house, a person, a day or an occasion, and so no title."""
    line = line[:_LONGEST_LINE]
    cue = _presented_by().match(line)
    if cue and (cue.end() == len(line) or _names(line[cue.end() :])):
        return True
    if _presented_at().match(line):
        return True
    if find_expressions(line) or any(_is_person(line, name) for name in _names(line)):
        return True
    line = _small(line)
    houses = find_organizations(line, 0, len(line))
    return (
        bool(houses)
        and not line[: houses[0].start].strip(_EDGES)
        and (not line[houses[-1].end :].strip(_EDGES))
    )


def _is_person(line: str, name: NameMention) -> bool:
    """Whether a name has a title or a degree, or is the whole line and begins as names do."""
    first = name.name.split(maxsplit=1)[0].lower()
    return name.certain or (first in GIVEN_NAMES and len(line.strip(_EDGES)) == len(name.name))
