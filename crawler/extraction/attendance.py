"""How many came: counts of participants and of the bodies they came from.

A count is a number with a unit (peserta, orang, instansi ...) in a sentence that says that
people came; quotas, plans, other events, speakers and people served are no attendance.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from archive.records import Attendance, Qualifier, Span
from crawler import lexicon
from crawler.article.page import Page
from crawler.extraction.attendance_units import Unit, read_unit
from crawler.extraction.date_grammar import find_expressions
from crawler.extraction.numbers import Number, find_numbers
from crawler.extraction.sentences import sentences_of

_MOST = 1_000_000
_WINDOW = 60
_REACH = 220
_BOTH = 2
_OTHER_YEAR = re.compile(r"\b(?:pada|di|sejak)?\s*tahun\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PART_OF = re.compile(r"(?<!terdiri )(?<!lebih )(?<!kurang )(?<!oleh )\bdari(?: total)?$")
_THIS = re.compile(r"\b(?:ini|kali ini|tersebut)\b", re.IGNORECASE)
_AND = re.compile(r"\s*(?:orang\s*)?(?:,|dan|serta|&|,\s*dan)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Count:
    number: Number
    unit: Unit
    qualifier: Qualifier
    start: int
    end: int


def read_attendance(page: Page) -> tuple[Attendance, ...]:
    """The counts of who came, one a count and unit, in order of the text. Never raises."""
    dated = [(e.start, e.end) for e in find_expressions(page.text)]
    years = {int(y) for start, end in dated for y in _ANY_YEAR.findall(page.text[start:end])} | {
        int(y) for y in re.findall(r"^\d{4}", page.article.published_at or "")
    }
    counts: list[_Count] = []
    for sentence in sentences_of(page):
        counts.extend(_counts(page.text, sentence, dated, years))
    return _merged(counts)


def _is_in(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether one of the spans, in order and apart, covers a place."""
    before = bisect_right(spans, at, key=lambda span: span[0])
    return before > 0 and at < spans[before - 1][1]


def _merged(counts: list[_Count]) -> tuple[Attendance, ...]:
    """The same count of the same kind of unit is one fact with several places as evidence."""
    rows: dict[tuple[int, str], list[_Count]] = {}
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


def _counts(
    text: str, sentence: Span, dated: list[tuple[int, int]], years: set[int]
) -> list[_Count]:
    """The counts of one sentence."""
    if not (cues := list(_pattern("cues", "coming").finditer(text, sentence.start, sentence.end))):
        return []
    if _is_elsewhere(text, sentence, years):
        return []
    counts: list[_Count] = []
    for number in find_numbers(text, sentence.start, sentence.end):
        if not 0 < number.value < _MOST or _is_in(dated, number.start):
            continue
        floor = max(sentence.start, counts[-1].end if counts else 0)
        unit = read_unit(text, number.end, sentence.end)
        if unit is None or _is_guarded(text, floor, number, unit):
            continue
        if _is_stated(number, unit, cues, counts):
            qualifier, start = _qualifier(text, floor, number, unit)
            counts.append(_Count(number, unit, qualifier, start, unit.end))
    return _summed(text, counts)


def _is_elsewhere(text: str, sentence: Span, years: set[int]) -> bool:
    """Whether the sentence tells of a plan, a quota or another year's event."""
    if _pattern("guards", "sentence").search(text, sentence.start, sentence.end):
        return True
    other = _OTHER_YEAR.findall(text[sentence.start : sentence.end])
    return bool(years) and any(int(year) not in years for year in other)


def _is_guarded(text: str, floor: int, number: Number, unit: Unit) -> bool:
    """Whether the words around a number make it something else than who came."""
    if text[number.start - 1 : number.start] in {"-", "–"}:
        return True
    before = text[max(floor, number.start - 30) : number.start].lower().rstrip(" (\xa0")
    if _endings("guards", "before").search(before):
        return True
    if _pattern("guards", "unit").search(unit.words.lower()):
        return True
    if unit.attends and _PART_OF.search(before):
        return True
    if _is_another_event(text[max(floor, number.start - _REACH) : number.start]):
        return True
    return bool(
        _pattern("guards", "following").match(text[unit.end : unit.end + _WINDOW].lower().lstrip())
    )


def _is_another_event(before: str) -> bool:
    """Whether the words before a number speak of another event and not, after it, of this one."""
    others = list(_pattern("guards", "elsewhere").finditer(before))
    return bool(others) and not _THIS.search(before, others[-1].end())


def _is_stated(number: Number, unit: Unit, cues: list[re.Match[str]], counts: list[_Count]) -> bool:
    """Whether a cue in reach says that these came: before the number, in its unit, or after it."""
    if unit.attends:
        return True
    if counts and number.start - counts[-1].end < _WINDOW:
        return True
    after = bisect_left(cues, number.start, key=lambda cue: cue.start())
    if after and number.start - cues[after - 1].end() < _REACH:
        return unit.kind == "people" or number.start - cues[after - 1].end() < _WINDOW
    ahead = cues[after].start() - unit.end if after < len(cues) else _WINDOW
    return unit.kind == "people" and 0 <= ahead < _WINDOW


def _qualifier(text: str, floor: int, number: Number, unit: Unit) -> tuple[Qualifier, int]:
    """How exact the count is, and where its words begin."""
    before = text[max(floor, number.start - 40) : number.start].lower()
    best: tuple[int, Qualifier, int] | None = None
    for name, start in _qualifiers(before):
        if best is None or start < best[0]:
            best = (start, name, start)
    if best:
        return best[1], number.start - (len(before) - best[0])
    if unit.rounded:
        return "about", number.start
    if re.match(r"\s*lebih\b", text[unit.end : unit.end + 8].lower()):
        return "at_least", number.start
    return "exact", number.start


def _qualifiers(before: str) -> list[tuple[Qualifier, int]]:
    """The qualifiers that end the words before a number, with where each begins."""
    names: tuple[Qualifier, ...] = ("about", "at_least", "at_most")
    return [
        (name, match.start())
        for name in names
        if (match := _endings("qualifiers", name).search(before))
    ]


@cache
def _endings(section: str, row: str) -> re.Pattern[str]:
    """One of the phrases at the end of the words before a number."""
    phrases = [
        (r"(?<!\w)" if phrase[0].isalpha() else "") + re.escape(phrase)
        for phrase in sorted(lexicon.load("attendance")[section][row], key=len, reverse=True)
    ]
    return re.compile(rf"(?:{'|'.join(phrases)})\s*(?:dari\s+|sebanyak\s+|sejumlah\s+)?$")


def _summed(text: str, counts: list[_Count]) -> list[_Count]:
    """Men and women counted apart are one total; beside a stated total they are its parts."""
    apart = [c for c in counts if _is_gender(c.unit.words)]
    if len(apart) < _BOTH:
        return counts
    rest = [c for c in counts if not _is_gender(c.unit.words)]
    total = sum(c.number.value for c in apart[:_BOTH])
    if any(c.number.value == total for c in rest):
        return rest
    first, second = apart[0], apart[1]
    if not _AND.fullmatch(text, first.unit.end, second.number.start):
        return counts
    number = Number(total, first.number.start, second.number.end)
    whole = _Count(
        number,
        Unit("orang", "people", second.unit.end, rounded=False, attends=True),
        "exact",
        first.start,
        second.end,
    )
    return [*rest, whole]


def _is_gender(words: str) -> bool:
    return any(word in words.lower() for word in lexicon.load("attendance")["genders"]["words"])


@cache
def _pattern(section: str, row: str) -> re.Pattern[str]:
    words = sorted(lexicon.load("attendance")[section][row], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
