"""The points that each group reported: items and sentences under its heading, and prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.records import Span
from crawler.article.page import Block, Page
from crawler.extraction.groups.drafts import Draft, find_speaker
from crawler.extraction.groups.lists import TYPED_MARKER
from crawler.extraction.groups.mentions import Mention
from crawler.extraction.groups.reports import (
    continues,
    goes_on,
    is_crew,
    opens_list,
    point,
    points_in,
    puts_forward,
    read_report,
    split_clauses,
    states,
)
from crawler.extraction.sentences import split_sentences

_LONGEST_HEADING = 120
_SHORTEST_REPORT = 12
_LONGEST_CREDIT = 80
_CREDIT = re.compile(
    r"\((?:foto|dok(?:umentasi)?\.?|gambar)\s?[:/.][^()\n]{1,60}\)\.?\s*\Z", re.IGNORECASE
)


@dataclass
class _Place:
    """Where the reading stands: whose words the next block may be."""

    group: Draft | None = None
    items: bool = False
    """Whether items that follow are the group's points."""
    prose: bool = False
    """Whether a paragraph that follows may be its points without naming it."""
    titled: bool = False
    """Whether the block above is the group's heading, so that all below it is the group's."""
    label_level: int = 0
    """The nesting of the item that named the group, 0 for a heading or a paragraph."""
    label_list: int = 0
    """The list of that item, 0 where its items are groups and never points."""
    point_level: int = 0
    """The nesting of the group's points once one was read."""

    def leave(self) -> None:
        self.group, self.items, self.prose, self.titled = None, False, False, False


def attach_conclusions(
    page: Page, drafts: list[Draft], heads: dict[int, tuple[Mention, Draft]]
) -> None:
    """Gives each draft its points; `heads` are the mentions that open a block, by block index."""
    place = _Place()
    for index, block in enumerate(page.blocks):
        if block.kind in {"title", "subtitle", "caption", "cell"}:
            continue
        if index in heads:
            mention, draft = heads[index]
            _enter(place, block, mention, draft)
            if mention.tail and not _others_report(page.text, mention.tail, drafts, draft):
                draft.conclude(_tail_points(page.text, mention.tail))
            elif (
                mention.tail
                or mention.topic is None
                or mention.topic.end < block.end - _SHORTEST_REPORT
            ):
                _read_sentences(page, place, block, drafts, labelled=True)
            continue
        if _is_credited(page.text, block):
            continue
        if block.kind == "heading" or (block.strong and _is_short(block)):
            if not (place.group and opens_list(page.text, Span(block.start, block.end))):
                place.leave()
            else:
                place.items = True
            continue
        if place.group and is_crew(page.text, Span(block.start, block.end)):
            continue
        marker = TYPED_MARKER.match(page.text[block.start : block.start + 8])
        if block.kind == "item" or (marker and place.group and place.items):
            _read_item(page, place, block, drafts, marker.end() if marker else 0)
        else:
            _read_sentences(page, place, block, drafts, labelled=False)


def _is_credited(text: str, block: Block) -> bool:
    """Whether a line ends with who took the picture that it stands under: `(foto: Sanggar X)`."""
    return (
        _CREDIT.search(text, max(block.start, block.end - _LONGEST_CREDIT), block.end) is not None
    )


def _others_report(text: str, tail: Span, drafts: list[Draft], draft: Draft) -> bool:
    """Whether another group reports in what follows a group on its line."""
    sentences = split_sentences(text, tail.start, tail.end)[1:]
    reports = (read_report(text, sentence) for sentence in sentences)
    speakers = (find_speaker(drafts, report.subject, draft) for report in reports if report)
    return any(speaker not in (None, draft) for speaker in speakers)


def _is_point(place: _Place, text: str, sentence: Span) -> bool:
    """Whether a sentence below a group's line is its point: it asks, or stands under its title."""
    return puts_forward(text, sentence) or (place.titled and states(text, sentence))


def _tail_points(text: str, tail: Span) -> list[Span]:
    """What stands behind a topic on its line: the first sentence, and others that ask."""
    points: list[Span] = []
    for place, sentence in enumerate(split_sentences(text, tail.start, tail.end)):
        if place == 0 or puts_forward(text, sentence):
            start = continues(text, sentence) or sentence.start
            points.extend(points_in(text, start, sentence.end))
    return points


def _is_short(block: Block) -> bool:
    return block.end - block.start <= _LONGEST_HEADING


def _enter(place: _Place, block: Block, mention: Mention, draft: Draft) -> None:
    listed = mention.topic is not None and mention.evidence == mention.topic
    place.group = draft
    place.items = True
    title = block.kind == "heading" or block.strong
    place.prose = block.kind != "item" and mention.tail is None and (title or not listed)
    place.titled = title
    place.label_level = block.level if block.kind == "item" else 0
    place.label_list = 0 if listed else block.container
    place.point_level = 0


def _read_item(page: Page, place: _Place, block: Block, drafts: list[Draft], marker: int) -> None:
    """An item: a point of the group above it, part of the point before, or a report itself."""
    below = block.level > place.label_level or marker > 0
    beside = block.level == place.label_level and block.container == place.label_list != 0
    speaking = place.group if place.items and (below or beside) else None
    if speaking is None:
        place.items = False
        _read_sentences(page, place, block, drafts, labelled=False)
        return
    if place.point_level and block.level > place.point_level and speaking.conclusions:
        last = speaking.conclusions[-1]
        speaking.conclusions[-1] = point(page.text, last.start, block.end)
        return
    place.point_level = block.level
    place.prose = False
    span = point(page.text, block.start + marker, block.end)
    report = read_report(page.text, span)
    start = report.start if report and report.start < span.end else span.start
    speaking.conclude([Span(start, span.end)] if start < span.end else [])


def _read_sentences(
    page: Page, place: _Place, block: Block, drafts: list[Draft], *, labelled: bool
) -> None:
    """A paragraph: the sentences in which a group reports, and those that go on with it."""
    text, spoken, opened = page.text, False, False
    for sentence in split_clauses(text, block.start, block.end):
        report = read_report(text, sentence)
        speaker = find_speaker(drafts, report.subject, place.group) if report else None
        if report and speaker:
            place.group, spoken = speaker, True
            place.label_level, place.point_level = (block.level if block.kind == "item" else 0), 0
            points = points_in(text, report.start, sentence.end)
            speaker.conclude(points)
            opened = not points
        elif spoken and place.group and not report:
            start = continues(text, sentence)
            if start is None and goes_on(text, sentence):
                start = sentence.start
            if start is not None:
                place.group.conclude(points_in(text, start, sentence.end))
        elif place.prose and place.group and not labelled and _is_point(place, text, sentence):
            start = continues(text, sentence) or sentence.start
            place.group.conclude(points_in(text, start, sentence.end))
    if labelled:
        return
    place.titled = False
    if not spoken and place.prose and place.group and not place.group.conclusions:
        opened = opens_list(text, Span(block.start, block.end))
    place.items = opened
    place.prose = False if spoken or not opened else place.prose
    if not spoken and not opened and block.kind == "item":
        place.leave()
