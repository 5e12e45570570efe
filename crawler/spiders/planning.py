"""Which of a site's known pages to ask for, and why: pure rules over what is known and told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from archive import revisits
from archive.known_pages import KnownPage
from archive.timestamps import written
from crawler.discovery import Post, addresses
from crawler.discovery.moments import universal

Why = Literal["new", "changed", "failed before", "listed again", "no longer listed", "due"]
_ORDER: tuple[Why, ...] = (
    "new",
    "changed",
    "listed again",
    "failed before",
    "no longer listed",
    "due",
)

_SLACK = timedelta(days=1)
"""Clocks differ: a change so shortly before a visit may have come after it."""

_OLD = "1990-01-01"

_ALWAYS_REVISITED = 25
"""Pages of which no list tells whether they changed, and that a run asks for though none is due:
small sites are thus looked at in full by every run, large ones in turn."""
_MOST_CHECKS = 50
_SHARE_OF_CHECKS = 0.05
"""Pages missing from the lists that one run asks for: a list that is broken by half must not
set the whole site in motion."""


@dataclass(frozen=True, slots=True)
class Step:
    """A page to ask for."""

    page: KnownPage
    told: Post | None
    why: Why

    @property
    def url(self) -> str:
        """Where to ask for it."""
        return address_of(self.page, self.told)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does about the known pages of a site."""

    steps: tuple[Step, ...]
    """The most urgent first."""
    verified: tuple[tuple[KnownPage, Post], ...]
    """Pages that are as they were, for the site tells so."""
    unlisted: tuple[KnownPage, ...]
    """Pages that the site no longer lists."""


def plan(
    pages: Iterable[KnownPage],
    told: Mapping[str, Post],
    *,
    complete: bool,
    since: str | None,
    now: datetime,
) -> Plan:
    """The plan for pages not visited yet.

    `told` are the posts that the site lists by the keys of their addresses; `complete` whether
    a page that is not among them is missing from a list that should name it.
    """
    all_pages = list(pages)
    steps: list[Step] = []
    verified: list[tuple[KnownPage, Post]] = []
    resting: list[Step] = []
    unlisted: list[KnownPage] = []
    most_checks = max(_MOST_CHECKS, int(len(all_pages) * _SHARE_OF_CHECKS))
    for page in all_pages:
        post = told_of(page, told)
        protected = post is not None and post.protected
        if page.visited or protected or is_older(post, page.published, since):
            continue
        missing = complete and post is None and not page.listed
        if missing and page.state != "gone":
            if page.unlisted_at is None and len(unlisted) >= most_checks:
                continue
            unlisted.append(page)
        why = why_of(page, post, missing=missing, now=now)
        if why is not None:
            steps.append(Step(page, post, why))
        elif page.state == "failed" or (page.state == "gone" and complete):
            continue  # it rests; it would be listed again
        elif post is not None and post.modified is not None:
            verified.append((page, post))
        else:
            resting.append(Step(page, post, "due"))
    due = sum(step.why == "due" for step in steps)
    resting.sort(key=lambda step: step.page.verified_at or "")
    steps += resting[: max(0, _ALWAYS_REVISITED - due)]
    steps.sort(key=lambda step: _ORDER.index(step.why))
    return Plan(tuple(steps), tuple(verified), tuple(unlisted))


def told_of(page: KnownPage, told: Mapping[str, Post]) -> Post | None:
    """What the site's lists tell of a page, under whichever of its addresses."""
    for url in (page.url, *page.addresses):
        post = told.get(addresses.key(url))
        if post is not None:
            return post
    return None


def address_of(page: KnownPage, post: Post | None) -> str:
    """Where a page is: as the site's lists call it now, else as the archive does.

    Of two forms of one address the archive's, which led to the page without a redirect.
    """
    if post is None or addresses.key(post.url) == addresses.key(page.url):
        return page.url
    return post.url


def renamed(
    posts: Iterable[Post], known: Mapping[str, KnownPage], home: str
) -> Iterator[tuple[Post, KnownPage]]:
    """Posts at addresses that the archive does not know, with the page that it knows by number.

    `known` are the pages by the keys of all their addresses.
    """
    for post in posts:
        if post.number is not None and addresses.key(post.url) not in known:
            page = known.get(addresses.key(addresses.by_number(home, post.number)))
            if page is not None and is_same(page, post):
                yield post, page


def is_same(page: KnownPage, post: Post) -> bool:
    """Whether a post that shares an address with a page is the page's, by its time.

    A site that was made anew gives the numbers of its old posts to others.
    """
    return post.published is not None and post.published == universal(page.published)


def is_older(post: Post | None, published: str | None, since: str | None) -> bool:
    """Whether a post is known to be published before `since`; by its address where that says it.

    A post that was last edited before that day was published before it, too.
    """
    if since is None:
        return False
    times = [] if post is None else [post.published, post.modified]
    dated = addresses.date_of(post.url) if post else None
    return any(time is not None and time[:10] < since for time in (*times, published, dated))


def why_of(page: KnownPage, post: Post | None, *, missing: bool, now: datetime) -> Why | None:
    """Why a page is to be asked for; None where it is not."""
    if page.state == "pending":
        return "new"
    if page.state == "gone":
        return "listed again" if post is not None else None
    modified = None if post is None else post.modified
    moved = modified is not None and has_moved(page, modified)
    if page.state == "failed":
        rested = page.next_try_at is None or page.next_try_at <= written(now)
        return "failed before" if rested or (moved and page.fetched_at) else None
    return _why_of_fetched(page, moved=moved, told=modified is not None, missing=missing, now=now)


def _why_of_fetched(
    page: KnownPage, *, moved: bool, told: bool, missing: bool, now: datetime
) -> Why | None:
    if moved:
        return "changed"
    if missing and page.unlisted_at is None:
        return "no longer listed"
    return "due" if not told and is_due(page, now) else None


def has_moved(page: KnownPage, modified: str) -> bool:
    """Whether the site tells of a change since the page was last fetched."""
    fetched = page.fetched_at or _OLD
    if len(modified) == len(_OLD):
        # A day alone: a change on the day of the visit may have come after it.
        before = (page.modified or "")[:10]
        return modified >= fetched[:10] or bool(before and before != modified)
    if page.modified is not None and len(page.modified) > len(_OLD):
        return modified != page.modified
    return modified >= written(_moment(fetched) - _SLACK)


def is_due(page: KnownPage, now: datetime) -> bool:
    """Whether a page of its age has been left alone for long enough."""
    due = revisits.due_at(
        now,
        published=universal(page.published),
        discovered_at=page.discovered_at,
        verified_at=page.verified_at,
    )
    return due <= now


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
