"""Which of a page's dates are the activity's own.

Every mention gets points for what speaks for it: a verb of taking place, its place in the
text, its distance from the dateline and the publication; words for plans, earlier events,
laws and disasters take points away. The best one is the activity's, days that continue it join.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from crawler.article.page import Page
from crawler.extraction.dates.durations import LONGEST, stated_end, stated_span
from crawler.extraction.dates.places import Place, is_dateline, places_of
from crawler.extraction.dates.scoring import (
    Time,
    has_verb,
    scores_of,
    speaks_of_taking_place,
)
from crawler.extraction.dates.years import Mention

_STRONG, _LEAST = 4, 2
_MOST = 500
"""So many dates compete, the first of the text: a bound for pages that are no prose."""
_NEAR = 60
_A_DAY = _AHEAD = timedelta(days=1)
_RECENT = timedelta(days=60)
_ALSO = re.compile(r"\)?(?:,|\s+(?:dan|serta)\b)[^.;:]{0,50}")
_UNTIL = re.compile(
    r"\)?,?\s+(?:pukul|jam)\s[\d.:\s]{1,12}(?:wi[bt]|wita)?,?\s*(?:sampai(?:\s+dengan)?|hingga|s\.?/?d\.?)"
    r"\s+(?:hari\s+|tanggal\s+)*",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:dibuka|dimulai|mulai|bermula|pembukaan|diawali)\b[^.;\n]*\Z", re.IGNORECASE
)
_CLOSES = re.compile(
    r"[^.;\n]*\b(?:ditutup|berakhir|diakhiri|penutupan|selesai|tuntas|berlangsung|hingga|sampai)\b[^.;\n]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Decision:
    """The activity's days, and the mentions that are datelines."""

    start: date | None
    end: date | None
    datelines: frozenset[int]
    """Positions in the row of mentions."""


def decide(
    page: Page, mentions: list[Mention], published: date | None, *, reports_activity: bool
) -> Decision:
    """The activity's span over the mentions; None where the text gives no date for it."""
    mentions = mentions[:_MOST]
    places = places_of(page, mentions)
    datelines = _datelines(page, mentions, places)
    if not reports_activity or not mentions:
        return Decision(None, None, datelines)
    first = min(datelines, default=None)
    dateline = mentions[first].last if first is not None else None
    reported = published if _is_recent(mentions, published) else None
    scores = scores_of(page, mentions, places, datelines, Time(dateline, reported))
    chosen = _chosen(scores, datelines, bar=_LEAST if reported == published else _LEAST + 1)
    if chosen is None:
        return Decision(None, None, datelines)
    start, end = _span(page, mentions, places, _without(scores, datelines), chosen)
    return Decision(start, end, datelines)


def _datelines(page: Page, mentions: list[Mention], places: list[Place]) -> frozenset[int]:
    """The mentions that are datelines; a block has one at most, and what follows it is prose."""
    found: dict[int, int] = {}
    for at, (mention, place) in enumerate(zip(mentions, places, strict=True)):
        start = place.block.start
        first = found.get(start)
        if first is not None and mentions[first].expression != mention.expression:
            continue
        if is_dateline(page, mention.span, place.block, place.depth):
            found.setdefault(start, at)
    heads = {mentions[at].expression for at in found.values()}
    return frozenset(at for at, mention in enumerate(mentions) if mention.expression in heads)


def _without(scores: list[int], datelines: frozenset[int]) -> list[int]:
    """The scores with none for datelines: a dateline the day after adds no day to the activity."""
    return [0 if at in datelines else score for at, score in enumerate(scores)]


def _is_recent(mentions: list[Mention], published: date | None) -> bool:
    """Whether any date stands shortly before the publication, so that it can be measured by it."""
    return published is not None and any(
        -_AHEAD <= published - mention.last <= _RECENT for mention in mentions
    )


def _chosen(scores: list[int], datelines: frozenset[int], bar: int) -> int | None:
    """The mention that dates the activity: the best one, of equals the first; at least `bar`."""
    ranked = sorted(range(len(scores)), key=lambda at: (-scores[at], at in datelines, at))
    best = ranked[0]
    if scores[best] >= _STRONG or (best in datelines and scores[best] > 0):
        return best
    if datelines and scores[min(datelines)] > 0:
        return min(datelines)
    return best if scores[best] >= bar else None


def _span(
    page: Page, mentions: list[Mention], places: list[Place], scores: list[int], chosen: int
) -> tuple[date, date]:
    """The span over the chosen mention, the rest of its list, and the days that continue it."""
    core = mentions[chosen]
    start, end = core.start, core.last
    for mention in mentions:
        if mention.expression == core.expression:
            start, end = min(start, mention.start), max(end, mention.last)
    joining = [
        m
        for m, p, s in zip(mentions, places, scores, strict=True)
        if s >= _STRONG and p.block.kind != "caption" and speaks_of_taking_place(page, m, p)
    ]
    for mention in sorted(joining, key=lambda m: m.start):
        if start <= mention.start <= end + _A_DAY:
            end = max(end, mention.last)
    for mention in sorted(joining, key=lambda m: m.last, reverse=True):
        if start - _A_DAY <= mention.last <= end:
            start = min(start, mention.start)
    start, end = _with_neighbours(page.text, mentions, scores, chosen, (start, end))
    if start != end:
        return start, end
    stated = stated_end(page, mentions, places, start)
    return stated or stated_span(page, core, places[chosen]) or (start, end)


def _with_neighbours(
    text: str, mentions: list[Mention], scores: list[int], chosen: int, span: tuple[date, date]
) -> tuple[date, date]:
    """The span with the dates that `dan` ties to the chosen one: `di A (5/5) dan di B (7/5)`."""
    start, end = span
    at = chosen
    while at + 1 < len(mentions) and _tied(text, mentions, scores, at):
        at += 1
        end = max(end, mentions[at].last)
    at = chosen
    while at > 0 and _tied(text, mentions, scores, at - 1):
        at -= 1
        start = min(start, mentions[at].start)
    return start, end


def _tied(text: str, mentions: list[Mention], scores: list[int], at: int) -> bool:
    """Whether a mention and the next, which is soon after it, are days of one activity.

    Then `dan` alone stands between them, or the one opens what the other closes.
    """
    first, second = mentions[at], mentions[at + 1]
    if not 0 <= (second.start - first.last).days <= LONGEST:
        return False
    if second.span.start - first.span.end > 2 * _NEAR:
        return False
    between = text[first.span.end : second.span.start]
    if _UNTIL.fullmatch(between):
        return True
    before = text[max(0, first.span.start - _NEAR) : first.span.start]
    if _CLOSES.fullmatch(between) and _OPENS.search(before):
        return True
    plain = bool(_ALSO.fullmatch(between)) and not has_verb(between)
    return plain and min(scores[at], scores[at + 1]) > 0
