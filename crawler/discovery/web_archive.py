"""Where a Wayback Machine has its index and its mementos. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlencode, urljoin, urlsplit

from crawler.discovery import cdx

INTERNET_ARCHIVE = "https://web.archive.org"
LINES = 5000
"""The most captures that one look-up of the Internet Archive's index lists."""

_RESERVED = (".invalid", ".test", ".example", ".localhost", ".local", ".internal")
_MEMENTO = re.compile(r"([0-9]{4,14})(?:[a-z]{2}_)?/(https?:/.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WebArchive:
    """A Wayback Machine by its base address: the Internet Archive's, or a collection of pywb."""

    base: str = INTERNET_ARCHIVE
    """Without a slash at the end."""

    @property
    def is_internet_archive(self) -> bool:
        """Whether it is that of the Internet Archive, whose addresses are made otherwise."""
        return urlsplit(self.base).netloc == urlsplit(INTERNET_ARCHIVE).netloc

    @property
    def mementos(self) -> str:
        """What the addresses of its mementos begin with."""
        return f"{INTERNET_ARCHIVE}/web/" if self.is_internet_archive else f"{self.base}/"

    def look_up(
        self,
        home: str,
        *,
        captured_from: str | None = None,
        captured_to: str | None = None,
        resume_key: str | None = None,
    ) -> str:
        """Where its index lists the captures below a home, made on or between two ISO dates.

        http, https and www. are one in an index, which sorts by hosts without them. The slash at
        the end of a path is no part of its keys: `/news/?p=1` stands there as `/news?p=1`.
        """
        prefix = home if urlsplit(home).path in {"", "/"} else home.rstrip("/")
        asked = [
            *(("url", prefix), ("matchType", "prefix"), ("output", "json")),
            *(("collapse", "digest"), ("showResumeKey", "true")),
        ]
        if self.is_internet_archive:
            asked += [
                ("fl", ",".join(cdx.COLUMNS)),
                ("filter", "statuscode:200|-"),  # revisits have no status
                ("limit", str(LINES)),
            ]
        else:
            asked.append(("filter", "~status:(200|-)?$"))
        if captured_from is not None:
            asked.append(("from", _digits(captured_from) + "000000"))
        if captured_to is not None:
            asked.append(("to", _digits(captured_to) + "235959"))
        if resume_key is not None:
            asked.append(("resumeKey", resume_key))
        internet_archive = f"{INTERNET_ARCHIVE}/cdx/search/cdx"
        index = internet_archive if self.is_internet_archive else f"{self.base}/cdx"
        return f"{index}?{urlencode(asked)}"

    def memento(self, timestamp: str, url: str) -> str:
        """The address at which it gives a capture as it was served (`id_`)."""
        return f"{self.mementos}{timestamp}id_/{url}"

    def original(self, address: str) -> tuple[str, str] | None:
        """(timestamp, original address) of a memento's address; None for any other address."""
        found = _MEMENTO.fullmatch(_bare(address).removeprefix(_bare(self.mementos)))
        if found is None:
            return None
        # Servers on the way may have made one slash of two.
        return found[1], re.sub(r"^(https?):/+", r"\1://", found[2])

    def target(self, location: str, timestamp: str, url: str) -> tuple[str, str]:
        """Where a memento's redirect leads within the archive: (timestamp, original address).

        `location` may be the archive's own address or that of the original site.
        """
        inside = self.original(urljoin(self.mementos, location))
        return inside or (timestamp, urljoin(url, location))

    def may_have(self, home: str) -> bool:
        """False of the Internet Archive and a host that is on no public network.

        Those are the names reserved by RFC 2606 and RFC 6761, and addresses of one machine
        or of a private network.
        """
        host = urlsplit(home).hostname or ""
        if not self.is_internet_archive:
            return True
        return not (host.endswith(_RESERVED) or host == "localhost" or _is_private(host))


def _is_private(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return False


def _bare(address: str) -> str:
    return address.partition("://")[2]


def _digits(date: str) -> str:
    return date.replace("-", "")
