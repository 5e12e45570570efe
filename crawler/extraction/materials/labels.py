"""What a material is called: the link's own words, or what the line says of it."""

from __future__ import annotations

import re
from functools import cache

from archive.records import Span
from crawler import lexicon
from crawler.extraction.cue_words import CueWords
from crawler.extraction.materials.offers import Offer
from crawler.extraction.materials.words import pattern, phrases

_EDGES = " \t\u00a0,;:.–—-•|/\"“”‘’'"
_QUOTED = re.compile(r"[“\"](?P<title>[^“”\"]{3,300})[”\"]")
_FOR = re.compile(
    r"\s*(?:untuk|guna)\s+(?:(?:dapat|bisa)\s+)?(?:melihat|mengunduh|membaca|mendapatkan|mengakses|menonton|menyaksikan|unduh|download)\s+(?P<what>[^.;!?\n]{3,200})",
    re.IGNORECASE,
)
_DOWNLOADED = re.compile(
    r"[\s,–—-]*\b(?:(?:selengkapnya\s+)?(?:dapat|bisa|silakan|silahkan)\s+(?:di\s?)?(?:unduh|akses|lihat|download|tonton|saksikan|baca)(?:kan)?|tersedia|diunduh)\b"
    r"[^.]{0,60}$|[\s(,–—-]*\b(?:link|tautan|url)\s*[:(]?\s*$",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"^(?:\d{1,2}[.)]|[-•–*·])\s*|^(?:silakan\s+|silahkan\s+)?(?:unduh|download|klik)\s+",
    re.IGNORECASE,
)
_LONGEST_LABEL = 300


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(phrases(lexicon.load("materials")["generic"]), re.IGNORECASE)


@cache
def _click() -> CueWords:
    words = ("klik", "unduh", "lihat", "download")
    pattern = re.compile(
        rf"\b(?:{'|'.join(words)})\s+(?:link\s+|tautan\s+)?(?:di\s?sini|tautan\s+ini|link\s+ini|tautan\s+berikut|di\s+tautan\s+(?:ini|berikut))"
        + _FOR.pattern,
        re.IGNORECASE,
    )
    return CueWords(pattern, words)


def says_nothing(words: str) -> bool:
    """Whether a link's words name nothing: `di sini`, `Unduh`, an address."""
    bare = words.strip(_EDGES + "()[]!»>→")
    return not bare or _generic().fullmatch(bare) is not None or is_address(words)


def is_address(words: str) -> bool:
    """Whether words are a web address."""
    return words.lstrip("<(").lower().startswith(("http://", "https://", "www."))


def label_of(text: str, offer: Offer) -> Span:
    """Where the page says what an offer is: the link's words, a quoted title, or the line.

    An address with nothing better beside it is its own label.
    """
    link = offer.link
    words = text[link.start : link.end]
    if not says_nothing(words):
        return _trimmed(text, link.start, link.end)
    title = _last_title(text, offer.lead)
    if title:
        return title
    purpose = _FOR.match(text, offer.tail.start, offer.tail.end)
    if purpose:
        return _trimmed(text, *purpose.span("what"))
    if is_address(words):
        return link
    lead = _cleaned_lead(text, offer.lead)
    return lead or _last_title(text, offer.tail) or link


def offers_by_words(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` says where to click for something; `text` is a page's."""
    return _click().search_page(text, start, end) is not None


def unlinked_offers(text: str, sentence: Span) -> list[Span]:
    """What a sentence offers by words alone: `Klik di sini untuk melihat TOR dan agenda`."""
    offered = [
        _trimmed(text, *match.span("what"))
        for match in _click().find_in_page(text, sentence.start, sentence.end)
    ]
    return [span for span in offered if pattern("documents").search(text, span.start, span.end)]


def _last_title(text: str, span: Span) -> Span | None:
    titles = list(_QUOTED.finditer(text, span.start, span.end))
    return _trimmed(text, *titles[-1].span("title")) if titles else None


def _cleaned_lead(text: str, lead: Span) -> Span | None:
    """The words before a link that say nothing, without those that only lead up to it."""
    start, end = max(lead.start, lead.end - _LONGEST_LABEL), lead.end
    ending = _DOWNLOADED.search(text, start, end)
    end = ending.start() if ending else end
    sentence = max(text.rfind(". ", start, end), text.rfind("! ", start, end))
    start = sentence + 2 if sentence >= 0 else start
    for _ in range(2):
        opening = _ORDER.match(text[start:end])
        start += opening.end() if opening else 0
    span = _trimmed(text, start, end)
    return span if re.search(r"\w{3}", text[span.start : span.end]) else None


def _trimmed(text: str, start: int, end: int) -> Span:
    first, last = start, end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end) if start < end else Span(first, last)
