"""The differences of many pages counted, with a few examples of each kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from crawler.differences.comparing import KINDS, Action, Change

EXAMPLES = 3
"""Of each kind and action, the first ones."""
ACTIONS: tuple[Action, ...] = ("added", "removed", "changed")
_LONGEST = 300
"""Characters of an example's words."""


@dataclass(frozen=True, slots=True)
class Example:
    """One difference of one page."""

    url: str
    before: str | None
    after: str | None


@dataclass(slots=True)
class Tally:
    """How many facts of each kind were added, removed and changed; bounded, whatever is added."""

    pages: Counter[str] = field(default_factory=Counter)
    """Pages on which a kind differs: kind -> number."""
    facts: Counter[tuple[str, Action]] = field(default_factory=Counter)
    examples: dict[tuple[str, Action], list[Example]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, url: str, changes: Iterable[Change]) -> None:
        """Counts the differences of a page."""
        kinds = set()
        for change in changes:
            kinds.add(change.kind)
            what = (change.kind, change.action)
            self.facts[what] += 1
            if len(self.examples[what]) < EXAMPLES:
                example = Example(url, _clipped(change.before), _clipped(change.after))
                self.examples[what].append(example)
        self.pages.update(kinds)

    @property
    def kinds(self) -> list[str]:
        """The kinds that differ, in the order in which they are told."""
        return [kind for kind in KINDS if self.pages[kind]]


def _clipped(words: str | None) -> str | None:
    return words if words is None or len(words) <= _LONGEST else f"{words[:_LONGEST]}..."
