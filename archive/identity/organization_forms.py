"""A body as its names tell of it, and two such that may be one. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from archive.identity.organization_mentions import Appearance
from archive.identity.organization_names import initials, parse
from archive.identity.territories import Territory

Place = tuple[str | None, str] | None
"""A territory or, of a body of an unknown town, its site."""

_LONGEST = 16
"""Letters of an acronym of one word."""


@dataclass(frozen=True, slots=True)
class Form:
    """A body as its names tell of it, wherever they do."""

    text: str
    written: str
    words: tuple[str, ...]
    place: Place
    is_local: bool
    others: tuple[str, ...]
    sites: frozenset[str]
    acronyms: frozenset[str]

    @property
    def core(self) -> str:
        """The words of the name without its territory."""
        return " ".join(self.words)


class Likeness(NamedTuple):
    """Two forms that may be of one body.

    `sure`: the names say it. `likely`: of one body unless it may as well be another one.
    `doubt`: a person should look.
    """

    first: str
    second: str
    answer: Literal["sure", "likely", "doubt"]
    score: float
    reason: str
    way: str = ""
    """In what way they are alike, where what is so in another way does not speak against it."""


def form_of(appearances: Sequence[Appearance]) -> Form:
    """What appearances of one form tell together."""
    first = appearances[0]
    words = first.name.words or (first.key,)
    return Form(
        text=first.form,
        written=Counter(one.written for one in appearances).most_common(1)[0][0],
        words=words,
        place=_place(
            first.territory, first.site if first.name.is_local or first.name.is_part else None
        ),
        is_local=first.name.is_local,
        others=tuple(sorted({other for one in appearances for other in one.name.others})),
        sites=frozenset(one.site for one in appearances),
        acronyms=frozenset(
            said
            for one in appearances
            for acronym in one.acronyms
            if (said := stated(acronym, words, first.territory)) is not None
        ),
    )


def _place(territory: Territory | None, site: str | None) -> Place:
    if territory is not None:
        return territory.level, territory.name
    return None if site is None else ("site", site)


def stated(acronym: str, words: tuple[str, ...], territory: Territory | None = None) -> str | None:
    """What a page gives as the short form, by its core, if it can stand for the whole name.

    It can without the first word: `PUPR` of `Kementerian Pekerjaan Umum dan Perumahan Rakyat`.
    A short form of several words is one where all its letters are in the name: `BBWS Citarum`,
    `DKK Bogor` of `Dinas Kesehatan Kota Bogor`; or where only a nickname follows the kind:
    `UIN Dewi` of `Universitas Islam Negeri ...`.
    """
    letters = acronym.replace(" ", "")
    if len(letters) < 2 or acronym in words or len(words) == 1:  # noqa: PLR2004 - one letter
        return None
    if " " in acronym:
        name = parse(acronym)
        core = name.core
        whole = words if territory is None else (*words, territory.level or "", territory.name)
        is_short = _are_in(letters, whole) or name.words[:3] == words[:3]
        return core if is_short and core != " ".join(words) else None
    if len(acronym) > _LONGEST:
        return None
    if _are_in(acronym, words) or acronym == initials(words[1:]):
        return acronym
    # Of a name in another language small words count, or the country before it does not.
    known = parse(acronym)
    is_known = known.core != acronym and _are_in(acronym, words[1:])
    return known.core if is_known and known.core != " ".join(words) else None


def _are_in(letters: str, words: tuple[str, ...]) -> bool:
    """Whether the letters are in the words, in their order, from the first letter on."""
    left = iter("".join(words))
    return bool(words) and letters[0] == words[0][0] and all(letter in left for letter in letters)
