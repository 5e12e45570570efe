"""What deciding about people looks at of each mention. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from archive.identity import affiliations
from archive.identity.affiliations import Affiliation
from archive.identity.gathering import gathered, plainest
from archive.identity.person_names import Gender, PersonName, gender_of, parse


class PersonMention(NamedTuple):
    """A person as one page tells of them."""

    id: int
    """Of the participation."""
    page_id: int
    url: str
    """The page's address, which tells pages apart whenever they were stored."""
    site: str
    name: str
    honorific: str | None = None
    position: str | None = None
    organization: str | None = None


class Appearance(NamedTuple):
    """All that one page says of one name: one person, whatever more is decided."""

    key: str
    form: str
    """What all spellings of the name have in common."""
    page_id: int
    url: str
    site: str
    written: str
    name: PersonName
    genders: frozenset[Gender]
    affiliations: frozenset[Affiliation]
    """Those that tell something of who it is."""
    mentions: tuple[int, ...]


def appearances(mentions: Iterable[PersonMention]) -> list[Appearance]:
    """The mentions by page and name, in an order that only their contents make."""
    ordered = gathered(mentions)
    return [_appearance(key, of) for key, of in ordered]


def _appearance(key: str, mentions: list[PersonMention]) -> Appearance:
    first = plainest(mentions)
    name = parse(first.name)
    genders, offices = set[Gender](), set[Affiliation]()
    for mention in mentions:
        gender = gender_of(mention.honorific) or name.gender
        office = affiliations.read(mention.position, mention.organization)
        if gender is not None:
            genders.add(gender)
        if affiliations.speaks(office, same_site=True):
            offices.add(office)
    return Appearance(
        key=key,
        form=name.form or key,
        page_id=first.page_id,
        url=first.url,
        site=first.site,
        written=first.name,
        name=name,
        genders=frozenset(genders),
        affiliations=frozenset(offices),
        mentions=tuple(sorted(mention.id for mention in mentions)),
    )
