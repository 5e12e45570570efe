"""Sentences in which a group reports: who speaks, and where the point begins.

`Kelompok 1 menyimpulkan bahwa A. Selain itu, B.` gives A and B, without the words before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.extraction.groups.enumerations import marked_members
from crawler.extraction.groups.words import (
    divided_group,
    listed,
    noun_pattern,
    number_pattern,
    numbered_group,
    pattern_of,
    trimmed,
    words_pattern,
)
from crawler.extraction.sentences import split_sentences

_LEAD_WINDOW = 300
_SUBJECT_WINDOW = 120
_SHORTEST_POINT = 15
_COMMA = re.compile(",")
_INSIDE = re.compile(r"(?:di|pada|dalam)\s", re.IGNORECASE)
_COURSE_WINDOW = 60
_QUOTED = re.compile(r"[“”\"?!]")
_NAMED = re.compile(r"[A-Z][\w.]+\s+[A-Z]")
_SEMICOLON = re.compile(r";\s*(?:(?:dan|serta)\b\s*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence that a group's report opens: its speaker's words, and where its point begins."""

    subject: str
    start: int


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern_of('report_verbs')}\b", re.IGNORECASE)


@cache
def _passive() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern_of('passive_reports')}\b", re.IGNORECASE)


@cache
def _speaks() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{pattern_of('report_verbs')}|{pattern_of('speaking_verbs')})\b", re.IGNORECASE
    )


@cache
def complement() -> re.Pattern[str]:
    """What may stand between a verb of reporting and the point itself, also nothing."""
    return re.compile(
        rf"(?:[\s,;:]*\b{pattern_of('report_complements')}(?!\w)){{0,6}}[\s,;:]*", re.IGNORECASE
    )


@cache
def _group() -> re.Pattern[str]:
    """A group as it may be the subject of a sentence: `kelompok ini`, `Tim B`, `Meja Kopi`."""
    words = lexicon.load("groups")
    nouns = words_pattern(words["sentence_nouns"])
    named = words_pattern({*words["nouns"], *words["divided_nouns"]})
    numbered = "|".join((_unnamed(numbered_group()), _unnamed(divided_group())))
    return re.compile(rf"\b{nouns}\b|{numbered}|\b{named}\s+(?-i:[A-Z])\w+", re.IGNORECASE)


