"""Days as people write them, in the reader's language."""

from __future__ import annotations

from datetime import date

from archive.browse.language import Code

_MONTHS: dict[Code, tuple[str, ...]] = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


def day(written: str, code: Code) -> str:
    """`25 Oktober 2018` of a date or a time in ISO 8601; what is none, as it is written."""
    try:
        when = date.fromisoformat(written[:10])
    except ValueError:
        return written
    return f"{when.day} {_MONTHS[code][when.month - 1]} {when.year}"


def days(start: str, end: str | None, code: Code) -> str:
    """`24–26 Oktober 2018`, `31 Oktober – 2 November 2018`: a range without what is said twice."""
    if end is None or end == start:
        return day(start, code)
    first, last = day(start, code).split(" "), day(end, code).split(" ")
    if first[1:] == last[1:]:
        return f"{first[0]}–{' '.join(last)}"
    if first[2:] == last[2:]:
        return f"{' '.join(first[:2])} – {' '.join(last)}"
    return f"{' '.join(first)} – {' '.join(last)}"


def month(written: str, code: Code) -> str:
    """`Oktober 2018` of `2018-10`."""
    year, number = written.split("-")[:2]
    return f"{_MONTHS[code][int(number) - 1]} {year}"
