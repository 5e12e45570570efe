"""Which participations are of one person. Pure: mentions and decisions in, clusters out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from archive.identity import outcome, person_forms
from archive.identity.clusters import Clustering
from archive.identity.decisions import Decision, rules
from archive.identity.groups import Group, Groups
from archive.identity.outcome import Doubtful
from archive.identity.person_forms import SAID
from archive.identity.person_index import PersonIndex
from archive.identity.person_matching import How, Profile, Verdict, compare
from archive.identity.person_mentions import Appearance, PersonMention, appearances
from archive.identity.person_names import PersonName, distinct
from archive.identity.person_parts import parted, profile

_MOST_ROUNDS = 4
"""Rounds of joining: each may tell more of a group, of which the next one makes use."""
_OUTWEIGHING = 3
"""How many times as often one must be named as others for these to be slips of the pen."""

Step = tuple[How, str, list[str]]
"""A way of being alike, a form, and the forms that it is alike to in that way."""


def decide(mentions: Iterable[PersonMention], decisions: Sequence[Decision] = ()) -> Clustering:
    """The people that the mentions are of; ids are of participations.

    Whom one page names as two are two, and whom people decided to be one or two are. Neither
    the order of the mentions nor the numbers of their pages matter.
    """
    return _Deciding(appearances(mentions), decisions).clustering()


class _Deciding:
    """Appearances being put together."""

    def __init__(self, known: Sequence[Appearance], decisions: Sequence[Decision]) -> None:
        self._known = known
        self._names = {one.form: one.name for one in known}
        self._written = {one.form: one.written for one in known}
        self._profiles: dict[int, Profile] = {}
        self._doubtful: dict[tuple[int, int], Doubtful] = {}
        self._changed: set[str] = set()
        ruled = rules((one for one in decisions if one.kind == "person"), outcome.named(known))
        groups: list[Group] = []
        self._of_form: dict[str, list[int]] = {}
        for form, parts in parted(known, ruled).items():
            self._of_form[form] = list(range(len(groups), len(groups) + len(parts)))
            for part in parts:
                self._profiles[len(groups)] = profile([known[one] for one in part])
                groups.append(Group(part, {known[one].url for one in part}))
        self._index = PersonIndex(self._of_form, self._profiles, self._names)
        self._groups = Groups(groups, apart_on_pages=True, on_join=self._add)
        self._groups.obey(ruled)

    def clustering(self) -> Clustering:
        """Join what is to be joined, the surest first, as long as that tells more."""
        steps = self._steps()
        for _ in range(_MOST_ROUNDS):
            self._changed = set()
            for how, form, others in steps:
                for number in self._in_order(self._index.every(form, self._groups)):
                    self._place(self._groups.find(number), form, others, how)
            steps = [step for step in steps if not self._changed.isdisjoint((step[1], *step[2]))]
            if not steps:
                break
        return Clustering(
            outcome.clusters(self._groups, self._known, _fullest, _spelling),
            outcome.doubts(self._groups, self._doubtful.values(), self._known),
        )

    def _add(self, kept: int, gone: int) -> None:
        self._profiles[kept].add(self._profiles.pop(gone))
        self._changed |= self._profiles[kept].forms

    def _steps(self) -> list[Step]:
        """What to compare, the surest way of being alike first."""
        alike: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        order = {how: place for place, how in enumerate(person_forms.ORDER)}
        for short, long, how in person_forms.likenesses(self._names):
            alike[order[how], short].append(long)
        rest = sorted(alike, key=lambda key: (key[0], -len(self._names[key[1]].words), key[1]))
        several = (form for form, numbers in self._of_form.items() if len(numbers) > 1)
        return [
            *(("equal", form, [form]) for form in sorted(several)),
            *((person_forms.ORDER[at], form, sorted(alike[at, form])) for at, form in rest),
        ]

    def _in_order(self, numbers: Iterable[int]) -> list[int]:
        """The groups, those of which most is told first."""
        return sorted(numbers, key=lambda number: self._profiles[number].telling_first)

    def _place(self, number: int, form: str, others: Sequence[str], how: How) -> None:
        """Join the group to the one that it is, or note whom it may be."""
        found = list(self._candidates(number, form, others, how))
        for answer in ("sure", "likely"):
            chosen = {one: verdict for one, verdict in found if verdict.answer == answer}
            if len(chosen) > 1:
                chosen = self._foremost(number, form, chosen)
            for other, verdict in chosen.items():
                several = len(chosen) > 1 and not (how == "equal" and answer == "sure")
                if several or (answer == "likely" and self._has_rival(number, other, form)):
                    reason = f"{verdict.reason}, but it may as well be another one"
                    self._note(number, other, Verdict("doubt", 0.55, reason))
                else:
                    self._join(number, other, verdict)
            if chosen:
                return
        for other, verdict in found:
            self._note(number, other, verdict)

    def _join(self, number: int, other: int, verdict: Verdict) -> None:
        """Join the two, unless their fullest names are not of one name."""
        if not self._groups.may_join(number, other):
            return
        if self._are_named_alike(self._groups.find(number), self._groups.find(other)):
            self._groups.join(number, other, verdict.reason)
        else:
            reason = f"{verdict.reason}, but other names of theirs differ"
            self._note(number, other, Verdict("doubt", 0.5, reason))

    def _are_named_alike(self, number: int, other: int) -> bool:
        first, second = (
            person_forms.fullest(self._names[form] for form in self._profiles[one].forms)
            for one in (number, other)
        )
        return any(person_forms.are_alike(*pair) for pair in product(first, second))

    def _has_rival(self, number: int, other: int, form: str) -> bool:
        """Whether another group of the form may be the other one as well, and is not this one."""
        numbers = self._index.of_form(form, self._profiles[other], self._groups)
        name = self._names[form]
        return any(
            self._may_be(rival, other, name)
            and not self._may_be(rival, number, name)
            and not self._outweighs(number, (rival,), name)
            for rival in numbers - {self._groups.find(number), self._groups.find(other)}
        )

    def _may_be(self, number: int, other: int, name: PersonName) -> bool:
        verdict = compare(self._profiles[number], self._profiles[other], (name, name), "equal")
        return verdict is not None and verdict.answer != "doubt"

    def _foremost(self, number: int, form: str, found: dict[int, Verdict]) -> dict[int, Verdict]:
        """The one of the same site where there is only one, or the one that outweighs all others."""
        sites = self._profiles[number].sites
        near = [one for one in found if not sites.isdisjoint(self._profiles[one].sites)]
        if len(near) == 1:
            return {near[0]: found[near[0]]}
        first, *others = sorted(found, key=lambda one: -self._profiles[one].size)
        return {first: found[first]} if self._outweighs(first, others, self._names[form]) else found

    def _outweighs(self, number: int, others: Sequence[int], name: PersonName) -> bool:
        """Whether hardly two people have the name, and what speaks for others is told but seldom."""
        size = sum(self._profiles[other].size for other in others)
        return distinct(name.full) and self._profiles[number].size >= _OUTWEIGHING * size

    def _note(self, number: int, other: int, verdict: Verdict) -> None:
        first, second = sorted(self._groups[one].members[0] for one in (number, other))
        known = self._doubtful.get((first, second))
        if known is None or known.score < verdict.score:
            self._doubtful[first, second] = Doubtful(first, second, verdict.score, verdict.reason)

    def _candidates(
        self, number: int, form: str, others: Sequence[str], how: How
    ) -> Iterator[tuple[int, Verdict]]:
        """The groups that it may be, with what speaks for it."""
        for other_form, other in self._alike(number, form, others, how):
            if other == number or self._groups.are_decided_apart(number, other):
                continue
            verdict = self._verdict(
                number, other, (self._names[form], self._names[other_form]), how
            )
            if verdict is not None:
                said = "the same name" if how == "equal" else SAID[how]
                said = said.format(self._written[form], self._written[other_form])
                yield other, verdict._replace(reason=f"{said}; {verdict.reason}")

    def _alike(
        self, number: int, form: str, others: Sequence[str], how: How
    ) -> list[tuple[str, int]]:
        """(form, group) of those that are worth comparing."""
        told = self._profiles[number]
        if how == "part":
            found = self._index.with_word(self._names[form].full[0], told, self._groups)
            return [
                (min(self._profiles[one].forms.intersection(others)), one)
                for one in self._in_order(found)
                if not self._profiles[one].forms.isdisjoint(others)
            ]
        return [
            (other, one)
            for other in others
            for one in self._in_order(self._index.of_form(other, told, self._groups))
        ]

    def _verdict(
        self, number: int, other: int, names: tuple[PersonName, PersonName], how: How
    ) -> Verdict | None:
        verdict = compare(self._profiles[number], self._profiles[other], names, how)
        if verdict is None or not self._groups.share_a_page(number, other):
            return verdict
        if verdict.answer == "doubt":
            return None
        return Verdict("doubt", 0.3, f"{verdict.reason}, but a page names both")


def _spelling(first: Appearance, second: Appearance) -> str:
    return f"'{first.written}' and '{second.written}' are one name, written in two ways"


def _fullest(appearances: Sequence[Appearance]) -> str:
    """The form that writes out most words; of several the most frequent one, the barest."""
    counted = Counter(one.written for one in appearances)
    names = {one.written: one.name for one in appearances}

    def fullness(written: str) -> tuple[int, int, bool, int, int, str]:
        name = names[written]
        return (
            len(name.full),
            len(name.words),
            not written.isupper(),
            counted[written],
            -len(written),
            written,
        )

    return max(counted, key=fullness)
