"""How well a clustering agrees with who is who, over pairs of mentions."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from archive.identity.clusters import Clustering
from archive.identity.organization_mentions import OrganizationMention


@dataclass(frozen=True)
class Agreement:
    precision: float
    """Of the pairs that were put together, how many are of one."""
    recall: float
    """Of the pairs that are of one, how many were put together."""
    wrong: tuple[tuple[int, int], ...]
    missed: tuple[tuple[int, int], ...]


def rows(name: str) -> list[list[str]]:
    """The rows of a gold file beside this one."""
    loaded: list[list[Any]] = tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))[
        "rows"
    ]
    return loaded


def organization_mentions(name: str) -> tuple[list[OrganizationMention], dict[int, str]]:
    """The mentions of a gold file, whose rows are (who, page, name, acronym, place), and who is who."""
    found = rows(name)
    pages = sorted({row[1] for row in found})
    mentions = [
        OrganizationMention(
            number,
            page_of(page, pages),
            f"https://{page}",
            page.partition("/")[0],
            name,
            acronym or None,
            place=place or None,
        )
        for number, (_, page, name, acronym, place) in enumerate(found, start=1)
    ]
    return mentions, {number: row[0] for number, row in enumerate(found, start=1)}


def agreement(clustering: Clustering, who: Mapping[int, str]) -> Agreement:
    home = {
        mention: number
        for number, cluster in enumerate(clustering.clusters)
        for mention in cluster.mentions
    }
    assert home.keys() == who.keys()
    pairs = list(combinations(sorted(who), 2))
    together = {pair for pair in pairs if home[pair[0]] == home[pair[1]]}
    one = {pair for pair in pairs if who[pair[0]] == who[pair[1]]}
    right = together & one
    return Agreement(
        len(right) / len(together),
        len(right) / len(one),
        tuple(sorted(together - one)),
        tuple(sorted(one - together)),
    )


def partition(clustering: Clustering) -> set[frozenset[int]]:
    return {frozenset(cluster.mentions) for cluster in clustering.clusters}


def page_of(url: str, pages: Sequence[str]) -> int:
    """A number for the page; where it stands does not matter."""
    return pages.index(url) + 1
