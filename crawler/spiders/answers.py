"""What an answer to the news spider says of itself: pure rules over responses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from scrapy.http import HtmlResponse, Response

from crawler import reasons
from crawler.article.markup import parse
from crawler.discovery import Answer, Post, addresses
from crawler.recording import (
    FailedPost,
    FetchedPost,
    GonePost,
    Item,
    ProtectedPost,
    UnchangedPost,
)
from crawler.sites import Site
from crawler.spiders import impostors

_OK = 200
NOT_MODIFIED = 304
GONE = frozenset((404, 410))
REDIRECTS = frozenset((301, 302, 303, 307, 308))
_MOST_REDIRECTS = 5
_LIST_INSTEAD = "The site answers with a list of posts instead of the post."


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request is for: the page first asked for, and the redirects followed since."""

    site: str
    url: str
    """As the archive calls it."""
    via: tuple[str, ...] = ()
    told: Post | None = None
    """What the site's lists tell of it."""
    may_be_gone: bool = False
    """Whether an answer that it is not there means that it is gone, and is no failure."""
    is_same: bool = False
    """Whether it is certainly that page which is asked for, whatever its address is now."""
    conditions: Mapping[str, str] = field(default_factory=dict)
    """Headers by which its own address need not send again what the archive has."""

    def after(self, url: str) -> Asked:
        """The same, one redirect later; `url` is the address that redirected."""
        return replace(self, via=(*self.via, url), is_same=False)


class NotFollowedError(Exception):
    """A redirect that leads nowhere the crawl may go; its message is a sentence."""


class GoneHomeError(NotFollowedError):
    """A redirect to the site's home page, where sites send posts that are no more."""


def target_of(response: Response, via: tuple[str, ...], site: Site) -> str:
    """Where a redirect leads, `via` being the redirects before. Raises NotFollowedError."""
    location = (response.headers.get("Location") or b"").decode("utf-8", "replace")
    target = addresses.canonical(location, response.url) if location else None
    if target is None:
        raise NotFollowedError("The site redirects to an address that cannot be followed.")
    if addresses.settle(target, (site.home, *site.aliases)) is None:
        raise NotFollowedError(f"The address now leads to another site: {target}")
    if len(via) >= _MOST_REDIRECTS or target in (*via, response.url):
        raise NotFollowedError("The site redirects in a circle.")
    return target


def target_of_post(response: Response, asked: Asked, site: Site) -> str:
    """The same for a post, which no listing can be. Raises GoneHomeError, NotFollowedError."""
    target = target_of(response, asked.via, site)
    settled = addresses.settle(target, (site.home, *site.aliases)) or target
    if addresses.shape(settled, site.home) == "listing":
        said = f"The address now leads to {target}, which is no post."
        at_home = addresses.key(settled) == addresses.key(site.home)
        raise GoneHomeError(said) if at_home else NotFollowedError(said)
    if impostors.is_sign_in(target):
        raise NotFollowedError(f"The site asks to sign in: it redirects to {target}.")
    return target


def read_post(response: Response, asked: Asked, aliases: list[str]) -> Item:
    """A post's page as it was served, or what this answer says instead.

    `aliases` are further addresses known to lead to it.
    """
    if response.status == NOT_MODIFIED:
        return UnchangedPost(asked.url, asked.site, response.status)
    trouble = trouble_of(response)
    if trouble is not None:
        kind = GonePost if response.status in GONE and asked.may_be_gone else FailedPost
        return kind(asked.url, asked.site, trouble, response.status)
    if impostors.is_list(response.body):
        kind = GonePost if asked.may_be_gone else FailedPost
        return kind(asked.url, asked.site, _LIST_INSTEAD, response.status)
    if impostors.is_protected(response.body):
        return ProtectedPost(asked.url)
    impostor = impostors.what_instead(response.body)
    if impostor is not None:
        return FailedPost(asked.url, asked.site, impostor, response.status)
    also = (*asked.via, *aliases, *_shortlinks(response))
    return FetchedPost(
        url=response.url,
        requested_url=asked.url,
        site=asked.site,
        http_status=response.status,
        body=response.body,
        addresses=tuple(dict.fromkeys(also)),
        told=asked.told,
        is_same=asked.is_same,
        etag=header(response, "ETag"),
        last_modified=header(response, "Last-Modified"),
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


def trouble_of_list(response: Response, *, html: bool) -> str | None:
    """The same for a page of a list, which only as a listing is HTML."""
    if html or response.status != _OK:
        return trouble_of(response)
    return None if response.body.strip() else "The site answered with an empty page."


def header(response: Response, name: str) -> str | None:
    """The response's header of that name; None where it has none."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def answer_of(response: Response) -> Answer:
    """The response as the ways to find posts read it."""
    headers = {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
    }
    return Answer(response.url, response.body, headers)


def _media_type(response: Response) -> str:
    return (header(response, "Content-Type") or "").partition(";")[0].strip().lower()


def _shortlinks(response: Response) -> list[str]:
    """The addresses that the page's head gives as its short ones, absolute."""
    head = parse(response.body.partition(b"</head>")[0])
    links = head.xpath("//link[@rel='shortlink']/@href")
    return [url for link in links if (url := addresses.canonical(link, response.url))]
