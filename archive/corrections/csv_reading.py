"""Rows of a CSV file, exported or written by hand, as corrections. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from archive.corrections.asking import Request
from archive.corrections.correction import Action, Correction, Said, Value, Values
from archive.corrections.fields import FactKind, field_of, find_field
from archive.corrections.matching import as_fields
from archive.corrections.proposing import propose
from archive.corrections.stored import as_said
from archive.corrections.values import parsed
from archive.errors import UsageError
from archive.records import Record
from archive.timestamps import in_this_form

NEEDED = ("activity", "field", "reason")
"""What a file written by hand must have at least; without an action, a value is set."""


def request_of(row: Mapping[str, str], author: str) -> Request:
    """What a row asks for, whoever's `author` it is where it names none."""
    return Request(
        action=_action(row),
        field=row["field"].strip(),
        author=row.get("author") or author,
        reason=row["reason"],
        value=row.get("value") or None,
        of=row.get("of") or None,
        given=_lines(row.get("with", "")),
        quote=row.get("quote") or None,
    )


def restored(row: Mapping[str, str], page_id: int) -> Correction:
    """A correction that was exported, as it was made; its state is to be judged again.

    Raises UsageError where a value is none of its field.
    """
    kind, named = find_field(row["field"].strip())
    action = _action(row)
    value: Value | Values
    if named is None:
        value = None if action == "remove" else _whole(kind, row)
    elif action == "remove" or not row.get("value"):
        value = named.empty
    else:
        value = parsed(named, row["value"])
    withdrawn = row.get("state") == "withdrawn"
    return Correction(
        id=0,
        page_id=page_id,
        action="set" if named is not None and action == "remove" else action,
        fact=kind.name,
        field=None if named is None else named.name,
        target=_target(kind, row),
        value=value,
        quote=" ".join(row.get("quote", "").split()) or None,
        author=row.get("author", ""),
        made_at=in_this_form(row["made_at"]),
        reason=row["reason"],
        said=_source(row.get("source_record", "")),
        state="withdrawn" if withdrawn else "applied",
        settled_by=row.get("settled_by") or None,
        settled_at=row.get("settled_at") or None,
    )


def is_known(correction: Correction, made: Sequence[Correction]) -> bool:
    """Whether this exported correction is among those made; its state does not count."""
    return any(_identity(one) == _identity(correction) for one in made)


def proposed_anew(
    record: Record, made: Sequence[Correction], request: Request
) -> Correction | None:
    """What a row written by hand asks for; None where that was done already, by the same row."""
    alike = [one for one in made if _asks_the_same(one, request)]
    if alike:
        others = [one for one in made if one not in alike]
        first = propose(record, others, request)
        if any((one.target, one.value) == (first.target, first.value) for one in alike):
            return None
    return propose(record, made, request)


def _asks_the_same(correction: Correction, request: Request) -> bool:
    kind, named = find_field(request.field)
    field = None if named is None else named.name
    told = (correction.fact, correction.field, correction.reason, correction.author)
    return told == (kind.name, field, " ".join(request.reason.split()), request.author)


def _identity(correction: Correction) -> tuple[Any, ...]:
    values = (_plain(correction.target), _plain(correction.value))
    return (
        *(correction.action, correction.fact, correction.field, *values),
        *(correction.author, correction.made_at),
    )


def _plain(value: Any) -> Any:
    return sorted(value.items()) if isinstance(value, Mapping) else value


def _action(row: Mapping[str, str]) -> Action:
    action = (row.get("action") or "set").strip()
    if action not in get_args(Action):
        raise UsageError(f"'{action}' is no action. Choose one of {', '.join(get_args(Action))}.")
    return action  # type: ignore[return-value]


def _lines(told: str) -> dict[str, str]:
    """The fields of `FIELD=VALUE` lines."""
    fields = {}
    for line in told.splitlines():
        name, sign, value = line.partition("=")
        if line.strip() and not sign:
            raise UsageError(f"'{line}' is not FIELD=VALUE. Write it as in role=speaker.")
        if line.strip():
            fields[name.strip()] = value.strip()
    return fields


def _whole(kind: FactKind, row: Mapping[str, str]) -> Values:
    told = {kind.main: row.get("value", ""), **_lines(row.get("with", ""))}
    return {
        name: parsed(field_of(kind, name), words) if words else field_of(kind, name).empty
        for name, words in told.items()
    }


def _source(told: str) -> Said | None:
    try:
        return as_said(json.loads(told)) if told else None
    except (ValueError, TypeError, KeyError, AttributeError):
        raise UsageError(
            "What the source said (column source_record) is not as an export writes it. Leave the"
            " row as it was exported, or empty its made_at to make the correction anew."
        ) from None


def _target(kind: FactKind, row: Mapping[str, str]) -> Values | None:
    if not kind.key:
        return None
    of = row.get("of", "")
    told = as_fields(kind, of) or {kind.key[0]: parsed(kind.fields[kind.key[0]], of)}
    return {name: told.get(name) for name in kind.key}
