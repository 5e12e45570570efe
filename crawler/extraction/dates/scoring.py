"""How much speaks for a date being the activity's: words around it, its place, its distance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from crawler import lexicon
from crawler.article.page import Page
from crawler.extraction.cue_words import CueWords
from crawler.extraction.dates.places import Place
from crawler.extraction.dates.years import Mention

_HELD, _DATELINE, _FIRST_BLOCK, _NAMED = 3, 3, 2, 2
_PLANNED, _AGAINST, _CAPTION = -6, -5, -3
_DISTANCES = ((3, 2), (10, 1), (60, 0))
"""Up to so many days before the dateline or the publication: so many points."""
_EARLY = 4
_NEAREST, _REACH, _AHEAD = 70, 400, 160
_TOO_FAR_APART = timedelta(days=90)
_CREDIT = re.compile(r"\)?\s*\((?:[A-Z. ]+/[A-Z. ]+|foto|dok)", re.IGNORECASE)
_LABEL = re.compile(r"(?:hari|tanggal|tgl|waktu)\s*:\s*$")
_PHOTO = re.compile(r"\W{0,3}(?:foto|dok|dokumentasi|gambar|ket)\b")
_FROM = re.compile(r"\b(?:sejak|semenjak|dari|mulai)\s*$")
_DAY_WORD = re.compile(r"(?:hari|tang{1,3}al)\W{0,3}$")
_DONE = re.compile(r"\b(?:telah|sudah)\s+(?:me|di)\w{3,20}\b[^.;:\n]{0,50}\Z")
_VERB = re.compile(r"\b(?:me|di|ber)\w{4,}")
_RELATIVE = re.compile(r"\b(?:yang|saat|ketika|terjadi|melanda|menimpa|akibat|per)\b")
_APART = re.compile(r",|\b(?:di|bertempat)\s")
_DEICTIC, _SHORT = 16, 12
_THIS = re.compile(r"\b(?:ini|tersebut)\b")
FIRST_DAY = re.compile(  # of a text in lower case, as OTHER_DAY too
    r"hari\s+(?:pertama|kesatu|ke-?1|ke-?i|i)\b|\bmulai\b|\bdimulai\b"
    r"|\bselama\b[^.;]{1,25}\bhari\b,?\s+sejak\b"
    r"|\b(?:digelar|dilaksanakan|diselenggarakan|diadakan|dihelat|dilangsungkan|dimulai)\s+sejak\b"
)
OTHER_DAY = re.compile(r"hari\s+(?:ke\w+|ke-?\d|terakhir|i{1,3})\b|keesokan\w*")
_NEXT_DAY = re.compile(r"(?:keesokan\w*|esok\w*|besok\w*)(?:\s+hari\w*)?\W*(?:\w+\W+){0,3}$")
_STILL_AHEAD = re.compile(
    r"[\s,()]*(?:[a-z]+\s+){0,5}(?:akan|bakal|dijadwalkan|direncanakan|berencana|rencananya|hendak)\b"
)
_NEAR_FIRST_DAY = re.compile(rf"(?:{FIRST_DAY.pattern}).{{0,50}}$")
_NEAR_OTHER_DAY = re.compile(rf"(?:{OTHER_DAY.pattern}).{{0,50}}$")


@dataclass(frozen=True, slots=True)
class Time:
    """When the page speaks: the day of its dateline and the day of its publication."""

    dateline: date | None
    published: date | None

    @property
    def anchor(self) -> date | None:
        """The later of both; the dateline where they are too far apart to belong together."""
        if self.dateline and self.published:
            apart = abs(self.dateline - self.published) > _TOO_FAR_APART
            return self.dateline if apart else max(self.dateline, self.published)
        return self.dateline or self.published


def scores_of(
    page: Page, mentions: list[Mention], places: list[Place], heads: frozenset[int], time: Time
) -> list[int]:
    """The points of each mention; `heads` are the positions of the datelines.

    A dateline has as many points as a date in the first paragraph without a verb.
    """
    scores: list[int] = []
    floor = 0
    for at, (mention, place) in enumerate(zip(mentions, places, strict=True)):
        if at in heads:
            scores.append(_DATELINE + _timing(mention, time))
        else:
            scores.append(_points(page, mention, place, floor) + _timing(mention, time))
        floor = mention.span.end
    return scores


def speaks_of_taking_place(page: Page, mention: Mention, place: Place) -> bool:
    """Whether the sentence has a verb of taking place, or a numbered day, near the date."""
    start = max(place.sentence.start, mention.span.start - 120)
    near = page.text[start : min(place.sentence.end, mention.span.end + 120)].lower()
    if _is_of_what_was_done(near[: mention.span.start - start]):
        return False
    return _earliest(near, _words("holding", "verbs")) >= 0 or bool(OTHER_DAY.search(near))


def _is_of_what_was_done(before: str) -> bool:
    """Whether the day is of something done before: `peserta telah menjalani tes pada ...`."""
    done = _DONE.search(before)
    return done is not None and _latest(before[done.start() :], _words("holding", "verbs")) < 0


def has_verb(text: str) -> bool:
    """Whether a stretch of text has a word in the form of a verb."""
    return bool(_VERB.search(text))


def _points(page: Page, mention: Mention, place: Place, floor: int) -> int:
    """The points for words and place; `floor` is where the mention before this one ends."""
    start = max(place.sentence.start, mention.span.start - _REACH)
    before = _own_words(page.text[start : mention.span.start].lower(), floor - start)
    if mention.end:
        before = _FROM.sub("", before)
    after = page.text[mention.span.end : min(place.sentence.end, mention.span.end + _AHEAD)].lower()
    points = _wording(before, after, named=mention.weekday_agrees is not None)
    points += _FIRST_BLOCK if place.depth <= 1 else int(place.depth <= _EARLY)
    if mention.weekday_agrees is not None or _DAY_WORD.search(before):
        points += 1
    if place.introduction and _latest(place.introduction.lower(), _words("past", "lists")) >= 0:
        points += _AGAINST
    if (
        place.block.kind == "caption"
        or _PHOTO.match(before)
        or _CREDIT.match(page.text, mention.span.end)
    ):
        points += _CAPTION
    return points


def _own_words(before: str, floor: int) -> str:
    """The words after the date before, where they have a verb of their own."""
    own = before[max(0, floor) :]
    cues = (_words("holding", "verbs"), _words("speech", "verbs"))
    if floor <= 0 or any(_earliest(own, cue) >= 0 for cue in cues):
        return own if floor > 0 else before
    if len(own) > _SHORT:  # what governs the date before does not reach beyond it
        before = _words("past", "before").pattern.sub("", before[: max(0, floor)]) + own
    return before


def _wording(before: str, after: str, *, named: bool) -> int:
    """What the words of the sentence say: the verb nearest before the date, else after it.

    `named` dates have their weekday.
    """
    holding = _latest(before, _words("holding", "verbs"))
    following = after.lstrip(" ,)")
    if _words("planned", "after").pattern.match(following) or _is_planned(before, holding):
        return _PLANNED
    if _is_told(before):
        return _PLANNED if _is_day_ahead(before, after) else _HELD
    if _words("past", "after").pattern.match(following) or _is_past(before, holding, named=named):
        return _AGAINST
    return _by_verb(before, after, holding)


def _is_told(before: str) -> bool:
    """Whether a label, a numbered day or a word such as `kemarin` leads to the date."""
    return any(cue.search(before) for cue in (_LABEL, _NEAR_FIRST_DAY, _NEAR_OTHER_DAY)) or bool(
        _words("deictic", "words").search(before[-_DEICTIC:])
    )


def _is_day_ahead(before: str, after: str) -> bool:
    """Whether the day after is only planned: `Keesokan harinya, 5 Mei, tamu akan meninjau`."""
    return bool(_NEXT_DAY.search(before)) and bool(_STILL_AHEAD.match(after))


def _is_past(before: str, holding: int, *, named: bool) -> bool:
    """Whether a word for something else governs the date, nearer to it than a verb of holding."""
    past = max(_latest(before, _words("past", "before")), _event(before, holding, named=named))
    return past > max(holding, len(before) - _NEAREST) or _is_earlier(before)


def _by_verb(before: str, after: str, holding: int) -> int:
    """The points for a verb of holding before or after the date, an activity's name, or speech."""
    ahead = _earliest(after, _words("holding", "verbs"))
    if holding < 0 <= ahead and _earliest(after[:ahead], _words("planned", "before")) >= 0:
        return _PLANNED
    if max(holding, ahead) >= 0:
        return _HELD if _takes_place(before) or _takes_place(after) else _NAMED
    if _latest(before, _words("nouns", "words")) >= 0:
        return _NAMED
    return int(_latest(before, _words("speech", "verbs")) >= 0)


