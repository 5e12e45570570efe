"""A Wayback Machine of the tests' own, which answers as the Internet Archive does."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

Answer = tuple[int, Mapping[str, str], bytes]

_FIELDS = ["timestamp", "original", "mimetype", "statuscode", "digest"]


def digest_of(body: bytes) -> str:
    """As an index writes it."""
    return base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()


@dataclass
class FakeWayback:
    """Its index has a line for each memento; everything may be changed while it serves."""

    base: str = ""
    lines: list[list[str]] = field(default_factory=list)
    mementos: dict[str, Answer] = field(default_factory=dict)
    """By `TIMESTAMPid_/ADDRESS`."""
    page: int = 1000
    """Lines of the index in one answer; a resume key follows where there are more."""
    troubles: list[Answer] = field(default_factory=list)
    """Answers given before any other, each once."""
    down: tuple[str, ...] = ()
    """Parts of addresses to which it answers 503."""
    delay: float = 0.0
    """Seconds that every answer waits for."""
    requests: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)

    def add(
        self,
        timestamp: str,
        url: str,
        body: str | bytes,
        *,
        status: int = 200,
        listed_digest: str | None = None,
        headers: Mapping[str, str] | None = None,
        media_type: str = "text/html",
    ) -> None:
        """A capture with its line in the index, which says that it was served well."""
        data = body if isinstance(body, bytes) else body.encode()
        digest = digest_of(data) if listed_digest is None else listed_digest
        self.lines.append([timestamp, url, media_type, "200", digest])
        moment = datetime.strptime(f"{timestamp}+0000", "%Y%m%d%H%M%S%z").astimezone(UTC)
        sent = {
            "Memento-Datetime": format_datetime(moment, usegmt=True),
            "Content-Type": "text/html; charset=UTF-8",
            "X-Archive-Orig-Server": "nginx",
            "X-Archive-Orig-X-Powered-By": "WordPress",
            "X-Archive-Src": "some-crawl.warc.gz",
            "Link": f'<{url}>; rel="original"',
            **(headers or {}),
        }
        self.mementos[f"{timestamp}id_/{url}"] = (status, sent, data)

    def answer(self, path: str) -> Answer:
        self.requests.append(path)
        time.sleep(self.delay)
        if self.troubles:
            return self.troubles.pop(0)
        if any(part in path for part in self.down):
            return 503, {"Content-Type": "text/html"}, b"<h1>Temporarily offline</h1>"
        if path.startswith("/cdx?"):
            return self._index(parse_qs(urlsplit(path).query))
        return self.mementos.get(path[1:], (404, {"Content-Type": "text/html"}, b"not archived"))

    @property
    def look_ups(self) -> list[str]:
        return [path for path in self.requests if path.startswith("/cdx?")]

    @property
    def asked(self) -> list[str]:
        """The mementos asked for."""
        return [path[1:] for path in self.requests if not path.startswith("/cdx?")]

    def _index(self, asked: Mapping[str, list[str]]) -> Answer:
        begin = int(asked.get("resumeKey", ["0"])[0].removeprefix("from "))
        lines = self.lines[begin : begin + self.page]
        rows: list[list[str]] = [_FIELDS, *lines] if lines else []
        if begin + self.page < len(self.lines):
            rows += [[], [f"from {begin + self.page}"]]
        text = "[" + ",\n".join(json.dumps(row) for row in rows) + "]\n"
        return 200, {"Content-Type": "application/json"}, text.encode()


@contextmanager
def fake_wayback() -> Iterator[FakeWayback]:
    """Serves on loopback until the block ends."""
    wayback = FakeWayback()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            wayback.agents.append(self.headers["User-Agent"])
            status, headers, body = wayback.answer(self.path)
            with suppress(ConnectionError):
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    wayback.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield wayback
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
