"""How one form of a personal name may be another of the same name. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import Literal

from rapidfuzz.distance import OSA

from archive.identity.person_names import PersonName, is_full, loose, tells

Likeness = Literal[
    "initials", "spaces", "longer", "initialled", "typo", "spelling", "later", "part"
]
"""initials: only initials or abbreviations are more. spaces: the same letters. longer: words are
more. initialled: one word and initials that fit. typo: one letter. spelling: letters that are
often exchanged. later: the first name is left out. part: one word alone."""

ORDER: tuple[Likeness, ...] = (
    "initials",
    "spaces",
    "longer",
    "initialled",
    "typo",
    "spelling",
    "later",
    "part",
)
"""The surest first."""

SAID: Mapping[Likeness, str] = {
    "initials": "'{0}' is '{1}' but for initials",
    "spaces": "'{0}' is '{1}' but for blanks",
    "longer": "'{0}' is a shorter form of '{1}'",
    "initialled": "'{0}' fits '{1}' by its initials",
    "typo": "'{0}' is '{1}' but for one letter",
    "spelling": "'{0}' is another spelling of '{1}'",
    "later": "'{0}' is '{1}' without the first name",
    "part": "'{0}' is a part of '{1}'",
}

_LONG_NAME, _LONG_WORD = 9, 5
"""Letters from which on one letter more, less or other is likelier a slip than another name."""
_MOST_WORDS = 12
"""Words of a name that is compared; what has more is no name."""
_LARGEST_BLOCK = 400
"""Forms that share a key of candidates; a key of more tells nothing."""


def likenesses(forms: Mapping[str, PersonName]) -> Iterator[tuple[str, str, Likeness]]:
    """(shorter, longer, how) of all forms that may be of one name, each pair once."""
    for first, second in _candidates(forms):
        found = likeness(forms[first], forms[second])
        if found is not None:
            short, how = found
            yield (first, second, how) if short else (second, first, how)


@lru_cache(maxsize=100_000)
def likeness(first: PersonName, second: PersonName) -> tuple[bool, Likeness] | None:
    """How the two are alike, and whether the first is the shorter; None where they are not."""
    if "".join(first.words) == "".join(second.words):
        return len(first.words) >= len(second.words), "spaces"
    for short, long in ((first, second), (second, first)):
        how = _fits(short, long)
        if how is not None:
            return short is first, how
    if _is_slip(first, second):
        return first.form < second.form, "typo"
    if min(len(first.full), len(second.full)) > 1 and loose(first) == loose(second):
        return first.form < second.form, "spelling"
    return None


def are_alike(first: PersonName, second: PersonName) -> bool:
    """Whether both may be forms of one name, one of them with a slip besides."""
    if first.words == second.words or likeness(first, second) is not None:
        return True
    short, long = sorted((first, second), key=lambda one: len(one.words))
    return any(likeness(one, long) is not None for one in _without_a_slip(short, long))


def _without_a_slip(short: PersonName, long: PersonName) -> Iterator[PersonName]:
    """The shorter name as the longer one writes one of its words."""
    for at, word in enumerate(short.words):
        for other in long.words:
            if other != word and _is_one_letter_off(word, other):
                words = (*short.words[:at], other, *short.words[at + 1 :])
                yield PersonName(words, tuple(filter(is_full, words)), short.gender)


def fullest(names: Iterable[PersonName]) -> list[PersonName]:
    """Those of the names of which none other is a longer form."""
    found: list[PersonName] = []
    for name in sorted(names, key=lambda one: (-len(one.full), -len(one.words), one.form)):
        if not any(are_alike(name, longer) for longer in found):
            found.append(name)
    return found


def shared(first: PersonName, second: PersonName) -> tuple[str, ...]:
    """The words that both write out."""
    others = set(second.full)
    return tuple(word for word in first.full if word in others)


def _fits(short: PersonName, long: PersonName) -> Likeness | None:
    """How the shorter name's words stand in the longer one, in their order."""
    places = _places(short.words, long.words)
    if places is None:
        return None
    if len(short.words) == 1:
        return "part" if is_full(short.words[0]) else None
    pairs = zip(short.words, places, strict=True)
    equal = sum(1 for word, at in pairs if is_full(word) and word == long.words[at])
    if equal < 2:  # noqa: PLR2004 - two words make a name
        return "initialled" if equal == 1 else None
    left = [word for at, word in enumerate(long.words) if at not in places]
    if not any(is_full(word) for word in left):
        return "initials"
    begins = places[0] == 0 or not tells(long.words[0])
    return "longer" if begins else "later"


