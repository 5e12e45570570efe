"""Corrections as a CSV file, which people review, edit and keep. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable

from archive.corrections.correction import Correction, Said, Values, as_words
from archive.corrections.fields import FactKind, find_field
from archive.corrections.stored import as_plain
from archive.corrections.values import written
from archive.tabular import csv_text

COLUMNS = (
    *("activity", "action", "field", "of", "value", "with", "quote", "reason", "author", "made_at"),
    *("state", "source_said", "source_says", "source_record", "settled_by", "settled_at", "title"),
)


def as_csv(corrections: Iterable[Correction]) -> str:
    """The corrections as CSV: an import reads all of it but source_said, source_says and title."""
    return csv_text(COLUMNS, (_row(correction) for correction in corrections))


def _row(correction: Correction) -> list[str | None]:
    kind, named = find_field(
        correction.fact
        if correction.field is None
        else correction.field
        if correction.target is None
        else f"{correction.fact}.{correction.field}"
    )
    clears = named is not None and correction.action == "set" and not correction.value
    values = correction.asserts
    main = named or kind.fields[kind.main]
    others = {name: value for name, value in values.items() if name != main.name}
    said = correction.said
    return [
        correction.url,
        "remove" if clears else correction.action,
        kind.name if named is None else named.full_name,
        _of(kind, correction.target),
        written(main, values.get(main.name)),
        _as_lines(kind, others, empty=correction.action == "verify"),
        *(correction.quote, correction.reason, correction.author, correction.made_at),
        correction.state,
        _side(kind, main.name, correction.said),
        _side(kind, main.name, correction.says),
        None if said is None else json.dumps(as_plain(said), ensure_ascii=False),
        *(correction.settled_by, correction.settled_at, correction.title),
    ]


def _of(kind: FactKind, target: Values | None) -> str:
    if target is None:
        return ""
    if len(kind.key) == 1:
        return as_words(target[kind.key[0]])
    return _as_lines(kind, target, empty=False)


def _as_lines(kind: FactKind, values: Values, *, empty: bool) -> str:
    return "\n".join(
        f"{name}={written(kind.fields[name], value)}"
        for name, value in values.items()
        if value or value == 0 or empty
    )


def _side(kind: FactKind, name: str, said: Said | None) -> str:
    return "" if said is None else written(kind.fields[name], said.values.get(name))
