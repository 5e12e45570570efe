"""When a page is due to be looked at again, if no list of its site tells of its changes. Pure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

# How long a page of that age (days since publication) is left alone, in days: posts are
# corrected in their first days, and hardly ever after a year.
_REVISITS = ((2, 0.25), (7, 1), (30, 3), (365, 30))
_RARELY = 180
_DAY = 86_400


def due_at(
    now: datetime, *, published: str | None, discovered_at: str, verified_at: str | None
) -> datetime:
    """From when on a page of its present age is due; `now` for one that was never verified.

    Times are ISO 8601, without an offset UTC; what is no such time does not count as one.
    """
    verified = _moment(verified_at)
    if verified is None:
        return now
    began = _moment(published) or _moment(discovered_at) or now
    age = (now - began).total_seconds() / _DAY
    rest = next((days for limit, days in _REVISITS if age < limit), _RARELY)
    return verified + timedelta(days=rest)


def _moment(written: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
