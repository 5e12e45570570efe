"""The sites to crawl: known ones by name from sites.toml, others by their address."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from ipaddress import ip_address
from typing import Any, Literal
from urllib.parse import urlsplit

from rapidfuzz import process

from archive.errors import ResilienceError
from crawler.discovery import Way, addresses

Permalinks = Literal["plain", "pretty", "any"]

_DELAY = 2.0
_ALIKE = 60


class UnknownSiteError(ResilienceError):
    """A site's name that no profile has, or an address that cannot be crawled."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Site:
    """One site: where it is, what its addresses look like, how gently to ask."""

    name: str
    title: str
    home: str
    """Absolute, ends with a slash; the site's posts lie below it."""
    aliases: tuple[str, ...] = ()
    """Other addresses of the same home."""
    permalinks: Permalinks = "any"
    delay: float = _DELAY
    """The least seconds between two requests."""
    start: str = ""
    """The listing to begin with; the home where empty."""
    ways: tuple[Way, ...] = ("listing", "rest", "sitemap", "feed")
    """The ways to look for posts; those that the site does not offer do no harm."""
    hosts: Mapping[str, str] = field(default_factory=dict)
    """Where the files of hosts are asked for instead: a host's name -> the address of a mirror."""

    @property
    def first_listing(self) -> str:
        """The address of the listing that a crawl begins with."""
        return self.start or self.home


@cache
def profiles() -> dict[str, Site]:
    """The sites of sites.toml by name, in their order."""
    text = resources.files(__package__).joinpath("sites.toml").read_text("utf-8")
    rows = tomllib.loads(text)["site"]
    return {
        row["name"]: Site(**{name: _frozen(value) for name, value in row.items()}) for row in rows
    }


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def choose(wanted: tuple[str, ...]) -> tuple[Site, ...]:
    """The sites of names and addresses that a user gave, each once; of none given, all profiles.

    Raises UnknownSiteError, whose message says what would be right.
    """
    chosen = [_choose(word) for word in wanted] or list(profiles().values())
    return tuple({site.name: site for site in chosen}.values())


def is_loopback(site: Site) -> bool:
    """True for a site on this very machine, which needs no sparing."""
    return is_loopback_host(urlsplit(site.home).hostname or "")


def is_loopback_host(host: str) -> bool:
    """True for the name or address of this very machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _choose(word: str) -> Site:
    if word in profiles():
        return profiles()[word]
    if "://" in word:
        return _by_address(word)
    known = ", ".join(profiles())
    nearest = process.extractOne(word.lower(), list(profiles()), score_cutoff=_ALIKE)
    hint = f" Did you mean {nearest[0]}?" if nearest else ""
    raise UnknownSiteError(
        f"No site is named {word!r}.{hint} Known sites: {known}. "
        f"Any other site needs its full address, such as https://{word or 'example.org'}/"
    )


def _by_address(url: str) -> Site:
    start = addresses.canonical(url)
    if start is None:
        raise UnknownSiteError(
            f"{url} is not a web address; a crawl starts at http:// or https:// and a host's name."
        )
    home = addresses.home_of(start)
    for site in profiles().values():
        if addresses.settle(start, (site.home, *site.aliases)) is not None:
            return site
    if addresses.shape(start, home) == "post":
        raise UnknownSiteError(
            f"{url} is the address of one post. Crawl its site with {home} "
            f"or read this one page with: resilience extract {url}"
        )
    parts = urlsplit(home)
    name = f"{parts.netloc}{parts.path}".rstrip("/")
    return Site(name=name, title=name, home=home, start="" if start == home else start)
