"""The kind of activity that a page reports, and the activity's own title.

The title's word for it decides where it is a word of one meaning; else the sentences at the
head of the text do, by what they say was held (`menyelenggarakan X`, `X dibuka oleh`, `X ini`).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from archive.records import ActivityType, Span
from crawler import lexicon
from crawler.article.page import Page
from crawler.extraction.activity_type.words import TypeWord, listed, type_words, type_words_of
from crawler.extraction.cue_words import CueWords
from crawler.extraction.sentences import split_sentences

_LEAD_BLOCKS = 6
_LEAD_SENTENCES = 14
_REACH = 60
_NEAR = 130
_TITLE_WEIGHTS = (14, 7, 4)
_LEAST = 3
_TRAILING_DATE = re.compile(
    r"\s*[,(–—-]?\s*(?:(?:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu),?\s*)?\d{1,2}(?:\s*[-–—]\s*\d{1,2})?\s+[A-Z][a-z]+\s+(?:19|20)\d\d\)?\s*$"
)
_QUOTED = re.compile(r"[“\"](?P<title>[^“”\"]{6,200})[”\"]")
_CAPITALISED = re.compile(
    r"(?:[A-Z0-9][\w/&.-]*|dan|di|untuk|ke|dari|dalam|bagi|of|for|the|and|in|\(\w+\))(?:\s+|$)"
)
_LOOSE_TAIL = re.compile(
    r"(?:\s+(?:dan|di|untuk|ke|dari|dalam|bagi|pada|antara|dengan|yang|of|for|the|and|in))+$"
)
_AUTHOR = re.compile(r"\s*:?\s*[A-Z]")
_EVENT = re.compile(
    r"\b(?:kegiatan|acara|bertempat|dilangsungkan|diselenggarakan|diadakan|digelar|dilaksanakan)\b",
    re.IGNORECASE,
)
_ATTENDED = re.compile(
    r"\b(?:(?:dihadiri|diikuti|dibuka|ditutup|digelar|diadakan|diselenggarakan)\s+(?:oleh|secara|langsung|\d+|sekitar|puluhan|ratusan|pada|di|hari)|hadir\s+(?:\d+|sekitar|para|dalam))\b",
    re.IGNORECASE,
)
_AFTER_ALL = re.compile(r"\b(?:sempat|akhirnya|meski|meskipun|walau|walaupun)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:(?:me|di)?minta|agar|supaya|mendesak|menuntut|bahwa|membahas|diusulkan|mengusulkan|tolak)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\byang\s+(?:\w+\s+)?$")
_RENCANANYA = CueWords(re.compile(r"\brencananya\b", re.IGNORECASE), ["rencananya"])
_LATER = re.compile(
    r"\s+(?:\S+\s+){0,2}?(?:berikutnya|mendatang|sebelumnya|terdahulu|selanjutnya|lanjutan\s+akan)\b"
)
_ROOTED = re.compile(
    r"\b(?:tindak\s+lanjut|kelanjutan|hasil|lanjutan|rangkaian)\s+(?:dari\s+)?(?:\S+\s+)?$"
)
_SMALL = 3
_VERBAL, _VERBAL_LATER = 4, 2
_WEIGHT_AS = {"object": 6, "subject": 5, "within": _LEAST, "named": 1}
_LONGEST_TITLE = 200
_DATED = 300
_LONGEST = 20_000
_ADJACENT = 16
_DAY = re.compile(
    r"\b(?:Senin|Senen|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu|Ahad)\b|(?-i:\b\d{1,2}\s+[A-Z][a-z]{2,8}\b)|\(?\d{1,2}[/.-]\d{1,2}|\bbelum lama ini\b|\bkemarin\b",
    re.IGNORECASE,
)


def read_type(page: Page) -> ActivityType | None:
    """The kind of activity that the page reports; None where it reports none.

    None for an announcement of what is to come, an opinion, an explanation of a regulation and
    a description of a programme.
    """
    sentences = _lead(page)
    if _is_unreported(page, sentences):
        return None
    weights: Counter[ActivityType] = Counter()
    titled = _title_word(page.article.title)
    if titled:
        weights[titled.kind] += _TITLE_WEIGHTS[titled.tier]
    for place, sentence in enumerate(sentences):
        for word in type_words(page.text, sentence.start, sentence.end):
            weight = _weight(page.text, sentence, word, place)
            weights[word.kind] += weight + (1 if weight > 1 and place < _SMALL else 0)
    if not weights:
        return "other" if _is_reported(page, sentences) else None
    best = max(weights, key=lambda kind: weights[kind])
    if weights[best] < _LEAST:
        return "other" if _is_reported(page, sentences) else None
    return best


def read_title(page: Page, kind: ActivityType | None) -> str | None:
    """The activity's own title: the quoted or capitalised name after its word, else the article's.

    None where the page reports no activity.
    """
    if kind is None:
        return None
    title = page.article.title
    worded = _title_word(title)
    if worded is None or worded.kind != kind:
        for place, sentence in enumerate(_lead(page)):
            for word in type_words(page.text, sentence.start, sentence.end):
                if word.kind == kind and _weight(page.text, sentence, word, place) >= _LEAST:
                    named = _named(page.text, word, sentence.end)
                    if named:
                        return named
    return _TRAILING_DATE.sub("", title).strip() or None


def _lead(page: Page) -> list[Span]:
    """The first sentences of the body, captions apart."""
    blocks = [b for b in page.body if b.kind in {"paragraph", "quote", "heading", "item"}]
    sentences: list[Span] = []
    for block in blocks[:_LEAD_BLOCKS]:
        sentences.extend(
            split_sentences(page.text, block.start, min(block.end, block.start + 6000))
        )
    return sentences[:_LEAD_SENTENCES]


def _title_word(title: str) -> TypeWord | None:
    """The title's word for the activity: behind its verb, else the first of the strongest."""
    words = type_words_of(title[:400])
    verb = listed("verbs", "active").search(title[:400])
    behind = [word for word in words if verb and word.start >= verb.end()]
    return min(behind or words, key=lambda word: (word.verbal, word.tier, word.start), default=None)


