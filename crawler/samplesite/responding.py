"""A request -> an answer: the site's decisions, pure."""

from __future__ import annotations

from collections.abc import Callable

from crawler.samplesite.answers import Answer, Snapshot, redirect
from crawler.samplesite.feed import answer_feed
from crawler.samplesite.files import answer_upload
from crawler.samplesite.pages import (
    listing_page,
    not_found_page,
    plain_page,
    post_page,
    sitemap_page,
)
from crawler.samplesite.rest import answer_rest
from crawler.samplesite.routing import Target, TargetKind, find_target

_OK = 200


def respond(path: str, snapshot: Snapshot) -> Answer:
    """The answer to a request for `path` (with its query). Never raises."""
    target = find_target(path, snapshot.addresses.permalinks)
    if target.kind == "nothing" and snapshot.falls_back:
        target = Target("listing")
    answer = None if target.kind in snapshot.off else _ANSWERS[target.kind](target, snapshot)
    return answer or _html(not_found_page(snapshot), snapshot, 404)


def _answer_listing(target: Target, snapshot: Snapshot) -> Answer | None:
    page = listing_page(target.listing, snapshot)
    if page is None:
        return None
    if not target.canonical:
        return redirect(snapshot.addresses.listing(target.listing))
    return _html(page, snapshot)


def _answer_post(target: Target, snapshot: Snapshot) -> Answer | None:
    post = snapshot.find(target.name)
    if post is None:
        return None
    if not target.canonical:
        return redirect(snapshot.addresses.post(post))
    if post.status != _OK:
        return _html(plain_page("broken.html", snapshot), snapshot, post.status)
    shortlink = f"<{snapshot.addresses.shortlink(post)}>; rel=shortlink"
    return _html(post_page(post, snapshot), snapshot, links=(shortlink,))


def _answer_sitemap(target: Target, snapshot: Snapshot) -> Answer | None:
    if target.name not in {"index", "posts", "taxonomies"} or target.page != 1:
        return None
    if not target.canonical:
        return redirect(snapshot.addresses.sitemap())
    body = sitemap_page(target.name, snapshot).encode()
    return Answer(200, body, "application/xml; charset=UTF-8", (("X-Robots-Tag", "noindex"),))


def _answer_robots(_: Target, snapshot: Snapshot) -> Answer:
    lines = ["User-agent: *", "Disallow: /wp-admin/", "Allow: /wp-admin/admin-ajax.php", ""]
    if "sitemap" not in snapshot.off:
        lines.append(f"Sitemap: {snapshot.addresses.sitemap()}")
    return Answer(200, "\n".join([*lines, ""]).encode(), "text/plain; charset=utf-8")


def _answer_upload(target: Target, snapshot: Snapshot) -> Answer | None:
    """A file; 304 to who has it already, by its validator."""
    answer = snapshot.files.get(target.name) or answer_upload(target.name)
    validator = dict(answer.headers).get("ETag") if answer else None
    if answer and validator and snapshot.request_headers.get("if-none-match") == validator:
        return Answer(304, headers=answer.headers)
    return answer


def _html(page: str, snapshot: Snapshot, status: int = _OK, links: tuple[str, ...] = ()) -> Answer:
    api = f'<{snapshot.addresses.rest()}>; rel="https://api.w.org/"'
    return Answer(status, page.encode(), headers=tuple(("Link", link) for link in (api, *links)))


_ANSWERS: dict[TargetKind, Callable[[Target, Snapshot], Answer | None]] = {
    "listing": _answer_listing,
    "post": _answer_post,
    "rest": lambda target, snapshot: answer_rest(target.name, target.parameters, snapshot),
    "sitemap": _answer_sitemap,
    "feed": answer_feed,
    "robots": _answer_robots,
    "upload": _answer_upload,
    "admin": lambda _, snapshot: _html(plain_page("admin.html", snapshot), snapshot),
    "nothing": lambda *_: None,
}
