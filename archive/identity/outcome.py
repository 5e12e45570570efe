"""From groups of appearances to clusters and doubts, whatever the kind. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from archive.identity.clusters import Cluster, Doubt, Link
from archive.identity.groups import Groups

_MOST_DOUBTS = 3
"""Doubts about a group, the likeliest ones."""


class Appearance(Protocol):
    """All that one page says of one name."""

    @property
    def key(self) -> str:
        """The name by which decisions call it."""

    @property
    def form(self) -> str:
        """What all spellings of the name have in common."""

    @property
    def page_id(self) -> int:
        """The page."""

    @property
    def mentions(self) -> tuple[int, ...]:
        """Ids of the facts."""


_Appearance = TypeVar("_Appearance", bound=Appearance)


class Doubtful(NamedTuple):
    """Two members of groups that may be one."""

    first: int
    second: int
    score: float
    reason: str


def named(known: Sequence[Appearance]) -> Mapping[str | None, Mapping[int, int]]:
    """Key -> page -> number of the appearance."""
    found: defaultdict[str | None, dict[int, int]] = defaultdict(dict)
    for number, appearance in enumerate(known):
        found[appearance.key][appearance.page_id] = number
    return found


def clusters(
    groups: Groups,
    known: Sequence[_Appearance],
    fullest: Callable[[Sequence[_Appearance]], str],
    spelling: Callable[[_Appearance, _Appearance], str],
) -> tuple[Cluster, ...]:
    """The groups as clusters of mentions.

    `fullest` gives the name of appearances, `spelling` tells why two names have one form.
    """
    links: defaultdict[int, list[Link]] = defaultdict(list)
    for first, second, reason in groups.joints:
        one, other = (known[member].mentions[0] for member in (first, second))
        links[groups.home(first)].append(Link(one, other, reason))
    return tuple(
        _cluster([known[at] for at in group.members], links.get(number, []), fullest, spelling)
        for number, group in groups.items()
    )


def _cluster(
    members: Sequence[_Appearance],
    links: Sequence[Link],
    fullest: Callable[[Sequence[_Appearance]], str],
    spelling: Callable[[_Appearance, _Appearance], str],
) -> Cluster:
    firsts: dict[str, _Appearance] = {}
    spelled: dict[tuple[str, str], Link] = {}
    for one in members:
        first = firsts.setdefault(one.form, one)
        if one.key != first.key and (one.form, one.key) not in spelled:
            link = Link(first.mentions[0], one.mentions[0], spelling(first, one))
            spelled[one.form, one.key] = link
    return Cluster(
        tuple(sorted(mention for one in members for mention in one.mentions)),
        fullest(members),
        (*spelled.values(), *links),
    )


def doubts(
    groups: Groups, found: Iterable[Doubtful], known: Sequence[Appearance]
) -> tuple[Doubt, ...]:
    """The likeliest doubts of each group, each pair once; of decided pairs there are none."""
    told: Counter[int] = Counter()
    seen: set[tuple[int, int]] = set()
    remaining = []
    for doubtful in sorted(found, key=lambda one: (-one.score, *one[:2], one.reason)):
        one, other = sorted((groups.home(doubtful.first), groups.home(doubtful.second)))
        if one == other or (one, other) in seen or groups.are_decided_apart(one, other):
            continue
        seen.add((one, other))
        if min(told[one], told[other]) < _MOST_DOUBTS:
            told.update((one, other))
            first, second = (known[one].mentions[0] for one in doubtful[:2])
            remaining.append(Doubt(first, second, doubtful.score, doubtful.reason))
    return tuple(remaining)
