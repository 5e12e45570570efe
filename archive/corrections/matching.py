"""Which fact of a page is meant: by a correction's key, and by what a person writes. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from archive.corrections.correction import Said, Values, as_words
from archive.corrections.facts import Fact, is_alike
from archive.corrections.fields import ACTIVITY, FactKind, field_of
from archive.corrections.values import parsed
from archive.errors import UsageError
from archive.names import name_key


def find(
    facts: Sequence[Fact],
    kind: FactKind,
    target: Values,
    said: Said | None,
    *,
    loosely: bool = False,
) -> Fact | None:
    """The fact that a correction is about, in whatever reading of the page.

    By its key; else by the very words that stated it, and loosely by a part of the key, where
    only one fact fits. None where there is none.
    """
    candidates = [fact for fact in facts if fact.kind is kind]
    exact = [fact for fact in candidates if _is_named(fact, target, kind.key)]
    if exact:
        as_before = [fact for fact in exact if said is not None and fact.read == said.values]
        return (as_before or exact)[0]
    proved = [fact for fact in candidates if said and said.quotes and _is_stated_as(fact, said)]
    if len(proved) == 1:
        return proved[0]
    for names in kind.loose if loosely else ():
        if all(target.get(name) is not None for name in names):
            fitting = [fact for fact in candidates if _is_named(fact, target, names)]
            if len(fitting) == 1:
                return fitting[0]
    return None


def find_named(facts: Sequence[Fact], kind: FactKind, written: str | None) -> Fact:
    """The fact that a person names: in its own words, part of them, `FIELD=VALUE`, or `#2`.

    Several `FIELD=VALUE` stand in lines. Without words the only fact of its kind. Raises
    UsageError, whose message lists the facts there are.
    """
    there = [fact for fact in facts if fact.kind is kind and fact.now is not None]
    if kind.name == ACTIVITY:
        if written is not None:
            raise UsageError(
                f"--of '{written}' names one of several facts, and the activity is one. Leave it out."
            )
        return facts[0]
    if written is None:
        fitting = there
    else:
        fitting = next(
            (found for test in _tests(kind, there, written) if (found := [*filter(test, there)])),
            [],
        )
    if len(fitting) != 1:
        raise UsageError(_choice(kind, there, fitting, written))
    return fitting[0]


def number_of(facts: Iterable[Fact], fact: Fact) -> int:
    """Its place among the page's facts of its kind, from 1: the `#2` of `find_named`."""
    there = [one for one in facts if one.kind is fact.kind and one.now is not None]
    return next(number for number, one in enumerate(there, start=1) if one is fact)


def as_fields(kind: FactKind, written: str) -> Values | None:
    """The fields of `FIELD=VALUE` lines; None where the words are no such lines."""
    told = [line.partition("=") for line in written.splitlines() if line.strip()]
    if not told or any(not sign or name.strip() not in kind.fields for name, sign, _ in told):
        return None
    return {
        name.strip(): parsed(field_of(kind, name.strip()), value) if value.strip() else None
        for name, _, value in told
    }


def _is_named(fact: Fact, target: Values, names: Iterable[str]) -> bool:
    return any(
        all(is_alike(known.get(name), target.get(name)) for name in names)
        for known in (*fact.names, *([fact.read] if fact.read else []))
    )


def _is_stated_as(fact: Fact, said: Said) -> bool:
    return fact.quotes[:1] == said.quotes[:1]


def _tests(kind: FactKind, there: Sequence[Fact], written: str) -> Iterable[Callable[[Fact], bool]]:
    """By what a fact may be the one that is meant, the surest first."""
    if written.startswith("#") and written[1:].isdigit():
        yield lambda fact: number_of(there, fact) == int(written[1:])
    fields = as_fields(kind, written)
    if fields:
        yield lambda fact: all(is_alike(_now(fact).get(name), fields[name]) for name in fields)
        yield lambda fact: _is_named(fact, fields, fields)
    key = name_key(written)
    yield lambda fact: key in {name_key(name) for name in _names(fact)}
    yield lambda fact: key in {name_key(as_words(n.get(kind.main))) for n in fact.names}
    yield lambda fact: any(key in name_key(name) for name in _names(fact))


def _names(fact: Fact) -> list[str]:
    """Whatever a person may call it now."""
    now, kind = _now(fact), fact.kind
    fields = [as_words(now.get(name)) for name in (kind.main, *kind.also)]
    return [name for name in (kind.words(now), *fields) if name]


def _now(fact: Fact) -> Values:
    return fact.now or {}


def _choice(
    kind: FactKind, there: Sequence[Fact], fitting: Sequence[Fact], written: str | None
) -> str:
    """Why no fact, or not just one, is meant."""
    if not there:
        return f"The activity has no {kind.name}. '--add {kind.name} VALUE' adds one."
    known = "; ".join(
        f"#{number} {kind.words(_now(fact))}" for number, fact in enumerate(there, start=1)
    )
    if written is None:
        return f"The activity has {len(there)} {kind.name}. Name one with --of: {known}."
    several = "Several" if fitting else "None"
    return (
        f"{several} of the activity's {kind.name} fit '{written}'. Name one with --of, by its"
        f" words or its number: {known}."
    )
