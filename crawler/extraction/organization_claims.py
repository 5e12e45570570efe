"""What the readers of organizations pass to each other: one place that names one, and its part."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from archive.records import OrganizationRole, Person, Sector
from crawler.article.page import Page
from crawler.extraction.organization_chains import join_chains
from crawler.extraction.organization_index import index_of
from crawler.extraction.organization_names import OrganizationMention, find_names
from crawler.extraction.organization_tokens import Token

_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Claim:
    """`text[start:end]` names an organization, and the words around it give its role."""

    start: int
    end: int
    name: str
    acronym: str | None
    role: OrganizationRole
    sector: Sector | None
    kind: str
    """The class of its head word; `weak` for a name without one."""


@dataclass(frozen=True, slots=True)
class Words:
    """A page's tokens and the names found in it, by offset; `people` as `names_of_people` gives it."""

    text: str
    tokens: list[Token]
    starts: list[int]
    names: dict[int, OrganizationMention]
    people: frozenset[str]

    def index_at(self, offset: int) -> int:
        """The index of the first token that begins at or behind `offset`."""
        return bisect_left(self.starts, offset)


def words_of_page(page: Page, people: frozenset[str]) -> Words:
    """The tokens and names of all blocks of a page; no name crosses a block."""
    index = index_of(page.text)
    names: dict[int, OrganizationMention] = {}
    for block in page.blocks:
        found = [_without_person(m, people) for m in find_names(page.text, block.start, block.end)]
        for mention in join_chains(page.text, found):
            names[mention.start] = mention
    return Words(page.text, index.tokens, index.starts, names, people)


def names_of_people(people: tuple[Person, ...]) -> frozenset[str]:
    """Every run of words of people's names, in lower case: whole names and parts of them."""
    parts = set()
    for person in people:
        words = person.name.lower().split()[:_LONGEST_NAME]
        for start in range(len(words)):
            parts |= {" ".join(words[start:end]) for end in range(start + 1, len(words) + 1)}
    return frozenset(parts)


def _without_person(mention: OrganizationMention, people: frozenset[str]) -> OrganizationMention:
    """A mention without the person's name that follows it with nothing between."""
    words = mention.name.split(" ")
    for size in range(min(_LONGEST_NAME, len(words) - 1), 1, -1):
        rest, person = words[:-size], " ".join(words[-size:])
        if person.lower() in people and (len(rest) > 1 or rest[0] == mention.acronym):
            end = mention.end - len(person) - 1
            return replace(mention, end=end, name=" ".join(rest))
    return mention
