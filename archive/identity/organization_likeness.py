"""How one name of an organization may stand for the same body as another one. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby, pairwise
from typing import Literal

from rapidfuzz.distance import OSA

from archive.identity import organization_parents, organization_parts, territories
from archive.identity.organization_forms import Form, Likeness, Place
from archive.identity.organization_names import abbreviates, initials, lasting
from archive.identity.vocabulary import replacing

_SHORTEST = 3
"""Letters of an acronym that may be recognised where no page says what it means."""
_LONGEST = 16
_MOST_BEHIND = 3
"""Words that may stand behind initials: `LBH Kota Baru`."""
_WITH_TOWN = (2, 3)
"""Words of an acronym and the name of a town."""
_LONG_WORD, _LONG_CORE = 6, 16
"""Letters from which on one letter more, less or other is likelier a slip than another name."""
_VERY_LONG_WORD = 11
"""Letters from which on two may be slips: `Metereologi`, but not `Pertanahan` and `Pertahanan`."""
_LONG_DOUBLED = 8
"""Letters of a word that a doubled letter does not make another one."""
_MOST_WORDS = 30
"""Words of a name that is compared word by word."""
_LARGEST_BLOCK = 400
"""Forms that share a key of candidates; a key of more tells nothing."""


def likenesses(forms: Iterable[Form]) -> list[Likeness]:
    """All pairs that may be of one body, the surest first."""
    known = {form.text: form for form in sorted(forms, key=lambda form: form.text)}
    stated = _stated(known)
    found = [
        *_by_their_names(known, stated),
        *organization_parents.likenesses(known, stated),
        *_renamed(known),
        *_syllables_of(known),
        *_slips(known),
        *organization_parts.likenesses(known),
    ]
    order = {"sure": 0, "likely": 1, "doubt": 2}
    return sorted(found, key=lambda one: (order[one.answer], -one.score, one.first, one.second))


def _stated(known: Mapping[str, Form]) -> Mapping[str, Sequence[Form]]:
    """Short form, without blanks -> the bodies for which pages give it."""
    stated: defaultdict[str, list[Form]] = defaultdict(list)
    for form in known.values():
        for acronym in form.acronyms:
            stated[acronym.replace(" ", "")].append(form)
    return stated


def _renamed(known: Mapping[str, Form]) -> Iterator[Likeness]:
    """Bodies of one town that were renamed: of each kind a town has one at a time."""
    alike: defaultdict[tuple[str, Place], list[Form]] = defaultdict(list)
    for form in known.values():
        if form.place is not None:
            alike[lasting(form.core), form.place].append(form)
    for same in alike.values():
        for one, two in pairwise(same):
            reason = f"'{one.written}' and '{two.written}' are one body, renamed"
            yield Likeness(one.text, two.text, "likely", 0.7, reason)


def _by_their_names(
    known: Mapping[str, Form], stated: Mapping[str, Sequence[Form]]
) -> Iterator[Likeness]:
    by_core: defaultdict[tuple[str, Place], list[Form]] = defaultdict(list)
    made: defaultdict[tuple[str, Place], list[Form]] = defaultdict(list)
    for form in known.values():
        by_core[form.core, form.place].append(form)
        for acronym in _acronyms(form):
            made[acronym, form.place].append(form)
    for form in known.values():
        for other in form.others:
            for named in by_core.get((other, form.place), ()):
                yield Likeness(form.text, named.text, "sure", 1.0, _both_names(form, named))
        yield from _of_unnamed_level(form, by_core)
        told = stated.get(form.core.replace(" ", ""), ())
        yield from _acronym_of(form, told, "a page gives '{0}' for '{1}'")
        yield from _initials_of(form, _of_place(made, form))
        yield from _acronym_with_town(form, stated)


def _of_place(made: Mapping[tuple[str, Place], Sequence[Form]], form: Form) -> Sequence[Form]:
    """What can be cut short to the form in its place, of an unnamed level on either."""
    found = made.get((form.core, form.place), ())
    if found or form.place is None or form.place[0] is not None:
        return found
    levels = (made.get((form.core, (level, form.place[1])), ()) for level in ("kota", "kabupaten"))
    return [one for of in levels for one in of]


def _acronym_with_town(form: Form, stated: Mapping[str, Sequence[Form]]) -> Iterator[Likeness]:
    """`Unsara Tegal`, where pages give `Unsara` for an institution."""
    if form.place is not None or len(form.words) not in _WITH_TOWN:
        return
    if not territories.is_town(" ".join(form.words[1:])):
        return
    for one in stated.get(form.words[0], ()):
        if one.words[0] in {"universitas", "institut", "politeknik", "sekolah", "rumah"}:
            reason = f"'{form.written}' is the short form of '{one.written}' with its town"
            yield Likeness(form.text, one.text, "likely", 0.8, reason, "town")


def _both_names(first: Form, second: Form) -> str:
    return f"'{first.written}' has '{second.written}' as its other name"


def _of_unnamed_level(
    form: Form, by_core: Mapping[tuple[str, Place], Sequence[Form]]
) -> Iterator[Likeness]:
    """`Dinas Sosial Ngawi` is that of the regency where none speaks of a city of Ngawi."""
    if form.place is None or form.place[0] is not None:
        return
    name = form.place[1]
    found = [
        one
        for level in ("kota", "kabupaten")
        for one in by_core.get((form.core, (level, name)), ())
    ]
    for other in found:
        reason = f"'{form.written}' can only be '{other.written}'"
        answer: Literal["sure", "doubt"] = "sure" if len(found) == 1 else "doubt"
        yield Likeness(form.text, other.text, answer, 0.9 if answer == "sure" else 0.5, reason)


def _acronym_of(form: Form, bodies: Sequence[Form], said: str) -> Iterator[Likeness]:
    """The bodies for which pages give the acronym, if one of them can be meant.

    An acronym without a territory may be that of a town's body on the same site.
    """
    fitting = [one for one in bodies if one.place == form.place and one.text != form.text]
    if not fitting and (form.place is None or form.place[0] == "site"):
        fitting = [one for one in bodies if not one.sites.isdisjoint(form.sites)]
        if not fitting and len(form.words) > 1:
            fitting = [one for one in bodies if one.place and form.core.endswith(one.place[1])]
    near = [one for one in fitting if not one.sites.isdisjoint(form.sites)]
    for one in fitting:
        is_meant = (len(fitting) == 1 or near == [one]) and not (
            form.is_local and one.place != form.place
        )
        answer: Literal["sure", "doubt"] = "sure" if is_meant else "doubt"
        reason = said.format(form.written, one.written)
        yield Likeness(form.text, one.text, answer, 0.95 if is_meant else 0.5, reason)


def _acronyms(form: Form) -> Iterator[str]:
    """What the name is when it is cut to initials, wholly or behind its first word.

    And what many make of it: `Dinas DLH`.
    """
    if len(form.words) < 2:  # noqa: PLR2004 - initials of two words at least
        return
    whole = initials(form.words)
    if _SHORTEST <= len(whole) <= _LONGEST:
        yield whole
        yield f"{form.words[0]} {whole}"
    for end in range(_SHORTEST, len(form.words)):
        if len(form.words) - end <= _MOST_BEHIND:
            yield f"{initials(form.words[:end])} {' '.join(form.words[end:])}"
    for start in range(1, len(form.words) - 2):
        rest = initials(form.words[start:])
        if len(rest) >= (_SHORTEST if start == 1 else _SHORTEST + 1):
            yield f"{form.words[0]} {rest}"


def _initials_of(form: Form, bodies: Iterable[Form]) -> Iterator[Likeness]:
    for one in bodies:
        if one.text != form.text:
            begins = len(form.words) > 1 and form.words[-1] == one.words[-1]
            near = begins or form.is_local or not one.sites.isdisjoint(form.sites)
            reason = f"'{form.written}' has the initials of '{one.written}'"
            yield Likeness(
                form.text, one.text, "likely" if near else "doubt", 0.8 if near else 0.5, reason
            )


def _syllables_of(known: Mapping[str, Form]) -> Iterator[Likeness]:
    """`Basarnas`, `Kominfo`: acronyms of beginnings of words, beside the name on one site."""
    bodies: defaultdict[tuple[Place, str], list[Form]] = defaultdict(list)
    for form in known.values():
        if len(form.words) > 1:
            bodies[form.place, form.words[0][0]].append(form)
    for form in known.values():
        if len(form.words) > 1 or not _SHORTEST < len(form.core) <= _LONGEST:
            continue
        for one in bodies.get((form.place, form.core[0]), ())[:_LARGEST_BLOCK]:
            near = form.is_local or not one.sites.isdisjoint(form.sites)
            whole = form.core == initials(one.words)
            if near and not whole and abbreviates(form.core, one.words):
                reason = f"'{form.written}' is made of the beginnings of '{one.written}'"
                yield Likeness(form.text, one.text, "likely", 0.75, reason)


def _today(letters: str) -> str:
    """As it is spelled since 1972: `soedirman`."""
    return replacing(letters, "person_names", "old")


def _once(word: str) -> str:
    """`hassannudin` -> `hasanudin`."""
    return "".join(letter for letter, _ in groupby(word))


def _slips(known: Mapping[str, Form]) -> Iterator[Likeness]:
    """Names that differ by one letter in a long word, or by blanks alone."""
    words = Counter(word for form in known.values() for word in set(form.words))
    blocks: defaultdict[tuple[Place, tuple[str, ...], int], list[Form]] = defaultdict(list)
    joined: defaultdict[tuple[Place, str], list[Form]] = defaultdict(list)
    for form in known.values():
        joined[form.place, _today("".join(form.words))].append(form)
        if len(form.words) > _MOST_WORDS:
            continue
        if len(form.core) >= (_VERY_LONG_WORD if form.is_local else _LONG_CORE):
            for at, word in enumerate(form.words):
                if len(word) >= _LONG_WORD - 1 and word.isalpha():
                    blocks[form.place, (*form.words[:at], "", *form.words[at + 1 :]), at].append(
                        form
                    )
    for same in joined.values():
        for one, two in combinations(same, 2):
            reason = f"'{one.written}' is '{two.written}' but for blanks or an older spelling"
            yield Likeness(one.text, two.text, "likely", 0.85, reason)
    for (_, _, at), alike in blocks.items():
        if len(alike) <= _LARGEST_BLOCK:
            for one, two in combinations(alike, 2):
                yield from _slip(one, two, at, words)


def _slip(one: Form, two: Form, at: int, words: Mapping[str, int]) -> Iterator[Likeness]:
    first, second = one.words[at], two.words[at]
    most = 2 if min(len(first), len(second)) >= _VERY_LONG_WORD else 1
    if max(len(first), len(second)) < _LONG_WORD:
        return
    distance = OSA.distance(first, second, score_cutoff=most)
    if distance > most:
        return
    letters = "one letter" if distance == 1 else "two letters"
    reason = f"'{one.written}' is '{two.written}' but for {letters}"
    # Of a name of two words one may be all that tells it from others, but for its town.
    in_town = one.is_local and one.place is not None and distance == 1 and most > 1
    # Nobody hears a letter that is written twice: of a long word hardly two bodies differ in it.
    doubled = len(first) >= _LONG_DOUBLED and _once(first) == _once(second)
    telling = len(one.words) > 2 or in_town or doubled  # noqa: PLR2004 - a kind and a name
    is_slip = min(words[first], words[second]) == 1 and telling
    answer: Literal["likely", "doubt"] = "likely" if is_slip else "doubt"
    yield Likeness(one.text, two.text, answer, 0.75 if is_slip else 0.5, reason, "slip")
