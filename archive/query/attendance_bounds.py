"""What several counts of one event's people tell together: bounds, and a number where one is given.

Counts of one event are never added: `±35 peserta` and `20 orang` may be the same people. What is
known is decided by the largest count of each kind:

- An exact number and an `at_least` say that so many came: the larger is the lower bound.
- An `about` is an estimate; it bounds nothing.
- The number is exact where no other count says that more came; else the larger was of all and
  this one of a part of them. An estimate is the number where nothing says that more came.
- The upper bound is the exact number, or an `at_most` that no other count contradicts.

Columns are those of attendance_sums: `exact`, `about`, `at_least` and `at_most`, the largest count
of people of each kind, or NULL.
"""

from __future__ import annotations

LOWER = "max(coalesce(exact, 0), coalesce(at_least, 0))"
"""So many came at least; 0 where nothing bounds it."""

_REACH = f"max({LOWER}, coalesce(about, 0))"
"""The largest number that came, by any count that says so."""

EXACT = f"CASE WHEN exact = {_REACH} THEN exact END"
ABOUT = f"CASE WHEN exact IS NOT {_REACH} AND about = {_REACH} THEN about END"
ESTIMATE = f"coalesce({EXACT}, {ABOUT})"
"""The number, exact or about; NULL where there are bounds alone."""

UPPER = f"CASE WHEN exact = {_REACH} THEN exact WHEN at_most >= {_REACH} THEN at_most END"
"""No more came; NULL where that is open."""

LARGEST = f"coalesce(nullif({_REACH}, 0), at_most)"
"""What events are compared by; NULL where no people were counted."""
