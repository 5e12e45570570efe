"""Groups under construction: many mentions of one group become one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.records import Span
from crawler.extraction.groups.mentions import Mention
from crawler.extraction.groups.own_names import own_name_before
from crawler.extraction.groups.words import divided_group, number_of, numbered_group

_WORD = re.compile(r"\w+")
_SAME = 0.6
_OTHER = 0.25
_NEAR = 80
_MOST_PROOFS = 20
_MOST_POINTS = 200
_HOLLOW = frozenset(
    (
        "kelompok",
        "grup",
        "tema",
        "topik",
        "isu",
        "fokus",
        "utama",
        "dan",
        "yang",
        "membahas",
        "dengan",
        "adapun",
        "peserta",
        "dari",
        "bidang",
        "serta",
    )
)


@dataclass
class Draft:
    """A group as far as it has been read."""

    number: int | None
    topic: Span | None
    declared: int | None
    evidence: list[Span] = field(default_factory=list)
    conclusions: list[Span] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    area: Span | None = None
    """The words that declare the focus area, the topic where the page gives no other."""
    name: str | None = None
    """The own name beside the topic, `kopi` of `Meja Kopi membahas TOPIC`, in lower case."""

    def add(self, mention: Mention, text: str) -> None:
        """Takes up what one more mention says and was not known."""
        self.number = self.number if self.number is not None else mention.number
        self.declared = self.declared or mention.declared
        self.area = self.area or mention.area
        if self.topic is None and mention.topic:
            self.topic = mention.topic
            self.words = words_of(text[mention.topic.start : mention.topic.end])
            self.name = own_name_before(text, mention.topic.start)
        if len(self.evidence) < _MOST_PROOFS and mention.evidence not in self.evidence:
            self.evidence.append(mention.evidence)

    def conclude(self, points: Iterable[Span]) -> None:
        """Takes up points that are not yet among the conclusions."""
        for point in points:
            if len(self.conclusions) < _MOST_POINTS and point not in self.conclusions:
                self.conclusions.append(point)


def words_of(words: str) -> frozenset[str]:
    """The telling words of a topic, in lower case."""
    return frozenset(_WORD.findall(words.lower())) - _HOLLOW


def contained(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set of words that the other has too, 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def find_draft(drafts: list[Draft], mention: Mention, text: str) -> Draft | None:
    """The draft that a mention belongs to: by its number, else by its topic."""
    topic = text[mention.topic.start : mention.topic.end] if mention.topic else ""
    words = words_of(topic)
    if mention.number is not None:
        for draft in drafts:
            other_round = words and draft.words and contained(words, draft.words) < _OTHER
            if draft.number == mention.number and not (other_round and not mention.heads):
                return draft
    if not words:
        return _in_order(drafts, mention.number)
    named = [draft for draft in drafts if draft.name and draft.name == topic.lower()]
    if named and mention.number is None:
        return named[0]
    alike = [
        draft
        for draft in drafts
        if draft.words
        and contained(words, draft.words) >= _SAME
        and not _is_listed_beside(draft, mention, words, text)
    ]
    free = [d for d in alike if None in {d.number, mention.number} or d.number == mention.number]
    return max(free, key=lambda draft: contained(words, draft.words), default=None)


def _is_listed_beside(draft: Draft, mention: Mention, words: frozenset[str], text: str) -> bool:
    """Whether both stand in one line, each with words of its own: members of one list."""
    if draft.topic is None or mention.topic is None or not (words - draft.words):
        return False
    begin, end = draft.topic.end, mention.topic.start
    return bool(draft.words - words) and end - begin < _NEAR and "\n" not in text[begin:end]


def _in_order(drafts: list[Draft], number: int | None) -> Draft | None:
    """The listed group that a bare number means, where the list itself gives no numbers."""
    listed = [draft for draft in drafts if draft.topic]
    if number is None or not 1 <= number <= len(listed):
        return None
    draft = listed[number - 1]
    return draft if draft.number is None else None


def find_speaker(drafts: list[Draft], subject: str, current: Draft | None) -> Draft | None:
    """The group that the subject of a sentence names: by number, by topic, or `kelompok ini`."""
    named = numbered_group().search(subject) or divided_group().search(subject)
    if named:
        number = number_of(named["number"])
        by_number = [draft for draft in drafts if draft.number == number]
        unnumbered = all(draft.number is None for draft in drafts)
        if not by_number and unnumbered and number and number <= len(drafts):
            return drafts[number - 1]
        return by_number[-1] if by_number else None
    called = [draft for draft in drafts if draft.name and _is_called(draft.name, subject)]
    if called:
        return max(called, key=lambda draft: len(draft.name or ""))
    words = words_of(subject)
    best = max(drafts, key=lambda draft: contained(words, draft.words), default=None)
    if best and contained(words, best.words) >= _SAME and words:
        return best
    if re.search(
        r"\b(?:kelompok|grup|group|tim|meja|regu|klaster|komisi|desk)\s+(?:ini|tersebut|itu)\b",
        subject,
        re.IGNORECASE,
    ):
        return current
    return None


def _is_called(name: str, subject: str) -> bool:
    """Whether the subject of a report ends in a group's own name: `hasil dari Meja Kopi`."""
    return re.search(rf"\s{re.escape(name)}\W*$", subject.lower()) is not None
