"""Names that say more than others do: a town, a ministry, a legal form, one word. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from archive.identity import territories
from archive.identity.organization_forms import Form, Likeness, Place
from archive.identity.vocabulary import load

_SHORTEST = 3
"""Letters of a name that may be another one but for a word."""
_MOST_PLACE_WORDS = 2

Places = Mapping[str, Mapping[Place, Form]]
"""Core of a name -> place -> the body that is called so there."""


def likenesses(known: Mapping[str, Form]) -> Iterator[Likeness]:
    """Pairs of which one name has words more than the other."""
    bodies: defaultdict[str, dict[Place, Form]] = defaultdict(dict)
    for form in known.values():
        bodies[form.core][form.place] = form
    yield from _with_its_town(known, bodies)
    yield from _raised(known)
    for form in known.values():
        yield from _without_its_ministry(form, bodies)
        yield from _with_its_district(form, bodies)
        yield from _without_its_legal_form(form, bodies)
        yield from _of_its_own_name(form, bodies)
        yield from _with_one_more_word(form, bodies)


def _with_its_town(known: Mapping[str, Form], bodies: Places) -> Iterator[Likeness]:
    """A university or hospital with its town: of a branch in each town there would be several."""
    towns: defaultdict[tuple[str, Place], dict[str, Form]] = defaultdict(dict)
    for form in known.values():
        if form.words[0] not in _academia():
            continue
        for length in range(1, _MOST_PLACE_WORDS + 1):
            base, town = form.words[:-length], " ".join(form.words[-length:])
            is_named = len(base) > 1 and not _generic().issuperset(base[1:])
            if is_named and territories.is_town(town):
                towns[" ".join(base), form.place][town] = form
    for (core, place), of in towns.items():
        other = bodies.get(core, {}).get(place)
        for town, form in of.items():
            if other is not None:
                reason = f"'{form.written}' is '{other.written}' with its town, {town.title()}"
                alone: Literal["likely", "doubt"] = "likely" if len(of) == 1 else "doubt"
                score = 0.7 if len(of) == 1 else 0.5
                yield Likeness(form.text, other.text, alone, score, reason, "town")


def _raised(known: Mapping[str, Form]) -> Iterator[Likeness]:
    """A state institute that became a university: a town has one, which may have a name since."""
    in_towns: defaultdict[tuple[int, str], list[tuple[int, Form]]] = defaultdict(list)
    for form in known.values():
        for line, kinds in enumerate(_lines()):
            rank = next((at for at, kind in enumerate(kinds) if form.core.startswith(kind)), None)
            town = "" if rank is None else _town_behind(form.words, kinds[rank], bare=rank > 0)
            if rank is not None and town:
                in_towns[line, town].append((rank, form))
    for (_, town), of in in_towns.items():
        for rank, form in of:
            for higher in [one for at, one in of if at < rank]:
                reason = f"'{form.written}' became '{higher.written}', of {town.title()} too"
                yield Likeness(form.text, higher.text, "likely", 0.7, reason, "raised")


def _town_behind(words: Sequence[str], kind: str, *, bare: bool) -> str:
    """The town at the end of a name; with `bare` only where nothing else follows the kind."""
    behind = words[len(kind.split()) :]
    ends = (" ".join(behind[-length:]) for length in range(min(2, len(behind)), 0, -1))
    town = next((end for end in ends if territories.is_town(end)), "")
    return "" if bare and town != " ".join(behind) else town


def _without_its_ministry(form: Form, bodies: Places) -> Iterator[Likeness]:
    """`Direktorat Jenderal Tata Ruang Kementerian ...`: there is one of the name in the country."""
    if form.words[:2] != ("direktorat", "jenderal") or "kementerian" not in form.words[3:]:
        return
    unit = " ".join(form.words[: form.words.index("kementerian")])
    other = bodies.get(unit, {}).get(form.place)
    if other is not None:
        reason = f"'{form.written}' is '{other.written}' with its ministry"
        yield Likeness(form.text, other.text, "likely", 0.85, reason)


def _with_its_district(form: Form, bodies: Places) -> Iterator[Likeness]:
    """`Kelurahan Kenanga, Kecamatan Randu`: two of the name are hardly in one town."""
    if form.words[0] not in {"kelurahan", "desa", "puskesmas"} or "kecamatan" not in form.words[2:]:
        return
    base = " ".join(form.words[: form.words.index("kecamatan")])
    other = bodies.get(base, {}).get(form.place)
    if other is not None:
        reason = f"'{form.written}' is '{other.written}' with its district"
        yield Likeness(other.text, form.text, "likely", 0.7, reason)


def _without_its_legal_form(form: Form, bodies: Places) -> Iterator[Likeness]:
    """`Yayasan Rimba Lestari`, `Rimba Lestari`.

    A university's foundation is another body than it, and a company is another one too.
    """
    names = load("organization_names")["words"]["founded"]
    rest = form.words[1:]
    if form.words[0] not in names or len(rest) < 2 or rest[0] in _kinds():  # noqa: PLR2004
        return
    other = bodies.get(" ".join(rest), {}).get(form.place)
    if other is not None and other.written.casefold().startswith(rest[0]):
        reason = f"'{form.written}' is '{other.written}' with its legal form"
        yield Likeness(form.text, other.text, "likely", 0.7, reason)


def _of_its_own_name(form: Form, bodies: Places) -> Iterator[Likeness]:
    """`PDAM Tirta ...` of an unknown town, where pages name but one town that has one so called."""
    is_unknown = form.place is not None and form.place[0] == "site"
    if not is_unknown or form.words[0] not in load("organization_names")["local"]["named"]:
        return
    found = [other for place, other in bodies[form.core].items() if place and place[0] != "site"]
    if len(form.words) > 1 and len({other.place and other.place[1] for other in found}) == 1:
        reason = f"'{form.written}' is the only one of the name, '{found[0].written}'"
        yield Likeness(form.text, found[0].text, "likely", 0.7, reason)


def _with_one_more_word(form: Form, bodies: Places) -> Iterator[Likeness]:
    """`Yayasan Rimba` and `Rimba`, on one site: perhaps one, perhaps a part of it."""
    if len(form.words) < 2:  # noqa: PLR2004 - one word and one more
        return
    for words in (form.words[1:], form.words[:-1]):
        other = bodies.get(" ".join(words), {}).get(form.place)
        if other is None or other.text == form.text or len(other.core) <= _SHORTEST:
            continue
        if not other.sites.isdisjoint(form.sites):
            reason = f"'{form.written}' is '{other.written}' with one word more"
            yield Likeness(form.text, other.text, "doubt", 0.4, reason)


@cache
def _lines() -> tuple[tuple[str, ...], ...]:
    """Kinds of institutions, each followed by those that became one, with a blank behind."""
    known = load("organization_names")["renamed"]["raised"]
    return tuple(tuple(f"{kind} " for kind in line) for line in known)


@cache
def _academia() -> frozenset[str]:
    return frozenset({"universitas", "institut", "politeknik", "rumah"})


@cache
def _generic() -> frozenset[str]:
    return frozenset(load("organization_names")["academia"]["generic"])


@cache
def _kinds() -> frozenset[str]:
    """Words by which names of other bodies begin."""
    return frozenset(load("positions")["bodies"])
