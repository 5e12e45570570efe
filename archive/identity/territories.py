"""The province, city or regency in the name of a body. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from archive.identity.vocabulary import load

Level = Literal["provinsi", "kota", "kabupaten", "kecamatan", "kelurahan", "desa"]

_LEVELS: dict[str, Level] = {
    "provinsi": "provinsi",
    "propinsi": "provinsi",
    "prov": "provinsi",
    "prop": "provinsi",
    "kota": "kota",
    "kotamadya": "kota",
    "kabupaten": "kabupaten",
    "kab": "kabupaten",
}
_HOST_LEVELS: dict[str, Level] = {
    "pemkab": "kabupaten",
    "pemkot": "kota",
    "pemko": "kota",
    "pemprov": "provinsi",
    "prov": "provinsi",
    "kota": "kota",
    "kab": "kabupaten",
}
_FINER: dict[Level | None, int] = {"provinsi": 0, None: 1, "kota": 2, "kabupaten": 2}
_SHORT_NAME = 5
"""Letters of an abbreviation that is nothing but a province: `Jateng`, but not `NTT`."""
_SMALL = {"dan", "di", "yang", "untuk", "serta"}
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Territory:
    """A province, a city or a regency; the level is None where only a name stands there."""

    level: Level | None
    name: str

    def excludes(self, other: Territory) -> bool:
        """Whether they are certainly two: not a name without level beside one with it."""
        if self.name == other.name:
            return None not in (self.level, other.level) and self.level != other.level
        return "provinsi" not in (self.level, other.level) or self.level == other.level


@dataclass(frozen=True, slots=True)
class Found:
    """A name without the words of its territory, and the territory."""

    words: tuple[str, ...]
    territory: Territory | None


@lru_cache(maxsize=100_000)
def split(words: tuple[str, ...], *, bare: bool) -> Found:
    """Take the territory out of the words of a name.

    Of several the finest counts: of `Kabupaten Ngawi Provinsi Jawa Timur` the regency. With
    `bare` names of places count without `Kota` or `Kabupaten` before them, as in
    `Dinas Sosial Ngawi`.
    """
    rest: list[str] = []
    found: list[Territory] = []
    at = 0
    while at < len(words):
        territory, length = _at(words, at, bare=bare and at > 0)
        if territory is None:
            rest.append(words[at])
            at += 1
        else:
            found.append(territory)
            at += length
    if not rest or not found:
        return Found(words, None)
    return Found(tuple(rest), max(found, key=lambda one: _FINER[one.level]))


def place(name: str | None) -> Territory | None:
    """The territory that a place's name is, such as `Kota Bogor` or `Jawa Barat`."""
    if not name:
        return None
    words = tuple(name.casefold().replace(".", " ").split())
    territory, length = _at(words, 0, bare=True)
    return territory if length == len(words) else None


def named_level(word: str) -> Level | None:
    """The level that a word stands for: `kota`, `kab`."""
    return _LEVELS.get(word)


def province_cut_short(word: str) -> str:
    """The province that the word is an abbreviation of, such as `jatim`; else the word."""
    return _provinces()[word] if word in _short_provinces() else word


def is_town(name: str) -> bool:
    """Whether it is a place, or the seat of a regency of another name."""
    return name in _seats() or place(name) is not None


@lru_cache(maxsize=10_000)
def of_host(site: str) -> Territory | None:
    """The territory whose public bodies have the host name: of `dinas.bogorkab.go.id` the regency.

    The government's own names tell it (Permenkominfo 5/2015): `kota`, `kab`, `prov` stand before
    or behind the place; the place alone leaves the level open.
    """
    labels = site.casefold().split(":")[0].split(".")
    if labels[-2:] != ["go", "id"] or len(labels) < 3:  # noqa: PLR2004 - and a name
        return None
    label = labels[-3]
    for mark, level in _HOST_LEVELS.items():
        name = label.removeprefix(mark) if label.startswith(mark) else label.removesuffix(mark)
        if name != label and (found := _named_as_one(name, level)) is not None:
            return found
    return _named_as_one(label, None)