def _unnamed(pattern: re.Pattern[str]) -> str:
    """A pattern's text without the names of its groups, to stand beside another's."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern)


@cache
def _next_group() -> re.Pattern[str]:
    nouns = words_pattern(lexicon.load("groups")["sentence_nouns"])
    return re.compile(
        rf"(?:[,;]\s+(?:(?:sementara(?:\s+itu)?|sedangkan|adapun|dan|serta|kemudian|lalu)\s+)?|\s+(?:sedangkan|sementara)\s+)"
        rf"(?={nouns}\b|{noun_pattern()}\s+(?:{number_pattern()}|(?-i:[A-Z])))",
        re.IGNORECASE,
    )


@cache
def _own_lead() -> re.Pattern[str]:
    nouns = words_pattern(lexicon.load("groups")["conclusion_nouns"])
    return re.compile(rf"{nouns}(?:\s+\w+){{0,3}}\s*:\s*(?=\S)", re.IGNORECASE)


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(
        rf"\b{words_pattern(lexicon.load('groups')['conclusion_nouns'])}\b", re.IGNORECASE
    )


@cache
def _put_forward() -> re.Pattern[str]:
    """What a group put forward, told from its end: `Langkah yang disepakati kelompok 2 adalah`."""
    return re.compile(
        rf"\byang\s+(?:(?:juga|telah|sudah|kemudian)\s+)?{pattern_of('passive_reports')}\b",
        re.IGNORECASE,
    )


@cache
def _copula() -> re.Pattern[str]:
    return re.compile(rf"(?:\b{pattern_of('copulas')}\b|[:;])", re.IGNORECASE)


@cache
def _attribution() -> re.Pattern[str]:
    words = words_pattern(lexicon.load("groups")["attributions"])
    return re.compile(rf"{words}\s+(?:peserta\s+)?(?=kelompok|grup|group)", re.IGNORECASE)


@cache
def _connective() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern_of('connectives')})\b[\s,:]*", re.IGNORECASE)


@cache
def _same_group() -> re.Pattern[str]:
    words = lexicon.load("groups")
    nouns = words_pattern({*words["nouns"], *words["divided_nouns"]})
    return re.compile(
        rf"(?:{words_pattern(words['same_group'])}|(?:(?:peserta|anggota)\s+)?{nouns}\s+(?:ini|tersebut))\b",
        re.IGNORECASE,
    )


@cache
def _explanation() -> re.Pattern[str]:
    return re.compile(rf"{pattern_of('explanations')}\b", re.IGNORECASE)


@cache
def _prescriptive() -> re.Pattern[str]:
    return re.compile(
        rf"\b{words_pattern(lexicon.load('groups')['prescriptive'])}\b", re.IGNORECASE
    )


def split_clauses(text: str, start: int, end: int) -> list[Span]:
    """The sentences of a range, parted again where another group begins to report."""
    clauses: list[Span] = []
    for sentence in split_sentences(text, start, end):
        at = sentence.start
        for joint in _next_group().finditer(text, sentence.start, sentence.end):
            if read_report(text, Span(joint.end(), sentence.end)):
                clauses.append(Span(at, joint.start()))
                at = joint.end()
        clauses.append(Span(at, sentence.end))
    return clauses


def read_report(text: str, sentence: Span) -> Report | None:
    """Where a sentence reports for a group that it names; None where it does not."""
    end = min(sentence.end, sentence.start + _LEAD_WINDOW)
    start = _without_connectives(text, sentence.start, end)
    group = _group().search(text, start, end)
    if not group:
        return None
    noun = _noun().search(text, start, group.start()) or _put_forward().search(
        text, start, group.start()
    )
    copula = _copula().search(text, group.end(), end)
    verb = _verb().search(text, group.end(), end)
    if noun and noun.start() - start < _SUBJECT_WINDOW and copula:
        return _report(text, start, copula.start(), copula.end(), sentence.end)
    if _attribution().match(text, start, end):
        leads = (
            _passive().search(text, group.end(), end),
            _COMMA.search(text, group.end(), end),
            verb,
        )
        lead = min((found for found in leads if found), key=lambda m: m.start(), default=None)
        if lead and not (lead[0] == "," and _tells(text, start, lead.end(), end)):
            return _report(text, start, lead.start(), lead.end(), sentence.end)
    if verb and group.start() - start < _SUBJECT_WINDOW:
        return _report(text, start, verb.start(), verb.end(), sentence.end)
    return None


def _tells(text: str, start: int, at: int, end: int) -> bool:
    """Whether `Di kelompok ini, ...` goes on with how the talk went there: no point."""
    inside = _INSIDE.match(text, start, end)
    return inside is not None and bool(_course().search(text, at, min(end, at + _COURSE_WINDOW)))


def _report(text: str, start: int, subject_end: int, at: int, end: int) -> Report:
    lead = complement().match(text, at, end)
    return Report(text[start:subject_end], lead.end() if lead else at)


def continues(text: str, sentence: Span) -> int | None:
    """Where the point begins in a sentence that goes on with a group's report.

    None where the sentence only explains, or somebody else speaks in it.
    """
    end = min(sentence.end, sentence.start + _LEAD_WINDOW)
    start = _without_connectives(text, sentence.start, end)
    own = _own_lead().match(text, start, end)
    if own:
        return own.end()
    same = _same_group().match(text, start, end)
    verb = _verb().search(text, start, end)
    if same and verb:
        lead = complement().match(text, verb.end(), sentence.end)
        return lead.end() if lead else verb.end()
    if _explanation().match(text, start, end):
        return None
    other = _speaks().search(text, start, end)
    asked = _prescriptive().search(text, start, other.start()) if other else None
    if other and not asked and 0 < other.start() - start < _SUBJECT_WINDOW:
        return None
    linked = start > sentence.start
    if linked or _prescriptive().search(text, start, sentence.end):
        lead = complement().match(text, start, sentence.end)
        return lead.end() if lead else start
    return None


def puts_forward(text: str, sentence: Span) -> bool:
    """Whether a sentence without any lead asks for something: `perlu`, `harus`, `agar`."""
    if _own_lead().match(text, sentence.start, sentence.end):
        return True
    return continues(text, sentence) is not None and bool(
        _prescriptive().search(text, sentence.start, sentence.end)
    )


def states(text: str, sentence: Span) -> bool:
    """Whether a sentence right below a group's heading is a point: not how the talk went."""
    end = min(sentence.end, sentence.start + _LEAD_WINDOW)
    if _explanation().match(text, sentence.start, end) or _group().match(text, sentence.start, end):
        return False
    if _course().search(text, sentence.start, min(end, sentence.start + _SUBJECT_WINDOW)):
        return False
    return sentence.end - sentence.start >= _SHORTEST_POINT and not text[
        sentence.start : sentence.end
    ].endswith((":", ";"))


