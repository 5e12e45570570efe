"""Whether an office and a body speak for one person: what a position and an organization tell. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from archive.identity import organization_names
from archive.identity.organization_names import OrganizationName
from archive.identity.territories import Territory
from archive.identity.vocabulary import load

_WORD = re.compile(r"\w+")
_LIKENESS = 0.6
"""Share of the shorter one's telling words that two offices must have in common."""
_SHORTEST, _MOST_WORDS = 3, 10
"""Words that are cut short to their initials."""


@dataclass(frozen=True, slots=True, eq=False)
class Affiliation:
    """What a page says a person was and for whom; `read` gives one for the same words.

    Compared by identity, for what is compared by `alike` is put into very many sets.
    """

    offices: frozenset[str]
    """Kinds of office: `kepala`, `manajer`."""
    words: frozenset[str]
    """What tells this office and body from others."""
    body: OrganizationName | None
    part: OrganizationName | None
    """A part of the body, which the position alone tells."""
    territory: Territory | None
    task: frozenset[str]
    """What of the words the position tells."""
    initials: frozenset[str]
    """What three words or more that follow one another may be cut short to."""


@lru_cache(maxsize=200_000)
def read(position: str | None, organization: str | None) -> Affiliation:
    """The affiliation that a position and an organization give, as a page words them."""
    text = " ".join(part for part in (position, organization) if part)
    found = [word for word in _WORD.findall(text.casefold()) if not word.isdigit()]
    named = organization or _body_in(position or "")
    part = _part_in(position or "", organization)
    body = organization_names.parse(named) if named else None
    told = organization_names.parse(text) if text else None
    return Affiliation(
        offices=_offices_in(found),
        words=frozenset(word for word in found if word not in _offices() | _parts()),
        body=body,
        part=organization_names.parse(part) if part else None,
        territory=(body and body.territory) or (told and told.territory) or None,
        task=frozenset(_WORD.findall((position or "").casefold())) - _offices() - _parts(),
        initials=frozenset(_initials([word for word in found if word not in _small()])),
    )


def _initials(words: list[str]) -> Iterator[str]:
    for start in range(len(words) - _SHORTEST + 1):
        for end in range(start + _SHORTEST, min(len(words), start + _MOST_WORDS) + 1):
            yield organization_names.initials(tuple(words[start:end]))


@lru_cache(maxsize=500_000)
def alike(first: Affiliation, second: Affiliation, *, same_site: bool) -> str | None:
    """Why the two are of one person rather than of two, in words; None where nothing says so.

    A body that every town has is the same only with its territory, or where one site speaks
    of it.
    """
    if apart(first, second) or _learns(first) != _learns(second):
        return None
    if first.body is not None and second.body is not None:
        bodies = product(*(filter(None, (one.body, one.part)) for one in (first, second)))
        if any(_are_one_body(*pair, same_site=same_site) for pair in bodies):
            return "the same organization"
        cut_short = (first.words & second.initials) | (second.words & first.initials)
        if cut_short and first.offices & second.offices & _single():
            return "the same office"
    one, other = (_telling(side, same_site=same_site) for side in (first, second))
    shared = one & other
    if len(shared) > 1 and len(shared) / min(len(one), len(other)) >= _LIKENESS:
        return "the same office"
    if shared and one == other and first.offices & second.offices & _single():
        return "the same office"
    return None


def _are_one_body(first: OrganizationName, second: OrganizationName, *, same_site: bool) -> bool:
    """Whether the names are of one, which may have been renamed since.

    On one site a part of an institution is it with and without the institution's name.
    """
    one, other = (organization_names.lasting(body.core) for body in (first, second))
    if one == other and first.territory == second.territory:
        return same_site or not first.is_local or first.territory is not None
    if not same_site:
        return False
    short, long = sorted((first, second), key=lambda body: len(body.words))
    return one == other or (short.is_part and long.words[: len(short.words)] == short.words)


