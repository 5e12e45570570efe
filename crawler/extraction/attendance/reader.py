"""How many came: counts of participants and of the bodies they came from.

A count is a number with a unit (peserta, orang, instansi ...) in a sentence that says that
people came; quotas, plans, other events, speakers and people served are no attendance.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

from archive.records import Attendance, Span
from crawler.article.page import Page
from crawler.extraction.attendance.cues import Cues, cues_of, is_changed, is_direct, is_stated
from crawler.extraction.attendance.guards import is_elsewhere, is_guarded
from crawler.extraction.attendance.parts import Count, joined, without_parts
from crawler.extraction.attendance.qualifiers import read_qualifier
from crawler.extraction.attendance.units import Unit, read_label, read_named_unit, read_unit
from crawler.extraction.dates.grammar import find_expressions
from crawler.extraction.dates.places import is_covered
from crawler.extraction.dates.reader import other_days
from crawler.extraction.numbers import Number, find_numbers, number_starts
from crawler.extraction.sentences import split_sentences

_MOST, _MOST_COUNTS, _MOST_SPANS = 10_000_000, 60, 5000
"""The largest count; how many counts a sentence of prose may have, and how many sentences a line."""
_WINDOW, _NEAR, _LONGEST = 60, 40, 20_000
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_RANGE = re.compile(r"\s?(?:[-–—]|sampai(?:\s+dengan)?|hingga|s\.?/?d\.?)\s?", re.IGNORECASE)
_OF = re.compile(r"\s(?:dari|di\s?antara)\s(?:total\s|seluruh\s)?")
_HADIR = re.compile(r"\b(?:hadir|datang)(?:\s(?:hanya|baru|sebanyak))?\s\Z", re.IGNORECASE)
_WHO_CAME = re.compile(r"\s[\w-]+(?:\s\w+)?\syang\s(?:hadir|datang|ikut|mengirim)")
_OUT_OF = re.compile(r"(?:\A|[,;:]\s{0,2})dari(?:\s+total)?\s{0,2}\Z", re.IGNORECASE)
"""A clause that begins so gives a total only where a share of it follows."""
_THIS = re.compile(r"\b(?:kali|forum|acara|kegiatan|rapat|pertemuan)\s+ini\b", re.IGNORECASE)
_NO_EVENT = re.compile(
    r"\b(?:nomor|no|peraturan|keputusan|surat|sk|perda|pergub|uu|berdiri|didirikan|dibentuk|lahir|sejak)\b",
    re.IGNORECASE,
)
"""Before a day by which it is no day of another event: a document's, or a foundation's."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What a page's sentences are read against."""

    dated: list[tuple[int, int]]
    """Where dates stand, so that no day is taken for a count."""
    others: list[tuple[int, int]]
    """Where days of other events stand."""
    years: set[int]


def read_attendance(page: Page) -> tuple[Attendance, ...]:
    """The counts of who came, one a count and unit, in order of the text. Never raises.

    A caption says who is in a picture, not who came.
    A range (`40-50 orang`) is about its lower bound: so many came by either reading.
    """
    starts = number_starts(page.text)
    sentences: list[list[Count]] = []
    for block in page.body:
        if block.kind == "caption" or not _has_any(starts, block.start, block.end):
            continue
        spans = split_sentences(page.text, block.start, block.end)
        known = False
        for sentence in spans[:_MOST_SPANS]:
            if not _has_any(starts, sentence.start, sentence.end):
                known = False
                continue
            sentences.append(_counts(page, sentence, known=known))
            known = any(count.unit.kind == "people" for count in sentences[-1])
    return _merged(without_parts(sentences))


def _has_any(starts: tuple[int, ...], start: int, end: int) -> bool:
    """Whether one of the starts, which are in order, lies in a range."""
    at = bisect_left(starts, start)
    return at < len(starts) and starts[at] < end


@lru_cache(maxsize=2)
def _context(page: Page) -> _Context:
    dated = [(e.start, e.end) for e in find_expressions(page.text)]
    years = {int(y) for start, end in dated for y in _ANY_YEAR.findall(page.text[start:end])}
    published = re.match(r"\d{4}", page.article.published_at or "")
    others = [(span.start, span.end) for span in other_days(page)]
    return _Context(dated, others, years | ({int(published[0])} if published else set()))


