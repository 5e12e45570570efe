"""The two languages of the site: which one a reader wants, and the words of each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from archive.vocabularies import activity_types, focus_areas

Code = Literal["id", "en"]
CODES: tuple[Code, ...] = get_args(Code)
COOKIE = "language"


@dataclass(frozen=True)
class Language:
    """One of the languages; the words are those of archive/browse/languages."""

    code: Code
    words: dict[str, str]

    def say(self, key: str, /, **values: Any) -> str:
        """The words of a key with the values in their places; KeyError for a key it lacks."""
        return self.words[key].format(**values)

    def counted(self, key: str, number: int) -> str:
        """A number of things in words: `1 person`, `2 people`; Indonesian has one form."""
        one = f"{key}_one"
        said = one if number == 1 and one in self.words else key
        return self.say(said, number=self.number(number))

    def number(self, number: int) -> str:
        """A number with its thousands apart: `2.000` in Indonesian, `2,000` in English."""
        written = f"{number:,}"
        return written.replace(",", ".") if self.code == "id" else written

    def label(self, key: str | int) -> str:
        """What a type of activity is called, by its code, or a focus area, by its number.

        One that the vocabularies have no more goes by its key.
        """
        return _labels(self.code).get(key, str(key))

    @property
    def other(self) -> Code:
        """The other one, for the switch."""
        return "en" if self.code == "id" else "id"


def chosen(asked: str | None, cookie: str | None, accepted: str | None) -> Code:
    """What the address asks for, else what was chosen before, else what the browser prefers."""
    for code in (asked, cookie):
        if code in CODES:
            return code
    preferred = _preferred(accepted or "")
    return preferred or "id"


@cache
def language(code: Code) -> Language:
    """A language with its words."""
    file = resources.files("archive").joinpath("browse", "languages", f"{code}.toml")
    return Language(code, dict(_flat(tomllib.loads(file.read_text("utf-8")))))


@cache
def _labels(code: Code) -> dict[str | int, str]:
    """The labels of activity types by code and of focus areas by number."""
    named: list[tuple[str | int, str, str]] = [
        *((one.code, one.label_id, one.label_en) for one in activity_types()),
        *((one.number, one.label_id, one.label_en) for one in focus_areas()),
    ]
    return {key: label_id if code == "id" else label_en for key, label_id, label_en in named}


def _flat(table: dict[str, Any], within: str = "") -> Iterator[tuple[str, str]]:
    """The words of a table under keys such as `role.speaker`."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{within}{name}.")
        else:
            yield f"{within}{name}", value


def _preferred(accepted: str) -> Code | None:
    """The first of the languages that an Accept-Language header names (RFC 9110, 12.5.4)."""
    parts = (part.strip().partition(";q=") for part in accepted.split(","))
    ranked = [
        (-_weight(weight), place, code)
        for place, (name, _, weight) in enumerate(parts)
        for code in CODES
        if name.lower().split("-")[0] == code
    ]
    return min(ranked)[2] if ranked else None


def _weight(written: str) -> float:
    try:
        return float(written) if written else 1.0
    except ValueError:
        return 0.0
