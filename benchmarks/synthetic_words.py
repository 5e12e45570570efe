"""Words and names of a synthetic archive, drawn as often as real ones are.

Words follow Zipf's law: the second is half as frequent as the first, the third a third as
frequent. Their long tail is of invented roots, each in the forms that affixes give it.
"""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

Drawn = TypeVar("Drawn")

INVENTED_ROOTS = 4_000
POOL = 400_000
"""Entries drawn beforehand, of which the others are drawn: several times as fast."""
NASAL = {"k": "meng", "t": "men", "s": "meny", "p": "mem"}
"""Beginnings that the prefix swallows: tulis, menulis."""
KEPT = {"b": "mem", "f": "mem", "d": "men", "c": "men", "j": "men", "z": "men"}
PLAIN = ("l", "m", "n", "r", "w", "y")


class Zipf(Generic[Drawn]):
    """Draws of a list whose nth entry is n times rarer than the first."""

    def __init__(
        self, chance: random.Random, entries: list[Drawn], *, steepness: float = 1.0
    ) -> None:
        weights = [1 / rank**steepness for rank in range(1, len(entries) + 1)]
        self._pool = chance.choices(entries, weights=weights, k=POOL)

    def draw(self, chance: random.Random, number: int) -> list[Drawn]:
        """So many entries, some of them perhaps twice."""
        return chance.choices(self._pool, k=number)


@dataclass(frozen=True, slots=True)
class Named:
    """A person or organization with the forms under which pages name it, the usual one first."""

    forms: tuple[str, ...]
    acronym: str | None = None
    sector: str | None = None
    position: str | None = None
    """The person's office."""


@cache
def lists() -> dict[str, Any]:
    """The lists of synthetic_words.toml."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def vocabulary(chance: random.Random) -> list[str]:
    """Some 40,000 words, the most frequent first."""
    roots = list(dict.fromkeys(lists()["roots"]))
    invented = list(dict.fromkeys(_invented(chance) for _ in range(INVENTED_ROOTS)))
    frequent = [form for root in roots for form in forms(root)[:4]]
    chance.shuffle(frequent)
    rare = [form for root in roots for form in forms(root)[4:]]
    rare += [form for root in invented for form in forms(root)]
    chance.shuffle(rare)
    return list(dict.fromkeys((*lists()["function_words"], *roots, *frequent, *rare)))


def forms(root: str) -> list[str]:
    """The forms that affixes give a root, the usual ones first."""
    active = _active(root)
    return [
        root,
        active,
        f"di{root}",
        f"pe{active[2:]}an",
        f"ke{root}an",
        f"{active}kan",
        f"di{root}kan",
        f"{root}nya",
        f"ber{root}",
        f"ter{root}",
    ]


def people(chance: random.Random, number: int) -> list[Named]:
    """So many people of different names; a third of them have a second or third form."""
    given, family = lists()["given_names"], lists()["family_names"]
    names: dict[str, Named] = {}
    while len(names) < number:
        first, middle, last = chance.choice(given), chance.choice(given), chance.choice(family)
        full = f"{first} {middle} {last}"
        position = chance.choice((None, *lists()["positions"]))
        aliases = (f"{first} {middle[0]}. {last}", f"{first} {last}")
        known = aliases[: chance.choice((0, 0, 0, 0, 1, 2))]
        names.setdefault(full, Named((full, *known), position=position))
    return list(names.values())


def organizations(chance: random.Random, number: int) -> list[Named]:
    """So many organizations of all sectors, half of them with an acronym."""
    kinds = [
        (sector, kind)
        for sector, all_kinds in lists()["organizations"].items()
        for kind in all_kinds
    ]
    found: dict[str, Named] = {}
    while len(found) < number:
        sector, kind = chance.choice(kinds)
        about = " ".join(word.title() for word in chance.sample(lists()["roots"], 2))
        name = f"{kind} {about} {chance.choice(lists()['places'])}"
        acronym = "".join(word[0] for word in name.split()) + chance.choice("ABDIKLMNT")
        told = chance.choices((sector, None), weights=(24, 1))[0]
        found.setdefault(name, Named((name,), chance.choice((acronym, None)), told))
    return list(found.values())


def _active(root: str) -> str:
    """The root with the active prefix, as its first letter asks: kelola, mengelola."""
    first = root[0]
    if first in NASAL:
        return NASAL[first] + root[1:]
    if first in PLAIN:
        return f"me{root}"
    return KEPT.get(first, "meng") + root


def _invented(chance: random.Random) -> str:
    consonants, vowels = "bcdghjklmnprstw", "aeiou"
    syllables = chance.choice((2, 2, 2, 3))
    word = "".join(chance.choice(consonants) + chance.choice(vowels) for _ in range(syllables))
    return word + chance.choice(("", "", "k", "n", "ng", "r", "s", "t"))
