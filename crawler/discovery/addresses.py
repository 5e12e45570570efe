"""Rules over addresses of a WordPress site: canonical form, what an address is, whose it is.

The forms are those of https://wordpress.org/documentation/article/customize-permalinks/
"""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

Shape = Literal["post", "listing", "entry"]

_LONGEST = 2000
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|_ga|ref")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_UNSAFE = re.compile(r"[^\x21-\x7e]")

# Path segments that WordPress keeps for itself; nothing below them is a post.
_RESERVED = frozenset(
    (
        *("wp-admin", "wp-content", "wp-includes", "wp-json", "wp-login.php", "xmlrpc.php"),
        *("feed", "rss", "rss2", "atom", "rdf", "embed", "trackback", "attachment", "amp"),
    )
)
# First segments of archives that list posts by something else than a category.
_OTHER_ARCHIVES = frozenset(("tag", "author", "search", "comments", "type"))
_CATEGORY = "category"
_PAGE_FILES = (".html", ".htm", ".php")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"0[1-9]|1[0-2]")
_DAY = re.compile(r"0[1-9]|[12]\d|3[01]")
_DATED = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/(?:(0[1-9]|[12]\d|3[01])/)?[^/]+/?$")
_NUMBER = re.compile(r"[0-9]{1,10}")


def canonical(url: str, base: str = "") -> str | None:
    """The address in one form: absolute, without fragment, tracking and default port.

    Parameters are sorted; page 1 of a listing is the listing. None for anything that is
    not http or https, or too long to be an address of a post.
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in _DEFAULT_PORTS or not host or len(url) > _LONGEST:
        return None
    host = f"[{host}]" if ":" in host else host
    if port and port != _DEFAULT_PORTS[parts.scheme]:
        host = f"{host}:{port}"
    parameters = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name) and (name, value) != ("paged", "1")
    )
    path = re.sub(r"/page/1/?$", "/", parts.path) or "/"
    path = _UNSAFE.sub(_quoted, path)
    return urlunsplit((parts.scheme, host, path, urlencode(parameters), ""))


def _quoted(unsafe: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in unsafe[0].encode("utf-8", "replace"))


def key(url: str) -> str:
    """What two addresses of one page share: http or https, www. and a final slash apart."""
    parts = urlsplit(url)
    return f"{_bare(url)}{parts.path.rstrip('/')}?{parts.query}"


def by_number(home: str, number: int) -> str:
    """The address that WordPress has for a post in any permalink style."""
    return f"{home}?p={number}"


def settle(url: str, homes: tuple[str, ...]) -> str | None:
    """The address as it reads below `homes[0]`; None where it lies below none of the homes.

    `homes` are addresses of one and the same site.
    """
    parts = urlsplit(url)
    for home in homes:
        prefix = urlsplit(home).path
        below = parts.path.startswith(prefix) or f"{parts.path}/" == prefix
        if below and _bare(url) == _bare(home):
            rest = parts.path[len(prefix) :]
            first = urlsplit(homes[0])
            return urlunsplit((first.scheme, first.netloc, first.path + rest, parts.query, ""))
    return None


def home_of(start: str) -> str:
    """The home of the site that a listing's address lies in: the listing's own part cut off."""
    parts = urlsplit(start)
    kept: list[str] = []
    for segment in parts.path.split("/")[1:]:
        archive = segment in (_CATEGORY, "page", "index.php") or segment in _OTHER_ARCHIVES
        if not segment or archive or _YEAR.fullmatch(segment):
            break
        kept.append(segment)
    path = "".join(f"/{segment}" for segment in kept) + "/"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def paging(url: str) -> tuple[str, int]:
    """A listing's address without its page number, and that number; 1 where it has none."""
    parts = urlsplit(url)
    parameters = dict(parse_qsl(parts.query))
    number = parameters.pop("paged", "1")
    found = re.search(r"/page/([0-9]{1,6})/?$", parts.path)
    path = parts.path[: found.start() + 1] if found else parts.path
    number = found[1] if found else number
    base = urlunsplit((parts.scheme, parts.netloc, path, urlencode(parameters), ""))
    return base, int(number) if _NUMBER.fullmatch(number) else 1


def shape(url: str, home: str) -> Shape | None:
    """What a canonical address below `home` is by its form.

    "post" and "listing" are certain; "entry" may be a post if the site names it as one
    (`/slug/`); None is never a post: administration, feeds, files, tags, authors, dates.
    """
    parts = urlsplit(url)
    segments = [s for s in parts.path[len(urlsplit(home).path) :].split("/") if s]
    if segments[:1] == ["index.php"]:
        segments = segments[1:]
    parameters = dict(parse_qsl(parts.query, keep_blank_values=True))
    if not all(_NUMBER.fullmatch(value) for value in parameters.values()):
        return None
    if parameters.keys() == {"p"}:
        return None if segments else "post"
    if parameters.keys() - {"cat", "paged"}:
        return None
    return _shape_of_listing(segments) if parameters else _shape_of_path(segments)


def date_of(url: str) -> str | None:
    """The day that a dated permalink tells as an ISO date; the last of the month without a day."""
    found = _DATED.search(urlsplit(url).path)
    return f"{found[1]}-{found[2]}-{found[3] or '31'}" if found else None


def _shape_of_listing(segments: list[str]) -> Shape | None:
    return "listing" if _shape_of_path(segments) == "listing" else None


def _shape_of_path(segments: list[str]) -> Shape | None:
    if len(segments) > 1 and segments[-2] == "page" and _NUMBER.fullmatch(segments[-1]):
        segments = segments[:-2]
    if not segments or (segments[0] == _CATEGORY and len(segments) > 1):
        return None if "feed" in segments else "listing"
    if not _RESERVED.isdisjoint(segments) or segments[0] in _OTHER_ARCHIVES | {_CATEGORY}:
        return None
    if "." in segments[-1] and not segments[-1].endswith(_PAGE_FILES):
        return None
    if _YEAR.fullmatch(segments[0]):
        return _shape_of_dated(segments[1:])
    return "entry"


def _shape_of_dated(segments: list[str]) -> Shape | None:
    """The rest after the year: month, perhaps a day, then one slug. Else a date archive."""
    if not segments or not _MONTH.fullmatch(segments[0]):
        return None
    rest = segments[1:]
    if rest and _DAY.fullmatch(rest[0]):
        rest = rest[1:]
    return "post" if len(rest) == 1 else None


def _bare(url: str) -> str:
    """Host and port, without www. and without the default port of either scheme."""
    netloc = urlsplit(url).netloc.lower().rpartition("@")[2]
    return re.sub(r":(?:80|443)$", "", netloc).removeprefix("www.")
