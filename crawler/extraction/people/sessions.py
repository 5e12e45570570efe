"""The session in which a sentence tells of someone: a panel, a round of talks."""

from __future__ import annotations

import re

from archive.records import Span
from crawler.extraction.people.clauses import REACH
from crawler.extraction.people.cues import sessions
from crawler.extraction.people.mentions import Mention

_PANEL = re.compile(r"\b[Pp]anelis\w*|\b(?:[Dd]iskusi|[Ss]esi) [Pp]anel\b|\bpanel\b(?!\s+surya)")
_BEHIND = 60


def in_panel(text: str, mention: Mention, lead: Span | None) -> bool:
    """Whether the sentence before the name, the one before it or its lead is of a panel."""
    if "anel" not in text:
        return False
    sentence = mention.sentence
    if _PANEL.search(text, max(sentence.span.start, mention.start - REACH), mention.start):
        return True
    around = [s for s in (sentence.before, lead) if s]
    return any(_PANEL.search(text, max(s.start, s.end - REACH), s.end) for s in around)


def in_session(text: str, mention: Mention, lead: Span | None) -> bool:
    """Whether the sentence, the one before it or its lead has words of a session."""
    sentence = mention.sentence
    if sessions().search(
        text,
        max(sentence.span.start, mention.start - REACH),
        min(sentence.span.end, mention.end + _BEHIND),
    ):
        return True
    return any(
        sessions().search(text, max(s.start, s.end - REACH), s.end)
        for s in (sentence.before, lead)
        if s
    )
