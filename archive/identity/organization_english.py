"""Kinds of public and academic bodies by their English names, in Indonesian. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from archive.identity import territories
from archive.identity.vocabulary import load

Words = tuple[str, ...]

_LONGEST_PHRASE = 5
"""Words of the longest phrase that is translated as one."""


def indonesian(words: Words) -> Words:
    """`Ministry of Health`, `Bogor City Health Office`, `Faculty of Law, Samudra Raya University`.

    Without small words; what is no such name is given back as it is.
    """
    if not _telling().intersection(words):
        return words
    plain = tuple(word for word in words if word not in _dropped())
    if plain[-2:] == ("republic", "indonesia"):
        plain = plain[:-2]
    return _body(plain) or _office(plain) or _part(plain) or _institution(plain) or words


def _body(words: Words) -> Words | None:
    """A body of which there is one, or one in each town: `Regional Disaster Agency of Bogor`."""
    text = " ".join(words)
    for name, own in _english()["bodies"].items():
        if text == name or text.startswith(f"{name} "):
            return (*own.split(), *_whose(words[len(name.split()) :]))
        if text.endswith(f" {name}"):
            return (*own.split(), *_whose(words[: -len(name.split())]))
    return None


def _office(words: Words) -> Words | None:
    """A town's or province's office: whose it is, and what for, must both be known."""
    english = _english()
    kinds = [word for word in words if word in english["offices"]]
    if len(kinds) != 1:
        return None
    level = next((english["levels"][word] for word in words if word in english["levels"]), None)
    passed = {*kinds, *english["levels"], "regional", "local"}
    rest = tuple(word for word in words if word not in passed)
    for start, end in _stretches(rest):
        tasks = _translated(rest[start:end], english["tasks"])
        where = _places(rest[:start] + rest[end:])
        if tasks is None or (where and territories.place(" ".join(where)) is None):
            continue
        if not where and level is None and kinds[0] not in english["own"]:
            return None
        kind = () if tasks[0] == "badan" else ("dinas",)
        return (*kind, *tasks, *((level,) if level else ()), *where)
    return None


def _part(words: Words) -> Words | None:
    """A faculty or a research centre, with or without the institution that it is a part of."""
    for name, own in _english()["parts"].items():
        length = len(name.split())
        for at in range(len(words) - length):
            if " ".join(words[at : at + length]) != name:
                continue
            behind = words[at + length :]
            for end in range(len(behind), 0, -1):
                fields = _translated(behind[:end], _english()["studies"])
                if fields is not None:
                    parent = words[:at] + behind[end:]
                    return (*own.split(), *fields, *(_institution(parent) or parent))
    return None


def _institution(words: Words) -> Words | None:
    text = " ".join(words)
    english = _english()
    for end, own in english["endings"]:
        if text.endswith(f" {end}"):
            return tuple(own.format(_named(text.removesuffix(f" {end}"))).split())
    for begin, own in english["beginnings"]:
        if text.startswith(f"{begin} "):
            return tuple(own.format(_named(text.removeprefix(f"{begin} "))).split())
    return None


def _stretches(words: Words) -> Iterator[tuple[int, int]]:
    """The longest first, none of them empty, with one or both ends at those of the words."""
    for length in range(len(words), 0, -1):
        yield 0, length
        if length < len(words):
            yield len(words) - length, len(words)


def _translated(words: Words, known: Mapping[str, str]) -> Words | None:
    """The words phrase by phrase; None where one is not known."""
    out: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
            own = known.get(" ".join(words[at : at + length]))
            if own is not None:
                break
        if own is None:
            return None
        out += own.split()
        at += length
    return tuple(out) or None


def _whose(words: Words) -> Words:
    """`bogor city` as `kota bogor`."""
    levels = _english()["levels"]
    level = [levels[word] for word in words if word in levels]
    return (*level[:1], *_places(tuple(word for word in words if word not in levels)))


def _places(words: Words) -> Words:
    """The words with the Indonesian name of a province."""
    return tuple(_named(" ".join(words)).split())


def _named(text: str) -> str:
    """A province by its own name, anything else as it is."""
    found: str = _english()["provinces"].get(text, text)
    return found


def _english() -> dict[str, Any]:
    known: dict[str, Any] = load("organization_english")
    return known


@cache
def _dropped() -> frozenset[str]:
    return frozenset(load("organization_names")["words"]["dropped"])


@cache
def _telling() -> frozenset[str]:
    """Words of which one is in every English name that is known."""
    english = _english()
    names = [
        *english["bodies"],
        *english["parts"],
        *(name for name, _ in english["endings"] + english["beginnings"]),
    ]
    kinds = {"agency", "university", "government", "polytechnic", *english["offices"]}
    return frozenset(name.split()[0] for name in names) | kinds