def _named_as_one(name: str, level: Level | None) -> Territory | None:
    """The place whose name, without blanks, that is."""
    if level in (None, "provinsi") and (province := _provinces_as_one().get(name)):
        return Territory("provinsi", province)
    if level != "provinsi" and (city := _cities_as_one().get(name)):
        return Territory("kota" if city in _municipalities() else level, city)
    return None


def _at(words: tuple[str, ...], at: int, *, bare: bool) -> tuple[Territory | None, int]:
    level = _LEVELS.get(words[at])
    if level is None:
        found = _province(words, at)
        return _last(words, at) if bare and found[0] is None else found
    start = at + 1
    if start < len(words) and words[start] in {"administrasi", "adm", "administratif"}:
        start += 1
    territory, length = _named(words, start, level)
    if territory is not None:
        return territory, start - at + length
    unknown = _until_level(words, start) if bare and level != "provinsi" else ()
    if unknown and unknown[0] not in _SMALL:
        return Territory(level, " ".join(unknown)), start - at + len(unknown)
    return None, 0


def _until_level(words: tuple[str, ...], start: int) -> tuple[str, ...]:
    """The words up to the next `Provinsi` or `Kabupaten`: a place that no list knows."""
    ends = (i for i in range(start, len(words)) if words[i] in _LEVELS)
    return words[start : next(ends, len(words))]


def _last(words: tuple[str, ...], at: int) -> tuple[Territory | None, int]:
    """A place without a word for its level, as the end of a name has it."""
    territory, length = _named(words, at, None)
    end = at + length
    ends_name = end == len(words) or words[end] in _LEVELS
    return (territory, length) if territory is not None and ends_name else (None, 0)


def _province(words: tuple[str, ...], at: int) -> tuple[Territory | None, int]:
    """A province whose name nothing else has, such as `DKI Jakarta` or `Jateng`."""
    territory, length = _named(words, at, "provinsi")
    is_plain = length > 1 or words[at] in _short_provinces()
    return (territory, length) if is_plain and at > 0 else (None, 0)


def _named(words: tuple[str, ...], at: int, level: Level | None) -> tuple[Territory | None, int]:
    """The longest known place that begins there."""
    for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
        name = " ".join(words[at : at + length])
        if level in (None, "provinsi") and name in _provinces():
            return Territory("provinsi", _provinces()[name]), length
        if level != "provinsi" and name in _cities():
            known = _cities()[name]
            return Territory("kota" if known in _municipalities() else level, known), length
    return None, 0


@cache
def _provinces() -> dict[str, str]:
    known = load("territories")["provinces"]
    return {
        other.casefold().replace(".", ""): name.casefold()
        for name, others in known.items()
        for other in (name, *others)
    }


@cache
def _short_provinces() -> frozenset[str]:
    """Abbreviations of provinces, which are no places of another kind besides."""
    known = load("territories")["provinces"]
    every = {other.casefold(): name for name, others in known.items() for other in others}
    return frozenset(
        other
        for other, name in every.items()
        if len(other) >= _SHORT_NAME and " " not in other and _is_cut(other, name.casefold())
    )


def _is_cut(short: str, name: str) -> bool:
    """Whether it is made of pieces of words: `jateng`, but not `yogyakarta`."""
    begins = {name[:2], name.removeprefix("kepulauan ")[:2]}
    return short not in name and short[:2] in begins


@cache
def _municipalities() -> frozenset[str]:
    return frozenset(name.casefold() for name in load("territories")["jakarta"])


@cache
def _cities() -> dict[str, str]:
    data = load("territories")
    own = {name.casefold().replace("-", " "): name.casefold() for name in data["cities"]["names"]}
    short = {
        other.casefold(): name.casefold()
        for name, others in data["jakarta"].items()
        for other in (name, *others)
    }
    renamed = {
        other.casefold().replace("-", " "): name.casefold()
        for name, others in data["renamed"].items()
        for other in others
    }
    return {**own, **short, **renamed}


@cache
def _seats() -> frozenset[str]:
    return frozenset(name.casefold() for name in load("territories")["seats"]["names"])


@cache
def _provinces_as_one() -> dict[str, str]:
    return {other.replace(" ", ""): name for other, name in _provinces().items()}


@cache
def _cities_as_one() -> dict[str, str]:
    return {other.replace(" ", ""): name for other, name in _cities().items()}