@lru_cache(maxsize=64)
def _weight(text: str, sentence: Span, word: TypeWord, place: int) -> int:
    """How much a sentence, the one at `place`, says that the activity of this word was held."""
    before = text[max(sentence.start, word.start - _NEAR) : word.start]
    after = text[word.end : min(sentence.end, word.end + _NEAR)]
    if _is_other(before, after):
        return 0
    if word.verbal:
        dated = place < _SMALL and _DAY.search(text, max(0, sentence.start - _DATED), sentence.end)
        return _VERBAL if dated else _VERBAL_LATER if place < _SMALL else 1
    if listed("verbs", "demonstrative").pattern.match(after.lstrip()[:12]):
        return 3
    return max(1, _WEIGHT_AS[_said_as(before, after)] - (1 if word.tier else 0))


def _said_as(before: str, after: str) -> str:
    """How a sentence says that an activity was held: as object, subject, or the place of a talk."""
    held = listed("verbs", "active").findall(before)
    adjoining = held and len(before) - held[-1].end() <= _REACH
    if adjoining and not type_words_of(before[held[-1].end() :]):
        return "object"
    passive = listed("verbs", "passive").search(after)
    if passive and not type_words_of(after[: passive.start()]):
        return "subject"
    inside = listed("verbs", "within").findall(before[-_ADJACENT:])
    if inside and not before[-_ADJACENT:][inside[-1].end() :].strip():
        return "within"
    return "named"


def _is_other(before: str, after: str) -> bool:
    """Whether the activity of a word is another one: planned, or before this one."""
    planned = listed("verbs", "planned").search(before[-_REACH:])
    habitual = listed("verbs", "habitual").search(before[-_REACH:])
    if planned or habitual or listed("verbs", "postponed").search(after[:_REACH]):
        return True
    later, rooted = _LATER.match(after), _ROOTED.search(before)
    return later is not None or rooted is not None


def _is_unreported(page: Page, sentences: list[Span]) -> bool:
    """Whether the page announces, explains or opines instead of reporting."""
    title = page.article.title.strip()[:_LONGEST_TITLE]
    if _puts_off(title) or listed("unreported", "titles").pattern.match(title):
        return True
    text = page.text
    for block in page.body[:3]:
        byline = listed("unreported", "bylines").pattern.match(text, block.start, block.end)
        if byline and block.end - block.start < _NEAR and _AUTHOR.match(text, byline.end()):
            return True
    if not sentences:
        return True
    if _calls_off(page, sentences):
        return True
    planned = _planned(text, sentences[0].start, sentences[-1].end)
    told = planned > 0 and _holds_first(page, sentences)
    if not told and _invites_more(page, planned):
        return True
    return not _is_reported(page, sentences)


def _calls_off(page: Page, sentences: list[Span]) -> bool:
    """Whether the first sentences put the activity off, before they tell of one that was held."""
    for place, sentence in enumerate(sentences[:_SMALL]):
        if _is_called_off(page.text, sentence):
            return True
        if _holds(page.text, sentence, place):
            return False
    return False


