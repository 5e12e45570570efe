"""The site's HTML and XML pages, each theme's templates filled in."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from email.utils import format_datetime
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from crawler.samplesite.addresses import Listing
from crawler.samplesite.answers import Snapshot
from crawler.samplesite.posts import JAKARTA, Category, Post, Theme, categories, site

_LATEST = 5
_RELATED = 3
_HEADLINES = 2


def post_page(post: Post, snapshot: Snapshot) -> str:
    """A single post in its theme, with the chrome of the theme around it."""
    others = [other for other in snapshot.posts if other.id != post.id]
    related = [o for o in others if set(o.categories) & set(post.categories)]
    place = snapshot.posts.index(post)
    newer, older = snapshot.posts[:place], snapshot.posts[place + 1 :]
    return _render(
        f"{post.theme}_post.html",
        snapshot,
        post=post,
        title=post.title,
        body=_body(post, snapshot),
        categories=_categories_of(post),
        views=_views(post, snapshot),
        reading_minutes=max(1, len(post.body.split()) // 200),
        previous=older[0] if older else None,
        following=newer[-1] if newer else None,
        related=_around(related, post)[:_RELATED],
        check_also=next(iter(_around(others, post)), None),
    )


def _body(post: Post, snapshot: Snapshot) -> str:
    if post.protected:
        return _render("password_form.html", snapshot, post=post, title="")
    return post.body_at(snapshot.addresses.base_url)


def listing_page(listing: Listing, snapshot: Snapshot) -> str | None:
    """One page of a listing; None for a page beyond the last and for an empty listing."""
    posts = snapshot.listed(listing)
    per_page = site()["posts_per_page"]
    last = max(1, -(-len(posts) // per_page))
    first_page_of_home = listing == Listing()
    if not 1 <= listing.page <= last or (not posts and not first_page_of_home):
        return None
    theme: Theme = "sahifa" if listing.kind in {"category", "month"} else "jannah"
    return _render(
        f"{theme}_listing.html",
        snapshot,
        listing=listing,
        title=_listing_title(listing),
        posts=posts[(listing.page - 1) * per_page : listing.page * per_page],
        pages=[Listing(listing.kind, listing.name, page) for page in range(1, last + 1)],
    )


def not_found_page(snapshot: Snapshot) -> str:
    """The theme's page for an address that leads nowhere."""
    return _render("not_found.html", snapshot, title="Halaman tidak ditemukan")


def plain_page(template: str, snapshot: Snapshot) -> str:
    """A page outside of the themes: the sign-in page, or the page of a broken site."""
    return _render(template, snapshot, title="")


def feed_page(posts: tuple[Post, ...], snapshot: Snapshot) -> str:
    """The RSS feed with the given posts; https://www.rssboard.org/rss-specification."""
    return _render("feed.xml", snapshot, posts=posts, title="")


def sitemap_page(name: str, snapshot: Snapshot) -> str:
    """The sitemap index or a sub-sitemap; https://www.sitemaps.org/protocol.html."""
    return _render(f"sitemap_{name}.xml", snapshot, title="")


def _render(template: str, snapshot: Snapshot, **values: Any) -> str:
    newest = snapshot.posts[:_LATEST]
    chrome = {
        "site": site(),
        "at": snapshot.addresses,
        "Listing": Listing,
        "now": snapshot.now.astimezone(JAKARTA),
        "menu": categories(),
        "all_posts": snapshot.posts,
        "latest": newest,
        "headlines": newest[:_HEADLINES],
        "popular": _popular(snapshot),
        "tags": _tag_cloud(snapshot),
        "months": sorted({f"{post.date:%Y%m}" for post in snapshot.posts}, reverse=True),
    }
    return _templates().get_template(template).render({**chrome, **values})


@cache
def _templates() -> Environment:
    loader = PackageLoader("crawler.samplesite")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        indonesian=_indonesian,
        english=_english,
        weekday=lambda day: site()["calendar"]["weekdays"][day.weekday()],
        english_weekday=lambda day: site()["calendar"]["english_weekdays"][day.weekday()],
        month_name=_month_name,
        iso=lambda moment: moment.isoformat(timespec="seconds"),
        internet=_internet,
    )
    return environment


def _indonesian(day: date) -> str:
    return f"{day.day} {site()['calendar']['months'][day.month - 1]} {day.year}"


def _english(day: date) -> str:
    return f"{site()['calendar']['english_months'][day.month - 1]} {day.day}, {day.year}"


def _month_name(digits: str) -> str:
    return f"{site()['calendar']['months'][int(digits[4:]) - 1]} {digits[:4]}"


def _internet(moment: datetime) -> str:
    """A moment as RSS writes it: `Wed, 10 Oct 2018 02:11:05 +0000`."""
    return format_datetime(moment.astimezone(UTC))


def _listing_title(listing: Listing) -> str:
    if listing.kind == "category":
        return next(c.name for c in categories() if c.slug == listing.name)
    if listing.kind == "month":
        return _month_name(listing.name)
    return listing.name or str(site()["name"])


def _categories_of(post: Post) -> list[Category]:
    known = {category.slug: category for category in categories()}
    return [known[slug] for slug in post.categories if slug in known]


def _around(posts: list[Post], post: Post) -> list[Post]:
    """Posts by nearness of their date to that of `post`, the nearest first."""
    return sorted(posts, key=lambda other: (abs(other.date - post.date), other.id))


def _popular(snapshot: Snapshot) -> list[Post]:
    """A handful of posts that stays the same from page to page."""
    return sorted(snapshot.posts, key=lambda post: (post.id * 37 % 101, post.id))[:4]


def _tag_cloud(snapshot: Snapshot) -> list[str]:
    used = Counter(tag for post in snapshot.posts for tag in post.tags)
    return sorted(tag for tag, times in used.items() if times > 1)


def _views(post: Post, snapshot: Snapshot) -> int:
    return 120 + post.id * 13 % 700 + snapshot.views
