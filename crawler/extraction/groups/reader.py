"""The discussion groups of an activity: number, topic, focus area and what each concluded."""

from __future__ import annotations

from functools import cache
from itertools import islice

from archive.records import Group, Span
from crawler import lexicon
from crawler.article.page import Page
from crawler.extraction.groups.conclusions import attach_conclusions
from crawler.extraction.groups.divided import find_divided
from crawler.extraction.groups.divisions import find_divisions
from crawler.extraction.groups.drafts import Draft, find_draft
from crawler.extraction.groups.focus_areas import focus_area_of, labels
from crawler.extraction.groups.mentions import Mention, find_mentions
from crawler.extraction.groups.mirrored import find_mirrored
from crawler.extraction.groups.named import find_named
from crawler.extraction.groups.own_names import find_own_named
from crawler.extraction.groups.places import find_themed_places
from crawler.extraction.groups.series import find_series
from crawler.extraction.groups.tables import find_table_groups
from crawler.extraction.groups.themes import find_themes_discussed
from crawler.extraction.groups.words import number_pattern, words_pattern
from crawler.extraction.openings import WordPattern

_FEWEST = 2
_MOST = 60
"""No activity divides its participants into more groups; what seems to is something else."""
_MOST_MENTIONS = 3000
"""Of one kind of mention; a page with more is no report of an activity."""


def read_groups(page: Page) -> tuple[Group, ...]:
    """The groups that participants were divided into, each once, in the order of the text.

    A group that is named by its number only, without a topic anywhere, is left out.
    """
    if not _may_have_groups(page):
        return ()
    found = (
        find_divisions(page),
        find_mentions(page),
        find_named(page),
        find_own_named(page),
        find_divided(page),
        find_themed_places(page),
        find_series(page),
        find_mirrored(page),
    )
    mentions = [mention for some in found for mention in islice(some, _MOST_MENTIONS)]
    mentions.sort(key=lambda mention: mention.evidence.start)
    drafts: list[Draft] = []
    heads: dict[int, tuple[Mention, Draft]] = {}
    for mention in mentions:
        draft = find_draft(drafts, mention, page.text)
        if draft is None:
            if len(drafts) == _MOST:
                continue
            draft = Draft(None, None, None)
            drafts.append(draft)
        draft.add(mention, page.text)
        if mention.heads:
            heads.setdefault(mention.block, (mention, draft))
    _add_tables(page, drafts)
    for draft in drafts:
        draft.topic = draft.topic or draft.area
    named = [draft for draft in drafts if draft.topic]
    if len(named) < _FEWEST and not any(mention.topic and mention.heads for mention in mentions):
        drafts = [
            Draft(m.number, m.topic, m.declared, [m.evidence]) for m in find_themes_discussed(page)
        ]
        heads = {}
    if drafts:
        attach_conclusions(page, drafts, heads)
    return tuple(_group(page.text, draft) for draft in drafts if draft.topic)


def _may_have_groups(page: Page) -> bool:
    """Whether any word of the page may name or divide groups; most pages have none."""
    cells = any(block.kind == "cell" for block in page.blocks)
    return cells or _trigger().search(page.text, 0, len(page.text)) is not None


@cache
def _trigger() -> WordPattern:
    words = lexicon.load("groups")
    nouns = words_pattern(set(words["nouns"]) - set(words["nouns_of_much"]))
    much = words_pattern([*words["nouns_of_much"], *words["divided_nouns"]])
    counts = words_pattern(
        ("dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "two", "three", "four", "five")
    )
    divided = r"di\s?bagi|ter\s?bagi|mem\s?bagi"
    return WordPattern(
        rf"\b(?:{nouns}\b|{divided}|{much}\s+{number_pattern()}|(?:\d|{counts})\s+{much}\b)"
    )


def _add_tables(page: Page, drafts: list[Draft]) -> None:
    for row in find_table_groups(page):
        mention = Mention(0, row.number, row.topic, None, row.topic, heads=True)
        draft = find_draft(drafts, mention, page.text)
        if draft is None:
            if len(drafts) == _MOST:
                return
            draft = Draft(None, None, None)
            drafts.append(draft)
        draft.add(mention, page.text)
        draft.conclude(row.conclusions)


def _group(text: str, draft: Draft) -> Group:
    topic = draft.topic or Span(0, 0)
    words = text[topic.start : topic.end]
    proofs = sorted(draft.evidence, key=lambda span: not _holds(span, topic))
    if not proofs or not _holds(proofs[0], topic):
        proofs.insert(0, topic)
    return Group(
        number=draft.number,
        topic=words,
        focus_area=draft.declared if draft.declared in labels() else focus_area_of(words),
        conclusions=tuple(draft.conclusions),
        evidence=tuple(proofs),
    )


def _holds(span: Span, inner: Span) -> bool:
    return span.start <= inner.start and inner.end <= span.end
