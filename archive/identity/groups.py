"""Groups of mentions that grow by joining, and never join what must stay apart. Pure."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable
from dataclasses import dataclass, field

from archive.identity.decisions import Rule


@dataclass(slots=True)
class Group:
    """What is known of mentions that are one."""

    members: list[int]
    pages: set[str] = field(default_factory=set)
    barred: set[int] = field(default_factory=set)
    """Sides of decisions: a group with the side `n` never joins one with the side `-n`."""


class Groups:
    """Groups by number; a number that was joined into another's group stands for that one."""

    def __init__(
        self,
        groups: Iterable[Group],
        *,
        apart_on_pages: bool,
        on_join: Callable[[int, int], None],
    ) -> None:
        """With `apart_on_pages` groups that share a page stay two unless a person decides.

        `on_join` is told of the number that a joined group goes by and of the one that is gone.
        """
        self._groups = dict(enumerate(groups))
        self._first = {one: at for at, group in self._groups.items() for one in group.members}
        self._parents = list(range(len(self._groups)))
        self._apart_on_pages = apart_on_pages
        self._on_join = on_join
        self._are_barred = False
        self.joints: list[tuple[int, int, str]] = []
        """Members that joined two groups, and why."""

    def find(self, number: int) -> int:
        """The number that the group of this one goes by now."""
        parents = self._parents
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    def __getitem__(self, number: int) -> Group:
        return self._groups[self.find(number)]

    def items(self) -> ItemsView[int, Group]:
        """The groups that there are, by number."""
        return self._groups.items()

    def home(self, member: int) -> int:
        """The number of the group that has the member."""
        return self.find(self._first[member])

    def are_decided_apart(self, first: int, second: int) -> bool:
        """Whether a person decided that the two are not one."""
        if not self._are_barred:
            return False
        one, other = self[first].barred, self[second].barred
        if len(other) < len(one):
            one, other = other, one
        return any(-side in other for side in one)

    def share_a_page(self, first: int, second: int) -> bool:
        """Whether one page names both, as two."""
        return self._apart_on_pages and not self[first].pages.isdisjoint(self[second].pages)

    def may_join(self, first: int, second: int) -> bool:
        """Whether nothing forbids that the two are one."""
        return not self.share_a_page(first, second) and not self.are_decided_apart(first, second)

    def join(self, first: int, second: int, reason: str) -> None:
        """Make the two one, noting a member of each and why."""
        one, other = self.find(first), self.find(second)
        if one == other:
            return
        self.joints.append((self._groups[one].members[0], self._groups[other].members[0], reason))
        if len(self._groups[one].members) < len(self._groups[other].members):
            one, other = other, one
        gone = self._groups.pop(other)
        kept = self._groups[one]
        kept.members += gone.members
        kept.pages |= gone.pages
        kept.barred |= gone.barred
        self._parents[other] = one
        self._on_join(one, other)

    def obey(self, rules: Iterable[Rule]) -> None:
        """Do what people decided, the newest first; what contradicts a newer one is passed over."""
        for rule in rules:
            first = {self.home(member) for member in rule.first}
            second = {self.home(member) for member in rule.second}
            if rule.decision.verdict == "same":
                self._obey_same(sorted(first | second), rule)
            elif first.isdisjoint(second):
                self._are_barred = True
                for number in first:
                    self[number].barred.add(rule.decision.id)
                for number in second:
                    self[number].barred.add(-rule.decision.id)

    def _obey_same(self, numbers: list[int], rule: Rule) -> None:
        first, *others = numbers
        for other in others:
            if not self.are_decided_apart(first, other):
                reason = f"{rule.decision.author} decided so: {rule.decision.reason}"
                self.join(first, other, reason)
