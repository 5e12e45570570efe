"""When a page is due to be looked at again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from archive.revisits import due_at

NOW = datetime(2019, 6, 1, 12, tzinfo=UTC)


def days_before(days: float) -> str:
    return (NOW - timedelta(days=days)).isoformat()


def rest(published: str | None, *, discovered: float = 0) -> timedelta:
    """How long a page that has just been looked at is left alone."""
    due = due_at(
        NOW,
        published=published,
        discovered_at=days_before(discovered),
        verified_at=days_before(0),
    )
    return due - NOW


@pytest.mark.parametrize(
    ("age", "days"), [(1, 0.25), (5, 1), (20, 3), (200, 30), (366, 180), (5000, 180)]
)
def test_the_older_a_page_the_longer_it_is_left_alone(age: float, days: float) -> None:
    assert rest(days_before(age)) == timedelta(days=days)


def test_a_page_without_a_known_date_is_as_old_as_the_archive_knows_it() -> None:
    for published in (None, "", "kemarin"):
        assert rest(published, discovered=20) == timedelta(days=3)


def test_dates_alone_and_times_of_other_zones_are_understood() -> None:
    assert rest("2019-05-12") == timedelta(days=3)
    assert rest("2019-05-31T19:00:00+07:00") == timedelta(days=0.25)


def test_a_page_that_was_never_verified_is_due_now() -> None:
    assert due_at(NOW, published=None, discovered_at=days_before(1), verified_at=None) == NOW
