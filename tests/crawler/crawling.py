"""What tests of the crawl share: the command as a process, and a server of a few pages."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

_PATIENCE = 60

# An article that every theme-less reader finds, long enough to be one.
_WORDS = "Warga kota bertemu untuk membahas ketahanan kampung dan saluran air. " * 4


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Python run to its end with these arguments."""
    return subprocess.run(  # noqa: S603 - the tests' own words
        [sys.executable, *arguments], capture_output=True, text=True, timeout=_PATIENCE, check=False
    )


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command run to its end."""
    return run_python("-m", "crawler", *arguments)


@contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The command, still running; it does not outlive the block."""
    with subprocess.Popen(  # noqa: S603 - the tests' own words
        [sys.executable, "-m", "crawler", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def rows(folder: Path, sql: str, *asked: object) -> list[tuple[Any, ...]]:
    """The rows of a question to the archive in a folder; `asked` takes the places of its `?`."""
    with closing(sqlite3.connect(folder / "archive.db")) as connection:
        return connection.execute(sql, asked).fetchall()


def post(title: str) -> str:
    """A page with an article."""
    return f"<html><title>{title}</title><body><article><h1>{title}</h1><p>{_WORDS}</p></article>"


def listing(*addresses: str, more: tuple[str, ...] = ()) -> str:
    """A page that lists posts as entries, and links to further listings."""
    entries = "".join(
        f'<article><h2><a href="{address}">Berita</a></h2></article>' for address in addresses
    )
    return f"<html><body>{entries}" + "".join(f'<a href="{url}">lagi</a>' for url in more)


@dataclass
class TinySite:
    """A server of fixed pages; a value is a body, or (status, headers, body)."""

    url: str
    pages: dict[str, str | tuple[int, Mapping[str, str], str | bytes]] = field(default_factory=dict)
    requests: list[tuple[str, str]] = field(default_factory=list)
    """(path, user agent) of each request."""
    headers: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    """(path, headers) of each request."""
    times: list[float] = field(default_factory=list)
    """When each request came, in seconds."""

    @property
    def paths(self) -> list[str]:
        """The paths asked for, in their order."""
        return [path for path, _ in self.requests]


@contextmanager
def tiny_site(
    pages: Mapping[str, str | tuple[int, Mapping[str, str], str | bytes]],
) -> Iterator[TinySite]:
    """Serves a few pages on loopback; what has no page answers 404."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.requests.append((self.path, self.headers["User-Agent"]))
            site.headers.append((self.path, dict(self.headers)))
            site.times.append(time.monotonic())
            answer = site.pages.get(self.path, (404, {}, "not here"))
            status, headers, body = (200, {}, answer) if isinstance(answer, str) else answer
            with suppress(ConnectionError):
                self.send_response(status)
                for name, value in {"Content-Type": "text/html", **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body.encode() if isinstance(body, str) else body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = TinySite(f"http://127.0.0.1:{server.server_address[1]}", dict(pages))
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
