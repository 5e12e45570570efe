"""Where a WordPress site's posts are: from one answer of the site to addresses to go on with.

Four ways lead there, each a module: rest, sitemap, feed, listing. Each has
`starts(site)`, the addresses at which the way usually begins, and `find(answer, site)`, what
one answer tells. Both are pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Way = Literal["rest", "sitemap", "feed", "listing"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A response that came well (200)."""

    url: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    """Names in lower case; several values of one name are joined by commas."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post, and what the way tells of it."""

    url: str
    """Canonical, below the site's home."""
    modified: str | None = None
    """When it was last edited: UTC with seconds and Z, or a date alone."""
    published: str | None = None
    """When it was published, likewise."""
    number: int | None = None
    """WordPress' own number of it."""
    protected: bool = False
    """Whether a password protects it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one answer tells: posts, and where more of them are listed."""

    posts: tuple[Post, ...]
    more: tuple[str, ...] = ()
    entries: int = 0
    """How many entries the answer lists, posts of the site or not."""
    total: int | None = None
    """How many entries the way says that it has in all, on every page together."""
    trouble: str | None = None
    """Why this answer does not tell all that it should, a sentence."""

    @property
    def urls(self) -> tuple[str, ...]:
        """The addresses of the posts."""
        return tuple(post.url for post in self.posts)


class NotThisWayError(Exception):
    """An answer of another kind than the way's; its message is a sentence."""
