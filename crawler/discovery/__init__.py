"""Where a WordPress site's posts are: from one answer of the site to addresses to go on with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """What one answer tells: addresses of posts, and where more posts are listed."""

    posts: tuple[str, ...]
    more: tuple[str, ...]
