"""Whether two groups of appearances are of one person, by their names and what else is told. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Literal, NamedTuple

from archive.identity import affiliations
from archive.identity.affiliations import Affiliation
from archive.identity.person_forms import Likeness, shared
from archive.identity.person_names import Gender, PersonName, distinct, is_rare, unmistakable

How = Literal["equal"] | Likeness

_SCORES: dict[How, float] = {
    "initials": 0.45,
    "longer": 0.4,
    "initialled": 0.4,
    "typo": 0.4,
    "spelling": 0.45,
    "part": 0.35,
}
"""Of names on one site that are alike in that way alone."""

_MOST_COMPARED = 40
"""Offices of a group that are compared with those of another one."""


class Verdict(NamedTuple):
    """`sure`: more than the name speaks for it. `likely`: nothing speaks against it, and one
    alone may be meant. `doubt`: a person should look.
    """

    answer: Literal["sure", "likely", "doubt"]
    score: float
    reason: str


@dataclass(slots=True)
class Profile:
    """What is known of a group."""

    forms: set[str]
    sites: set[str]
    genders: set[Gender]
    affiliations: set[Affiliation]
    size: int
    order: str
    """The least address of its pages: a place in an order that does not hang on arrival."""

    @property
    def telling_first(self) -> tuple[bool, int, str]:
        """A place in an order in which those of whom most is told come first."""
        return not self.affiliations, -self.size, self.order

    def add(self, other: Profile) -> None:
        """Take over what is known of a group that was joined to this one."""
        self.forms |= other.forms
        self.sites |= other.sites
        self.genders |= other.genders
        self.affiliations |= other.affiliations
        self.size += other.size
        self.order = min(self.order, other.order)


def compare(
    first: Profile, second: Profile, names: tuple[PersonName, PersonName], how: How
) -> Verdict | None:
    """What speaks for one person where two names are alike in that way; None where too little."""
    same_site = not first.sites.isdisjoint(second.sites)
    why = _alike(first.affiliations, second.affiliations, same_site=same_site)
    if why is not None:
        if how == "later" and not _hold_one_post(first, second):
            return Verdict("doubt", 0.5, f"{why}, but the first name is another word")
        return _with_office(first, second, names, how, why, same_site=same_site)
    if _contradict(first, second):
        return (
            Verdict("doubt", 0.3, "told of differently") if how in {"equal", "initials"} else None
        )
    both_tell = bool(first.affiliations and second.affiliations)
    if how == "equal" and not same_site and are_other_heads(first, second):
        return Verdict("doubt", 0.5, "the heads of two bodies on two sites")
    return _by_name_alone(names, how, same_site=same_site, both_tell=both_tell)


def is_split(groups: Iterable[Profile]) -> bool:
    """Whether what is told of one name speaks for several people."""
    genders: set[Gender] = set()
    territories = set()
    for group in groups:
        genders |= group.genders
        territories |= {one.territory for one in group.affiliations if one.territory}
    return len(genders) > 1 or any(a.excludes(b) for a, b in product(territories, repeat=2))


def are_other_heads(first: Profile, second: Profile) -> bool:
    """Whether what is told of one is the head of this and of the other the head of that."""
    pairs = product(_some(first.affiliations), _some(second.affiliations))
    return any(affiliations.are_other_heads(*pair) for pair in pairs)


def _hold_one_post(first: Profile, second: Profile) -> bool:
    pairs = product(_some(first.affiliations), _some(second.affiliations))
    return any(affiliations.is_same_post(*pair) for pair in pairs)


def _alike(first: set[Affiliation], second: set[Affiliation], *, same_site: bool) -> str | None:
    if not first or not second:
        return None
    pairs = product(_some(first), _some(second))
    return max(
        (why for pair in pairs if (why := affiliations.alike(*pair, same_site=same_site))),
        default=None,
    )


def _some(told: set[Affiliation]) -> Iterable[Affiliation]:
    if len(told) <= _MOST_COMPARED:
        return told
    return sorted(told, key=lambda one: (sorted(one.words), sorted(one.offices)))[:_MOST_COMPARED]


def _contradict(first: Profile, second: Profile) -> bool:
    if first.genders and second.genders and first.genders.isdisjoint(second.genders):
        return True
    pairs = product(_some(first.affiliations), _some(second.affiliations))
    return any(affiliations.apart(*pair) for pair in pairs)


def _with_office(
    first: Profile,
    second: Profile,
    names: tuple[PersonName, PersonName],
    how: How,
    why: str,
    *,
    same_site: bool,
) -> Verdict:
    if first.genders and second.genders and first.genders.isdisjoint(second.genders):
        return Verdict("doubt", 0.7, f"{why}, but one is a man and one a woman")
    alone = how in {"part", "initialled"} or (len(names[0].words) == 1 and how != "spaces")
    enough = why == "the same office" or any(map(is_rare, shared(*names)))
    may_be_others = alone and not enough and not (how == "equal" and same_site)
    if may_be_others and not _hold_one_post(first, second):
        return Verdict("doubt", 0.6, f"{why}, but many have that name")
    return Verdict("sure", 1.0, why)


def _by_name_alone(
    names: tuple[PersonName, PersonName], how: How, *, same_site: bool, both_tell: bool
) -> Verdict | None:
    tells = distinct(shared(*names))
    where = "on the same site" if same_site else "on another site"
    if how == "equal":
        return _same_name(names[0], tells=tells, same_site=same_site, both_tell=both_tell)
    if how == "spaces" and min(len(name.words) for name in names) == 1:
        return Verdict("doubt", 0.55, where) if same_site else None
    if how == "spaces" or (how in {"initials", "longer"} and tells):
        # Another word of the name is more than an initial: then nothing else may differ.
        enough = same_site and not both_tell if how == "longer" else same_site or not both_tell
        if enough:
            return Verdict("likely", 0.8, where)
        return Verdict("doubt", 0.6, "of other offices" if both_tell else where)
    if how == "typo" and distinct(names[0].full):
        return Verdict("doubt", 0.65 if same_site else 0.5, where)
    return Verdict("doubt", _SCORES[how], where) if same_site and how in _SCORES else None


def _same_name(
    name: PersonName, *, tells: bool, same_site: bool, both_tell: bool
) -> Verdict | None:
    if tells and (same_site or not both_tell or unmistakable(name.full)):
        return Verdict("likely", 0.9, "a name that hardly two people share")
    if tells:
        return Verdict("doubt", 0.55, "of other offices on another site")
    if len(name.full) < 2:  # noqa: PLR2004 - a name of one word
        return Verdict("doubt", 0.4, "on the same site") if same_site else None
    if both_tell:
        return Verdict("doubt", 0.4, "a name that many have, of other offices")
    if same_site:
        return Verdict("likely", 0.7, "on the same site")
    return Verdict("doubt", 0.45, "a name that many have, on another site")
