"""What takes the force from a cue: quotations, wishes, plans, and other years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from archive.records import Span
from crawler.article.page import Block, Page
from crawler.extraction.openings import WordPattern
from crawler.extraction.organizations.claims import Claim
from crawler.extraction.organizations.cues import context
from crawler.extraction.page_words import vocabulary_of

_QUOTE = re.compile(r"“[^“”\n]{0,2000}”|\"[^\"\n]{0,2000}\"")
_WINDOW = 50
_PLAN_WINDOW = 160
_JOINED = (
    "bersama",
    "bekerja",
    "berkolaborasi",
    "bermitra",
    "bersinergi",
    "berkoordinasi",
    "menggandeng",
    "melibatkan",
    "mengundang",
)
_BEHIND = 70
_FULL_DATE = re.compile(r"\b\d{1,2} [A-Z][a-z]{2,8} ((?:19|20)\d\d)\b|\b\d{1,2}/\d{1,2}/(20\d\d)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEVER = 9999
_BARE_YEAR = re.compile(
    r"\b(?:pada|sejak|di|dari)(?: awal| akhir| pertengahan)?(?: tahun)? ((?:19|20)\d\d)\b"
)
_PLANNED = WordPattern(r"\b(?:akan|hendak|bakal|rencananya|direncanakan)\s+(?:\w+\s+)?$", re.NOFLAG)
_NEXT = WordPattern(
    r"\b(?:[Rr]apat|[Pp]ertemuan|[Kk]unjungan|[Pp]elatihan|[Ll]okakarya)"
    r" (?:berikutnya|selanjutnya|lanjutan|mendatang)\b|(?<!yang )\b(?:direncanakan|dijadwalkan)\b",
    re.NOFLAG,
)
_TO_COME = re.compile(
    r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:,[^,;\n]{1,60},\s*)?(?:yang )?(?:akan|hendak|berencana|rencananya|nantinya)\b"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence of a page, with what its block quotes and the year that the page is of."""

    text: str
    sentence: Span
    quotes: tuple[tuple[int, int], ...]
    year: int | None
    reported: bool
    """Whether the page reports an activity: plans then are another one's."""


def year_of(page: Page) -> int | None:
    """The year that a page speaks of: that of its first full date, or of its post."""
    found = _FULL_DATE.search(page.text)
    if found:
        return int(found[1] or found[2])
    published = page.article.published_at or ""
    return int(published[:4]) if published[:4].isdecimal() else None


def quotes_of(text: str, block: Block) -> tuple[tuple[int, int], ...]:
    """The quotations of a block, as offsets."""
    return tuple(match.span() for match in _QUOTE.finditer(text, block.start, block.end))


def is_discounted(scene: Scene, cue: re.Match[str]) -> bool:
    """Whether a cue speaks of what should be, will be or was another time, or is quoted."""
    if is_quoted(scene, cue.start()):
        return True
    begin = max(scene.sentence.start, cue.start() - _WINDOW)
    joined = cue[0].lower().startswith(_JOINED if scene.reported else "bersama")
    if joined and context("planned").search(scene.text, begin, cue.start()):
        return True
    before = max(scene.sentence.start, cue.start() - _PLAN_WINDOW)
    if scene.reported and _NEXT.search(scene.text, before, cue.start()):
        return True
    if context("modal").search(scene.text, begin, cue.start()):
        return True
    if scene.reported and _PLANNED.search(scene.text, begin, cue.start()):
        return True
    return is_past(scene, cue.start(), cue.end())


def is_quoted(scene: Scene, at: int) -> bool:
    """Whether the words at an offset are quoted."""
    return any(start < at < end for start, end in scene.quotes)


def is_past(scene: Scene, start: int, end: int) -> bool:
    """Whether the words around `text[start:end]` tell of another time: `pada 2016`, `pernah`."""
    begin = max(scene.sentence.start, start - _WINDOW)
    if context("past").search(scene.text, begin, start):
        return True
    if scene.year is None or _earliest_year(scene.text) >= scene.year:
        return False
    stop = min(scene.sentence.end, end + _BEHIND)
    years = _BARE_YEAR.finditer(scene.text, begin, stop)
    return any(int(found[1]) < scene.year for found in years)


@lru_cache(maxsize=2)
def _earliest_year(text: str) -> int:
    """The earliest year that a text writes in figures; one far ahead where it writes none."""
    years = (int(word) for word in vocabulary_of(text) if _YEAR.fullmatch(word))
    return min(years, default=_NEVER)


def is_to_come(text: str, end: int, limit: int) -> bool:
    """Whether those whose names end at `end` are yet to do something."""
    return _TO_COME.match(text, end, min(end + 140, limit)) is not None


def announces(text: str, claim: Claim) -> bool:
    """Whether the sentence around a claim announces something yet to come."""
    begin = max(text.rfind("\n", 0, claim.start), text.rfind(". ", 0, claim.start)) + 1
    return context("announcing").search(text, begin, min(claim.end + 300, len(text))) is not None
