"""Where the activity took place: the house or room, and the city."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from archive.records import Evidence, Span
from crawler.article.page import Block, Page
from crawler.extraction.activity_type.words import type_words
from crawler.extraction.sentences import split_sentences
from crawler.extraction.venue.bounds import venue_span
from crawler.extraction.venue.phrases import hosting, house, is_virtual, label, lead, listed
from crawler.extraction.venue.places import is_place, place_of

_NEAR = 220
_MOST_SENTENCES = 400
_MOST_PHRASES = 40
_OTHER_NEAR = 80
_LEAD = 12
_EARLY = 4
_HELD, _ANYWHERE = 1, 2
_WEEKDAY_OR_YEAR = re.compile(
    r"\b(?:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu)\b|\b\d{1,2}\s+[A-Z][a-z]{2,8}\s+20\d\d\b|\(\d{1,2}/\d{1,2}"
)
_IS_JOURNEY = re.compile(r"\ske\s+\Z")  # `kunjungan ke Instalasi X`: what they went to see
_DAY = r"(?:pada\s+)?(?:hari\s+)?(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu)(?:\s+(?:pagi|siang|sore|malam))?,?(?:\s+\(?\d[^\n,;()]{2,20}\)?,?)?\s+"
_DATED = re.compile(_DAY, re.IGNORECASE)
_TIME_OF_DAY = re.compile(
    rf"(?:suasana\s+(?:di\s+)?|{_DAY})(?=\w)|(?:(?:sejak\s+)?(?:pagi|siang|sore|malam)(?:\s+(?:itu|tadi|hari))?|hari\s+itu),?\s+"
    r"(?:(?-i:halaman|pelataran)\s+(?-i:(?=[A-Z])))?",
    re.IGNORECASE,
)
_FULL = "penuh"
_LIVED_IN = re.compile(r"(?:kampung|bantaran|pesisir|kawasan\s+permukiman|rw)\s+\w", re.IGNORECASE)
_SHORTEST = 4
_ADJACENT = 24
_OPENING, _CLOSING = "“", "”"
_ROOM = re.compile(
    r"(?:ruang(?:an)?\s+(?:rapat|kerja|sidang|pola|pertemuan|kelas)|aula|balai\s+(?:desa|warga|kota)|kantor|pendopo|auditorium)\s+\w",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Venue:
    """Where the activity took place; without evidence where there is no venue."""

    venue: str | None
    place: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Candidate:
    rank: int
    """0 where it is introduced as such, 1 behind a verb of holding, 2 for a house anywhere in
    the lead, 3 for a ground behind a verb of holding, 4 for what was visited."""
    span: Span


def read_venue(page: Page) -> Venue:
    """The venue (a building, a room, a ground) and the place (a city) of the activity.

    A venue is physical; a city alone is none, nor is the venue of another activity. The best is
    one that the page introduces as such (`bertempat di`, `Tempat:`), then one behind a verb of
    holding, then a house or room in the first sentences.
    """
    found = list(_candidates(page))
    best = min(found, key=lambda candidate: (candidate.rank, candidate.span.start), default=None)
    if best is None:
        return Venue(None, place_of(page, None)[0], ())
    best = next((outer for outer in found if _goes_on(outer.span, best.span)), best)
    place, _ = place_of(page, best.span)
    return Venue(page.text[best.span.start : best.span.end], place, (best.span,))


def _goes_on(span: Span, inner: Span) -> bool:
    """Whether a venue names its house before where that stands: `Rumah Pompa Muara di RW 03`."""
    return span.start < inner.start and inner.end <= span.end


def _candidates(page: Page) -> Iterator[_Candidate]:
    count = 0
    body = page.body
    for index, block in enumerate(body):
        labelled = _labelled(page.text, block, body[index + 1 : index + 3])
        if labelled:
            yield _Candidate(0, labelled)
        if block.kind in {"caption", "cell"}:
            continue
        for sentence in split_sentences(page.text, block.start, block.end):
            count += 1
            if count > _MOST_SENTENCES:
                return
            yield from _in_sentence(page.text, sentence, count)


def _labelled(text: str, block: Block, below: tuple[Block, ...]) -> Span | None:
    """The venue behind `Tempat:` on its line, or in the cell or line behind the label."""
    found = label().match(text, block.start, block.end)
    if not found or block.kind == "caption":
        return None
    start, end = found.end(), block.end
    if start >= end:
        following = next((b for b in below if text[b.start : b.end].strip(" :")), None)
        if following is None or following.kind != block.kind:
            return None
        start, end = following.start, following.end
        while start < end and text[start] in ": ":
            start += 1
    elif not found["colon"]:
        return None
    span = venue_span(text, start, end, opens=False)
    if _is_named(text, span):
        return span
    first = next((m for m in house().finditer(text, start, end) if not m["ground"]), None)
    span = venue_span(text, first.start(), end, opens=False) if first else span
    return span if first and _is_house(text, span, named=True) else None


def _in_sentence(text: str, sentence: Span, place: int) -> Iterator[_Candidate]:
    subject = _as_subject(text, sentence)
    if subject:
        yield _Candidate(1, subject)
    for found in islice(lead().find_in_page(text, sentence.start, sentence.end), _MOST_PHRASES):
        before = text[max(sentence.start, found.start() - _NEAR) : found.start()]
        if listed("other_activity").search(before[-_OTHER_NEAR:]):
            continue
        if before.count(_OPENING) > before.count(_CLOSING):
            continue
        named = found["named"] is not None
        opens = not before.strip(" ,.")
        span = venue_span(text, found.end(), sentence.end, opens=opens)
        rank = _rank(text, span, before, named=named, filling=found["filling"], place=place)
        if rank == _ANYWHERE and _is_dated_activity(text, sentence, found.start(), place):
            rank = _HELD
        if rank is not None:
            yield _Candidate(rank, span)


def _rank(
    text: str, span: Span, before: str, *, named: bool, filling: str | None, place: int
) -> int | None:
    """How good a candidate is, the least the best; None for no venue."""
    if named:
        return 0 if _is_named(text, span) else None
    held = listed("held").search(before) is not None
    if not _is_house(text, span, named=False):
        adjacent = listed("held").search(before[-_ADJACENT:])
        return 1 if adjacent and not filling and _ROOM.match(text, span.start, span.end) else None
    kind = house().match(text, span.start, span.end)
    visited = filling is not None and listed("visited").pattern.match(filling) is not None
    if visited or (kind and kind["ground"]):
        if kind and kind["ground"] and not _LIVED_IN.match(text, span.start, span.end):
            filling = filling if filling and not _IS_JOURNEY.search(filling) else None
        seen = 4 if filling and kind and place <= _LEAD else None
        return 3 if held and not visited else seen
    if (filling and not kind) or (_says_being(before) and not filling):
        return 3 if held and not filling else None
    if held:
        return 1
    return 2 if kind and place <= _LEAD else None


def _is_dated_activity(text: str, sentence: Span, end: int, place: int) -> bool:
    """Whether an early sentence names an activity before `end`, and its day anywhere."""
    if place > _EARLY or not _WEEKDAY_OR_YEAR.search(text, sentence.start, sentence.end):
        return False
    return any(not word.verbal for word in type_words(text, sentence.start, end))


def _says_being(before: str) -> bool:
    """Whether the words before `di` say where somebody lives or something stands."""
    last = listed("being").findall(before[-_ADJACENT:])
    return bool(last) and not before[-_ADJACENT:][last[-1].end() :].strip()


def _as_subject(text: str, sentence: Span) -> Span | None:
    """A house that opens its sentence and is said to be the venue: `Aula X menjadi tempat`."""
    if not hosting().search_page(text, sentence.start, sentence.end):
        return None
    time = _TIME_OF_DAY.match(text, sentence.start, sentence.end)
    start = time.end() if time else sentence.start
    kind = house().match(text, start, sentence.end)
    if not kind or kind["ground"]:
        return None
    span = venue_span(text, start, sentence.end, opens=True)
    dated = _DATED.match(text, span.end + 1, sentence.end)
    at = dated.end() if dated else span.end + 1
    after = hosting().pattern.match(text, at, sentence.end)
    if after is None or (after[0].lower() == _FULL and time is None):
        return None  # a hospital or a landfill may be full at any time
    return span if _is_house(text, span, named=False) else None


def _is_named(text: str, span: Span) -> bool:
    """Whether words that are introduced as a venue are one: no region, no screen."""
    words = text[span.start : span.end]
    if _is_house(text, span, named=True):
        return True
    if len(words) < _SHORTEST or is_virtual(words) or not words[0].isupper():
        return False
    parts = [part.strip() for part in words.split(",")]
    region = listed("regions").pattern.match(words) is not None
    return not region and not all(is_place(part) for part in parts)


def _is_house(text: str, span: Span, *, named: bool) -> bool:
    """Whether the words name a house, a room or a ground rather than a city or a screen."""
    words = text[span.start : span.end]
    kinds = listed("kinds")
    if len(words) < _SHORTEST or is_virtual(words):
        return bool(kinds.pattern.fullmatch(words)) and not is_virtual(words)
    opens = house().match(words)
    if not any(letter.isupper() for letter in words):
        return named and opens is not None
    if opens:
        return not house().fullmatch(words) or (words[0].isupper() and not opens["ground"]) or named
    return kinds.search(words) is not None and listed("regions").pattern.match(words) is None
