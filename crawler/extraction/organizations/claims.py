"""What the readers of organizations pass to each other: one place that names one, and its part."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

from archive.records import OrganizationRole, Person, Sector
from crawler.article.page import Page
from crawler.extraction.organizations.chains import join_chains
from crawler.extraction.organizations.cues import vocabulary
from crawler.extraction.organizations.grammar import is_head, is_stop, may_begin_name, place_names
from crawler.extraction.organizations.index import index_of
from crawler.extraction.organizations.names import OrganizationMention, find_names
from crawler.extraction.organizations.tokens import Token

_LONGEST_NAME = 6
_WORD = re.compile(r" (?P<place>[A-Z][a-z]{3,20})(?![\w-])")
_TERRITORY = re.compile(
    r"\b(?:Kabupaten|Kota|Provinsi|Kecamatan|Bupati|Wali ?[Kk]ota|Camat|Gubernur|Kab\.) "
    r"(?P<place>[A-Z][a-z]{3,20})\b"
)
_PLACE = re.compile(r" (?P<place>[A-Z][a-z]{3,20})(?=[,;)]|\.\s|\.$| dan | serta )")
_COMMISSION = re.compile(r"Komisi (?:[IVX]{1,4}|[A-H])")


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


def claim_of(mention: OrganizationMention, role: OrganizationRole) -> Claim:
    """The claim that a name found in the text has this role."""
    return Claim(
        mention.start,
        mention.end,
        mention.name,
        mention.acronym,
        role,
        mention.sector,
        mention.kind,
    )


@dataclass(frozen=True, slots=True)
class Words:
    """A page's tokens and the names found in it, by offset; `people` as `names_of_people` gives it."""

    text: str
    tokens: list[Token]
    starts: list[int]
    names: dict[int, OrganizationMention]
    """In the order of the text."""
    people: frozenset[str]
    name_starts: list[int]

    def index_at(self, offset: int) -> int:
        """The index of the first token that begins at or behind `offset`."""
        return bisect_left(self.starts, offset)

    def names_in(self, start: int, end: int) -> list[OrganizationMention]:
        """The names that begin inside `text[start:end]`, in order."""
        first, last = bisect_left(self.name_starts, start), bisect_left(self.name_starts, end)
        return [self.names[offset] for offset in self.name_starts[first:last]]


def words_of_page(page: Page, people: frozenset[str]) -> Words:
    """The tokens and names of all blocks of a page; no name crosses a block."""
    index = index_of(page.text)
    names: dict[int, OrganizationMention] = {}
    for block in page.blocks:
        found = [
            _with_place(page.text, _without_person(m, people), people)
            for m in find_names(page.text, block.start, block.end)
        ]
        for mention in join_chains(page.text, found):
            if not _is_group_of_meeting(page.text, mention):
                names[mention.start] = mention
    return Words(page.text, index.tokens, index.starts, names, people, list(names))


def _is_group_of_meeting(text: str, mention: OrganizationMention) -> bool:
    """Whether `Komisi II` is one of those that a meeting split into, and no parliament's."""
    return _COMMISSION.fullmatch(mention.name) is not None and not _tells_of_council(text)


@lru_cache(maxsize=2)
def _tells_of_council(text: str) -> bool:
    words = "|".join(vocabulary()["commissions"]["councils"])
    return re.search(rf"\b(?:{words})\b", text) is not None


def names_of_people(people: tuple[Person, ...]) -> frozenset[str]:
    """Every run of words of people's names, in lower case: whole names and parts of them."""
    parts = set()
    for person in people:
        words = person.name.lower().split()[:_LONGEST_NAME]
        for start in range(len(words)):
            parts |= {" ".join(words[start:end]) for end in range(start + 1, len(words) + 1)}
    return frozenset(parts)


@lru_cache(maxsize=2)
def _territories(text: str) -> frozenset[str]:
    """The names that a text gives to territories: `Kabupaten Wanasari`."""
    return frozenset(found["place"] for found in _TERRITORY.finditer(text))


def _with_place(
    text: str, mention: OrganizationMention, people: frozenset[str]
) -> OrganizationMention:
    """A local body with the unknown place behind it: `Kepala BPBD Wanasari, Budi Santoso, ...`.

    What stands there at the end of a phrase is the body's place unless the page knows a person
    of this name; before a verb it is where the page names it as a place elsewhere.
    """
    if mention.kind != "local" or " " in mention.name:
        return mention
    place = _PLACE.match(text, mention.end) or _WORD.match(text, mention.end)
    if place is None or (place.re is _WORD and place["place"] not in _territories(text)):
        return mention
    if place["place"].lower() in people or is_stop(place["place"]):
        return mention
    if may_begin_name(place["place"]):
        return mention
    name = f"{mention.name} {place['place']}"
    return replace(mention, end=place.end(), name=name)


def _without_person(mention: OrganizationMention, people: frozenset[str]) -> OrganizationMention:
    """A mention without the person's name that follows it with nothing between."""
    words = mention.name.split(" ")
    for size in range(min(_LONGEST_NAME, len(words) - 1), 1, -1):
        rest, person = words[:-size], " ".join(words[-size:])
        if person.lower() not in people or person.lower() in place_names():
            continue
        if rest[-1].endswith("."):
            continue  # `RSUD dr. Soedarmo`: its patron
        left = rest[0] == mention.acronym if len(rest) == 1 else not is_head(" ".join(rest))
        if left:
            end = mention.end - len(person) - 1
            return replace(mention, end=end, name=" ".join(rest))
    return mention