def _takes_place(text: str) -> bool:
    """Whether one of the verbs of holding in a text is more than a word for telling."""
    telling = lexicon.load("date_cues")["holding"]["telling"]
    return any(verb[0] not in telling for verb in _words("holding", "verbs").findall(text))


def _event(before: str, holding: int, *, named: bool) -> int:
    """Where the last event stands that the date may belong to instead, or -1."""
    event = _latest(before, _words("past", "events"))
    if 0 <= holding < event and named and not _RELATIVE.search(before, event):
        event = -1
    occasion = _latest(before, _words("past", "occasions"))
    return max(event, -1 if _APART.search(before, max(0, occasion)) else occasion)


def _is_planned(before: str, holding: int) -> bool:
    """Whether a word for plans governs the date: near it, or with the nearest verb."""
    planned = _latest(before[-_NEAREST * 2 :], _words("planned", "before"))
    if planned < 0:
        return False
    planned += max(0, len(before) - _NEAREST * 2)
    between = before[planned:holding].partition(" ")[2]
    return holding < planned or (len(between) < _NEAREST // 2 and not _VERB.search(between))


def _is_earlier(before: str) -> bool:
    """Whether the sentence tells of an earlier event: `Sebelumnya, rapat digelar pada`."""
    words = _words("past", "earlier").findall(before[-_NEAREST * 2 :])
    if not words:
        return False
    between = before[-_NEAREST * 2 :][words[-1].end() :]
    return bool(between.strip()) and not _THIS.search(between)


def _timing(mention: Mention, time: Time) -> int:
    """Points for standing shortly before the dateline or the publication."""
    if time.anchor is None:
        return 0
    if (time.anchor - mention.start).days < -1:
        return _PLANNED
    behind = (time.anchor - mention.last).days
    for days, points in _DISTANCES:
        if behind <= days:
            return points
    return _PLANNED if time.dateline else _CAPTION


@cache
def _words(section: str, row: str) -> CueWords:
    words = sorted(lexicon.load("date_cues")[section][row], key=len, reverse=True)
    pattern = rf"(?<!\w)(?:{'|'.join(re.escape(word.strip()) for word in words)})(?!\w)"
    return CueWords(re.compile(pattern), words)


def _latest(text: str, cue: CueWords) -> int:
    """Where the last match begins, or -1."""
    return max((match.start() for match in cue.findall(text)), default=-1)


def _earliest(text: str, cue: CueWords) -> int:
    match = cue.search(text)
    return match.start() if match else -1
