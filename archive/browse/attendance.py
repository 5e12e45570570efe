"""Counts of those who came, as a list's rows write them: `±35 peserta; ≥12 instansi`."""

from __future__ import annotations

from dataclasses import dataclass

_SIGNS = {"±": "about", "≥": "at_least", "≤": "at_most"}


@dataclass(frozen=True, slots=True)
class Part:
    """One of the counts."""

    qualifier: str | None
    """How it is meant; None of an exact number."""
    counted: str
    """The number and its unit."""


def parts(written: str) -> list[Part]:
    """The counts one by one, with words of the vocabulary for their signs.

    >>> parts("±35 peserta; 12 instansi")[0]
    Part(qualifier='about', counted='35 peserta')
    """
    return [
        Part(_SIGNS.get(one[:1]), one[1:] if one[:1] in _SIGNS else one)
        for one in written.split("; ")
    ]
