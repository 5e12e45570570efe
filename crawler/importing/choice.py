"""Which imported answers are posts: by their site, their address and what they call themselves.

A post's address by its form (`/?p=7`, `/2018/10/25/slug/`) is certain. An address that may be
anything (`/slug/`, `/read/7.html`) is a post's where the page marks itself as an article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from archive.warc.importing import Foreign
from crawler.article.marks import Marks
from crawler.article.markup import parse
from crawler.discovery import addresses
from crawler.sites import Site, profiles
from crawler.spiders import impostors

_OK = 200
_HTML = ("text/html", "application/xhtml+xml")
_BEGINS_AS_HTML = re.compile(rb"\s{0,99}(?:<!--|<!doctype html|<html|<head)", re.IGNORECASE)
_ARTICLE_TYPES = re.compile(r"\w*Article|BlogPosting|Report|PressRelease")
_LENGTH = re.compile(r"[0-9]{1,15}")


@dataclass(frozen=True, slots=True)
class Belonging:
    """The site to which an address belongs."""

    site: str
    address: str
    """In canonical form, below the site's home where the site is known."""
    home: str


def belonging(url: str, only: Site | None) -> Belonging | None:
    """The site of an address: the profile that has it, else its host; None outside of `only`."""
    address = addresses.canonical(url)
    if address is None:
        return None
    for site in (only,) if only else profiles().values():
        settled = addresses.settle(address, (site.home, *site.aliases))
        if settled is not None:
            return Belonging(site.name, settled, site.home)
    if only is not None:
        return None
    parts = urlsplit(address)
    home = addresses.home_of(address)
    if addresses.shape(address, home) != "post":
        home = f"{parts.scheme}://{parts.netloc}/"
    return Belonging(parts.netloc, address, home)


def is_page(foreign: Foreign, status: int, media_type: str) -> bool:
    """Whether a record holds an HTML page that was served as one."""
    if status != _OK:
        return False
    if media_type:
        return media_type in _HTML
    return _BEGINS_AS_HTML.match(foreign.body[:200]) is not None


def may_be_post(belonging: Belonging, page: bytes, *, is_known: bool) -> bool:
    """Whether the page at that address is a post; `is_known` if the archive has it as one."""
    shape = addresses.shape(belonging.address, belonging.home)
    if shape == "post" or is_known:
        return True
    return shape == "entry" and _calls_itself_article(page)


def what_instead(url: str, page: bytes) -> str | None:
    """What the page is instead of a post, in a sentence; None where it may be one."""
    if not page.strip():
        return "The page is empty."
    if impostors.is_list(page):
        return "The page is a list of posts instead of the post."
    if impostors.is_protected(page):
        return "The page asks for the post's password."
    if impostors.is_sign_in(url):
        return "The page is one to sign in."
    return impostors.what_instead(page)


def what_is_missing(foreign: Foreign) -> str | None:
    """Why a body is not whole, in a sentence; None where nothing says so.

    A page that was cut off on its way must not take the place of what the archive has of it.
    """
    if foreign.truncated:
        return f"Whoever captured it cut the page off (WARC-Truncated: {foreign.truncated})."
    told = (foreign.header("Content-Length") or "").strip()
    is_coded = foreign.header("Transfer-Encoding") is not None
    if not is_coded and _LENGTH.fullmatch(told):
        missing = int(told) - len(foreign.body)
        if missing > 0:
            return f"The page is cut off: {missing} bytes of {told} are missing."
    return None


def _calls_itself_article(page: bytes) -> bool:
    root = parse(page)
    body = root.find(".//body")
    classes = set((body.get("class") or "").split()) if body is not None else set()
    if not classes.isdisjoint({"single", "single-post"}):
        return True
    if not classes.isdisjoint({"page", "home", "archive", "blog", "search"}):
        return False
    marks = Marks(root)
    if (marks.meta("og:type") or "").lower() == "article":
        return True
    if any(_ARTICLE_TYPES.fullmatch(kind) for kind in marks.values("", "@type")):
        return True
    return next(marks.values("article:published_time", "datePublished"), None) is not None
