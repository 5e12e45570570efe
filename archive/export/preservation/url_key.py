"""The key by which web archives sort and find addresses (SURT): host reversed, rest normalized.

The rules are those that the replaying tools go by (Internet Archive's canonicalization:
https://iipc.github.io/warc-specifications/specifications/cdx-format/), so that an index made
here is found by them. Their own library is not used: its licence (AGPL) is not this project's.
"""

from __future__ import annotations

import re
from urllib.parse import quote_from_bytes, unquote_to_bytes, urlsplit

_SAFE = "!\"$&'()*+,-./:;<=>?@[\\]^_`{|}~"
"""Characters that stay as they are; all others outside letters and digits are escaped."""
_DEFAULT_PORTS = {"http": 80, "https": 443}
_WWW = re.compile(r"www\d*\.")
_LINE_WHITE_SPACE = str.maketrans("", "", "\n\r\t")
_PATH_SESSIONS = (
    re.compile(r"/(?:\((?:[a-z]\([0-9a-z]{24}\))+\))/(?=[^?]+\.aspx)"),
    re.compile(r"/\([0-9a-z]{24}\)/(?=[^?]+\.aspx)"),
)
_QUERY_SESSIONS = tuple(
    re.compile(rf"{name}(?:&|$)")
    for name in (
        "jsessionid=[0-9a-z]{32}",
        "phpsessid=[0-9a-z]{32}",
        "sid=[0-9a-z]{32}",
        "aspsessionid[a-z]{8}=[a-z]{24}",
        "cfid=[^&]+&cftoken=[^&]+",
    )
)
_MOST_UNQUOTING = 20
"""Times that an address is unescaped; one that is escaped more often is a trap."""


def url_key(url: str) -> str:
    """The key of an address: `https://www.Kota.example/A/?b&a` -> `example,kota)/a?a&b`.

    An address that is none of http or https, or that cannot be taken apart, is its own key.
    """
    address = url.strip().translate(_LINE_WHITE_SPACE)
    try:
        parts = urlsplit(address)
        port = parts.port
        host = _host(parts.hostname or "")
    except ValueError:
        return address.replace(" ", "%20")
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not host:
        return address.replace(" ", "%20")
    told_port = "" if port in {None, _DEFAULT_PORTS[scheme]} else f":{port}"
    query = _query(parts.query)
    return f"{host}{told_port}){_path(parts.path)}{'?' if query else ''}{query}"


def _host(host: str) -> str:
    name = _unquoted(host).decode("utf-8", "ignore").replace("..", ".").strip(".").lower()
    if not name.isascii():
        name = name.encode("idna").decode("ascii")
    www = _WWW.match(name)
    bare = name[www.end() :] if www else name
    return ",".join(reversed(_quoted(bare.encode()).split(".")))


def _path(path: str) -> str:
    kept: list[str] = []
    steps = _quoted_once_unquoted(path).split("/")[1:]
    for step in steps:
        if step == "..":
            kept[-1:] = [] if kept else [step]
        elif step != ".":
            kept.append(step)
    inner = [step for step in kept[:-1] if step]
    normal = ("/" + "/".join([*inner, *kept[-1:]])).lower()
    for session in _PATH_SESSIONS:
        normal = session.sub("/", normal)
    return normal[:-1] if len(normal) > 1 and normal.endswith("/") else normal


def _query(query: str) -> str:
    normal = _quoted_once_unquoted(query).lower()
    for session in _QUERY_SESSIONS:
        for found in list(session.finditer(normal))[-1:]:
            normal = normal[: found.start()] + normal[found.end() :]
    return "&".join(sorted(normal.split("&"), key=lambda part: part.split("=", 1)))


def _quoted_once_unquoted(text: str) -> str:
    return _quoted(_unquoted(text))


def _unquoted(text: str) -> bytes:
    plain = text.encode("utf-8", "surrogateescape")
    for _ in range(_MOST_UNQUOTING):
        further = unquote_to_bytes(plain)
        if further == plain:
            break
        plain = further
    return plain


def _quoted(plain: bytes) -> str:
    return quote_from_bytes(plain, safe=_SAFE)
