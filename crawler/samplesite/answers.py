"""What the site sends back, and what it knows while it decides that."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from crawler.samplesite.addresses import Addresses, Listing
from crawler.samplesite.posts import Post


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP response."""

    status: int
    body: bytes = b""
    content_type: str = "text/html; charset=UTF-8"
    headers: tuple[tuple[str, str], ...] = ()
    times: int = 1
    """How often the body is sent, one after the other: a large answer of a small one."""
    tells_length: bool = True
    """False where only the end of the connection tells the end of the body."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The site at the moment of one request."""

    addresses: Addresses
    posts: tuple[Post, ...]
    """The newest first."""
    now: datetime
    views: int
    """How many requests came before: what the themes print as a post's views grows with it."""
    off: frozenset[str] = frozenset()
    """Surfaces that are switched off."""
    falls_back: bool = False
    """Whether the home page answers at addresses that the permalink style does not have."""
    files: Mapping[str, Answer] = field(default_factory=dict)
    """Answers for files beside the bundled ones, by their paths below the uploads."""
    request_headers: Mapping[str, str] = field(default_factory=dict)
    """Of the request, names in lower case."""

    def find(self, name: str) -> Post | None:
        """The post of a number, a slug, or a permalink's `YYYY/MM/DD/slug`."""
        return next((post for post in self.posts if name in _names(post)), None)

    def listed(self, listing: Listing) -> tuple[Post, ...]:
        """All posts of a listing, whatever its page."""
        return tuple(post for post in self.posts if _belongs(post, listing))


def redirect(url: str) -> Answer:
    """A permanent redirect, as WordPress answers an address that is not the canonical one."""
    return Answer(301, headers=(("Location", url), ("X-Redirect-By", "WordPress")))


def json_answer(data: Any, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    """An answer of the REST interface."""
    body = json.dumps(data, ensure_ascii=False).encode()
    return Answer(status, body, "application/json; charset=UTF-8", headers)


def _names(post: Post) -> tuple[str, str, str]:
    return str(post.id), post.slug, f"{post.date:%Y/%m/%d}/{post.slug}"


def _belongs(post: Post, listing: Listing) -> bool:
    named = {
        "home": True,
        "category": listing.name in post.categories,
        "tag": listing.name in post.tags,
        "month": listing.name == f"{post.date:%Y%m}",
        "author": listing.name == post.author,
    }
    return named[listing.kind]
