"""What a reader narrows a list to, as the address of the page says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from archive.query import Selected
from archive.vocabularies import activity_types, focus_areas

PAGE_LENGTH = 50
_MOST_PAGES = 100_000
_LARGEST_KEY = 2**63 - 1


@dataclass(frozen=True)
class Filters:
    """What the options of an address ask for."""

    selected: Selected
    page: int
    """Which page of the list, from 1."""
    refused: tuple[str, ...]
    """The options whose values cannot be used; they are left out."""

    @property
    def offset(self) -> int:
        """How many rows come before the page."""
        return (self.page - 1) * PAGE_LENGTH


def read(options: Mapping[str, str]) -> Filters:
    """The filters among the options of an address; an empty value asks for nothing."""
    selected: dict[str, Any] = {}
    refused = []
    for name, usable in _READERS.items():
        written = options.get(name, "").strip()
        if not written:
            continue
        try:
            selected[name] = usable(written)
        except ValueError:
            refused.append(name)
    page = options.get("page", "1")
    number = int(page) if page.isdecimal() and page.isascii() and len(page) < 9 else 1  # noqa: PLR2004 - digits
    return Filters(cast("Selected", selected), min(max(number, 1), _MOST_PAGES), tuple(refused))


def _day(written: str) -> str:
    return date.fromisoformat(written).isoformat()


def _type(written: str) -> str:
    if written not in {entry.code for entry in activity_types()}:
        raise ValueError(written)
    return written


def _focus_area(written: str) -> int:
    number = int(written)
    if number not in {area.number for area in focus_areas()}:
        raise ValueError(written)
    return number


def _key(written: str) -> int:
    key = int(written)
    if not 0 <= key <= _LARGEST_KEY:
        raise ValueError(written)
    return key


def _flag(written: str) -> bool:
    return written not in {"0", "false"}


_READERS: dict[str, Callable[[str], Any]] = {
    "since": _day,
    "until": _day,
    "type": _type,
    "focus_area": _focus_area,
    "person": str,
    "organization": str,
    "person_id": _key,
    "organization_id": _key,
    "site": str,
    "slides": _flag,
    "gone": _flag,
}
