"""Groups that a page counts through: `Meja pertama membahas A, meja kedua B, yang ketiga C`.

What makes a series is the form, not the words: one noun for a group, each time with the next
number or with another name, and a topic behind each. A noun of much else makes one only where
the page says that it divided its people so, or where a verb of discussion stands behind each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.article.page import Page
from crawler.extraction.groups.divided import divided_into
from crawler.extraction.groups.mentions import Mention
from crawler.extraction.groups.topics import demanding, read_rest, topic_in
from crawler.extraction.groups.words import (
    listed,
    number_of,
    number_pattern,
    pattern_of,
    theme_pattern,
    words_pattern,
)
from crawler.extraction.openings import WordPattern
from crawler.extraction.sentences import split_sentences

_FEWEST = 2
_COUNTS = ("dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan")
_MOST = 60
_LONGEST_BARE = 100
_KINDS = frozenset(("paragraph", "heading", "item", "quote"))
_ENUMERATES = re.compile(r"(?:[:(]|\b(?:yaitu|yakni|ialah|adalah|meliputi))\s*$", re.IGNORECASE)
_COPULA = re.compile(r"\s+(?:adalah|ialah|yaitu|yakni)\s+", re.IGNORECASE)
_BARE = re.compile(
    r"\s+(?!(?:di|ke|dari|yang|untuk|dengan|oleh|pada|dan|atau|adalah|juga|lalu|ini|itu|tersebut|telah|akan|sudah|tidak|belum)\b|(?:me|ber|ter)[a-z]{4,}\b|di[a-z]{5,}\b)(?=[^\W\d])",
    re.IGNORECASE,
)
_LINKED = re.compile(r"(?:[,;.]|\s(?:dan|serta|sedangkan|sementara|lalu|kemudian))\s*$")
_SERIES_BREAK = 1500


@dataclass(frozen=True, slots=True)
class _Member:
    """A place that names one of a series."""

    block: int
    noun: str
    number: int | None
    order: int | None
    """Its place in a series, also of `kelompok lainnya`, which has no number."""
    name: str
    asked: bool
    """Whether `topik` stands before it."""
    start: int
    end: int
    stop: int
    """The end of its sentence, or the beginning of the next member there."""


@cache
def _nouns() -> str:
    words = lexicon.load("groups")
    return words_pattern({*words["nouns"], *words["divided_nouns"], *words["sentence_nouns"]})


@cache
def _identified() -> WordPattern:
    """A group by its number or name; groups `noun`, `number`, `name`, `next` (`yang kedua`),
    `one` (`satu kelompok`), `other` (`kelompok lainnya`) and `asked`.
    """
    words = lexicon.load("groups")
    kinds = words_pattern(words["noun_kinds"])
    names = words_pattern([*words["names"], *words["people_names"]])
    return WordPattern(
        rf"\b(?:(?P<asked>(?:topik|tema|fokus|isu|bahasan|tugas)\s+(?=\w))?"
        rf"(?P<one>(?:satu|sebuah)\s+)?(?P<noun>{_nouns()}|sesi)\s+(?:{kinds}\s+)?"
        rf"(?:(?:nomor\s+|ke-\s?|yang\s+(?=ke|per))?(?P<number>{number_pattern()})|(?P<name>{names})(?![\w-])"
        rf"|(?P<other>lagi|lain(?:nya)?|satunya(?:\s+lagi)?|terakhir|selanjutnya|berikutnya)(?!\w)|(?(one)(?=\w)|(?!)))"
        rf"|{words_pattern(_COUNTS)}\s+(?P<counted>{_nouns()})(?![\w-])"
        rf"|yang\s+(?P<next>pertama|kedua|ketiga|keempat|kelima|keenam)(?![\w-]))"
    )


@cache
def _discussing() -> re.Pattern[str]:
    return re.compile(
        rf"\s*,?\s+(?:{pattern_of('members')}\s+)?(?:(?:yang|ramai|banyak|akan)\s+)?{pattern_of('topic_verbs')}\b",
        re.IGNORECASE,
    )


@cache
def _reporting() -> re.Pattern[str]:
    """A topic in brackets before what the group reported: `Komisi A (TOPIC) mengusulkan`."""
    return re.compile(rf"\s*\([^()]{{3,150}}\)\s+{pattern_of('report_verbs')}\b", re.IGNORECASE)


@cache
def _divides() -> re.Pattern[str]:
    """A verb of division a few words before a series: `membagi peserta ke Komisi I (...)`."""
    return re.compile(
        rf"\b(?:{pattern_of('division')}(?:\s+[^\s.;]+){{0,5}}\s*[:,]?"
        rf"|(?:setiap|tiap|masing-masing)\s+{_nouns()}\b[^.;:]{{0,60}}:)\s*$",
        re.IGNORECASE,
    )


@cache
def _theme() -> re.Pattern[str]:
    return re.compile(rf"{theme_pattern()}\s*:?\s+", re.IGNORECASE)


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(rf"\s*,?\s+{pattern_of('report_verbs')}\b", re.IGNORECASE)


def find_series(page: Page) -> list[Mention]:
    """The groups of the page's series, in the order of the text."""
    members = list(_members(page))
    if len(members) < _FEWEST or not listed("divided_people").search(page.text):
        return []
    nouns = divided_into(page)
    if re.search(r"\b(?:sesi|diskusi|kelas)\s+paralel\b", page.text, re.IGNORECASE):
        nouns |= {"sesi"}
    found: list[Mention] = []
    for run in (*_numbered_runs(members), *_named_runs(members)):
        found += _groups_of(page, run, nouns)
    return found


