"""Months, quarters and years of dates."""

from __future__ import annotations

from typing import Literal

By = Literal["month", "quarter", "year"]
"""How time is cut: `2018-10`, `2018-Q4` or `2018`."""

_EXPRESSIONS: dict[By, str] = {
    "month": "substr({date}, 1, 7)",
    "quarter": "substr({date}, 1, 5) || 'Q' || ((substr({date}, 6, 2) + 2) / 3)",
    "year": "substr({date}, 1, 4)",
}


def period_of(date: str, by: By) -> str:
    """The words of SQL for the period that a date is in; NULL for none.

    `date` is the words of SQL for an ISO date. Raises ValueError for another `by`.

    >>> from archive.query.periods import period_of
    >>> period_of("start_date", "year")
    'substr(start_date, 1, 4)'
    """
    if by not in _EXPRESSIONS:
        raise ValueError(f"'{by}' is no period. Choose one of {', '.join(_EXPRESSIONS)}.")
    return _EXPRESSIONS[by].format(date=date)
