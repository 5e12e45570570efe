"""What the tests of the sample site share: a client that follows nothing, and the site itself."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlsplit

import pytest

from crawler.samplesite.server import SampleSite, serve


@dataclass(frozen=True)
class Response:
    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


Fetch = Callable[..., Response]


@pytest.fixture(scope="session")
def fetch() -> Fetch:
    """One request over HTTP; a redirect is an answer like any other."""

    def ask(url: str, method: str = "GET", **headers: str) -> Response:
        parts = urlsplit(url)
        path = url[len(f"{parts.scheme}://{parts.netloc}") :] or "/"
        connection = http.client.HTTPConnection(parts.netloc, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, headers={"Connection": "close", **named})
            answer = connection.getresponse()
            return Response(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    return ask


@pytest.fixture
def pretty() -> Iterator[SampleSite]:
    with serve(permalinks="pretty") as site:
        yield site


@pytest.fixture
def plain() -> Iterator[SampleSite]:
    with serve(permalinks="plain") as site:
        yield site


@pytest.fixture(params=["pretty", "plain"])
def site(request: pytest.FixtureRequest) -> Iterator[SampleSite]:
    """The site in each of its two permalink styles."""
    with serve(permalinks=request.param) as served:
        yield served
