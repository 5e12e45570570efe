"""What a Wayback Machine answers, as the exchange that it once had with the original site.

The headers are those of the original. The Internet Archive gives them with a prefix, beside its
own; pywb gives them as they were, but for those that its own take the place of.
https://www.rfc-editor.org/rfc/rfc7089 tells of Memento-Datetime and Link.
"""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime
from io import BytesIO
from urllib.parse import urlsplit

from scrapy.http import Headers, Request, Response
from twisted.web.http import RESPONSES

from archive.mementos import Memento
from archive.warc import codings
from archive.warc.exchange import Exchange
from archive.warc.reading import MOST_BYTES
from crawler.discovery.web_archive import INTERNET_ARCHIVE

MEMENTO = "memento"
"""Where a request's meta names the memento that it asks for."""

_OK = 200
_PREFIX = "x-archive-orig-"
_OWN = frozenset(
    (
        *("memento-datetime", "content-location", "preference-applied", "date", "server"),
        *("connection", "keep-alive", "transfer-encoding"),
    )
)
_OWN_RELATIONS = ('rel="original', 'rel="memento', 'rel="timegate', 'rel="timemap')


def is_memento(response: Response) -> bool:
    """Whether an answer is that of the original site, and not a word of the Wayback Machine.

    A web archive that does not tell the time of a memento is believed; the Internet Archive does.
    """
    names = {name.decode("latin-1").lower() for name in response.headers}
    told = "memento-datetime" in names or any(name.startswith(_PREFIX) for name in names)
    tells_always = urlsplit(response.url).netloc == urlsplit(INTERNET_ARCHIVE).netloc
    return told or (response.status == _OK and not tells_always)


def made_at(response: Response, memento: Memento) -> str:
    """When the original answer came: as the memento tells it, else as it was asked for."""
    told = (response.headers.get("Memento-Datetime") or b"").decode("latin-1")
    try:
        moment = parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError):
        return memento.made_at
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def exchange_of(request: Request, response: Response) -> Exchange:
    """The original exchange of an answer that is a memento, as it came over the network."""
    memento: Memento = request.meta[MEMENTO]
    headers, body = _with_one_coding(response)
    return Exchange(
        url=memento.url,
        fetched_at=made_at(response, memento),
        status=response.status,
        reason=RESPONSES.get(response.status, b"").decode("ascii"),
        headers=headers,
        body=body,
        source_url=request.url,
    )


def has_plain_payload(response: Response) -> bool:
    """Whether the payload can be held against an index's digest.

    Web archives differ in whether they take it with or without codings.
    """
    names = {name.lower() for name, _ in original_headers(response.headers)}
    return names.isdisjoint({"content-encoding", "transfer-encoding"})


def original_headers(headers: Headers) -> tuple[tuple[str, str], ...]:
    """The headers of the original answer."""
    lines = [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in headers.items()
        for value in values
    ]
    originals = [
        (name[len(_PREFIX) :], value) for name, value in lines if name.lower().startswith(_PREFIX)
    ]
    given = {name.lower() for name, _ in originals}
    # Of the headers without prefix the Internet Archive's say how it answers; it is known by
    # more headers of that family.
    apart = any(
        name.lower().startswith("x-archive-") and not name.lower().startswith(_PREFIX)
        for name, _ in lines
    )
    for name, value in lines:
        low = name.lower()
        if low.startswith("x-archive-") or low in given or low in _OWN:
            continue
        if (apart and low != "content-type") or (low == "link" and _is_own_link(value)):
            continue
        originals.append((name, value))
    return tuple(originals)


def _is_own_link(value: str) -> bool:
    return any(relation in value for relation in _OWN_RELATIONS)


def _with_one_coding(response: Response) -> tuple[tuple[tuple[str, str], ...], bytes]:
    """Headers and body that agree on the content coding."""
    headers = original_headers(response.headers)
    sent = (response.headers.get("Content-Encoding") or b"").decode("latin-1").lower()
    told = [value.lower() for name, value in headers if name.lower() == "content-encoding"]
    if (told[-1] if told else "") == sent:
        return headers, response.body
    plain = tuple(line for line in headers if line[0].lower() != "content-encoding")
    if not sent:
        return plain, response.body  # it was decoded on the way
    coding = ("Content-Encoding", sent)
    if not codings.is_known(sent):
        return (*plain, coding), response.body
    return plain, codings.decoded(BytesIO(response.body), [coding]).read(MOST_BYTES)
