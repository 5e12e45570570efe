"""What stands behind a group's number: its focus area, its topic, and its points on that line.

`Kelompok 1 – Fokus utama I (TOPIC)`, `Kelompok 2: TOPIC: points`, `Kelompok III membahas TOPIC`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.extraction.groups.words import (
    LONGEST_TOPIC,
    number_of,
    number_pattern,
    pattern_of,
    theme_pattern,
    trimmed,
    words_pattern,
)
from crawler.extraction.sentences import split_sentences

SEPARATOR = re.compile(r"\s*(?::|[–—|=]|-(?=\s)|\.(?=\s))\s*")
_COMMA = re.compile(r"\s*,\s*")
BRACKET = re.compile(r"\s*[(\[]\s*(?P<inside>[^()\[\]]{2,250})[)\]]")
_QUOTED = re.compile(r"\s*[“\"”](?P<inside>[^“”\"]{2,250})[“”\"]")
_INNER_COLON = re.compile(r":\s+")
_NO_TOPIC = re.compile(r"\d|(?:bapak|ibu|bpk|sdr|sdri|dr|ir|prof|drs)\b", re.IGNORECASE)
_PERSON = re.compile(r"\s*(?:bapak|ibu|bpk|pak|bu|sdr|sdri|dr|ir|prof|drs|dra)\b", re.IGNORECASE)
_JOINT = re.compile(
    r"\s*[,;]?\s*\b(?:dan|serta|sedangkan|sementara(?:\s+itu)?|adapun|kemudian|lalu|and)\s*,?\s*$",
    re.IGNORECASE,
)
_JOINT_WINDOW = 24


@dataclass(frozen=True, slots=True)
class Rest:
    """What was read behind a group's number."""

    topic: Span | None
    declared: int | None
    tail: Span | None
    area: Span | None = None


@cache
def declared_area() -> re.Pattern[str]:
    """The focus area that a group names by number; groups `area` and `number`."""
    return re.compile(
        rf"\s*(?:[–—:,(-]\s*)?(?P<area>(?:fokus\s+utama|fokus\s+area|area\s+fokus|focus\s+area)\s+"
        rf"(?:ke-)?(?P<number>{number_pattern()}))",
        re.IGNORECASE,
    )


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(
        rf"\s*,?\s*(?:{pattern_of('members')}\s+)?(?:(?:yang|akan|telah|kemudian|bertugas|diminta|khusus|secara\s+khusus|ramai|banyak|lebih\s+banyak|asyik|sibuk|juga|pun|lalu)\s+){{0,3}}{pattern_of('topic_verbs')}\s+"
        rf"(?:{pattern_of('topic_leads')}\s*:?\s+)?",
        re.IGNORECASE,
    )


@cache
def _led() -> re.Pattern[str]:
    """Who led a group, up to what it discussed: `dipandu Ibu X dan membahas`."""
    return re.compile(
        rf"\s*,?\s*(?:yang\s+)?{pattern_of('led_by')}\b[^;:]{{2,120}}?(?:,|\b(?:dan|serta|untuk|yang|kemudian))?(?={_verb().pattern})",
        re.IGNORECASE,
    )


@cache
def _apposed() -> re.Pattern[str]:
    """A topic between commas before what the group reported: `Meja 2, air minum, mengusulkan`."""
    return re.compile(
        rf"\s*,\s*(?P<topic>[^;:.()\n]{{3,150}}?),\s+(?:(?:juga|kemudian|lalu|telah)\s+)?"
        rf"(?={pattern_of('report_verbs')}\b)",
        re.IGNORECASE,
    )


@cache
def _theme() -> re.Pattern[str]:
    return re.compile(rf"{theme_pattern()}\s*:?\s+", re.IGNORECASE)


@cache
def topic_end() -> re.Pattern[str]:
    """What ends a topic inside its line: a verb of reporting, `dipandu oleh`, `(fasilitator`."""
    return re.compile(
        rf"[\s,(;]+(?:(?:{pattern_of('report_verbs')}|(?:sedangkan|sementara|adapun|kelompok\s+ini)\b)|{pattern_of('topic_ends')})",
        re.IGNORECASE,
    )


@cache
def demanding() -> re.Pattern[str]:
    """A word that marks a line as what a group said, not what it was about."""
    return re.compile(rf"\b{words_pattern(lexicon.load('groups')['demanding'])}\b", re.IGNORECASE)


def read_rest(text: str, start: int, stop: int, end: int, *, heads: bool) -> Rest:
    """What stands behind a group's number: its focus area, its topic, its points.

    The topic reaches to `stop`, the end of the sentence, the points to `end`.
    """
    declared = declared_area().match(text, start, end)
    if declared:
        rest = read_rest(text, declared.end(), stop, end, heads=heads)
        area = Span(*declared.span("area"))
        return Rest(rest.topic, number_of(declared["number"]), rest.tail, area)
    led = _led().match(text, start, stop)
    start = led.end() if led else start
    inside = BRACKET.match(text, start, end) or _QUOTED.match(text, start, end)
    if inside and not _NO_TOPIC.match(inside["inside"]):
        after = SEPARATOR.match(text, inside.end(), end)
        tail = _span(text, after.end(), end) if after and heads else None
        return Rest(topic_in(text, inside.start("inside"), inside.end("inside")), None, tail)
    apposed = _apposed().match(text, start, stop)
    if apposed:
        topic = topic_in(text, *apposed.span("topic"))
        return Rest(topic if topic and not _NO_TOPIC.match(apposed["topic"]) else None, None, None)
    lead = _verb().match(text, start, end)
    if lead:
        return Rest(topic_in(text, lead.end(), stop), None, None)
    lead = SEPARATOR.match(text, start, end) or (_COMMA.match(text, start, end) if heads else None)
    if not lead:
        return Rest(None, None, None)
    if stop <= lead.end() < end:  # `Desk 1. TOPIC`: the number's full stop ended the sentence
        stop = split_sentences(text, lead.end(), end)[0].end
    return _labelled(text, lead.end(), max(stop, lead.end()), end)


def _labelled(text: str, start: int, stop: int, end: int) -> Rest:
    """The topic after a colon or dash, unless that is already what the group said."""
    theme = _theme().match(text, start, end) or _verb().match(text, start, end)
    start = theme.end() if theme else start
    colon = _INNER_COLON.search(text, start, min(stop, start + LONGEST_TOPIC))
    head_end = colon.start() if colon else stop
    too_long = head_end - start > LONGEST_TOPIC and not colon
    if too_long or demanding().search(text, start, head_end):
        return Rest(None, None, _span(text, start, end))
    behind = colon.end() if colon else stop
    tail = _span(text, behind, end) if behind < end else None
    return Rest(topic_in(text, start, head_end), None, tail)


def topic_in(text: str, start: int, end: int) -> Span | None:
    """The topic at the head of a range, without who leads the group; None for none."""
    end = min(end, start + 2 * LONGEST_TOPIC)
    ending = topic_end().search(text, start, end)
    start, end = trimmed(text, start, ending.start() if ending else end)
    if text[end - 1 : end] == ")" and (opened := text.rfind("(", start, end)) > start:
        end = opened if _PERSON.match(text, opened + 1, end) else end
        start, end = trimmed(text, start, end)
    joint = _JOINT.search(text, max(start, end - _JOINT_WINDOW), end)
    if joint:
        start, end = trimmed(text, start, joint.start())
    return Span(start, end) if 1 < end - start <= LONGEST_TOPIC else None


def _span(text: str, start: int, end: int) -> Span | None:
    start, end = trimmed(text, start, end)
    return Span(start, end) if start < end else None
