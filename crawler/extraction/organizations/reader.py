"""The organizations of a page, and which of them took part in the activity."""

from __future__ import annotations

import re

from archive.records import ActivityType, Organization, Person
from crawler.article.page import Page
from crawler.extraction.organizations.claims import Claim, Words, names_of_people, words_of_page
from crawler.extraction.organizations.context import announces
from crawler.extraction.organizations.homes import homes_of, without_schools
from crawler.extraction.organizations.joining import join
from crawler.extraction.organizations.roles import read_roles
from crawler.extraction.organizations.weak import begin_of_spelled

_COUNTED = re.compile(r"(?<![\w.,])(?:[2-9]|[1-9]\d{1,2}) $")  # `24 Badan Pengelola X`: a kind
_BRACKET = re.compile(r" \(([A-Z\d][\w-]{1,15})\)")
_OF_AN_ANNOUNCEMENT = frozenset({"organizer", "partner"})


def read_organizations(
    page: Page, people: tuple[Person, ...], kind: ActivityType | None
) -> tuple[Organization, ...]:
    """The organizations that a page names, each once, in the order of the text.

    Who organized, hosted, supported or attended the activity has that role, and so has the
    home of a person who took part (attendee); all others are `mentioned`. A page that reports
    no activity (`kind` is None) has an organizer only where it announces one.
    """
    words = words_of_page(page, names_of_people(people))
    claims = read_roles(page, words, reported=kind is not None)
    if kind is None:
        claims = _announced(page.text, claims)
    else:
        claims += homes_of(words, people)
        claims = without_schools(words, claims)
    return join(claims + _spelled_out(words, claims) + _mentioned(words))


def _announced(text: str, claims: list[Claim]) -> list[Claim]:
    return [
        claim for claim in claims if claim.role in _OF_AN_ANNOUNCEMENT and announces(text, claim)
    ]


def _spelled_out(words: Words, claims: list[Claim]) -> list[Claim]:
    """Where the page gives the long form of a claim's bare acronym: `Rumah Peta Kota (RPK)`."""
    sought = {claim.name for claim in claims if claim.kind == "weak" and " " not in claim.name}
    found = []
    for bracket in _BRACKET.finditer(words.text) if sought else ():
        short = bracket[1]
        if short not in sought:
            continue
        sought.discard(short)
        end = words.index_at(bracket.start())
        begin = begin_of_spelled(words, short, end)
        if begin < end:
            start, stop = words.tokens[begin].start, words.tokens[end - 1].end
            name = " ".join(words.text[start:stop].split())
            found.append(Claim(start, stop, name, short, "mentioned", None, "weak"))
    return found


def _mentioned(words: Words) -> list[Claim]:
    return [
        Claim(m.start, m.end, m.name, m.acronym, "mentioned", m.sector, m.kind)
        for m in words.names.values()
        if not _COUNTED.search(words.text, max(0, m.start - 6), m.start)
    ]
