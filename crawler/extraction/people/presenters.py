"""Presenters whom only the label or the line of a material names."""

from __future__ import annotations

import re
from dataclasses import replace

from archive.records import Material, Person, PersonRole, Span
from crawler.article.page import Block, Page
from crawler.extraction.people.identity import names_same
from crawler.extraction.people.names import parse_name
from crawler.extraction.people.offices import is_head
from crawler.extraction.people.tokens import tokenize

_OF_WHOM = re.compile(
    r"\b(?:paparan|pemaparan|presentasi|materi|bahan)\s+(?:(?:oleh|dari)\s+)?(?P<who>[^:–—|]{3,200}?)\s*"
    r"(?:\((?P<of>[^()]{2,120})\)\s*)?(?:\s(?:dalam|pada|tentang|mengenai|untuk|sebagai|selaku)\s|[:–—|]|-\s|$)",
    re.IGNORECASE,
)
_PASSIVE_ROLES: frozenset[PersonRole] = frozenset(("attendee", "quoted", "other"))
_LONGEST_LINE = 600


def join_presenters(
    page: Page, people: tuple[Person, ...], materials: tuple[Material, ...]
) -> tuple[Person, ...]:
    """The people, each with the labels that name them as presenters, and the presenters that
    are new: speakers, with the position that the line of the material gives.

    A presenter joins the person of that name, short or long; nobody is there twice.
    """
    joined = list(people)
    for material in materials:
        parsed = parse_name(material.presenter) if material.presenter else None
        if parsed is None:
            continue
        evidence = _where_named(page, material, parsed.name)
        if evidence is None:
            continue
        words = _words(parsed.name)
        at = next((n for n, person in enumerate(joined) if _same(words, _words(person.name))), None)
        if at is not None:
            joined[at] = _with_label(joined[at], parsed.name, words, evidence)
        else:
            position, organization = _position(page, material)
            joined.append(
                Person(
                    parsed.name,
                    "speaker",
                    position,
                    organization,
                    parsed.honorific,
                    parsed.degrees,
                    (),
                    (evidence,),
                )
            )
    return tuple(joined)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[^\W\d_]+", name.lower()) if len(word) > 1)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return names_same(one, other) or names_same(other, one)


def _with_label(person: Person, name: str, words: tuple[str, ...], evidence: Span) -> Person:
    """The person with the label as evidence; a longer form of the name in it is kept, and first."""
    role = "speaker" if person.role in _PASSIVE_ROLES else person.role
    kept = tuple(e for e in person.evidence if e == evidence or not _within(e, evidence))
    if evidence in kept:
        return replace(person, role=role, evidence=kept)
    if len(words) > len(_words(person.name)):
        return replace(person, name=name, role=role, evidence=(evidence, *kept))
    return replace(person, role=role, evidence=(*kept, evidence))


def _within(piece: Span, whole: Span) -> bool:
    """Whether a span is a piece of the label's whole name, such as one dotted word of it."""
    return whole.start <= piece.start and piece.end <= whole.end


def _where_named(page: Page, material: Material, name: str) -> Span | None:
    """The name's own span: in the label, else in the line that offers the material."""
    pattern = re.compile(
        r"[\W_]{1,4}".join(map(re.escape, re.findall(r"[^\W_]+", name))), re.IGNORECASE
    )
    places = list(material.evidence)
    block = _block(page, material)
    if block:
        places.append(Span(block.start, min(block.end, block.start + _LONGEST_LINE)))
    for place in places:
        found = pattern.search(page.text, place.start, place.end)
        if found:
            return Span(found.start(), found.end())
    return None


def _block(page: Page, material: Material) -> Block | None:
    if not material.evidence:
        return None
    start = material.evidence[0].start
    return next((block for block in page.blocks if block.start <= start <= block.end), None)


def _position(page: Page, material: Material) -> tuple[str | None, str | None]:
    """`Paparan Kepala X (Y) dalam Lokakarya ...`: the position X and its organization Y."""
    block = _block(page, material)
    line = (
        _OF_WHOM.search(page.text, block.start, min(block.end, block.start + _LONGEST_LINE))
        if block
        else None
    )
    if line is None or not line["who"].strip():
        return None, None
    tokens = tokenize(page.text, line.start("who"), line.end("who"))
    if not tokens or not is_head(tokens, 0):
        return None, None
    return line["who"].strip(" ,"), line["of"]
