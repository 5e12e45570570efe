"""How long an activity lasts: `selama tiga hari`, and the day until which a text says it goes on."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from crawler import lexicon
from crawler.article.page import Page
from crawler.extraction.dates.places import Place
from crawler.extraction.dates.scoring import FIRST_DAY
from crawler.extraction.dates.years import Mention
from crawler.extraction.numbers import find_numbers

LONGEST = 14
"""So many days an activity lasts at most, where only words tie its days together."""
_A_DAY = timedelta(days=1)
_WINDOW, _NEAR, _NUMBER = 140, 80, 30
_HARI = re.compile(r"\shari\b(?!\s+(?:kerja|kemudian|lalu|sebelum|sesudah|setelah|lagi)\b)")


def stated_span(page: Page, mention: Mention, place: Place) -> tuple[date, date] | None:
    """The days of an activity whose first or last one and whose length the text gives.

    `Dibuka Kamis (7/6). Pelatihan berlangsung selama tiga hari.`
    """
    low = max(place.sentence.start, mention.span.start - _NEAR)
    before = page.text[low : mention.span.start].lower()
    begins = bool(FIRST_DAY.search(before) or _words("opening").search(before))
    ends = not begins and bool(_words("closing").search(before))
    if not (begins or ends):
        return None
    days = _length(page, only_for=FIRST_DAY.search(before) is None)
    if days is None:
        return None
    further = (days - 1) * _A_DAY
    if begins:
        return mention.start, mention.start + further
    return mention.last - further, mention.last


def _length(page: Page, *, only_for: bool) -> int | None:
    """The first number of days that the text says the activity lasts.

    `only_for` asks for the activity's name or a verb of going on close before it.
    """
    for match in _HARI.finditer(page.text):
        low = max(0, match.start() - _WINDOW)
        low = max(low, page.text.rfind("\n", low, match.start()) + 1)
        numbers = find_numbers(page.text, max(low, match.start() - _NUMBER), match.start())
        if not numbers or numbers[-1].end != match.start():
            continue
        if not 1 < numbers[-1].value <= LONGEST:
            continue
        before = page.text[low : numbers[-1].start].lower().rpartition(". ")[2]
        if only_for and _words("against").search(before):
            continue
        lasts = _just_before().search(before)
        if lasts or (not only_for and before.endswith("selama ")):
            return numbers[-1].value
    return None


def stated_end(
    page: Page, mentions: list[Mention], places: list[Place], start: date
) -> tuple[date, date] | None:
    """The activity's days where a sentence of its own says until when it goes on.

    `Pelatihan berlangsung tiga hari hingga Kamis (7/6)`: with the number of days the first one
    follows too, if `start`, the day that the page tells of, is one of them.
    """
    for mention, place in zip(mentions, places, strict=True):
        if not 0 < (mention.last - start).days < LONGEST or mention.end:
            continue
        low, at = place.sentence.start, mention.span.start
        before = page.text[max(low, at - _WINDOW) : at].lower()
        if place.block.kind == "caption" or _other_subject().match(page.text, low, at):
            continue
        if not _says_until(before):
            continue
        days = _days_in(before)
        first = mention.last - (days - 1) * _A_DAY if days else start
        if first <= start + _A_DAY:
            return min(first, start), mention.last
    return None


def _says_until(before: str) -> bool:
    """Whether the words of a sentence before a day say that the activity goes on until then."""
    if _words("against").search(before):
        return False
    if _lasts_until().search(before):
        return True
    starts = _words("subjects").search(before) or _words("opening").search(before)
    return bool(starts and _closes().search(before))


def _days_in(before: str) -> int | None:
    """The number of days in `berlangsung tiga hari hingga`."""
    return next(
        (
            number.value
            for number in find_numbers(before, 0, len(before))
            if _HARI.match(before, number.end) and 1 < number.value <= LONGEST
        ),
        None,
    )


@cache
def _words(row: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(row)})(?!\w)")


@cache
def _just_before() -> re.Pattern[str]:
    """The activity's name or a verb of going on, right before a number of days."""
    words = f"{_alternatives('lasting')}|{_alternatives('subjects')}"
    between = r"(?:\s+(?:selama|yang|ini|itu|tersebut|akan|ini akan|dalam|waktu))*\s+\Z"
    return re.compile(rf"(?<!\w)(?:{words}){between}")


@cache
def _other_subject() -> re.Pattern[str]:
    """Another subject among the first words of a sentence."""
    return re.compile(
        rf"\W{{0,5}}(?:\w{{1,30}}\W{{1,3}}){{0,2}}(?:{_alternatives('others')})(?!\w)",
        re.IGNORECASE,
    )


_LEAD = r"(?:\s+(?:pada|hari|tanggal|dengan|esok|besok|lusa))*\s*\Z"


@cache
def _lasts_until() -> re.Pattern[str]:
    """A word for going on, or a number of days, and one for until right before a day."""
    until = rf"(?<!\w)(?:{_alternatives('until')})"
    lasts = rf"(?<!\w)(?:{_alternatives('lasting')})\b[^.;\n]{{0,50}}{until}"
    days = rf"\bhari\b[^.;\n]{{0,25}}{until}"
    return re.compile(rf"(?:{lasts}|{days}){_LEAD}")


@cache
def _closes() -> re.Pattern[str]:
    """A word for closing, right before a day."""
    return re.compile(rf"(?<!\w)(?:{_alternatives('closing')}){_LEAD}")


def _alternatives(row: str) -> str:
    words = sorted(lexicon.load("date_cues")["duration"][row], key=len, reverse=True)
    return "|".join(map(re.escape, words))
