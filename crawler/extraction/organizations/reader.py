"""The organizations of a page, and which of them took part in the activity."""

from __future__ import annotations

from archive.records import ActivityType, Organization, Person
from crawler.article.page import Page
from crawler.extraction.organizations.claims import Claim, Words, names_of_people, words_of_page
from crawler.extraction.organizations.context import announces
from crawler.extraction.organizations.homes import homes_of
from crawler.extraction.organizations.joining import join
from crawler.extraction.organizations.roles import read_roles

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
    return join(claims + _mentioned(words))


def _announced(text: str, claims: list[Claim]) -> list[Claim]:
    return [
        claim for claim in claims if claim.role in _OF_AN_ANNOUNCEMENT and announces(text, claim)
    ]


def _mentioned(words: Words) -> list[Claim]:
    return [
        Claim(m.start, m.end, m.name, m.acronym, "mentioned", m.sector, m.kind)
        for m in words.names.values()
    ]
