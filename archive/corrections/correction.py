"""What a person said of a fact, beside what its source says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Action = Literal["set", "add", "remove", "verify"]
State = Literal["applied", "agreed", "conflict", "superseded", "withdrawn"]
"""`applied`: the source still says what it said. `agreed`: it now says the same as the person.
`conflict`: it says something else than either, or the words quoted are gone; the person's word
stands. `superseded`: a later correction took its place. `withdrawn`: a person took it back.
"""
Value = str | int | tuple[str, ...] | None
"""One field's value; several words (degrees, places of a summary) are a tuple."""
Values = Mapping[str, Value]
"""A fact's plain fields, without its evidence."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the source says of a fact, and in which words."""

    values: Values
    quotes: tuple[str, ...]
    """The words that state it, the best ones first."""
    context: str | None = None
    """The first of these words with what stands around them."""
    is_past: bool = False
    """Whether it says so no more, which a person knows who kept the correction."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction; times are UTC."""

    id: int
    page_id: int
    action: Action
    fact: str
    """The kind of fact: activity, dates, attendance, people, organizations, groups, conclusions,
    materials."""
    field: str | None
    """None where the whole fact is meant."""
    target: Values | None
    """The fact's key, as the source or the person who added it told it; None of the activity."""
    value: Value | Values
    """The field's value, or all that is said of a fact that is added or verified."""
    quote: str | None
    """Words of the article that the person gives as proof."""
    author: str
    made_at: str
    reason: str
    said: Said | None
    """What the source said when it was corrected; None where it said nothing of the fact."""
    says: Said | None = None
    """What it says now; None where it says nothing of the fact."""
    state: State = "applied"
    settled_by: str | None = None
    settled_at: str | None = None
    """Who kept or withdrew it, and when."""
    activity_id: int | None = None
    url: str = ""
    title: str | None = None
    """Of the activity that it is about."""

    @property
    def asserts(self) -> Values:
        """The fields that the person answers for, with their values; none of a removal."""
        if isinstance(self.value, Mapping):
            return self.value
        return {} if self.field is None else {self.field: self.value}


def as_words(value: Value) -> str:
    """A value as people write it; nothing for none."""
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, tuple) else str(value)
