"""Visits to posts: what to ask for, redirects followed, one page whatever its addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from archive.known_pages import KnownPage
from crawler import reasons
from crawler.discovery import addresses
from crawler.recording import FailedPost, FetchedPost, GonePost, Recorder
from crawler.sites import Site
from crawler.spiders import answers, planning
from crawler.spiders.answers import Asked, GoneHomeError, NotFollowedError
from crawler.spiders.asking import CAPTURE, error_of, request_of
from crawler.spiders.planning import Step


class Visits:
    """The visits of one crawl, over all its sites."""

    def __init__(self, recorder: Recorder, sites: dict[str, Site]) -> None:
        """`sites` by name, kept up to date by the spider."""
        self._recorder = recorder
        self._sites = sites
        self._asked: set[str] = set()
        self._had: set[str] = set()
        self._aliases: dict[str, list[str]] = {}

    def ask(self, steps: Iterable[Step], site: Site) -> Iterator[Request]:
        """Requests for pages, each page once in a crawl."""
        for step in steps:
            key = addresses.key(step.url)
            if key not in self._asked:
                self._asked.add(key)
                asked = Asked(
                    site.name,
                    step.page.url,
                    told=step.told,
                    may_be_gone=step.page.state == "gone"
                    or (step.told is None and not step.page.listed),
                    is_same=step.told is not None and planning.is_same(step.page, step.told),
                    conditions=_conditions(step.page),
                )
                yield self._request(step.url, asked)

    def parse(self, response: Response, asked: Asked) -> Iterator[Any]:
        """A post's page, as it came, or why it did not."""
        if response.status in answers.REDIRECTS:
            yield from self._follow(response, asked)
            return
        key = addresses.key(response.url)
        post = answers.read_post(response, asked, self._aliases.pop(key, []))
        if isinstance(post, FetchedPost):
            self._had.add(key)
        yield replace(post, capture_id=response.meta[CAPTURE])

    def failed(self, asked: Asked, url: str, failure: Failure) -> Iterator[FailedPost]:
        """A post that no answer came for."""
        yield FailedPost(asked.url, asked.site, reasons.of_exception(error_of(failure), url))

    def _follow(self, response: Response, asked: Asked) -> Iterator[Any]:
        """The redirect's target; if this crawl has it already, one page gets two addresses."""
        try:
            target = answers.target_of_post(response, asked, self._sites[asked.site])
        except NotFollowedError as error:
            gone = isinstance(error, GoneHomeError) and asked.may_be_gone
            kind = GonePost if gone else FailedPost
            yield kind(asked.url, asked.site, str(error), response.status)
            return
        key = addresses.key(target)
        if key in self._had:
            self._recorder.add_address(asked.url, target)
        elif key in self._asked and key != addresses.key(response.url):
            self._aliases.setdefault(key, []).append(asked.url)
        else:
            self._asked.add(key)
            yield self._request(target, asked.after(response.url))

    def _request(self, url: str, asked: Asked) -> Request:
        own = addresses.key(url) == addresses.key(asked.url)
        headers = asked.conditions if own else {}
        return request_of(url, asked, self.parse, self.failed, headers=headers)


def _conditions(page: KnownPage) -> dict[str, str]:
    """The headers by which a server need not send again what the archive has."""
    if page.state != "fetched":
        return {}
    conditions = {"If-None-Match": page.etag, "If-Modified-Since": page.last_modified}
    return {name: value for name, value in conditions.items() if value}
