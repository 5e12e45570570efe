"""The sentence that introduces a list item or a paragraph: `Pembicara yang hadir adalah:`."""

from __future__ import annotations

import re

from archive.records import Span
from crawler.article.page import Block, Page
from crawler.extraction.sentences import split_sentences

_MOST_FOLLOWERS = 12
_LONGEST_LEAD = 1500
_OFFER = re.compile(
    r"\W{0,3}(?:\d{1,2}\W{1,3})?(?:link|tautan|unduh(?:an)?|download|bahan|materi|dokumen|dokumentasi|rekaman|siaran pers|press release|prosiding|slides?|lampiran)\b",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(
    r"\W{0,3}(?:\d{1,2}\W{1,3})?(?:paparan|presentasi|pemaparan|makalah)\b[^:\n]{0,80}[:–—-]\s{0,3}",
    re.IGNORECASE,
)
"""`Paparan NAME: <link>`: the link's words are a title."""
_LONGEST_OFFER = 160
_LONGEST_HEAD = 40


def leads_of(page: Page) -> dict[int, Span]:
    """For blocks that a sentence above introduces: the block's start with that sentence.

    Items and cells are introduced by the last block before their list; other blocks by a line
    that ends in a colon, as long as paragraphs follow it.
    """
    leads: dict[int, Span] = {}
    above: Span | None = None
    listed = False
    follows = 0
    for block in page.body:
        if block.kind == "caption":
            continue
        words = page.words_of(block).rstrip()
        if block.kind in {"item", "cell"}:
            if above:
                leads[block.start] = above
                listed = True
            continue
        if (
            above
            and page.text[above.end - 1] in ":;"
            and block.kind == "paragraph"
            and follows < _MOST_FOLLOWERS
            and not listed
            and not words.endswith(":")
        ):
            leads[block.start] = above
            follows += 1
            continue
        sentences = split_sentences(page.text, block.start, block.end)
        above = _end_of(sentences[-1]) if sentences else None
        follows = 0
        listed = False
    return leads


def _end_of(sentence: Span) -> Span:
    """The end of a very long sentence is enough: it is read again for every item."""
    return Span(max(sentence.start, sentence.end - _LONGEST_LEAD), sentence.end)


def offers_material(page: Page, block: Block, lead: Span | None) -> bool:
    """Whether a block is a document's label: what it names is a presenter at most.

    Such are blocks that are links from end to end, lines like `Bahan: ...`, and what stands
    under a line like `Link paparan narasumber:`.
    """
    linked = sum(link.end - link.start for link in block.links)
    if linked * 2 > block.end - block.start:
        return True
    if (
        lead
        and page.text[lead.end - 1] == ":"
        and lead.end - lead.start < _LONGEST_OFFER
        and _OFFER.match(page.text, lead.start, lead.end)
    ):
        return True
    if (
        block.links
        and block.links[-1].end >= block.end - 1
        and _BY_WHOM.match(page.text, block.start, block.links[-1].start)
    ):
        return True
    head = page.text[block.start : min(block.end, block.start + _LONGEST_OFFER)].split(":")[0]
    return (
        ":" in page.text[block.start : min(block.end, block.start + _LONGEST_OFFER)]
        and len(head) < _LONGEST_HEAD
        and _OFFER.match(head) is not None
    )
