"""Parts of institutions: pages name them with the institution, its own pages without it. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from archive.identity import territories
from archive.identity.organization_forms import Form, Likeness
from archive.identity.organization_names import abbreviates, initials, parse
from archive.identity.vocabulary import load

Words = tuple[str, ...]

_MOST_BEHIND = 3
"""Words of a short name of an institution behind the name of its part."""
_LONG_LABEL = 4
"""Letters of what no country has under its own: `ac`, `or` and `com` have fewer."""
_TOWN = 2
"""Words of the name of a town at the end of an institution's."""
_NAMED = 3
"""Words of a part's name that hardly two institutions have."""


class Part(NamedTuple):
    """A part and the institution it is of, both by what all their names have in common."""

    name: Words
    institution: str


def likenesses(
    known: Mapping[str, Form], stated: Mapping[str, Sequence[Form]]
) -> Iterator[Likeness]:
    """Names of one part of one institution, with and without the institution's.

    `stated` gives the bodies whose short form a page tells: short form without blanks -> forms.
    """
    institutions = _Institutions(known, stated)
    parts: defaultdict[Part, list[Form]] = defaultdict(list)
    alone: list[Form] = []
    short: list[tuple[Form, Part]] = []
    for form in known.values():
        if form.place is not None and form.place[0] != "site":
            continue  # An office of a town, not of an institution.
        part = institutions.part_of(form.words)
        if part is None:
            if _kind_of(form.words):
                alone.append(form)
        elif _kind_of(part.name):
            parts[part].append(form)
        elif len(part.name) == 1:
            short.append((form, part))
    of_name: defaultdict[Words, set[str]] = defaultdict(set)
    for name, institution in parts:
        of_name[name].add(institution)
    for form in alone:
        yield from _understood(form, institutions, parts, of_name[form.words])
    for form, part in short:
        yield from _abbreviated(form, part, parts)
    for (_, institution), same in parts.items():
        for one, two in pairwise(same):
            reason = f"'{one.written}' and '{two.written}' are of one institution, {institution}"
            yield Likeness(one.text, two.text, "sure", 0.95, reason)


def _understood(
    form: Form, institutions: _Institutions, parts: dict[Part, list[Form]], told: set[str]
) -> Iterator[Likeness]:
    """A part that leaves its institution out: that of its site, or the only one that has it."""
    owners = {owner for site in form.sites if (owner := institutions.owner(site, told)) in told}
    if len(owners) == 1:
        owner = next(iter(filter(None, owners)))
        other = parts[Part(form.words, owner)][0]
        reason = f"'{form.written}' is '{other.written}' on the institution's own site"
        yield Likeness(form.text, other.text, "sure", 0.95, reason)
    elif len(told) == 1 and form.place is None and len(form.words) >= _NAMED:
        other = parts[Part(form.words, next(iter(told)))][0]
        reason = f"'{form.written}' is '{other.written}' without the institution"
        yield Likeness(form.text, other.text, "doubt", 0.6, reason)


def _abbreviated(form: Form, part: Part, parts: dict[Part, list[Form]]) -> Iterator[Likeness]:
    """`FSH Unsara`: the parts of that institution that pages cut short so, or that can be so."""
    (short,) = part.name
    its = [(one, of[0]) for one, of in parts.items() if one.institution == part.institution]
    for one, other in its:
        is_told = any(short in form.acronyms for form in parts[one])
        if is_told or initials(one.name) == short:
            reason = f"'{form.written}' is '{other.written}', cut short"
            yield Likeness(form.text, other.text, "likely", 0.9 if is_told else 0.8, reason)


