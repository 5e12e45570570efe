"""Two records of one page compared, kind by kind."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Literal

from archive.records import Record
from crawler.differences.facts import LISTED, SINGLE, Fact, facts_of
from crawler.differences.text import first_difference

Action = Literal["added", "removed", "changed"]

TEXT = "text"
EVIDENCE = "evidence"
KINDS = (TEXT, *SINGLE, *LISTED, EVIDENCE)
"""All kinds, in the order in which they are told.

`evidence` is of facts that are as they were and are proved by other words.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; `before` is None of what was added, `after` of what was removed."""

    kind: str
    before: str | None
    after: str | None

    @property
    def action(self) -> Action:
        """What happened to the fact."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


def compare(before: Record, after: Record) -> tuple[Change, ...]:
    """What differs, in the order of KINDS; nothing where the records hold the same.

    A fact is the same one where its name, date or label is, else where the same words prove it.
    Where the text changed, evidence is compared by its words, for every offset moves.
    """
    same_text = before.article.text == after.article.text
    changes = [] if same_text else [Change(TEXT, *first_difference(before, after))]
    former, present = _by_kind(before), _by_kind(after)
    moved: list[Change] = []
    for kind in (*SINGLE, *LISTED):
        for old, new in _paired(former[kind], present[kind]):
            if old is None or new is None or old.value != new.value:
                words = (None if fact is None else fact.words for fact in (old, new))
                changes.append(Change(kind, *words))
            elif _proof(old, same_text=same_text) != _proof(new, same_text=same_text):
                moved.append(Change(EVIDENCE, _proved(old), _proved(new)))
    return (*changes, *moved)


def _by_kind(record: Record) -> dict[str, list[Fact]]:
    kinds: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts_of(record):
        kinds[fact.kind].append(fact)
    return kinds


def _proof(fact: Fact, *, same_text: bool) -> Hashable:
    return fact.evidence if same_text else fact.quotes


def _proved(fact: Fact) -> str:
    spans = ", ".join(f"{span.start}-{span.end}" for span in fact.evidence)
    return f"{fact.words}: '{' ... '.join(fact.quotes)}' at {spans}"


_SAMENESS: tuple[Callable[[Fact], Hashable], ...] = (
    lambda fact: (fact.value, fact.evidence),
    lambda fact: (fact.value, fact.quotes),
    lambda fact: fact.value,
    lambda fact: fact.key,
    lambda fact: fact.quotes or object(),
)
"""By what two facts are one, the surest first."""


def _paired(old: list[Fact], new: list[Fact]) -> Iterator[tuple[Fact | None, Fact | None]]:
    """Each fact of either side once, beside its like of the other side where there is one."""
    partner: dict[int, int] = {}
    free = dict.fromkeys(range(len(old)))
    for sameness in _SAMENESS:
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for index in free:
            waiting[sameness(old[index])].append(index)
        for index, fact in enumerate(new):
            like = waiting.get(sameness(fact))
            if index not in partner and like:
                partner[index] = like.popleft()
                del free[partner[index]]
    for index, fact in enumerate(new):
        yield (old[partner[index]] if index in partner else None), fact
    for index in free:
        yield old[index], None
