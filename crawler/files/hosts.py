"""What an address of a file says of its host, and where the file is had without signing in. Pure.

The hosts are data: hosts.toml.
"""

from __future__ import annotations

import base64
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from ipaddress import ip_address
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from archive.file_links import HostKind

_LONGEST = 2000
_RESERVED = (".invalid", ".test", ".example", ".localhost", ".local", ".internal")


@dataclass(frozen=True, slots=True)
class Download:
    """How the address of a download is made of a link's."""

    address: re.Pattern[str]
    direct: str | None
    query: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Host:
    """A row of hosts.toml."""

    kind: HostKind
    title: str
    hosts: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    sign_in: tuple[str, ...] = ()
    mementos: bool = False
    """Whether a Wayback Machine may have its files."""
    downloads: tuple[Download, ...] = ()


class Recognised(NamedTuple):
    """The host of an address, and where its file is had; None where no download is offered."""

    host: Host
    direct: str | None

    @property
    def kind(self) -> HostKind:
        """The host's kind, as the archive calls it."""
        return self.host.kind


@cache
def rows() -> tuple[Host, ...]:
    """The hosts in their order; the first that fits an address is its host."""
    return tuple(_host(row) for row in _data()["host"])


@cache
def kept() -> tuple[frozenset[str], frozenset[str]]:
    """(types, media types) of files that are kept, by content."""
    told = _data()["kept"]
    return frozenset(told["types"]), frozenset(told["media_types"])


def recognise(url: str) -> Recognised:
    """The host of an http or https address, and where its file is had. Never raises."""
    if len(url) > _LONGEST or not is_web(url):
        return Recognised(rows()[-1], None)
    host = next(row for row in rows() if _fits(row, url))
    return Recognised(host, _direct(host, url))


def is_web(url: str) -> bool:
    """Whether an address can be asked for: http or https, and a host's name."""
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def is_public(url: str) -> bool:
    """False of a host that is on no public network, by its name: RFC 2606, RFC 6761, private."""
    host = (urlsplit(url).hostname or "").rstrip(".")
    if host == "localhost" or "." not in host or host.endswith(_RESERVED):
        return ":" in host and _is_global(host)
    return _is_global(host)


def is_sign_in(url: str) -> bool:
    """Whether an address is where one of the hosts asks to sign in."""
    return any(_is_at(url, place) for row in rows() for place in row.sign_in)


def promises_file(url: str) -> bool:
    """Whether the address of a link ends like that of a file."""
    return file_name(url).rpartition(".")[2].lower() in _promising()


def file_name(url: str) -> str:
    """The last part of an address's path; empty where that names no file."""
    name = unquote(urlsplit(url).path.rpartition("/")[2])
    return name if "." in name.strip(".") else ""


def may_follow(host: Host, url: str, target: str, homes: tuple[str, ...]) -> bool:
    """Whether a redirect from `url`, a link of that host, leads to what may be the same file.

    Within a host and its www., to the site's own homes, to where the host is known to keep its
    files, to another known host; and anywhere, where the address still names the same file.
    """
    if _name(url) == _name(target) or any(_name(target) == _name(home) for home in homes):
        return True
    if any(place == "*" or _is_at(target, place) for place in host.follows):
        return True
    if recognise(target).host.hosts:
        return True
    name = file_name(target).lower()
    return bool(name) and promises_file(target) and name == file_name(url).lower()


def mapped(url: str, places: Mapping[str, str]) -> str:
    """The address where a host's files are asked for, which may be a mirror of it.

    `places` gives for a host's name, with its port where that is not the default one, the
    address that takes the place of scheme and host.
    """
    parts = urlsplit(url)
    place = places.get(parts.netloc)
    if place is None:
        return url
    return f"{place.rstrip('/')}{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"


def _direct(host: Host, url: str) -> str | None:
    parts = urlsplit(url)
    address = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
    for download in host.downloads:
        found = download.address.match(address)
        if found is not None:
            return _made(download, url, found)
    return None


def _made(download: Download, url: str, found: re.Match[str]) -> str | None:
    parts = urlsplit(url)
    if download.direct is None:
        query = dict(parse_qsl(parts.query, keep_blank_values=True)) | dict(download.query)
        return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(query), ""))
    groups = found.groupdict()
    if "target" in groups:
        groups["target"] = unquote(groups["target"])
    shared = "u!" + base64.urlsafe_b64encode(url.encode()).decode().rstrip("=")
    link = parts._replace(fragment="").geturl()
    made = download.direct.format(url=link, shared=shared, **groups)
    return made if is_web(made) else None


def _fits(row: Host, url: str) -> bool:
    if row.hosts:
        return any(_is_at(url, place) for place in row.hosts)
    return any(path in (urlsplit(url).path or "/") for path in row.paths)


def _is_at(url: str, place: str) -> bool:
    """Whether an address lies at a host, or below it, and at the beginning of a path there."""
    domain, slash, path = place.partition("/")
    parts = urlsplit(url)
    name = (parts.hostname or "").rstrip(".")
    below = name == domain or name.endswith(f".{domain}")
    return below and (not slash or parts.path.startswith(f"/{path}"))


def _name(url: str) -> str:
    parts = urlsplit(url)
    return re.sub(r":(?:80|443)$", "", parts.netloc.lower().rpartition("@")[2]).removeprefix("www.")


def _is_global(host: str) -> bool:
    try:
        return ip_address(host).is_global
    except ValueError:
        return True


def _host(row: Mapping[str, Any]) -> Host:
    lists = {name: tuple(row.get(name, ())) for name in ("hosts", "paths", "follows", "sign_in")}
    downloads = tuple(
        Download(re.compile(one["address"]), one.get("direct"), one.get("query", {}))
        for one in row.get("download", ())
    )
    mementos = row.get("mementos", False)
    return Host(row["kind"], row["title"], **lists, mementos=mementos, downloads=downloads)


@cache
def _promising() -> frozenset[str]:
    return frozenset(_data()["kept"]["promising"])


@cache
def _data() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("hosts.toml").read_text("utf-8")
    return tomllib.loads(text)
