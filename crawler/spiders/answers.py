"""What an answer to the news spider says of itself: pure rules over responses."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scrapy.http import HtmlResponse, Response

from crawler import reasons
from crawler.discovery import addresses
from crawler.recording import FailedPost, FetchedPost
from crawler.sites import Site

_OK = 200
REDIRECTS = frozenset((301, 302, 303, 307, 308))
_MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request is for: the page first asked for, and the redirects followed since."""

    site: str
    url: str
    via: tuple[str, ...] = ()

    def after(self, url: str) -> Asked:
        """The same, one redirect later; `url` is the address that redirected."""
        return replace(self, via=(*self.via, url))


class NotFollowedError(Exception):
    """A redirect that leads nowhere the crawl may go; its message is a sentence."""


def target_of(response: Response, asked: Asked, site: Site) -> str:
    """Where a redirect leads. Raises NotFollowedError."""
    location = (response.headers.get("Location") or b"").decode("utf-8", "replace")
    target = addresses.canonical(location, response.url) if location else None
    if target is None:
        raise NotFollowedError("The site redirects to an address that cannot be followed.")
    if addresses.settle(target, (site.home, *site.aliases)) is None:
        raise NotFollowedError(f"The address now leads to another site: {target}")
    if len(asked.via) >= _MOST_REDIRECTS or target in (*asked.via, response.url):
        raise NotFollowedError("The site redirects in a circle.")
    return target


def target_of_post(response: Response, asked: Asked, site: Site) -> str:
    """The same for a post, which no listing can be: sites send dead posts to their home."""
    target = target_of(response, asked, site)
    settled = addresses.settle(target, (site.home, *site.aliases)) or target
    if addresses.shape(settled, site.home) == "listing":
        raise NotFollowedError(f"The address now leads to {target}, which is no post.")
    return target


def read_post(response: Response, asked: Asked, aliases: list[str]) -> FetchedPost | FailedPost:
    """A post's page as it was served, or why this answer is none.

    `aliases` are further addresses known to lead to it.
    """
    trouble = trouble_of(response)
    if trouble is not None:
        return FailedPost(asked.url, asked.site, trouble, response.status)
    also = (*asked.via[1:], *aliases, *_shortlinks(response))
    return FetchedPost(
        url=response.url,
        requested_url=asked.url,
        site=asked.site,
        http_status=response.status,
        media_type=_media_type(response),
        body=response.body,
        addresses=tuple(dict.fromkeys(also)),
    )


def trouble_of(response: Response) -> str | None:
    """Why an answer is no HTML page, in a sentence; None where it is one."""
    if response.status != _OK:
        return reasons.of_status(response.status)
    if not response.body.strip():
        return "The site answered with an empty page."
    if not isinstance(response, HtmlResponse):
        return f"The answer is no HTML page; it is {_media_type(response) or 'of no known type'}."
    return None


def _media_type(response: Response) -> str:
    header = (response.headers.get("Content-Type") or b"").decode("latin-1")
    return header.partition(";")[0].strip().lower()


def _shortlinks(response: Response) -> list[str]:
    """The addresses that the page gives as its short ones, absolute."""
    links = response.xpath("//link[@rel='shortlink']/@href").getall()
    return [url for link in links if (url := addresses.canonical(link, response.url))]