def goes_on(text: str, sentence: Span) -> bool:
    """Whether a sentence right behind a group's report, with no word that links it, is a point.

    It states something, and nobody speaks, asks or is named by an honorific in it.
    """
    if not states(text, sentence) or _speaks().search(text, sentence.start, sentence.end):
        return False
    if _QUOTED.search(text, sentence.start, sentence.end):
        return False
    if listed("persons").search(text, sentence.start, sentence.end):
        return False
    aside = listed("asides").match(text, sentence.start, sentence.end)
    return not (aside or _NAMED.match(text, sentence.start, sentence.end))


def is_crew(text: str, block: Span) -> bool:
    """Whether a line names who worked in a group: `Fasilitator: ...`."""
    return _crew().match(text, block.start, block.end) is not None


@cache
def _announcing() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:[^\W\d][\w-]*\s+){{1,4}}{pattern_of('announcing')}\s*:\s*", re.IGNORECASE
    )


@cache
def _course() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern_of('course')}\b", re.IGNORECASE)


@cache
def _crew() -> re.Pattern[str]:
    return re.compile(rf"{listed('crew').pattern}(?:\s+\w+)?\s*:", re.IGNORECASE)


def opens_list(text: str, block: Span) -> bool:
    """Whether a line announces what a group said below it: `Simpulan:`, `Masukannya berupa;`."""
    line = text[block.start : block.end].rstrip()
    return line.endswith((":", ";")) and bool(
        _noun().search(line) or _verb().search(line) or _copula().search(line[:-1])
    )


def points_in(text: str, start: int, end: int) -> list[Span]:
    """The points of one clause: its members where it enumerates, else the clause itself.

    None where it only announces a list below: `indikator sebagai berikut:`.
    """
    if _announcing().fullmatch(text, start, end):
        return []
    marked = marked_members(text, start, end)
    if marked:
        return marked
    spans, at = [], start
    for found in _SEMICOLON.finditer(text, start, end):
        spans.append(point(text, at, found.start()))
        at = found.end()
    spans.append(point(text, at, end))
    return [span for span in spans if span.start < span.end]


def point(text: str, start: int, end: int) -> Span:
    """A point without blanks and punctuation around it and a joining word at its end."""
    start, end = trimmed(text, start, end)
    for joint in (" dan", " serta"):
        if text[start:end].endswith(joint):
            start, end = trimmed(text, start, end - len(joint))
    return Span(start, end)


def _without_connectives(text: str, start: int, end: int) -> int:
    for _ in range(3):
        lead = _connective().match(text, start, end)
        if not lead:
            break
        start = lead.end()
    return start
