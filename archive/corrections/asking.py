"""What a person asks for, and the page that it is asked of. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from archive.corrections.applying import Corrected
from archive.corrections.correction import Action, Correction, Value, as_words
from archive.corrections.facts import Fact, said_of
from archive.corrections.fields import FactKind, Field, fact_kinds
from archive.corrections.matching import find_named
from archive.corrections.places import located
from archive.corrections.values import parsed
from archive.errors import UsageError


@dataclass(frozen=True, slots=True)
class Request:
    """A correction as a person writes it."""

    action: Action
    field: str
    """`venue`, `people`, `people.role`."""
    author: str
    reason: str
    value: str | None = None
    of: str | None = None
    """Which of several facts."""
    given: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """The other fields of a fact that is added."""
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A request beside the page that it is asked of."""

    counts: Corrected
    """The page's facts, with the corrections made so far."""
    text: str
    """The article's."""
    kind: FactKind
    field: Field | None
    request: Request

    def fact(self, of: str | None) -> Fact:
        """The fact that is meant."""
        return find_named(self.counts.facts, self.kind, of)

    def about(self, blank: Correction, fact: Fact) -> Correction:
        """The correction with the fact that it is about."""
        name = None if self.field is None else self.field.name
        target = fact.names[0] if fact.names else None
        return replace(blank, target=target, said=said_of(self.counts.facts, fact, name))

    def read(self, of: Field, written: str) -> Value:
        """A field's value, which the article or another fact must know where it is of that kind."""
        value = parsed(of, written)
        if of.kind == "group":
            return _group(self.counts.facts, as_words(value))
        if of.kind in {"words", "quotes"}:
            for words in value if isinstance(value, tuple) else [as_words(value)]:
                quoted(words, self.text)
        return value


def quoted(words: str | None, text: str) -> str | None:
    """The words in one line. Raises UsageError where the article does not have them."""
    if words is None:
        return None
    if located(words, text) is None:
        raise UsageError(
            f"The article does not have the words '{words}'. Copy them from the page as they"
            " stand there; 'resilience correct ACTIVITY' shows what is known of it."
        )
    return " ".join(words.split())


def _group(facts: Sequence[Fact], written: str) -> Value:
    """The topic by which a conclusion knows its group."""
    return find_named(facts, fact_kinds()["groups"], written).names[0]["topic"]
