"""The materials that a page offers: slides, proceedings, press releases, recordings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.records import Material, MaterialKind, Person, Span
from crawler.article.page import Page
from crawler.extraction.materials.dates import date_in
from crawler.extraction.materials.labels import (
    is_address,
    label_of,
    offers_by_words,
    unlinked_offers,
)
from crawler.extraction.materials.offers import Offer, find_offers
from crawler.extraction.materials.presenters import presenter_of
from crawler.extraction.materials.talks import speaker_of
from crawler.extraction.materials.words import (
    extension,
    file_name,
    has_words,
    is_document,
    is_excluded,
    is_image,
    kind_of_url,
    kind_of_words,
    kind_opening,
    kinds_of_words,
    pattern,
)
from crawler.extraction.sentences import split_sentences

_PRESENTED = frozenset(("slides", "video"))
"""What somebody shows: minutes, terms of reference and their like have authors at most."""
_LISTED = re.compile(r",\s|\s(?:dan|serta)\s")
_JOINED = re.compile(r"\b(?:dan|serta)\b|[&+]", re.IGNORECASE)
_NEAR = 120
_LONGEST_LINE = 400


def read_materials(page: Page, people: tuple[Person, ...]) -> tuple[Material, ...]:
    """The materials of a page in the order of the text, each URL once.

    `people` are those that took part; a presenter named by one word is found among them.
    """
    found: dict[str, tuple[int, Material]] = {}
    rows = _rows(page)
    for offer in find_offers(page):
        start, known = found.get(offer.url, (offer.link.start, None))
        bare = is_address(page.text[offer.link.start : offer.link.end])
        if known and (bare or not is_address(known.label)):
            continue
        if not _is_material(page.text, offer):
            continue
        material = _material(page, offer, people, rows)
        if known is None or not is_address(material.label):
            found[offer.url] = (start, material)
    ordered = sorted([*found.values(), *_unlinked(page)], key=lambda pair: pair[0])
    return tuple(material for _, material in ordered)


def _is_material(text: str, offer: Offer) -> bool:
    """Whether what is linked is a document, or is offered as one by its line or heading."""
    if is_excluded(offer.url):
        return False
    line = _line(text, offer)
    whole = text[offer.block.start : min(offer.block.end, offer.block.start + _NEAR)]
    words = text[offer.link.start : offer.link.end]
    if any(pattern("elsewhere").match(said.lstrip(" -–•*([")) for said in (line, whole, words)):
        return False
    offered = bool(offer.heading) or has_words("offers", line[-_NEAR:])
    if is_image(offer.url):
        return bool(offer.heading)
    return is_document(offer.url) or (offered and not _is_prose(text, offer))


def _line(text: str, offer: Offer) -> str:
    """The sentence before the link, as far as it stands on the same line."""
    start = max(offer.lead.start, offer.lead.end - _LONGEST_LINE)
    sentences = split_sentences(text, start, offer.lead.end)
    return text[sentences[-1].start : offer.lead.end] if sentences else ""


def _is_prose(text: str, offer: Offer) -> bool:
    """Whether the link is a name in a running sentence rather than something offered."""
    lead = text[offer.lead.start : offer.lead.end].rstrip()
    opens = not lead or lead.endswith((":", "–", "-", "—")) or lead[-1:].isdigit()
    return not opens and not has_words("offers", lead[-_NEAR // 2 :])


def _material(
    page: Page, offer: Offer, people: tuple[Person, ...], rows: dict[tuple[int, int], list[Span]]
) -> Material:
    text = page.text
    span = label_of(text, offer)
    label = text[span.start : span.end]
    lead = text[offer.lead.start : offer.lead.end]
    file = file_name(offer.url)
    row = rows.get((offer.block.container, offer.block.level), [])
    above = [offer.line_before] if offer.line_before else []
    beside = [text[s.start : s.end] for s in [*row, *above] if s.end - s.start < _NEAR]
    presenter = speaker_of(page, span, people) or presenter_of(label, lead, file, beside, people)
    kind = _kind(offer, label, _line(text, offer), presenter)
    evidence = (span,) if span == offer.link else (span, offer.link)
    return Material(
        kind=kind,
        label=label,
        url=offer.url,
        presenter=presenter if kind in _PRESENTED else None,
        date=date_in(label) or date_in(file),
        evidence=evidence,
    )


def _kind(offer: Offer, label: str, line: str, presenter: str | None) -> MaterialKind:
    """The kind, by the first that tells: address, label, line, heading, file name, presenter."""
    if is_image(offer.url):
        return "image"
    by_url = kind_of_url(offer.url)
    if by_url == "video":
        return by_url
    under = kinds_of_words(offer.heading)
    by_line = kind_of_words(line)
    if by_line == "other":  # `membagikan brosur dan paparan berikut:`
        by_line = kind_of_words(_LISTED.split(line)[-1]) or by_line
    if by_line == "press_release" and line.rstrip().endswith(":") and not kind_opening(label):
        return by_line
    shown = "slides" in {by_line, by_url} or under == {"slides"}
    by_label = _kind_of_label(label, talk=shown and bool(presenter or by_url == "slides"))
    if by_label:
        return "report" if by_line == kind_of_words(label) == "report" else by_label
    told = by_line or by_url or (next(iter(under)) if len(under) == 1 else None)
    talked = extension(offer.url) == "pdf" and pattern("talks").search(f"{offer.heading}\n{line}")
    by_file = kind_of_words(file_name(offer.url))
    return told or by_file or ("slides" if presenter or talked else "other")


def _kind_of_label(label: str, *, talk: bool) -> MaterialKind | None:
    """The kind that a label names; a `talk` may be about a map, a timetable or a report."""
    kind = None if is_address(label) else kind_opening(label) or kind_of_words(label)
    if talk and kind in {"report", "other"}:
        return "slides"
    return "other" if kind == "image" and _JOINED.search(label) else kind


def _rows(page: Page) -> dict[tuple[int, int], list[Span]]:
    """The cells without links of each row, by table and row."""
    rows: dict[tuple[int, int], list[Span]] = {}
    for block in page.body:
        if block.kind == "cell" and not block.links:
            rows.setdefault((block.container, block.level), []).append(Span(block.start, block.end))
    return rows


def _unlinked(page: Page) -> Iterator[tuple[int, Material]]:
    """What sentences without a link offer by words alone."""
    for block in page.body:
        if block.links or not offers_by_words(page.text, block.start, block.end):
            continue
        for sentence in split_sentences(page.text, block.start, block.end):
            for span in unlinked_offers(page.text, sentence):
                label = page.text[span.start : span.end]
                kind = kind_of_words(label) or "other"
                yield span.start, Material(kind, label, None, None, date_in(label), (span,))
