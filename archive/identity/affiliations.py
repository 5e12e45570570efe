"""Whether an office and a body speak for one person: what a position and an organization tell. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from archive.identity import organization_names
from archive.identity.organization_names import OrganizationName
from archive.identity.territories import Territory
from archive.identity.vocabulary import load

_WORD = re.compile(r"\w+")
_LIKENESS = 0.6
"""Share of the shorter one's telling words that two offices must have in common."""


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
    territory: Territory | None
    task: frozenset[str]
    """What of the words the position tells."""


@lru_cache(maxsize=200_000)
def read(position: str | None, organization: str | None) -> Affiliation:
    """The affiliation that a position and an organization give, as a page words them."""
    text = " ".join(part for part in (position, organization) if part)
    found = [word for word in _WORD.findall(text.casefold()) if not word.isdigit()]
    named = organization or _body_in(position or "")
    body = organization_names.parse(named) if named else None
    told = organization_names.parse(text) if text else None
    return Affiliation(
        offices=_offices_in(found),
        words=frozenset(word for word in found if word not in _offices() | _parts()),
        body=body,
        territory=(body and body.territory) or (told and told.territory) or None,
        task=frozenset(_WORD.findall((position or "").casefold())) - _offices() - _parts(),
    )


@lru_cache(maxsize=500_000)
def alike(first: Affiliation, second: Affiliation, *, same_site: bool) -> str | None:
    """Why the two are of one person rather than of two, in words; None where nothing says so.

    A body that every town has is the same only with its territory, or where one site speaks
    of it.
    """
    if apart(first, second):
        return None
    if first.body is not None and second.body is not None:
        is_one = first.body.form == second.body.form and (
            not first.body.is_local or first.body.territory is not None
        )
        if is_one or (same_site and first.body.core == second.body.core):
            return "the same organization"
    one, other = (_telling(side, same_site=same_site) for side in (first, second))
    shared = one & other
    if len(shared) > 1 and len(shared) / min(len(one), len(other)) >= _LIKENESS:
        return "the same office"
    if shared and one == other and first.offices & second.offices & _single():
        return "the same office"
    return None


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
