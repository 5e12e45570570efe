"""What becomes of a correction: what its source says now, and which later one takes its place. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from archive.corrections.correction import Correction, Said, State, Value, Values
from archive.corrections.facts import Fact


def state_of(correction: Correction, fact: Fact) -> State:
    """Whether the source says what it said, what the person says, or something else."""
    read, said = fact.read, correction.said
    if read is None:
        return "conflict" if fact.is_lost else "applied"
    if correction.action == "remove":
        return "applied" if said is not None and _agree(said.values, read, read) else "conflict"
    if _agree(read, correction.asserts, correction.asserts):
        same = said is not None and _agree(said.values, read, correction.asserts)
        return "applied" if same else "agreed"
    if all(_is_no_news(read, said, name, v) for name, v in correction.asserts.items()):
        return "applied"
    return "conflict"


def _is_no_news(read: Values, said: Said | None, name: str, value: Value) -> bool:
    """Whether the source contradicts neither the person nor what it said before."""
    if said is None:
        return not read[name] or _is_same(read[name], value)
    return _is_same(read[name], value) or _is_same(read[name], said.values.get(name))


def _agree(one: Values, other: Values, names: Iterable[str]) -> bool:
    return all(_is_same(one.get(name), other.get(name)) for name in names)


def _is_same(one: Value, other: Value) -> bool:
    """Whether two values are the same but for white space."""
    if isinstance(one, str) and isinstance(other, str):
        return one.split() == other.split()
    return one == other


def replaces(later: Correction, earlier: Correction) -> bool:
    """Whether, of two corrections of one fact, the earlier one does not count any more."""
    if later.action == "remove" or (later.action == "add" and earlier.action == "remove"):
        return True
    if later.action != "set":
        return False
    if earlier.action == "verify":
        return later.field in earlier.asserts
    return earlier.action == "set" and earlier.field == later.field