def _places(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[int, ...] | None:
    """Where the words stand in the longer name, equal ones before initials; None where not all do."""
    if not len(short) <= len(long) <= _MOST_WORDS:
        return None
    best: list[tuple[int, tuple[int, ...]] | None] = [(0, ())] + [None] * len(short)
    for at, word in enumerate(long):
        for count in range(min(len(short), at + 1), 0, -1):
            before = best[count - 1]
            if before is None or not _stands_for(short[count - 1], word):
                continue
            equal = before[0] + (short[count - 1] == word)
            known = best[count]
            if known is None or equal > known[0]:
                best[count] = equal, (*before[1], at)
    found = best[len(short)]
    return None if found is None else found[1]


def _stands_for(word: str, other: str) -> bool:
    """Whether the word is the other one, its initial, or an abbreviation of it (or it of that)."""
    if word == other:
        return True
    short, long = sorted((word, other), key=lambda one: (is_full(one), len(one)))
    if is_full(short) or not long or short[0] != long[0]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short.rstrip("."))


def _is_slip(first: PersonName, second: PersonName) -> bool:
    if len(first.words) != len(second.words) or len(first.words) == 1:
        return False
    if min(len(first.form), len(second.form)) < _LONG_NAME:
        return False
    other = [(a, b) for a, b in zip(first.words, second.words, strict=True) if a != b]
    if len(other) != 1:
        return False
    return _is_one_letter_off(*other[0])


def _is_one_letter_off(one: str, two: str) -> bool:
    return min(len(one), len(two)) >= _LONG_WORD and OSA.distance(one, two, score_cutoff=1) == 1


def _candidates(forms: Mapping[str, PersonName]) -> list[tuple[str, str]]:
    """Pairs that share what two forms of one name share, in the order of their letters."""
    forms = {form: name for form, name in forms.items() if len(name.words) <= _MOST_WORDS}
    pairs: set[tuple[str, str]] = set()
    for members in _blocks(forms, _keys).values():
        if len(members) <= _LARGEST_BLOCK:
            pairs.update(combinations(sorted(members), 2))
    initialled = {form: name for form, name in forms.items() if len(name.full) < len(name.words)}
    by_initial = _blocks(forms, _initial_keys)
    for key, short in _blocks(initialled, _initial_keys).items():
        if len(by_initial[key]) <= _LARGEST_BLOCK:
            pairs.update(_pair(one, two) for one in short for two in by_initial[key] if one != two)
    return sorted(pairs | set(_parts(forms)))


def _blocks(
    forms: Mapping[str, PersonName], keys: Callable[[PersonName], Iterable[tuple[str, str]]]
) -> Mapping[tuple[str, str], set[str]]:
    blocks: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for form, name in forms.items():
        for key in keys(name):
            blocks[key].add(form)
    return blocks


def _pair(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one < two else (two, one)


def _keys(name: PersonName) -> Iterator[tuple[str, str]]:
    """What another form that writes the name out has in common with this one, any of them."""
    yield from combinations(sorted(set(name.full)), 2)
    if len(name.full) > 1 or len(name.form) >= _LONG_NAME:
        yield "", loose(name)
    if len(name.full) > 1:
        yield from (("-", piece) for piece in _without_a_letter("".join(name.words)))


def _initial_keys(name: PersonName) -> Iterator[tuple[str, str]]:
    """A word and the initial of another one."""
    for at, word in enumerate(name.words):
        if is_full(word):
            yield from ((word, other[0]) for i, other in enumerate(name.words) if i != at)


def _without_a_letter(letters: str) -> Iterable[str]:
    """The letters, and all that is left when one of them goes: two with one slip share one."""
    if len(letters) < _LONG_NAME - 1 or len(letters) > 60:  # noqa: PLR2004 - no name is longer
        return (letters,)
    return {letters, *(letters[:at] + letters[at + 1 :] for at in range(len(letters)))}


def _parts(forms: Mapping[str, PersonName]) -> Iterator[tuple[str, str]]:
    """Each name of one word with the names that have it."""
    of: defaultdict[str, list[str]] = defaultdict(list)
    for form, name in forms.items():
        if len(name.words) > 1:
            for word in set(name.full):
                of[word].append(form)
    for form, name in forms.items():
        if len(name.words) == 1 and len(of[name.words[0]]) <= _LARGEST_BLOCK:
            yield from (_pair(form, other) for other in of[name.words[0]])
