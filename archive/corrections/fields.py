"""The kinds of facts and their fields that can be corrected, and values as people write them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from archive import records
from archive.corrections.correction import Value, Values, as_words
from archive.errors import UsageError

FieldKind = Literal[
    "text", "date", "number", "vocabulary", "focus_area", "list", "words", "quotes", "group"
]
ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind of fact."""

    fact: str
    name: str
    kind: FieldKind
    choices: tuple[str, ...] = ()
    """The vocabulary, where it has one."""
    is_optional: bool = False
    default: str | None = None
    """What it is where a person who adds a fact does not say."""

    @property
    def full_name(self) -> str:
        """As people write it: `venue`, `people.role`."""
        return self.name if self.fact == ACTIVITY else f"{self.fact}.{self.name}"

    @property
    def is_needed(self) -> bool:
        """Whether a fact cannot be without it."""
        return not self.is_optional and self.empty is None

    @property
    def empty(self) -> Value:
        """What it is where nothing is said."""
        return () if self.kind in {"list", "quotes"} else None


@dataclass(frozen=True, slots=True)
class FactKind:
    """A kind of fact, and how the facts of one page are told apart."""

    name: str
    table: str
    fields: Mapping[str, Field]
    main: str = ""
    shown: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    loose: tuple[tuple[str, ...], ...] = ()
    also: tuple[str, ...] = ()

    def words(self, values: Values) -> str:
        """How a fact is named in lists and messages."""
        return " ".join(as_words(values.get(name)) for name in self.shown).strip()

    def key_of(self, values: Values) -> Values:
        """The fields that make it the same fact in another reading."""
        return {name: values.get(name) for name in self.key}


@cache
def fact_kinds() -> Mapping[str, FactKind]:
    """All kinds of facts that can be corrected, by name, in the order of the record."""
    told = tomllib.loads(resources.files(__package__).joinpath("facts.toml").read_text("utf-8"))
    return {name: _fact_kind(name, entry) for name, entry in told.items()}


def find_field(written: str) -> tuple[FactKind, Field | None]:
    """What `venue`, `people` or `people.role` names: a kind of fact, and its field if one is named.

    Raises UsageError, whose message lists what there is.
    """
    kinds = fact_kinds()
    if written in kinds[ACTIVITY].fields:
        return kinds[ACTIVITY], kinds[ACTIVITY].fields[written]
    fact, _, name = written.partition(".")
    kind = kinds.get(fact)
    if kind is None or (kind.name == ACTIVITY and not name):
        facts = [one for one in kinds if one != ACTIVITY]
        raise UsageError(
            f"'{written}' is no field that can be corrected."
            f" Fields of the activity: {', '.join(kinds[ACTIVITY].fields)}."
            f" Kinds of facts: {', '.join(facts)}; their fields are written as in people.role."
        )
    return kind, field_of(kind, name) if name else None


def field_of(kind: FactKind, name: str) -> Field:
    """A field of that kind of fact. Raises UsageError, whose message lists its fields."""
    field = kind.fields.get(name)
    if field is None:
        raise UsageError(f"'{name}' is no field of {kind.name}. It has {', '.join(kind.fields)}.")
    return field


def _fact_kind(name: str, entry: dict[str, Any]) -> FactKind:
    main = entry.get("main", "")
    return FactKind(
        name,
        entry["table"],
        {field: _field(name, field, told) for field, told in entry["fields"].items()},
        main,
        tuple(entry.get("shown", [main] if main else [])),
        tuple(entry.get("key", ())),
        tuple(tuple(names) for names in entry.get("loose", ())),
        tuple(entry.get("also", ())),
    )


def _field(fact: str, name: str, told: dict[str, Any]) -> Field:
    choices = get_args(getattr(records, told["of"])) if "of" in told else ()
    return Field(
        fact, name, told["kind"], choices, told.get("optional", False), told.get("default")
    )
