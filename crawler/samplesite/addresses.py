"""Where things are on a WordPress site, in both of its permalink styles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from crawler.samplesite.posts import Post, categories

Permalinks = Literal["pretty", "plain"]
ListingKind = Literal["home", "category", "tag", "month", "author"]


@dataclass(frozen=True, slots=True)
class Listing:
    """A page that lists posts: of the whole site, or those of a category, tag, month, author."""

    kind: ListingKind = "home"
    name: str = ""
    """A slug; of a month its six digits, as in 201810."""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of a site served at `base_url`, which has no slash at its end."""

    base_url: str
    permalinks: Permalinks

    @property
    def pretty(self) -> bool:
        """Whether the site's links are made of words."""
        return self.permalinks == "pretty"

    def shortlink(self, post: Post) -> str:
        """The address of a post by its number."""
        return f"{self.base_url}/?p={post.id}"

    def post(self, post: Post) -> str:
        """The address that a post calls its own."""
        if not self.pretty:
            return self.shortlink(post)
        return f"{self.base_url}/{post.date:%Y/%m/%d}/{post.slug}/"

    def listing(self, listing: Listing) -> str:
        """The address of one page of a listing."""
        if self.pretty:
            page = f"page/{listing.page}/" if listing.page > 1 else ""
            return f"{self.base_url}/{_pretty_listing(listing)}{page}"
        queries = [*_plain_listing(listing)]
        if listing.page > 1:
            queries.append(f"paged={listing.page}")
        return f"{self.base_url}/" + ("?" + "&".join(queries) if queries else "")

    def rest(self, route: str = "/") -> str:
        """The address of a REST route, such as `/wp/v2/posts`."""
        if self.pretty:
            return f"{self.base_url}/wp-json{route}"
        return f"{self.base_url}/?rest_route={quote(route)}"

    def sitemap(self, name: str = "index") -> str:
        """The address of the sitemap index, or of the sub-sitemap `posts` or `taxonomies`."""
        if name == "index":
            end = "wp-sitemap.xml" if self.pretty else "?sitemap=index"
        else:
            kind = "post" if name == "posts" else "category"
            pretty = f"wp-sitemap-{name}-{kind}-1.xml"
            plain = f"?sitemap={name}&sitemap-subtype={kind}&paged=1"
            end = pretty if self.pretty else plain
        return f"{self.base_url}/{end}"

    def feed(self) -> str:
        """The address of the RSS feed."""
        return f"{self.base_url}/" + ("feed/" if self.pretty else "?feed=rss2")


def _pretty_listing(listing: Listing) -> str:
    if listing.kind == "home":
        return ""
    if listing.kind == "month":
        return f"{listing.name[:4]}/{listing.name[4:]}/"
    return f"{listing.kind}/{quote(listing.name)}/"


def _plain_listing(listing: Listing) -> list[str]:
    if listing.kind == "home":
        return []
    if listing.kind == "month":
        return [f"m={listing.name}"]
    if listing.kind == "category":
        numbers = {category.slug: category.id for category in categories()}
        return [f"cat={numbers.get(listing.name, 0)}"]
    return [f"{'author_name' if listing.kind == 'author' else 'tag'}={quote(listing.name)}"]
