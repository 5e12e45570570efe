"""What deciding gives, whatever the kind: clusters of mentions, their reasons, and doubts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Why two mentions are of one person, organization or event."""

    first: int
    second: int
    """Ids of mentions: rows of participations, organization_roles or activities."""
    reason: str
    """In words, such as `'Rini S. Utomo' is a shorter form of 'Rini Sari Utomo'`."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """All mentions of one person, organization or event."""

    mentions: tuple[int, ...]
    """Ids, ascending; never empty."""
    name: str
    """The fullest form of the name; of an event, its title."""
    links: tuple[Link, ...] = ()
    """The links that hold the cluster together, one fewer than what they join."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two clusters that may be one, for a person to decide."""

    first: int
    second: int
    """Ids of a mention of each."""
    score: float
    """How likely they are one, 0 to 1; an order to look at them in, not a probability."""
    reason: str


@dataclass(frozen=True, slots=True)
class Clustering:
    """What was decided of all mentions of a kind; every mention is in one cluster."""

    clusters: tuple[Cluster, ...]
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class RenewedKind:
    """What renewing came to for people, organizations or events."""

    total: int = 0
    """How many there are now."""
    moved: int = 0
    """Mentions that belong to another one than before."""
    doubts: int = 0
    """Pairs for a person to decide."""
