"""What makes a number something else than who came.

Plans and quotas, other events, shares of each body, speakers, and people served or struck.
"""

from __future__ import annotations

import re
from functools import cache

from crawler import lexicon
from crawler.extraction.attendance.units import Unit
from crawler.extraction.cue_words import CueWords
from crawler.extraction.numbers import Number

_BEFORE, _AFTER, _REACH, _INTRODUCTION = 30, 60, 220, 120
_OTHER_YEAR = re.compile(r"tahun(?<!\wtahun)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_THIS = re.compile(r"\b(?:ini|kali ini|tersebut)\b", re.IGNORECASE)
_EACH = re.compile(
    r"\b(?:setiap|tiap|tiap-tiap|masing-masing|per|sekelompok)\b[^.;:]{0,50}"
    r"\b(?:mengirim\w*|mengutus|menugaskan|diwakili|terdiri|berisi\w*|beranggota\w*|beranggotakan|menyertakan|ada|sebanyak)\b[^,.;]{0,20}$"
    r"|\bkelompok\b[^.;:]{0,40}\b(?:beranggota\w*|beranggotakan|berisi\w*|terdiri|sebanyak)\b[^,.;]{0,20}$",
    re.IGNORECASE,
)
_OF_EACH = re.compile(
    r"(?:\w+\s+)?(?:(?:dari|untuk|di)\s+)?(?:masing-masing|tiap|setiap|tiap-tiap|per)\s",
    re.IGNORECASE,
)
_FEW = 6
_NAMES = re.compile(
    r"(?:\s+[^\W\d_]+){0,9},?\s+(?:yaitu|yakni|ialah|bernama|masing-masing)\s+"
    r"(?:(?:Bapak|Bpk|Ibu|Sdr|Sdri|Sdra|Saudara|Saudari|Pak|Bu|Mas|Mbak|Kang)\b"
    r"|[A-Z][a-z'’]+(?:\s[A-Z][\w'’.]*){0,3}\s\()"
)
_SENT = re.compile(
    r"(?:.*\b(?:peserta|orang|hadirin|undangan|delegasi|utusan))?\s*(?:yang\s+)?mewakili",
    re.DOTALL,
)
"""Behind those who came: from how many bodies they were sent."""
_PARENT = re.compile(r"\b(?:ibu|bapak|ayah|orang ?tua|kakek|nenek|janda|duda)(?: dari)?$")
_CHILDREN = ("anak", "putra", "putri", "cucu", "balita")
_SIGNED = re.compile(r"[^,.;:]{0,40}\b(?:daftar hadir|presensi|absensi|buku tamu)", re.IGNORECASE)


@cache
def words_of(section: str, row: str) -> CueWords:
    """The words of a row of lexicon/attendance.toml, also with the ending `nya`."""
    words = sorted(lexicon.load("attendance")[section][row], key=len, reverse=True)
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?:nya)?(?!\w)"
    return CueWords(re.compile(pattern, re.IGNORECASE), [*words, *(f"{w}nya" for w in words)])


def is_elsewhere(text: str, start: int, end: int, years: set[int]) -> bool:
    """Whether a sentence tells of a plan, a quota or an event of another year than `years`."""
    if words_of("guards", "sentence").search_page(text, start, end):
        return True
    other = _OTHER_YEAR.findall(text[start:end])
    return bool(years) and any(int(year) not in years for year in other)


def is_guarded(
    text: str, span: tuple[int, int], number: Number, unit: Unit, *, direct: bool
) -> bool:
    """Whether the words around a number make it something else than who came.

    `span` bounds what is looked at; `direct` counts are the object of a verb of coming, which
    outweighs what they live in or belong to.
    """
    floor, end = span
    before = text[max(floor, number.start - _BEFORE) : number.start].lower().rstrip(" (\xa0")
    is_glued = text[number.start - 1 : number.start] in {"-", "–"} and not before[-2:-1].isdigit()
    if is_glued or (not direct and _endings("purpose").search(before)):
        return True
    if not (direct or unit.attends) and _endings("telling").search(before):
        following = text[unit.end : min(end, unit.end + _AFTER)]
        return not words_of("cues", "coming").search(following)
    sent = unit.kind != "people" and _SENT.fullmatch(before)
    if (_endings("before").search(before) and not sent) or words_of("guards", "unit").search(
        unit.words
    ):
        return True
    parent = _PARENT.search(before) and unit.words.lower().startswith(_CHILDREN)
    if parent or _is_of_others(text[max(floor, number.start - _REACH) : number.start]):
        return True
    if not (direct or unit.attends) and _is_named(text, end, number, unit):
        return True
    return _is_followed(text[unit.end : min(end, unit.end + _AFTER)].lstrip(), direct=direct)


def _is_followed(after: str, *, direct: bool) -> bool:
    """Whether the words after a unit take the count away from this event."""
    if _OF_EACH.match(after) or words_of("guards", "following").pattern.match(after):
        return True
    if not direct and words_of("guards", "residents").pattern.match(after):
        return True
    if _asked().match(after):
        return True
    return bool(words_of("guards", "signing").pattern.match(after)) and not _SIGNED.match(after)


@cache
def _asked() -> re.Pattern[str]:
    table = lexicon.load("attendance")["guards"]
    asked, to_speak = ("|".join(table[row]) for row in ("asked", "to_speak"))
    return re.compile(
        rf"(?:yang\s+)?(?:{asked})\s+(?:untuk\s+|sebagai\s+|menjadi\s+)?(?:{to_speak})\b",
        re.IGNORECASE,
    )


def _is_of_others(before: str) -> bool:
    """Whether a number is another event's, a share of each body, or the size of a team."""
    return bool(
        _is_another_event(before) or _EACH.search(before[-2 * _AFTER :]) or _is_size(before.lower())
    )


def _is_another_event(before: str) -> bool:
    """Whether the words before a number speak of another event and not, after it, of this one."""
    others = words_of("guards", "elsewhere").findall(before)
    return bool(others) and not _THIS.search(before, others[-1].end())


def _is_size(before: str) -> bool:
    """Whether a number is the size of a team that was set up: `dibentuk tim beranggotakan`."""
    size = _endings("sizes").search(before)
    if size is None:
        return False
    bodies = [
        match
        for row in ("teams", "established")
        for match in words_of("guards", row).pattern.finditer(before, 0, size.start())
    ]
    last = max((match.end() for match in bodies), default=-1)
    return last >= 0 and not words_of("cues", "coming").pattern.search(before, last, size.start())


def _is_named(text: str, end: int, number: Number, unit: Unit) -> bool:
    """Whether a few people are named right after: `serta dua notulis, yakni Ibu A dan Bapak B`."""
    if unit.kind != "people" or number.value > _FEW:
        return False
    return bool(_NAMES.match(text, unit.end, min(end, unit.end + _INTRODUCTION)))


@cache
def _endings(row: str) -> re.Pattern[str]:
    """One of a row's words at the end of what stands before a number."""
    words = sorted(lexicon.load("attendance")["guards"][row], key=len, reverse=True)
    phrases = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\w)(?:{phrases})\.?\s*(?:dari\s+|sebanyak\s+|sejumlah\s+)?$")
