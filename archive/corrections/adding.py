"""A fact that a person adds to those that a page was read to tell. Pure."""

from __future__ import annotations

from dataclasses import replace

from archive.corrections.asking import Asked
from archive.corrections.correction import Correction
from archive.corrections.facts import is_alike
from archive.corrections.fields import ACTIVITY, field_of
from archive.errors import UsageError


def add(asked: Asked, blank: Correction) -> Correction:
    """The blank correction with the fact that is added.

    Raises UsageError where a field is missing or wrong, or the activity has the fact already.
    """
    kind, request = asked.kind, asked.request
    if kind.name == ACTIVITY or asked.field is not None:
        raise UsageError(
            f"'{request.field}' is one field and cannot be added. Give it a value without --add;"
            " --add is for people, organizations and the like."
        )
    if request.value is None:
        raise UsageError(f"Which {kind.name}? Write the {kind.main} behind it.")
    told = {kind.main: request.value, **request.given}
    values = {name: asked.read(field_of(kind, name), written) for name, written in told.items()}
    for name, one in kind.fields.items():
        if name not in values and one.default is not None:
            values[name] = asked.read(one, one.default)
    missing = [name for name, one in kind.fields.items() if one.is_needed and name not in values]
    if missing:
        first = kind.fields[missing[0]]
        choices = f"; {first.name} is one of {', '.join(first.choices)}" if first.choices else ""
        raise UsageError(
            f"{kind.name} need {' and '.join(missing)}: add --with {first.name}=VALUE{choices}."
        )
    key = kind.key_of(values)
    for fact in asked.counts.facts:
        there = fact.kind is kind and fact.now is not None
        if there and all(is_alike((fact.now or {})[n], key[n]) for n in key):
            raise UsageError(
                f"The activity has '{kind.words(key)}' among its {kind.name} already. Correct a field of"
                f" it, such as {kind.name}.{list(kind.fields)[-1]}, or --verify it."
            )
    return replace(blank, target=key, value=values)
