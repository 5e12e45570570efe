"""Sentences that divide the participants into groups.

`Peserta dibagi menjadi 4 (empat) kelompok, yaitu:` with a list below, or `... tiga kelompok yang
membahas: (i) a; (ii) b; serta (iii) c`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Page
from crawler.extraction.groups.announced import named_behind
from crawler.extraction.groups.enumerations import marked_members, plain_members
from crawler.extraction.groups.headings import titled_below
from crawler.extraction.groups.lists import group_noun, listed_below
from crawler.extraction.groups.mentions import Mention
from crawler.extraction.groups.topics import topic_in
from crawler.extraction.groups.words import (
    LONGEST_TOPIC,
    divided_group,
    number_of,
    numbered_group,
    pattern_of,
    theme_pattern,
    trimmed,
    words_pattern,
)
from crawler.extraction.openings import WordPattern
from crawler.extraction.sentences import split_sentences

COUNT_ALONE = r"(?P<count>\d{1,2}|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|two|three|four|five|six)(?:\s*\(\s*\w+\s*\))?"
COUNT = rf"(?:{COUNT_ALONE}\s+)"
"""How many groups there are: `4 (empat)`, `tiga`; group `count`."""
_ABOUT_PEOPLE = re.compile(
    r"peserta|partisipan|diskusi\s+kelompok|kelompok(?!\s+kerja)", re.IGNORECASE
)
_FEWEST = 2
_SUBJECT = 60
_TERDIRI = len("terdiri")
_COMPOSED = re.compile(
    r"\b(?:peserta|undangan|hadirin|narasumber|pembicara|panelis|keanggotaan)\b[^.,;:]*\bterdiri\b$",
    re.IGNORECASE,
)
"""Who came is composed of kinds of people, which are no groups of discussion."""


@cache
def _division() -> WordPattern:
    """A verb of division with its noun, a few words apart; group `count`."""
    words = lexicon.load("groups")
    nouns = words_pattern([*words["nouns"], *words["theme_nouns"], *words["divided_nouns"]])
    apart = rf"(?:(?!{words_pattern(words['other_divisions'])}\b)[^\s.;:]+\s+){{0,7}}?"
    return WordPattern(
        rf"(?:\b{pattern_of('division')}\s+{apart}|\b(?=\d|dua|tiga|empat|lima|enam|tujuh|delapan|two|three|four|five|six)){COUNT}?"
        rf"\b(?P<noun>{nouns})\b(?!\s+{words_pattern(words['other_groups'])}\b)"
    )


@cache
def _possible() -> WordPattern:
    """A word that every sentence of division has."""
    words = lexicon.load("groups")
    nouns = words_pattern([*words["nouns"], *words["theme_nouns"], *words["divided_nouns"]])
    return WordPattern(
        rf"\b(?:{nouns}|{pattern_of('division')}\s+(?:menjadi|ke\s?dalam|dalam|atas))\b"
    )


@cache
def _each() -> WordPattern:
    """A division that leaves its noun out: `dibagi menjadi tiga, masing-masing membahas`."""
    return WordPattern(
        rf"\b{pattern_of('division')}\s+(?:menjadi|ke\s?dalam|dalam|atas)"
        rf"(?:\s+{COUNT_ALONE}(?=\s*[,:]|\s+masing-masing)|(?=\s*:))(?P<noun>)"
    )


@cache
def _theme() -> re.Pattern[str]:
    return re.compile(theme_pattern(), re.IGNORECASE)


@cache
def _participants() -> WordPattern:
    return WordPattern(rf"\b{words_pattern(lexicon.load('groups')['participants'])}\b")


@cache
def _outcome() -> WordPattern:
    nouns = words_pattern(lexicon.load("groups")["conclusion_nouns"])
    return WordPattern(rf"\b{nouns}\b[^.;:]{{0,60}}\bkelompok\b")


@cache
def _sector() -> re.Pattern[str]:
    """The whole name of a sector of participants, with what may stand beside it."""
    sectors = words_pattern(lexicon.load("groups")["participant_sectors"])
    return re.compile(
        rf"(?:(?:unsur|kalangan|perwakilan|kelompok|para)\s+)*{sectors}"
        rf"(?:(?:\s+|\s*/\s*|\s+dan\s+){sectors}){{0,3}}",
        re.IGNORECASE,
    )


@cache
def _bracket() -> re.Pattern[str]:
    """The bracket right behind a counted noun that lists the groups; group `inside`."""
    return re.compile(r"(?:\s+[\w-]+){0,2}\s*\((?P<inside>[^()]{5,400})\)", re.IGNORECASE)


@cache
def _introducer() -> re.Pattern[str]:
    return re.compile(rf"(?:\b{pattern_of('introducers')}\b\s*[:,]?|:)\s*", re.IGNORECASE)


def find_divisions(page: Page) -> Iterator[Mention]:
    """The groups that sentences of division list, each with its number where the list has one."""
    for index, block in enumerate(page.blocks):
        if block.kind in {"title", "subtitle", "caption", "cell"}:
            continue
        if not _possible().search(page.text, block.start, block.end):
            continue
        sentences = split_sentences(page.text, block.start, block.end)
        for place, sentence in enumerate(sentences):
            before = sentences[place - 1] if place else sentence
            last = place == len(sentences) - 1
            if last and _outcome().search(page.text, sentence.start, sentence.end):
                yield from titled_below(page, index, None)
                continue
            found = _divides(page.text, sentence, before)
            if found:
                yield from _groups_of(page, index, sentence, found, last=last)


def _groups_of(
    page: Page, index: int, sentence: Span, found: re.Match[str], *, last: bool
) -> list[Mention]:
    """The groups that a sentence of division means: of the list below, of itself, of titles."""
    listed = list(listed_below(page, index, count_of(found))) if last else []
    if listed:
        return listed
    listed = list(_listed_inside(page.text, index, sentence, found))
    if all_sectors(page.text, [m.topic for m in listed if m.topic]):
        return []
    titled = titled_below(page, index, len(listed) or count_of(found) or 0)
    if not listed and not titled:
        return named_behind(page, index, sentence.end, found["noun"], count_of(found))
    return (
        listed + titled
        if not listed or _same_topics(page.text, found["noun"], listed, titled)
        else listed
    )


def all_sectors(text: str, topics: list[Span]) -> bool:
    """Whether a list names only who came, `pemerintah, swasta, dan warga`: no themes of groups."""
    return bool(topics) and all(_sector().fullmatch(text, t.start, t.end) for t in topics)


def _same_topics(text: str, noun: str, listed: list[Mention], titled: list[Mention]) -> bool:
    """Whether the titles below a sentence are the groups that it lists itself, with its noun or not."""
    known = [text[m.topic.start : m.topic.end].lower() for m in listed if m.topic]
    lead = f"{noun.lower()} "
    topics = [text[m.topic.start : m.topic.end].lower() for m in titled if m.topic]
    below = [topic.removeprefix(lead) for topic in topics]
    return sorted(known) == sorted(below)


def _divides(text: str, sentence: Span, before: Span) -> re.Match[str] | None:
    if _outcome().search(text, sentence.start, sentence.end):
        return None
    if not _participants().search(text, before.start, sentence.end):
        return None
    each = _each().search(text, sentence.start, sentence.end)
    if each and _ABOUT_PEOPLE.search(text, before.start, each.start()):
        return each
    for found in _division().finditer(text, sentence.start, sentence.end):
        if _COMPOSED.search(
            text[max(sentence.start, found.start() - _SUBJECT) : found.start() + _TERDIRI]
        ):
            continue
        noun = found["noun"].lower()
        words = lexicon.load("groups")
        if noun in words["nouns"] or noun not in {*words["theme_nouns"], *words["divided_nouns"]}:
            return found
        if not found["count"] and not _theme().fullmatch(noun):
            continue
        if _ABOUT_PEOPLE.search(text, sentence.start, found.start("noun")):
            return found
    return None


def count_of(found: re.Match[str]) -> int | None:
    """The number of groups that a match of `COUNT` announces; None for none."""
    return number_of(found["count"]) if found["count"] else None


def _listed_inside(
    text: str, index: int, sentence: Span, found: re.Match[str]
) -> Iterator[Mention]:
    """The groups enumerated in the sentence of division itself, behind the noun."""
    start = found.end("noun")
    marked = marked_members(text, start, sentence.end)
    if marked:
        for place, span in enumerate(marked, start=1):
            topic = _without_noun(text, span)
            if topic:
                yield Mention(index, place, topic, None, topic, heads=False)
        return
    for topic in _unmarked(text, start, sentence.end, found):
        yield Mention(index, None, topic, None, topic, heads=False)


def _unmarked(text: str, start: int, end: int, found: re.Match[str]) -> list[Span]:
    named = group_noun().finditer(text, found.start("noun"), end)
    nouns = [
        m
        for m in named
        if not _introducer().match(text, m.end(), end)
        and not numbered_group().match(text, m.start(), end)
    ]
    if len(nouns) >= _FEWEST and count_of(found) in {None, len(nouns)}:
        stops = [m.start() for m in nouns[1:]] + [end]
        ended = [topic_in(text, m.end(), stop) for m, stop in zip(nouns, stops, strict=True)]
        members = [_without_joint(text, topic.start, topic.end) for topic in ended if topic]
        return [span for span in members if 1 < span.end - span.start <= LONGEST_TOPIC]
    opened = _introducer().search(text, start, end)
    bracket = _bracket().match(text, start, end) if count_of(found) else None
    inside = plain_members(text, *bracket.span("inside"), count_of(found)) if bracket else []
    if not opened and len(inside) != count_of(found):
        return []
    members = inside
    if opened and len(inside) != count_of(found):
        members = plain_members(text, opened.end(), end, count_of(found))
    counted = (
        re.compile(rf"{re.escape(found['noun'])}\s+", re.IGNORECASE) if found["noun"] else None
    )
    topics = [_without_noun(text, _behind(text, span, counted)) for span in members]
    return _behind_names(text, [topic for topic in topics if topic])


def _behind_names(text: str, topics: list[Span]) -> list[Span]:
    """The topics of `Melati (A), Mawar (B)` or `Ibu X (kelompok A)`, where each member is so."""
    named = [_named_member().fullmatch(text, topic.start, topic.end) for topic in topics]
    return [Span(*found.span("topic")) for found in named if found] if all(named) else topics


@cache
def _named_member() -> re.Pattern[str]:
    names = words_pattern(lexicon.load("groups")["names"])
    nouns = words_pattern(lexicon.load("groups")["sentence_nouns"])
    return re.compile(
        rf"(?:(?:\w+\s+)?{names}\s*\((?:{nouns}\s+)?|[^()]{{2,80}}\(\s*{nouns}\s+)(?P<topic>[^()]+)\)?",
        re.IGNORECASE,
    )


def _behind(text: str, span: Span, counted: re.Pattern[str] | None) -> Span:
    """A member without the counted noun that it repeats: `tiga meja, yaitu meja air, ...`."""
    lead = counted.match(text, span.start, span.end) if counted else None
    numbered = any(
        pattern.match(text, span.start, span.end) for pattern in (numbered_group(), divided_group())
    )
    return Span(lead.end(), span.end) if lead and not numbered else span


def _without_noun(text: str, span: Span) -> Span | None:
    for numbered in (numbered_group(), divided_group()):
        if numbered.match(text, span.start, span.end):
            return None
    lead = group_noun().match(text, span.start, span.end)
    return topic_in(text, lead.end() if lead else span.start, span.end)


def _without_joint(text: str, start: int, end: int) -> Span:
    start, end = trimmed(text, start, end)
    for joint in ("dan", "serta", "juga", "and"):
        if text[start:end].endswith(f" {joint}"):
            start, end = trimmed(text, start, end - len(joint))
    return Span(start, end)
