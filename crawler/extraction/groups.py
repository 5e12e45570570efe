"""The discussion groups of an activity: number, topic, focus area and what each concluded."""

from __future__ import annotations

from archive.records import Group, Span
from crawler.article.page import Page
from crawler.extraction.focus_areas import focus_area_of, labels
from crawler.extraction.group_conclusions import attach_conclusions
from crawler.extraction.group_divisions import find_divisions
from crawler.extraction.group_drafts import Draft, find_draft
from crawler.extraction.group_mentions import Mention, find_mentions
from crawler.extraction.group_named import find_named
from crawler.extraction.group_tables import find_table_groups
from crawler.extraction.group_themes import find_themes_discussed

_FEWEST = 2
_MOST = 60
"""No activity divides its participants into more groups; what seems to is something else."""


def read_groups(page: Page) -> tuple[Group, ...]:
    """The groups that participants were divided into, each once, in the order of the text.

    A group that is named by its number only, without a topic anywhere, is left out.
    """
    mentions = [*find_divisions(page), *find_mentions(page), *find_named(page)]
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
    named = [draft for draft in drafts if draft.topic]
    if len(named) < _FEWEST and not any(mention.topic and mention.heads for mention in mentions):
        drafts = [
            Draft(m.number, m.topic, m.declared, [m.evidence]) for m in find_themes_discussed(page)
        ]
        heads = {}
    attach_conclusions(page, drafts, heads)
    return tuple(_group(page.text, draft) for draft in drafts if draft.topic)


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
    proofs = sorted(draft.evidence, key=lambda span: not (span.start <= topic.start < span.end))
    return Group(
        number=draft.number,
        topic=words,
        focus_area=draft.declared if draft.declared in labels() else focus_area_of(words),
        conclusions=tuple(draft.conclusions),
        evidence=tuple(proofs),
    )