class _Institutions:
    """What institutions are called, and which of them sites are of."""

    def __init__(self, known: Mapping[str, Form], stated: Mapping[str, Sequence[Form]]) -> None:
        self._stated = stated
        self._owners: dict[str, tuple[str, str | None]] = {}
        """Site -> what it would be called in full, and what pages call so."""
        self._towns: defaultdict[Words, set[Words]] = defaultdict(set)
        for form in known.values():
            if _begins(form.words, _institutional()):
                base, town = _without_town(form.words)
                if town:
                    self._towns[base].add(town)
        self._named = {
            self._key(form.words)
            for form in known.values()
            if _begins(form.words, _institutional())
        }

    def part_of(self, words: Words) -> Part | None:
        """The part whose name the words are, if they end with the name of an institution."""
        for at in range(1, len(words)):
            if _begins(words[at:], _institutional()) and (_kind_of(words[:at]) or at == 1):
                return Part(_without_faculty(words[:at]), self._key(words[at:]))
        for length in range(min(_MOST_BEHIND, len(words) - 1), 0, -1):
            core = self._of_short(" ".join(words[-length:]))
            if core is not None:
                return Part(_without_faculty(words[:-length]), core)
        return None

    def owner(self, site: str, told: Collection[str]) -> str | None:
        """The institution whose site it is: `fisip.unsara.ac.id` is that of what is called so.

        Where nothing tells what is, it is the only one of `told` that can be cut short so.
        """
        if site not in self._owners:
            name = _label(site)
            words = parse(name.replace("-", " ")).words
            known = self._key(words) if _begins(words, _institutional()) else ""
            self._owners[site] = known, self._of_short(name)
        known, short = self._owners[site]
        if known in self._named or known in told:
            return known
        if short is not None:
            return short
        letters = _label(site).replace("-", "")
        fitting = [one for one in told if abbreviates(letters, tuple(one.split()))]
        return fitting[0] if len(fitting) == 1 else None

    def _of_short(self, short: str) -> str | None:
        """The institution that pages, as far as they agree, call so in short."""
        forms = self._stated.get(short.replace(" ", "").replace("-", ""), ())
        keys = {self._key(one.words) for one in forms if _begins(one.words, _institutional())}
        return keys.pop() if len(keys) == 1 else None

    def _key(self, words: Words) -> str:
        """An institution by its name without its town, if it has none in another one."""
        base, town = _without_town(words)
        if town and len(self._towns[base]) < 2:  # noqa: PLR2004 - towns
            return " ".join(base)
        return " ".join(words)


def _without_faculty(words: Words) -> Words:
    """`Program Studi Gizi Fakultas Kedokteran`: of each subject a university has one."""
    faculties = load("organization_names")["faculties"].values()
    ends = (at for at in range(2, len(words)) if words[at] in {"fakultas", *faculties})
    return words[: next(ends, len(words))]


def _label(site: str) -> str:
    """What a site is called: of `fisip.unsara.ac.id` and of `unsara.org` it is `unsara`."""
    labels = site.casefold().split(":")[0].split(".")
    is_of_country = len(labels) > 2 and len(labels[-2]) < _LONG_LABEL  # noqa: PLR2004 - `x.ac.id`
    return labels[-3] if is_of_country else labels[-2] if len(labels) > 1 else site


def _without_town(words: Words) -> tuple[Words, Words]:
    """An institution's name and its town, where a name is left without it."""
    if words[0] not in {"universitas", "institut", "politeknik"}:
        return words, ()
    for length in range(_TOWN, 0, -1):
        base, town = words[:-length], words[-length:]
        is_named = len(base) > 1 and not _generic().issuperset(base[1:])
        if is_named and territories.is_town(" ".join(town)):
            return base, town
    return words, ()


def _kind_of(words: Words) -> bool:
    return _begins(words, _kinds())


def _begins(words: Words, phrases: Iterable[Words]) -> bool:
    return any(words[: len(phrase)] == phrase for phrase in phrases)


@cache
def _kinds() -> tuple[Words, ...]:
    return tuple(tuple(kind.split()) for kind in load("organization_names")["parts"]["kinds"])


@cache
def _institutional() -> tuple[Words, ...]:
    return tuple(tuple(kind.split()) for kind in load("organization_names")["parts"]["of"])


@cache
def _generic() -> frozenset[str]:
    return frozenset(load("organization_names")["academia"]["generic"])
