"""Counts that belong together: men and women, and the parts of a stated total."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from archive.records import Qualifier
from crawler import lexicon
from crawler.extraction.attendance.units import Unit
from crawler.extraction.numbers import Number

_BOTH = 2
_GAP = 80
_AND = re.compile(r"\s*(?:orang\s*)?(?:,|dan|serta|&|,\s*dan)\s*", re.IGNORECASE)
_DIVIDED = re.compile(
    r"\b(?:terdiri|yakni|yaitu|antara lain|di\s?antaranya|termasuk|meliputi|mencakup|rinciannya|rincian|ialah|adalah|masing-masing)\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\s*(?:dari|di\s?antara)(?:\s+(?:total|seluruh|sebanyak))?\s*", re.IGNORECASE)
_OF_ALL = re.compile(r"\bdari(?:\s+total)?\s*$", re.IGNORECASE)


_INVITED = frozenset({"undangan", "anggota", "pendaftar"})
_ASKED = re.compile(
    r"\b(?:mengundang|undangan|diundang|undang|pendaftar)\b[^,;.]{0,30}\Z", re.IGNORECASE
)
_SIGNED_UP = re.compile(
    r"\s+(?:yang\s+)?(?:telah\s+|sudah\s+)?(?:mendaftar|terdaftar|diundang|tercatat)\b(?!\s+ulang)",
    re.IGNORECASE,
)
_WHO_CAME = re.compile(r"\b(?:hadir|datang|ikut)\b[^,;.]{0,30}\Z", re.IGNORECASE)
_ATTENDED = re.compile(r"\b(?:dihadiri|diikuti|hadir|datang)\b[^,;.]{0,20}\Z", re.IGNORECASE)
_CAME = re.compile(
    r"\s+(?:yang\s+|di\s?antaranya\s+)?(?:hadir|datang|ikut|mengikuti|memenuhi|bergabung|menyimak)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Count:
    """One count in the text; `start` to `end` is its quote."""

    number: Number
    unit: Unit
    qualifier: Qualifier
    start: int
    end: int


def joined(text: str, counts: list[Count]) -> list[Count]:
    """The counts of one sentence: men and women as their total, parts of a total left out."""
    came = _without_invited(text, counts)
    return _whole(text, _without_shares(text, _summed(text, came)))


def without_parts(sentences: list[list[Count]]) -> list[Count]:
    """The counts of all sentences but those that add up to a total of people named elsewhere."""
    totals = {c.number.value for counts in sentences for c in counts if c.unit.kind == "people"}
    kept: list[Count] = []
    for counts in sentences:
        people = [c for c in counts if c.unit.kind == "people"]
        total = sum(c.number.value for c in people)
        parts = people if len(people) >= _BOTH and total in totals else []
        kept.extend(c for c in counts if c not in parts)
    return kept


def _without_invited(text: str, counts: list[Count]) -> list[Count]:
    """The counts without those who only signed up or were asked, where the next says who came.

    `Dari 90 warga yang mendaftar, 64 orang hadir`; `mengundang 60 orang, yang hadir 75`.
    """
    return [
        count
        for at, count in enumerate(counts)
        if not (
            at + 1 < len(counts)
            and "people" == count.unit.kind == counts[at + 1].unit.kind
            and _is_invited(text, count, counts[at + 1])
        )
    ]


def _is_invited(text: str, count: Count, following: Count) -> bool:
    """Whether a count is of those asked, and the one after it of those of them who came."""
    before = text[max(0, count.start - _GAP) : count.start]
    between = text[count.end : min(following.start, count.end + _GAP)]
    after = text[following.end : following.end + _GAP]
    asked = bool(_ASKED.search(before)) or bool(_SIGNED_UP.match(between))
    if not asked and not (_OF_ALL.search(before) and count.unit.words.lower() in _INVITED):
        return False
    return bool(_WHO_CAME.search(between) or _CAME.match(after))


def _without_shares(text: str, counts: list[Count]) -> list[Count]:
    """The counts without those that are so many out of the next: `20 orang dari 35 peserta`.

    Those asked are left out themselves where a verb of coming says it of the others:
    `dihadiri 12 orang dari 18 undangan`.
    """
    counts = [
        count
        for at, count in enumerate(counts)
        if not (
            at
            and count.unit.words.lower() in _INVITED
            and _OUT_OF.fullmatch(text, counts[at - 1].end, count.start)
            and _ATTENDED.search(text[max(0, counts[at - 1].start - _GAP) : counts[at - 1].start])
        )
    ]
    return [
        count
        for at, count in enumerate(counts)
        if not (
            at + 1 < len(counts)
            and counts[at + 1].unit.attends
            and counts[at + 1].number.value > count.number.value
            and count.unit.kind == "people"
            and _OUT_OF.fullmatch(text, count.end, counts[at + 1].start)
        )
    ]


def _whole(text: str, counts: list[Count]) -> list[Count]:
    """A total of people without the parts that the sentence divides it into."""
    people = [c for c in counts if c.unit.kind == "people"]
    for at, total in enumerate(people[:-1]):
        parts = people[at + 1 :]
        between = text[total.end : min(parts[0].start, total.end + _GAP)]
        adds_up = len(parts) >= _BOTH and sum(c.number.value for c in parts) == total.number.value
        is_of_all = _OF_ALL.search(text[max(0, total.start - _GAP) : total.start])
        smaller = all(c.number.value < total.number.value for c in parts)
        if adds_up or (smaller and (is_of_all or _DIVIDED.search(between))):
            return [c for c in counts if c not in parts]
    return counts


def _summed(text: str, counts: list[Count]) -> list[Count]:
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
    unit = Unit("orang", "people", second.unit.end, rounded=False, attends=True)
    whole = replace(first, number=number, unit=unit, qualifier="exact", end=second.end)
    return [*rest, whole]


def _is_gender(words: str) -> bool:
    return any(word in words.lower() for word in lexicon.load("attendance")["genders"]["words"])
