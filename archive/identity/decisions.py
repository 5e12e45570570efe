"""What people decided of who is who, and what follows from it for mentions. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["person", "organization", "event"]
Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom a decision is about: a name, or what one page calls so.

    A name alone is all that bear it but those that a decision about their page sets apart.
    An event has no key, only the page that reports it.
    """

    key: str | None
    page_id: int | None


@dataclass(frozen=True, slots=True)
class Decision:
    """That two are one, or two."""

    id: int
    kind: Kind
    verdict: Verdict
    first: Reference
    second: Reference
    author: str
    decided_at: str
    """UTC, ISO 8601 with Z."""
    reason: str

    @property
    def pair(self) -> frozenset[Reference]:
        """What it is about, whichever was named first."""
        return frozenset((self.first, self.second))


Named = Mapping[str | None, Mapping[int, int]]
"""What each key's pages are to the one who decides: key -> page -> number of a mention."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A decision with the mentions that it is about now."""

    decision: Decision
    first: tuple[int, ...]
    second: tuple[int, ...]


def rules(decisions: Iterable[Decision], named: Named) -> list[Rule]:
    """The decisions that count, newest first, with the mentions they are about.

    Of several about the same two the last counts; one about names that no page has any more
    waits until one has.
    """
    last = {decision.pair: decision for decision in sorted(decisions, key=lambda one: one.id)}
    counting = sorted(last.values(), key=lambda one: -one.id)
    apart = _set_apart(counting)
    found = (
        Rule(one, _meant(one.first, named, apart), _meant(one.second, named, apart))
        for one in counting
    )
    return [rule for rule in found if rule.first and rule.second]


def _set_apart(decisions: Sequence[Decision]) -> Mapping[str | None, set[int]]:
    """Pages whose bearer of a name is not the one that the name alone stands for.

    That all who bear a name are one makes up for what was decided before.
    """
    apart: dict[str | None, set[int]] = defaultdict(set)
    made_up = {
        one.first.key: one.id for one in decisions if one.verdict == "same" and len(one.pair) == 1
    }
    for decision in decisions:
        if decision.id < made_up.get(decision.first.key, 0):
            continue
        if decision.verdict == "different" and decision.first.key == decision.second.key:
            pages = [decision.first.page_id, decision.second.page_id]
            if None in pages:
                apart[decision.first.key].update(page for page in pages if page is not None)
    return apart


def _meant(
    reference: Reference, named: Named, apart: Mapping[str | None, set[int]]
) -> tuple[int, ...]:
    pages = named.get(reference.key, {})
    if reference.page_id is not None:
        return (pages[reference.page_id],) if reference.page_id in pages else ()
    others = apart.get(reference.key, set())
    return tuple(sorted(number for page, number in pages.items() if page not in others))


def touched(ruled: Iterable[Rule]) -> set[int]:
    """All mentions that the rules are about."""
    return {member for rule in ruled for member in (*rule.first, *rule.second)}


def singled_out(ruled: Iterable[Rule]) -> set[int]:
    """Mentions that a rule is about for the page they are on, not for their name alone."""
    return {
        member
        for rule in ruled
        for reference, members in (
            (rule.decision.first, rule.first),
            (rule.decision.second, rule.second),
        )
        if reference.page_id is not None
        for member in members
    }
