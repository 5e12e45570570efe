"""Corrections in the reader's words: what the source said, what counts now, by whom and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archive.browse import dates
from archive.browse.language import Language
from archive.corrections import Correction
from archive.corrections.correction import Said, Value, Values, as_words
from archive.corrections.fields import FactKind, fact_kinds

_CODES = {
    "people.role": "role",
    "organizations.role": "organization_role",
    "organizations.sector": "sector",
    "materials.kind": "material_kind",
    "dates.kind": "date_kind",
    "attendance.qualifier": "qualifier_name",
}
"""Fields whose values are codes -> where the words of the codes stand."""


@dataclass(frozen=True, slots=True)
class Side:
    """What the source says of a fact at one time."""

    words: str
    """Empty where it says nothing of it."""
    context: str | None
    """The words of the page that say so."""


@dataclass(frozen=True, slots=True)
class Told:
    """A correction as a page shows it; words are escaped there."""

    correction: Correction
    heading: str
    """What was done to what, such as `Role of Ratna Wulandari`."""
    before: str
    """What the source said when it was corrected; empty where it said nothing."""
    now: str
    """What the person says; empty of a removal."""
    said: Side
    says: Side

    @property
    def state(self) -> str:
        """What became of it."""
        return self.correction.state


def told(corrections: Iterable[Correction], language: Language) -> list[Told]:
    """The corrections in the reader's language, in their order."""
    return [_told(one, language) for one in corrections]


def _told(correction: Correction, language: Language) -> Told:
    kind = fact_kinds()[correction.fact]
    said = _side(correction, correction.said, kind, language)
    now = "" if correction.action == "remove" else _asserted(correction, kind, language)
    return Told(
        correction,
        heading=_heading(correction, kind, language),
        before=said.words if correction.action in {"set", "remove"} else "",
        now=now,
        said=said,
        says=_side(correction, correction.says, kind, language),
    )


def _heading(correction: Correction, kind: FactKind, language: Language) -> str:
    what = _what(correction, kind, language)
    return language.say(f"correction.{correction.action}", what=what)


def _what(correction: Correction, kind: FactKind, language: Language) -> str:
    if correction.field is None:
        return language.say(f"kind.{kind.name}")
    field = language.say(f"field.{correction.field}")
    if correction.target is None:
        return field
    return language.say("correction.of", field=field, of=kind.words(correction.target))


def _asserted(correction: Correction, kind: FactKind, language: Language) -> str:
    if correction.field is not None:
        return _value(kind, correction.field, correction.asserts[correction.field], language)
    return _whole(kind, correction.asserts, language)


def _side(correction: Correction, said: Said | None, kind: FactKind, language: Language) -> Side:
    if said is None or said.is_past:
        return Side("", None)
    if correction.field is None:
        words = _whole(kind, said.values, language)
    else:
        words = _value(kind, correction.field, said.values.get(correction.field), language)
    return Side(words, said.context or next(iter(said.quotes), None))


def _whole(kind: FactKind, values: Values, language: Language) -> str:
    """All that is said of a fact, the fields that name it first."""
    names = (*kind.shown, *(name for name in values if name not in kind.shown))
    parts = (_value(kind, name, values.get(name), language) for name in names)
    return ", ".join(part for part in parts if part)


def _value(kind: FactKind, field: str, value: Value, language: Language) -> str:
    """A field's value; a code and a day as the reader's language has them."""
    written = as_words(value)
    full_name = kind.fields[field].full_name if field in kind.fields else field
    if not written:
        return ""
    if kind.fields.get(field) is not None and kind.fields[field].kind == "date":
        return dates.day(written, language.code)
    if full_name == "type":
        return language.label(written)
    if field == "focus_area":
        return language.label(int(written) if written.isdecimal() else written)
    key = f"{_CODES.get(full_name, '')}.{written}"
    return language.words.get(key, written)