def _is_called_off(text: str, sentence: Span) -> bool:
    """Whether a sentence says that its activity is put off: `X yang sedianya digelar ditunda`.

    Not where the activity was held after all: `sempat ditunda, X akhirnya digelar`.
    """
    off = listed("verbs", "postponed").search_page(text, sentence.start, sentence.end)
    if not off or _AFTER_ALL.search(text, sentence.start, sentence.end):
        return False
    held = listed("verbs", "passive").search_page(text, off.end(), sentence.end)
    if held and not _will_be_held().search_page(text, off.end(), sentence.end):
        return False
    said = text[sentence.start : off.start()]
    words = [word for word in type_words_of(said) if not word.verbal]
    if not words or _said_as(said[: words[0].start], "") == "object":
        return False
    if _ASKED.search(said, words[0].end):
        return False
    return listed("verbs", "meant").search(said) is not None or not _RELATIVE.search(said)


def _puts_off(title: str) -> bool:
    """Whether a title says of an activity that it is put off: `Lokakarya Air Ditunda`."""
    off = listed("verbs", "postponed").search(title)
    if not off or _AFTER_ALL.search(title) or _ASKED.search(title):
        return False
    named = any(not word.verbal for word in type_words_of(title))
    return named and not listed("verbs", "active").search(title)


def _holds_first(page: Page, sentences: list[Span]) -> bool:
    """Whether the page tells of a dated activity, held, before it plans one.

    A page that invites its reader has to say more: who came, or that it is over.
    """
    text = page.text
    invites = listed("unreported", "invitations").search_page(text, 0, len(text))
    titled = _title_word(page.article.title) is not None
    for place, sentence in enumerate(sentences):
        if _planned(text, sentence.start, sentence.end):
            return False
        told = titled and _is_dated(text, sentence)
        if (told or _holds(text, sentence, place)) and (
            not invites
            or listed("unreported", "reported").search_page(text, sentence.start, sentence.end)
        ):
            return True
    return False


def _is_dated(text: str, sentence: Span) -> bool:
    """Whether a sentence says of anything that it was held, and when."""
    held = listed("verbs", "passive").search_page(text, sentence.start, sentence.end)
    return held is not None and _DAY.search(text, sentence.start, sentence.end) is not None


def _holds(text: str, sentence: Span, place: int) -> bool:
    """Whether a sentence tells that an activity was held, and when."""
    held = any(
        _weight(text, sentence, word, place) >= _LEAST
        for word in type_words(text, sentence.start, sentence.end)
    )
    return held and _DAY.search(text, sentence.start, sentence.end) is not None


def _invites_more(page: Page, planned: int) -> bool:
    """Whether a page invites to what it plans more than it tells of the past.

    One that plans in the present tense (`Seminar digelar 20 Mei`) has to invite twice.
    """
    first, last = page.blocks[0].start, page.blocks[-1].end
    invited, past = (
        listed("unreported", row).count_in_page(page.text, first, min(last, first + _LONGEST))
        for row in ("invitations", "reported")
    )
    if not planned:
        return invited > 1 and not past
    return (invited > 0 or past <= 1) and invited + planned > past


def _planned(text: str, start: int, end: int) -> int:
    """How often the text says in a range that something will be held, as its own news."""
    return sum(cue.count_in_page(text, start, end) for cue in (_will_be_held(), _RENCANANYA))


@cache
def _will_be_held() -> CueWords:
    planned, active, passive = (
        listed("verbs", name).pattern.pattern for name in ("planned", "active", "passive")
    )
    pattern = rf"{planned}\s+(?:\w+\s+){{0,2}}?(?:{active}|{passive})"
    words = lexicon.load("activity_types")["verbs"]["planned"]
    return CueWords(re.compile(pattern, re.IGNORECASE), words)


def _is_reported(page: Page, sentences: list[Span]) -> bool:
    """Whether anything says that something took place: an activity's word held, or its title."""
    lead = page.text[sentences[0].start : sentences[-1].end] if sentences else ""
    titled = _title_word(page.article.title)
    if titled and (not titled.verbal or _DAY.search(lead)):
        return True
    if _EVENT.search(lead) and _ATTENDED.search(lead):
        return True
    return any(
        _weight(page.text, sentence, word, place) >= _LEAST
        for place, sentence in enumerate(sentences)
        for word in type_words(page.text, sentence.start, sentence.end)
    )


def _named(text: str, word: TypeWord, end: int) -> str | None:
    """The name of the activity that its word belongs to: in quotes, or in capitals."""
    window = text[max(0, word.start - 2) : min(end, word.end + 220)]
    quoted = _QUOTED.search(window)
    if quoted and quoted.start() <= word.end - word.start + 40:
        return quoted["title"].strip(" ,.")
    if not text[word.start].isupper():
        return None
    at, stop = word.start, min(end, word.start + 220)
    while at < stop:
        piece = _CAPITALISED.match(text, at, stop)
        if not piece:
            break
        at = piece.end()
    name = _LOOSE_TAIL.sub("", text[word.start : at].strip()).strip(" ,.")
    return name if len(name.split()) >= _SMALL else None
