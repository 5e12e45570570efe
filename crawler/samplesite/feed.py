"""The RSS feed, with the marks by which a client asks whether it has changed."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from crawler.samplesite.answers import Answer, Snapshot, redirect
from crawler.samplesite.pages import feed_page
from crawler.samplesite.posts import site
from crawler.samplesite.routing import Target


def answer_feed(target: Target, snapshot: Snapshot) -> Answer | None:
    """A page of the feed, or 304 for a client that has it; None beyond the last page."""
    size = site()["items_per_feed"]
    posts = snapshot.posts[max(0, target.page - 1) * size : target.page * size]
    if not posts:
        return None
    if not target.canonical:
        return redirect(snapshot.addresses.feed())
    changed = max(post.modified for post in snapshot.posts).replace(microsecond=0)
    written = format_datetime(changed.astimezone(UTC), usegmt=True)
    numbers = " ".join(str(post.id) for post in posts)
    digest = hashlib.sha256(f"{written} {numbers}".encode()).hexdigest()[:32]
    marks = (("Last-Modified", written), ("ETag", f'"{digest}"'))
    if _is_known(snapshot, changed, digest):
        return Answer(304, headers=marks)
    body = feed_page(posts, snapshot).encode()
    return Answer(200, body, "application/rss+xml; charset=UTF-8", marks)


def _is_known(snapshot: Snapshot, changed: datetime, digest: str) -> bool:
    """Whether the request says that it has the feed as it is: RFC 9110, section 13.2.2."""
    headers = snapshot.request_headers
    if "if-none-match" in headers:
        return digest in headers["if-none-match"]
    try:
        since = parsedate_to_datetime(headers.get("if-modified-since", ""))
    except ValueError:
        return False
    return changed <= (since if since.tzinfo else since.replace(tzinfo=UTC))
