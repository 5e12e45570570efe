"""What an answer of a Wayback Machine says: pure rules over responses."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scrapy.http import Response

from archive.mementos import Memento
from crawler import reasons
from crawler.discovery import addresses
from crawler.discovery.web_archive import WebArchive
from crawler.recording import FetchedPost, ProtectedPost
from crawler.sites import Site
from crawler.spiders import answers, impostors
from crawler.spiders.answers import Asked
from crawler.spiders.asking import CAPTURE
from crawler.wayback import originals
from crawler.wayback.memento_visits import MementoVisit

_MOST_REDIRECTS = 5
_PROTECTED = "A password protects the post."


@dataclass(frozen=True, slots=True)
class AskedMemento:
    """A request for a memento, and the redirects followed since."""

    site: str
    memento: Memento
    url: str
    """The original address asked for now."""
    timestamp: str
    is_post: bool = True
    """Whether it is certain that the page is a post; its address may be that of another page."""
    via: tuple[tuple[str, str], ...] = ()
    """(timestamp, original address) of what redirected."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A redirect, and what to ask for after it."""

    asked: AskedMemento


def read(
    response: Response, asked: AskedMemento, site: Site, archive: WebArchive
) -> MementoVisit | Elsewhere:
    """The post that a memento shows, why there is none, or where to go on."""
    is_memento = originals.is_memento(response)
    if response.status in answers.REDIRECTS:
        return _follow(response, asked, site, archive, is_memento=is_memento)
    if not is_memento:
        said = reasons.of_status(response.status).replace("The site", "The Wayback Machine", 1)
        return _visit(response, asked, archive, reason=said)
    came = answers.read_post(_as_original(response, asked, site), _as_asked(asked), [])
    capture_id = response.meta[CAPTURE]
    reason: str | None
    if isinstance(came, FetchedPost):
        if not asked.is_post and not impostors.is_marked_post(response.body):
            reason = "Its address may be a post's, but the page is not marked as one."
            return _visit(response, asked, archive, capture_id=capture_id, reason=reason)
        when = originals.made_at(response, asked.memento)
        post = replace(came, capture_id=capture_id, fetched_at=when, is_live=False)
        return _visit(response, asked, archive, capture_id=capture_id, post=post)
    reason = _PROTECTED if isinstance(came, ProtectedPost) else getattr(came, "reason", None)
    return _visit(response, asked, archive, capture_id=capture_id, reason=reason)


def _follow(
    response: Response, asked: AskedMemento, site: Site, archive: WebArchive, *, is_memento: bool
) -> MementoVisit | Elsewhere:
    """Where a redirect leads, of the original site or of the Wayback Machine itself."""
    location = (response.headers.get("Location") or b"").decode("utf-8", "replace")
    capture_id = response.meta[CAPTURE] if is_memento else None
    here = (asked.timestamp, asked.url)
    there = archive.target(location, *here) if location else here
    url = addresses.canonical(there[1])
    reason = None
    if url is None:
        reason = "It redirects to an address that cannot be followed."
    elif there in (here, *asked.via) or len(asked.via) >= _MOST_REDIRECTS:
        reason = "It redirects in a circle."
    elif addresses.settle(url, (site.home, *site.aliases)) is None:
        reason = f"It redirects to another site: {url}"
    elif is_memento and addresses.shape(_settled(url, site), site.home) == "listing":
        reason = f"It redirects to {url}, which is no post."
    if reason is not None:
        return _visit(response, asked, archive, capture_id=capture_id, reason=reason)
    timestamp, original = there
    return Elsewhere(
        replace(asked, url=original, timestamp=timestamp, via=(*asked.via, here)),
    )


def _as_original(response: Response, asked: AskedMemento, site: Site) -> Response:
    """The answer at the address that its page has in the archive."""
    if not asked.via:
        return response.replace(url=asked.memento.page_url)
    url = addresses.canonical(asked.url) or asked.url
    page_url = asked.memento.page_url
    settled = _settled(url, site)
    same = addresses.key(settled) == addresses.key(page_url)
    return response.replace(url=page_url if same else settled)


def _as_asked(asked: AskedMemento) -> Asked:
    others = (addresses.canonical(url) for url in (asked.memento.url, *(u for _, u in asked.via)))
    page_url = asked.memento.page_url
    via = tuple(dict.fromkeys(url for url in others if url and url != page_url))
    return Asked(asked.site, page_url, via=via)


def _settled(url: str, site: Site) -> str:
    return addresses.settle(url, (site.home, *site.aliases)) or url


def _visit(
    response: Response,
    asked: AskedMemento,
    archive: WebArchive,
    *,
    capture_id: int | None = None,
    post: FetchedPost | None = None,
    reason: str | None = None,
) -> MementoVisit:
    return MementoVisit(
        asked.memento,
        archive.memento(asked.timestamp, asked.url),
        asked.site,
        capture_id=capture_id,
        post=post,
        reason=reason,
        is_direct=not asked.via,
        has_plain_payload=originals.has_plain_payload(response),
    )
