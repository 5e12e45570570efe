"""What a request's address asks for: WordPress' rewrite rules, as far as the site has pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import parse_qsl, unquote

from crawler.samplesite.addresses import Listing, ListingKind, Permalinks
from crawler.samplesite.posts import categories

TargetKind = Literal[
    "listing", "post", "rest", "sitemap", "feed", "robots", "upload", "admin", "nothing"
]

_UPLOADS = "/wp-content/uploads/"
_MOST_DIGITS = 9
_KINDS: dict[str | None, ListingKind] = {
    None: "home",
    "category": "category",
    "tag": "tag",
    "author": "author",
}
_POST = re.compile(r"/(\d{4})/(\d\d)/(\d\d)/([^/]+)(/?)$")
_LISTING = re.compile(
    r"(?:/(?P<kind>category|tag|author)/(?P<name>[^/]+)|/(?P<year>\d{4})/(?P<month>\d\d))?"
    r"(?:/page/(?P<page>\d+))?(?P<slash>/?)$"
)
_FEED = re.compile(r"/feed(?:/rss2)?(/?)$")
_SITEMAP = re.compile(
    r"/wp-sitemap(?:-(?:(posts)-post|(taxonomies)-category)-(?P<page>\d+))?\.xml$"
)


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked for."""

    kind: TargetKind
    name: str = ""
    """A post's number or slug, a REST route, a sitemap's name, an upload's path."""
    page: int = 1
    listing: Listing = field(default_factory=Listing)
    parameters: Mapping[str, str] = field(default_factory=dict)
    canonical: bool = True
    """False where WordPress redirects to the address that the thing calls its own."""


NOTHING = Target("nothing")


def number(text: str | None) -> int | None:
    """A whole number from 0 on, or None for anything else that an address may hold."""
    if text and text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
        return int(text)
    return None


def find_target(path: str, permalinks: Permalinks) -> Target:
    """What the path and query of a request ask for. Never raises."""
    raw, _, query = path.partition("?")
    place = unquote(raw, errors="replace")
    parameters = dict(parse_qsl(query.partition("#")[0], keep_blank_values=True))
    if place == "/robots.txt":
        return Target("robots")
    if place.startswith(_UPLOADS):
        return Target("upload", place.removeprefix(_UPLOADS))
    if place == "/wp-admin" or place.startswith("/wp-admin/"):
        return Target("admin")
    pretty = permalinks == "pretty"
    if place in {"/", "/index.php", ""}:
        return _by_query(parameters, pretty=pretty)
    return _by_words(place, parameters) if pretty else NOTHING


def _by_query(parameters: dict[str, str], *, pretty: bool) -> Target:
    page = number(parameters.get("paged")) or 1
    if "rest_route" in parameters:
        return Target("rest", parameters["rest_route"] or "/", parameters=parameters)
    if "sitemap" in parameters:
        return Target("sitemap", parameters["sitemap"], page)
    if "feed" in parameters:
        return Target("feed", page=page) if parameters["feed"] in {"rss2", "rss"} else NOTHING
    if "p" in parameters:
        post = number(parameters["p"])
        return Target("post", str(post), canonical=not pretty) if post else NOTHING
    listing = _queried_listing(parameters, page)
    if listing is None:
        return NOTHING
    return Target("listing", listing=listing, canonical=not pretty or listing == Listing())


def _queried_listing(parameters: dict[str, str], page: int) -> Listing | None:
    if "cat" in parameters:
        slugs = {str(category.id): category.slug for category in categories()}
        slug = slugs.get(parameters["cat"])
        return Listing("category", slug, page) if slug else None
    if "tag" in parameters:
        return Listing("tag", parameters["tag"], page)
    if "author_name" in parameters:
        return Listing("author", parameters["author_name"], page)
    if "m" in parameters:
        return Listing("month", parameters["m"], page)
    return Listing(page=page)


def _by_words(place: str, parameters: dict[str, str]) -> Target:
    if place == "/wp-json" or place.startswith("/wp-json/"):
        return Target("rest", place.removeprefix("/wp-json") or "/", parameters=parameters)
    if place == "/sitemap.xml":
        return Target("sitemap", "index", canonical=False)
    if found := _FEED.match(place):
        page = number(parameters.get("paged")) or 1
        return Target("feed", page=page, canonical=bool(found[1]))
    for pattern, target_of in _WORDED.items():
        if found := pattern.match(place):
            return target_of(found)
    return NOTHING


def _worded_sitemap(found: re.Match[str]) -> Target:
    name = found[1] or found[2] or "index"
    return Target("sitemap", name, number(found["page"] or "1") or 0)


def _worded_post(found: re.Match[str]) -> Target:
    return Target("post", "/".join(found.groups()[:4]), canonical=bool(found[5]))


def _worded_listing(found: re.Match[str]) -> Target:
    page = number(found["page"] or "1") or 0
    if found["year"]:
        listing = Listing("month", found["year"] + found["month"], page)
    else:
        listing = Listing(_KINDS[found["kind"]], found["name"] or "", page)
    return Target("listing", listing=listing, canonical=bool(found["slash"]))


_WORDED: dict[re.Pattern[str], Callable[[re.Match[str]], Target]] = {
    _SITEMAP: _worded_sitemap,
    _POST: _worded_post,
    _LISTING: _worded_listing,
}
