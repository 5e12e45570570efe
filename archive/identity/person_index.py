"""Which groups of a name are worth comparing with one: not all, where many bear the name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from archive.identity.groups import Groups
from archive.identity.person_matching import Profile
from archive.identity.person_names import PersonName

_FEW = 8
"""Groups of a form that are all compared."""
_NEAR = 3
"""Groups of the same site that are compared where there are more."""


class PersonIndex:
    """The groups of each form, by what is told of them."""

    def __init__(
        self,
        of_form: Mapping[str, list[int]],
        profiles: Mapping[int, Profile],
        names: Mapping[str, PersonName],
    ) -> None:
        """`of_form` gives the first groups of each form by number; they may be joined since."""
        self._of_form = of_form
        self._told: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self._near: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for form, numbers in of_form.items():
            words = names[form].full if len(names[form].words) > 1 else ()
            for number in sorted(numbers, key=lambda one: profiles[one].telling_first):
                for told in _told_of(profiles[number]):
                    for name in (form, *words):
                        self._told[name, told].append(number)
                for site in profiles[number].sites:
                    self._near[form, site].append(number)

    def every(self, form: str, groups: Groups) -> set[int]:
        """All groups that have the form."""
        return {groups.find(number) for number in self._of_form[form]}

    def of_form(self, form: str, profile: Profile, groups: Groups) -> set[int]:
        """The groups that have the form and may be the one of the profile."""
        numbers = self._of_form[form]
        if len(numbers) <= _FEW:
            return {groups.find(number) for number in numbers}
        found = {groups.find(one) for told in _told_of(profile) for one in self._told[form, told]}
        for site in sorted(profile.sites):
            found.update(groups.find(one) for one in self._near[form, site][:_NEAR])
        return found

    def with_word(self, word: str, profile: Profile, groups: Groups) -> set[int]:
        """The groups of longer names with the word of whom something alike is told."""
        return {groups.find(one) for told in _told_of(profile) for one in self._told[word, told]}


def _told_of(profile: Profile) -> Iterator[str]:
    for told in profile.affiliations:
        yield from told.words
        if told.body is not None:
            yield f"@{told.body.core}"