def _members(page: Page) -> Iterator[_Member]:
    """Every place that may name one of a series; `yang kedua` takes the noun before it."""
    text = page.text
    for index, block in enumerate(page.blocks):
        if block.kind not in _KINDS or not _identified().search(text, block.start, block.end):
            continue
        noun, order = "", 0
        for sentence in split_sentences(text, block.start, block.end):
            found = list(_identified().finditer(text, sentence.start, sentence.end))
            stops = [match.start() for match in found[1:]] + [sentence.end]
            for match, stop in zip(found, stops, strict=False):
                noun = (match["noun"] or match["counted"] or noun).lower()
                if match["counted"]:
                    continue
                number = number_of(match["number"] or match["next"] or "")
                order = _order_of(match, number, order)
                if noun:
                    yield _Member(
                        block=index,
                        noun=noun,
                        number=number,
                        order=order or None,
                        name=(match["name"] or "").lower(),
                        asked=match["asked"] is not None,
                        start=match.start(),
                        end=match.end(),
                        stop=stop,
                    )


def _order_of(match: re.Match[str], number: int | None, before: int) -> int:
    """The place in a series: the number, or the next one for `kelompok lainnya`; 0 for none."""
    if number is not None:
        return number
    if match["other"]:
        return before + 1 if before else 0
    return 1 if match["one"] else 0


def _numbered_runs(members: list[_Member]) -> Iterator[list[_Member]]:
    """The runs of one noun with the numbers 1, 2, 3 ...; repeated numbers are passed over."""
    run: list[_Member] = []
    for member in members:
        if member.order is None or member.name:
            continue
        near = run and member.start - run[-1].end < _SERIES_BREAK
        if near and member.noun == run[0].noun and member.order == len(run) + 1:
            run.append(member)
        elif member.order == 1:
            if len(run) >= _FEWEST:
                yield run
            run = [member]
    if len(run) >= _FEWEST:
        yield run


def _named_runs(members: list[_Member]) -> Iterator[list[_Member]]:
    """The groups of one noun with names of their own, each name once."""
    runs: dict[str, dict[str, _Member]] = {}
    for member in members:
        if member.name:
            runs.setdefault(member.noun, {}).setdefault(member.name, member)
    for run in runs.values():
        if _FEWEST <= len(run) <= _MOST:
            yield list(run.values())


def _groups_of(page: Page, run: list[_Member], nouns: frozenset[str]) -> list[Mention]:
    """The groups of a run; none where fewer than two of them have a topic."""
    before = page.text[max(page.blocks[run[0].block].start, run[0].start - 80) : run[0].start]
    divided = run[0].noun in nouns or _divides().search(before) is not None
    if not divided and run[0].noun not in lexicon.load("groups")["nouns"]:
        return []
    found: list[Mention] = []
    enumerated = divided and bool(
        _ENUMERATES.search(page.text, max(0, run[0].start - 12), run[0].start)
    )
    for place, member in enumerate(run):
        following = run[place + 1] if place + 1 < len(run) else None
        joined = following is None or (
            following.start > member.stop
            or bool(_LINKED.search(page.text, max(member.end, member.stop - 12), member.stop))
        )
        beside = enumerated or (len(found) == place > 0 and found[-1].block == member.block)
        topic = _topic_of(page.text, member, divided=divided, bare=beside and joined)
        if topic:
            evidence = Span(member.start, topic.end)
            found.append(Mention(member.block, member.number, topic, None, evidence, heads=False))
    whole = len(found) == len(run) or divided
    return found if len(found) >= _FEWEST and whole else []


def _topic_of(text: str, member: _Member, *, divided: bool, bare: bool) -> Span | None:
    """The topic behind a member, up to the next one; None where it only reports."""
    at, stop = member.end, member.stop
    if _reports().match(text, at, stop):
        return None
    known = divided or member.noun in lexicon.load("groups")["sentence_nouns"]
    speaks = _discussing().match(text, at, stop) or _reporting().match(text, at, stop)
    if not known and not bare and not speaks:
        return None
    rest = read_rest(text, at, stop, stop, heads=False)
    if rest.topic or rest.tail:
        return rest.topic
    lead = _COPULA.match(text, at, stop)
    if lead and (divided or member.asked):
        return topic_in(text, lead.end(), stop)
    lead = _BARE.match(text, at, stop) if bare else None
    if lead and stop - at <= _LONGEST_BARE and not demanding().search(text, at, stop):
        theme = _theme().match(text, lead.end(), stop)
        return topic_in(text, theme.end() if theme else lead.end(), stop)
    return None
