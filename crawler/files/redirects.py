"""Where a redirect of a file's address leads, and whether it is followed. Pure."""

from __future__ import annotations

from urllib.parse import urlsplit

from crawler.discovery import addresses
from crawler.files import hosts
from crawler.files.answers import Judged
from crawler.spiders import impostors

_MOST = 6


class NotFollowedError(Exception):
    """A redirect that is not followed; `judged` says what it comes to."""

    def __init__(self, judged: Judged) -> None:
        """The message is what `judged` says."""
        super().__init__(judged.said)
        self.judged = judged


def target_of(
    url: str,
    target: str,
    via: tuple[str, ...],
    link: str,
    homes: tuple[str, ...],
    *,
    is_local: bool,
) -> str:
    """The address to ask for next: where the redirect leads, or where that host has the file.

    `via` are the redirects before `url`, `link` is the address that a post gives. Raises
    NotFollowedError for circles, forms to sign in, hosts that offer no download, other hosts that
    do not name the file, and hosts on no public network unless the site `is_local`.
    """
    if not hosts.is_web(target):
        raise _failed("It redirects to an address that cannot be followed.")
    host = hosts.recognise(link).host
    if hosts.is_sign_in(target) or impostors.is_sign_in(target):
        said = f"It asks to sign in: it redirects to {urlsplit(target).netloc}."
        raise NotFollowedError(Judged("link", said))
    if not (is_local or hosts.is_public(target)):
        raise _failed(f"It redirects to a host on no public network: {target}")
    if addresses.key(target) in {addresses.key(home) for home in homes}:
        raise NotFollowedError(Judged("gone", "It redirects to the site's home page."))
    if not hosts.may_follow(host, url, target, homes):
        raise _failed(f"It redirects to another host: {target}")
    found = hosts.recognise(target)
    if found.host.hosts and found.direct is None and found.kind != host.kind:
        said = f"It leads to {found.host.title}, which offers no download: {target}"
        raise NotFollowedError(Judged("link", said))
    # A host that is come to from elsewhere has its file where its own links would have it.
    elsewhere = found.host.hosts and found.kind != hosts.recognise(url).kind
    following = (found.direct or target) if elsewhere else target
    if following in (*via, url) or len(via) >= _MOST:
        raise _failed("It redirects in a circle.")
    return following


def _failed(said: str) -> NotFollowedError:
    return NotFollowedError(Judged("failed", said))