def _merged(counts: list[Count]) -> tuple[Attendance, ...]:
    """The same count of the same kind of unit is one fact with several places as evidence."""
    rows: dict[tuple[int, str], list[Count]] = {}
    for count in counts:
        rows.setdefault((count.number.value, count.unit.kind), []).append(count)
    return tuple(
        Attendance(
            value,
            next((c.qualifier for c in row if c.qualifier != "exact"), "exact"),
            row[0].unit.words,
            tuple(Span(c.start, c.end) for c in row),
        )
        for (value, _), row in rows.items()
    )


def _counts(page: Page, sentence: Span, *, known: bool) -> list[Count]:
    """The counts of one sentence; `known` says that the one before it counts people."""
    text, start, end = page.text, sentence.start, min(sentence.end, sentence.start + _LONGEST)
    cues = cues_of(text, start, end)
    if cues is None:
        return []
    context = _context(page)
    numbers = [n for n in find_numbers(text, start, end) if not is_covered(context.dated, n.start)]
    if not numbers or is_elsewhere(text, start, end, context.years):
        return []
    counts: list[Count] = []
    for number, ranged in _ranges(text, start, numbers):
        if _is_of_other_day(text, start, number, context):
            continue
        last = counts[-1].end if counts else None
        count = _count(text, sentence, number, cues, last, known=known)
        if count is None or (number.start == numbers[-1].start and _is_share(text, start, number)):
            continue
        if ranged and count.qualifier == "exact":
            count = replace(count, qualifier="about")
        counts.append(count)
        if len(counts) == _MOST_COUNTS:
            break
    return joined(text, counts)


def _count(
    text: str, sentence: Span, number: Number, cues: Cues, last: int | None, *, known: bool
) -> Count | None:
    """A number as a count of who came, if it is one; `last` is where the count before it ends."""
    span = (sentence.start if last is None else last, sentence.end)
    if not _is_countable(text, number):
        return None
    direct = is_direct(text, span[0], number)
    unit = _unit(text, number, span, direct=direct)
    if unit is None:
        return None
    if not is_changed(text, span[0], number, known=known):
        if is_guarded(text, span, number, unit, direct=direct):
            return None
        if not direct and not is_stated(number, unit, cues, last):
            return None
    qualifier, start = read_qualifier(text, span[0], number, unit)
    return Count(number, unit, qualifier, start, unit.end)


def _is_share(text: str, start: int, number: Number) -> bool:
    """Whether a clause opens with `dari` before the number."""
    return bool(_OUT_OF.search(text[max(start, number.start - _NEAR) : number.start]))


def _ranges(text: str, start: int, numbers: list[Number]) -> list[tuple[Number, bool]]:
    """Each number, the two of a range as one with the lower value, and whether it is a range.

    So are `9 dari 12 anggota`: nine came; `satu dari 27 peserta` names one of all.
    """
    found: list[tuple[Number, bool]] = []
    for number in numbers:
        last = found[-1][0] if found else None
        if last and last.value < number.value and _RANGE.fullmatch(text, last.end, number.start):
            found[-1] = (Number(last.value, last.start, number.end), True)
        elif last and 1 < last.value < number.value and _came_of(text, start, last, number):
            found[-1] = (Number(last.value, last.start, number.end), False)
        else:
            found.append((number, False))
    return found


def _came_of(text: str, start: int, few: Number, all_: Number) -> bool:
    """Whether so many of all are said to have come: `hadir 9 dari 12 anggota`."""
    if not _OF.fullmatch(text, few.end, all_.start):
        return False
    before = text[max(start, few.start - _NEAR) : few.start]
    came = _HADIR.search(before) or is_direct(text, start, few)
    return bool(came or _WHO_CAME.match(text, all_.end))


def _is_countable(text: str, number: Number) -> bool:
    """Whether a number can be a count; `satu` is mostly an article, `a` or `one of`."""
    if number.value == 1 and text[number.start].isalpha():
        return False
    return 0 < number.value < _MOST


def _unit(text: str, number: Number, span: tuple[int, int], *, direct: bool) -> Unit | None:
    """The unit after a number, or before it in a label; after a verb of coming any noun."""
    unit = read_unit(text, number.end, span[1])
    if unit is None and direct:
        unit = read_named_unit(text, number.end, span[1])
    return unit or read_label(text, number, span)


def _is_of_other_day(text: str, start: int, number: Number, context: _Context) -> bool:
    """Whether a day of another event stands before the number in its sentence."""
    at = bisect_left(context.others, number.start, key=lambda span: span[0])
    if not at or context.others[at - 1][0] < start:
        return False
    other, after = context.others[at - 1]
    if _NO_EVENT.search(text[max(start, other - _WINDOW) : other]):
        return False
    return not _THIS.search(text, after, number.start)
