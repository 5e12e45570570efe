"""The posts of the sample site, one file a post, and the site's own description.

A post is an HTML fragment under front matter in TOML, between two lines of `+++`. In the
fragment `{base_url}` stands for the address at which the site is served.
"""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from importlib import resources
from typing import Any, Literal

JAKARTA = timezone(timedelta(hours=7), "WIB")
"""The time that the site's posts are dated in."""

Theme = Literal["sahifa", "jannah"]

_FENCE = "+++\n"
_TAG = re.compile(r"<[^<>]*>")
_EXCERPT_WORDS = 28


@dataclass(frozen=True, slots=True)
class Post:
    """One post as its author wrote it."""

    id: int
    slug: str
    title: str
    date: datetime
    """When it was published, with its offset."""
    modified: datetime
    author: str
    categories: tuple[str, ...]
    """Slugs of the site's categories, the main one first."""
    theme: Theme
    """The theme that the post's page is built with."""
    body: str
    subtitle: str | None = None
    tags: tuple[str, ...] = ()
    status: int = 200
    """What the post's page answers: another number than 200 is a broken page."""
    protected: bool = False
    """Whether its page asks for a password."""

    @property
    def excerpt(self) -> str:
        """The body's first words, without markup."""
        if self.protected:
            return "Tidak ada kutipan karena ini adalah pos yang terproteksi."
        words = html.unescape(_TAG.sub(" ", self.body)).split()
        more = " […]" if len(words) > _EXCERPT_WORDS else ""
        return " ".join(words[:_EXCERPT_WORDS]).replace(" ,", ",").replace(" .", ".") + more

    def body_at(self, base_url: str) -> str:
        """The body with the links of a site that is served at `base_url`."""
        return self.body.replace("{base_url}", base_url)


@dataclass(frozen=True, slots=True)
class Category:
    """A category of the site, as WordPress numbers and names it."""

    id: int
    slug: str
    name: str


@cache
def site() -> dict[str, Any]:
    """The site's description: name, tagline, page sizes, calendar words."""
    text = resources.files(__package__).joinpath("site.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def categories() -> tuple[Category, ...]:
    """The site's categories in the order of their numbers."""
    return tuple(Category(**row) for row in site()["category"])


@cache
def bundled_posts() -> tuple[Post, ...]:
    """The posts that come with the package, the newest first."""
    folder = resources.files(__package__).joinpath("posts")
    files = [file for file in folder.iterdir() if file.name.endswith(".html")]
    return newest_first(
        read_post(file.name.removesuffix(".html"), file.read_text("utf-8")) for file in files
    )


def read_post(slug: str, text: str) -> Post:
    """The post of one file. Raises ValueError where front matter is missing or not TOML."""
    start, front, body = text.split(_FENCE, 2)
    if start:
        raise ValueError(f"{slug}: front matter must come first")
    fields = tomllib.loads(front)
    for many in ("categories", "tags"):
        fields[many] = tuple(fields.get(many, ()))
    for moment in ("date", "modified"):
        fields[moment] = fields.get(moment, fields["date"]).astimezone(JAKARTA)
    return Post(slug=slug, body=body.strip(), **fields)


def newest_first(posts: Iterable[Post]) -> tuple[Post, ...]:
    """Posts in the order in which WordPress lists them."""
    return tuple(sorted(posts, key=lambda post: (post.date, post.id), reverse=True))