def _learns(one: Affiliation) -> bool:
    """Whether it is that of a student: of a school one is that or works there."""
    return bool(one.offices) and one.offices <= _learners()


@lru_cache(maxsize=200_000)
def is_same_post(first: Affiliation, second: Affiliation) -> bool:
    """Whether both are of one office in one body, which two people hardly hold.

    `Kepala Dinas` and `Kepala`, but not `Kepala Bidang Kebersihan` and `Kepala Bidang Taman`.
    """
    if first.body is None or second.body is None or apart(first, second):
        return False
    if first.body.form != second.body.form:
        return False
    if not (first.task <= second.task or second.task <= first.task):
        return False
    if (first.offices & _beside()) != (second.offices & _beside()):
        return False
    return bool(first.offices & second.offices & _single())


@lru_cache(maxsize=200_000)
def are_other_heads(first: Affiliation, second: Affiliation) -> bool:
    """Whether they are heads of two territories or institutions: nobody is that of both at a time."""
    one, other = first.offices & _heads(), second.offices & _heads()
    return bool(one and other and one.isdisjoint(other))


def heads(affiliation: Affiliation) -> frozenset[str]:
    """Of which kinds of territories or institutions it is the head."""
    return affiliation.offices & _heads()


def speaks(affiliation: Affiliation, *, same_site: bool) -> bool:
    """Whether two people of one name who both have it are one."""
    return alike(affiliation, affiliation, same_site=same_site) is not None


def apart(first: Affiliation, second: Affiliation) -> bool:
    """Whether the offices are of two towns or two provinces."""
    return bool(first.territory and second.territory and first.territory.excludes(second.territory))


def _telling(affiliation: Affiliation, *, same_site: bool) -> frozenset[str]:
    """The words that tell an office; on another site not those of a body that every town has."""
    body = affiliation.body
    if same_site or body is None or not body.is_local or affiliation.territory is not None:
        return affiliation.words
    return affiliation.words.difference(body.words)


def _part_in(position: str, organization: str | None) -> str | None:
    """The part of the body that the position alone tells: `Dekan FISIP` of a university."""
    if organization is None:
        return None
    words = position.split()
    behind = [at for at, word in enumerate(words) if word.casefold() in _bodies_parts()]
    return f"{' '.join(words[behind[0] :])} {organization}" if behind else None


def _body_in(position: str) -> str | None:
    """The body behind an office: of `Staf Bappeda Kota Bogor` what follows `Staf`."""
    for found in _WORD.finditer(position):
        if found.group().casefold() in _bodies():
            return position[found.start() :]
    return None


def _offices_in(words: list[str]) -> frozenset[str]:
    """The kinds of office; `Kabid` is a `Kepala` too."""
    offices = frozenset(words) & _offices()
    return offices if offices.isdisjoint(load("positions")["cut"]) else offices | {"kepala"}


@cache
def _bodies_parts() -> frozenset[str]:
    """Words by which the name of a part of a university begins."""
    return frozenset([*organization_names.faculties(), "fakultas"])


@cache
def _learners() -> frozenset[str]:
    return frozenset(load("positions")["learners"])


@cache
def _small() -> frozenset[str]:
    return frozenset(load("organization_names")["words"]["dropped"])


@cache
def _beside() -> frozenset[str]:
    return frozenset(load("positions")["beside"])


@cache
def _bodies() -> frozenset[str]:
    acronyms = organization_names.acronyms()
    return frozenset(load("positions")["bodies"]) | acronyms


@cache
def _offices() -> frozenset[str]:
    return frozenset(load("positions")["offices"])


@cache
def _parts() -> frozenset[str]:
    return frozenset(load("positions")["parts"])


@cache
def _single() -> frozenset[str]:
    return frozenset(load("positions")["single"])


@cache
def _heads() -> frozenset[str]:
    return frozenset(load("positions")["heads"])
