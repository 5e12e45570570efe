"""The first groups of appearances: those of one form that nothing tells apart. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations, islice

from archive.identity.affiliations import Affiliation, are_other_heads, heads, speaks
from archive.identity.decisions import Rule, singled_out, touched
from archive.identity.person_matching import Profile, is_split
from archive.identity.person_mentions import Appearance
from archive.identity.person_names import distinct, unmistakable

_MOST_COMPARED = 1000
"""Pairs of offices that are told of one name and looked at."""


def parted(known: Sequence[Appearance], ruled: Sequence[Rule]) -> Mapping[str, list[list[int]]]:
    """Form -> groups of appearances, by number.

    Appearances that people's decisions are about are not put together with others.
    """
    about, alone = touched(ruled), singled_out(ruled)
    by_form: defaultdict[str, list[int]] = defaultdict(list)
    for number, appearance in enumerate(known):
        by_form[appearance.form].append(number)
    return {
        form: _parts(known, numbers, apart=not about.isdisjoint(numbers), alone=alone)
        for form, numbers in by_form.items()
    }


def profile(appearances: Sequence[Appearance]) -> Profile:
    """What the appearances tell together."""
    return Profile(
        forms={one.form for one in appearances},
        sites={one.site for one in appearances},
        genders={gender for one in appearances for gender in one.genders},
        affiliations={told for one in appearances for told in one.affiliations},
        size=len(appearances),
        order=min(one.url for one in appearances),
    )


def _parts(
    known: Sequence[Appearance], numbers: list[int], *, apart: bool, alone: set[int]
) -> list[list[int]]:
    by_key = apart or _meet_on_a_page(known, numbers)
    parts: defaultdict[Hashable, list[int]] = defaultdict(list)
    words = known[numbers[0]].name.full
    tells = distinct(words)
    whole = (
        tells
        and (unmistakable(words) or len({known[one].site for one in numbers}) == 1)
        and not is_split([profile([known[one] for one in numbers])])
        and not _are_heads_elsewhere([known[one] for one in numbers])
    )
    for number in numbers:
        likeness = (
            () if whole else _likeness(known[number], tells=tells, anywhere=unmistakable(words))
        )
        key = known[number].key if by_key else None
        parts[likeness, key, number if number in alone else None].append(number)
    return list(parts.values())


def _are_heads_elsewhere(appearances: Sequence[Appearance]) -> bool:
    """Whether one site tells of the head of this and another one of the head of that."""
    told = defaultdict[Affiliation, set[str]](set)
    for one in appearances:
        for affiliation in filter(heads, one.affiliations):
            told[affiliation].add(one.site)
    return any(
        are_other_heads(first, second) and told[first].isdisjoint(told[second])
        for first, second in islice(combinations(told, 2), _MOST_COMPARED)
    )


def _meet_on_a_page(known: Sequence[Appearance], numbers: list[int]) -> bool:
    """Whether a page has two spellings of the form, which are two people then."""
    return len({known[number].url for number in numbers}) < len(numbers)


def _likeness(appearance: Appearance, *, tells: bool, anywhere: bool) -> Hashable:
    """What appearances of one form have in common that are certainly of one person."""
    if tells:
        territories = frozenset(one.territory for one in appearance.affiliations)
        site = None if anywhere else appearance.site
        return appearance.genders, territories, frozenset(map(heads, appearance.affiliations)), site
    if appearance.affiliations:
        everywhere = all(speaks(one, same_site=False) for one in appearance.affiliations)
        site = None if everywhere else appearance.site
        return appearance.genders, appearance.affiliations, site
    if len(appearance.name.full) > 1:
        return appearance.genders, appearance.site
    return appearance.key, appearance.url
