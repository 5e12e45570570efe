"""The pursuit of one link's file: where it is looked for, one address after the other. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from archive.file_links import Attempt, FileLink, Outcome
from archive.mementos import Memento
from crawler.discovery import addresses, cdx
from crawler.discovery.cdx import Captured
from crawler.discovery.web_archive import WebArchive
from crawler.files import hosts
from crawler.files.answers import Judged, Verdict

Way = Literal["link", "home", "index", "memento"]
"""The link itself, another home of its site, a Wayback Machine's index, one of its captures."""
Where = Literal["live", "wayback", "auto"]
"""Whom a crawl asks: hosts, a Wayback Machine, or hosts and then a Wayback Machine."""

MOST_MEMENTOS = 2
"""Captures of one file that are asked for; the newest are."""

_UPLOADS = "/wp-content/uploads/"
_ENDS: frozenset[Verdict] = frozenset(("file", "unchanged", "refused", "forbidden", "link"))
"""After these nothing else is tried: what an owner closes is not taken from elsewhere."""
_PATIENT = 2
"""A host that is busy is left alone so many times before its file is looked for elsewhere."""
_NO_FILES = frozenset(("text/html", "application/xhtml+xml"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address where a link's file may be had."""

    url: str
    way: Way
    memento: Memento | None = None


class Pursuit:
    """What is still to be tried for a link, and what came of what was."""

    def __init__(self, link: FileLink, candidates: Iterable[Candidate]) -> None:
        """`candidates` in the order in which they are to be tried; none where it is only a link."""
        self.link = link
        self.attempts: list[Attempt] = []
        self._waiting = deque(candidates)
        self._verdicts: list[Judged] = []
        self._statuses: list[int | None] = []

    def next(self) -> Candidate | None:
        """The next address to ask; None where the pursuit is at its end."""
        return self._waiting.popleft() if self._waiting else None

    def note(self, url: str, judged: Judged, status: int | None) -> None:
        """What came of an address; after some answers nothing else is tried."""
        self.attempts.append(Attempt(url, judged.said, status))
        self._verdicts.append(judged)
        self._statuses.append(status)
        patient = judged.verdict == "busy" and self.link.failures < _PATIENT
        if judged.verdict in _ENDS or (patient and len(self._verdicts) == 1):
            self._waiting.clear()

    def pass_on(self, url: str, said: str, status: int | None) -> None:
        """Notes an address that only led to another one."""
        self.attempts.append(Attempt(url, said, status))

    def insert(self, candidates: Iterable[Candidate]) -> None:
        """What is to be tried next, before all else."""
        self._waiting.extendleft(reversed(list(candidates)))

    def conclude(self) -> tuple[Outcome, str, int | None]:
        """(what the visit of a link without a file counts as, why, HTTP status).

        The link's own answer says it, unless the search elsewhere is not at its end: then it is
        to be tried again.
        """
        if not self._verdicts:
            return "link", _why_no_candidate(self.link), None
        first, status = self._verdicts[0], self._statuses[0]
        last = self._verdicts[-1]
        if last.verdict in {"refused", "forbidden"}:
            return "refused", last.said, self._statuses[-1]
        unfinished = any(one.verdict == "busy" for one in self._verdicts)
        if first.verdict == "link":
            return "link", first.said, status
        if first.verdict == "gone" and not unfinished:
            return "gone", self._with_rest(first.said), status
        return "failed", self._with_rest(first.said), status

    def _with_rest(self, said: str) -> str:
        elsewhere = len(self._verdicts) - 1
        if not elsewhere:
            return said
        return f"{said} Looked for elsewhere in vain: {self._verdicts[-1].said}"


def _why_no_candidate(link: FileLink) -> str:
    if not hosts.is_web(link.url):
        return "Its address is neither http nor https."
    if link.direct_url is not None:
        return "Its host is on no public network."
    title = hosts.recognise(link.url).host.title
    return f"{title} offers no download at this address."


def candidates(
    link: FileLink, homes: tuple[str, ...], where: Where, archive: WebArchive, *, is_local: bool
) -> list[Candidate]:
    """Where a link's file may be had, in the order in which to ask.

    `homes` are those of the link's site. With `is_local`, of a site on this very machine, hosts
    on no public network are asked too.
    """
    if link.direct_url is None or not (is_local or hosts.is_public(link.direct_url)):
        return []
    found = []
    if where != "wayback":
        found.append(Candidate(link.direct_url, "link"))
    if link.file_id is not None:
        return found  # what the archive has need not be found elsewhere again
    if where != "wayback":
        found += [Candidate(url, "home") for url in at_other_homes(link.direct_url, homes)]
    if where != "live" and hosts.recognise(link.url).host.mementos and archive.may_have(link.url):
        found.append(Candidate(link.url, "index"))
    return found


def at_other_homes(url: str, homes: tuple[str, ...]) -> list[str]:
    """The same file as the other homes of its site would have it, each address once."""
    found = {addresses.key(url): url}
    uploads = urlsplit(url).path.partition(_UPLOADS)
    for home in homes:
        settled = addresses.settle(url, (home, *homes))
        if settled is None and uploads[1]:
            settled = f"{home.rstrip('/')}{_UPLOADS}{uploads[2]}"
        if settled is not None:
            found.setdefault(addresses.key(settled), settled)
    return list(found.values())[1:]


def mementos_of(url: str, captures: Iterable[Captured], archive: WebArchive) -> list[Candidate]:
    """The captures of an address that may be its file, the newest first, few."""
    listed = [
        one
        for one in cdx.wanted(captures)
        if addresses.key(one.url) == addresses.key(url) and one.media_type not in _NO_FILES
    ]
    chosen: dict[str, Captured] = {}
    for one in sorted(listed, key=lambda capture: capture.timestamp, reverse=True):
        chosen.setdefault(one.digest or one.timestamp, one)
    return [
        Candidate(
            archive.memento(one.timestamp, one.url),
            "memento",
            Memento(0, one.url, one.url, one.made_at, one.digest),
        )
        for one in list(chosen.values())[:MOST_MEMENTOS]
    ]
