"""Which known pages are asked for, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from archive.known_pages import KnownPage
from crawler.discovery import Post, addresses
from crawler.spiders import planning
from crawler.spiders.planning import Plan, has_moved, is_due, is_older

NOW = datetime(2019, 6, 1, 12, tzinfo=UTC)
URL = "https://kota.example/2019/03/05/rapat/"


def at(days: float) -> str:
    """So many days before now."""
    return (NOW - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")


PAGE = KnownPage(
    id=1,
    url=URL,
    state="fetched",
    visited=False,
    listed=False,
    discovered_at=at(60),
    fetched_at=at(10),
    verified_at=at(10),
    next_try_at=None,
    unlisted_at=None,
    modified=at(40),
    published=at(60),
    etag=None,
    last_modified=None,
)


def planned(*pages: KnownPage, told: tuple[Post, ...] = (), complete: bool = True) -> Plan:
    by_key = {addresses.key(post.url): post for post in told}
    return planning.plan(pages, by_key, complete=complete, since=None, now=NOW)


def whys(plan: Plan) -> list[str]:
    return [step.why for step in plan.steps]


def test_a_page_that_did_not_move_is_verified_without_a_visit() -> None:
    plan = planned(PAGE, told=(Post(URL, PAGE.modified),))
    assert (whys(plan), [page for page, _ in plan.verified]) == ([], [PAGE])


def test_a_page_is_known_under_any_of_its_addresses() -> None:
    page = replace(PAGE, addresses=("http://www.kota.example/?p=7",))
    told = Post("https://kota.example/?p=7", PAGE.modified)
    assert planned(page, told=(told,)).verified


def test_the_urgent_comes_first() -> None:
    pages = [
        replace(PAGE, id=number, url=f"https://kota.example/?p={number}", state=state)
        for number, state in enumerate(("fetched", "failed", "gone", "pending", "fetched"))
    ]
    told = (Post(pages[2].url), Post(pages[4].url, at(1)))
    assert whys(planned(*pages, told=told)) == [
        "new",
        "changed",
        "listed again",
        "failed before",
        "no longer listed",
    ]


def test_a_page_missing_from_complete_lists_is_checked_once() -> None:
    assert whys(planned(PAGE)) == ["no longer listed"]
    checked = planned(replace(PAGE, unlisted_at=at(1), verified_at=at(1)))
    assert whys(checked) == ["due"]
    assert planned(PAGE, complete=False).unlisted == ()


def test_lists_that_are_broken_by_half_do_not_set_the_site_in_motion() -> None:
    pages = [replace(PAGE, id=number, url=f"{URL}{number}") for number in range(400)]
    assert len(planned(*pages).steps) <= 75


def test_a_failed_page_rests_until_its_time() -> None:
    failed = replace(PAGE, state="failed", next_try_at=at(-1))
    assert whys(planned(failed)) == []
    assert whys(planned(replace(failed, next_try_at=at(1)))) == ["failed before"]
    assert whys(planned(failed, told=(Post(URL, at(0.5)),))) == ["failed before"]


def test_small_sites_are_looked_at_in_full_and_large_ones_in_turn() -> None:
    pages = [
        replace(PAGE, id=n, url=f"https://kota.example/?p={n}", verified_at=at(0.1 + n / 1000))
        for n in range(100)
    ]
    told = tuple(Post(page.url) for page in pages)
    assert len(planned(*pages[:20], told=told).steps) == 20
    chosen = [step.page.id for step in planned(*pages, told=told).steps]
    assert chosen == list(range(99, 74, -1))


@pytest.mark.parametrize(
    ("age", "verified", "due"),
    [
        (1, 0.2, False),
        (1, 0.3, True),
        (5, 2, True),
        (20, 2, False),
        (200, 31, True),
        (900, 90, False),
    ],
)
def test_young_pages_are_due_often_and_old_ones_rarely(
    *, age: float, verified: float, due: bool
) -> None:
    assert is_due(replace(PAGE, published=at(age), verified_at=at(verified)), NOW) == due


@pytest.mark.parametrize(
    ("before", "told", "moved"),
    [
        (at(40), at(40), False),
        (at(40), at(39), True),
        (None, at(40), False),
        (None, at(9), True),
        (None, at(10.5), True),
        (at(40), at(40)[:10], False),
        (at(40), at(30)[:10], True),
        (None, at(10)[:10], True),
        (None, at(30)[:10], False),
    ],
)
def test_a_page_moved_if_it_was_edited_since_it_was_fetched(
    *, before: str | None, told: str, moved: bool
) -> None:
    assert has_moved(replace(PAGE, modified=before), told) == moved


def test_a_post_is_older_by_its_own_time_its_edit_or_its_address() -> None:
    since = "2019-03-01"
    assert is_older(
        Post("https://kota.example/?p=1", published="2019-02-28T23:00:00Z"), None, since
    )
    assert is_older(Post("https://kota.example/?p=1", modified="2019-02-28"), None, since)
    assert is_older(Post("https://kota.example/2019/02/28/rapat/"), None, since)
    assert not is_older(Post("https://kota.example/2019/03/rapat/"), None, since)
    assert not is_older(Post("https://kota.example/?p=1"), None, since)
