"""HTTP over the standard library: hands requests on, sends answers back, and keeps quiet."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from typing import Any

from crawler.samplesite.answers import Answer

_IDLE_SECONDS = 10.0

Answering = Callable[[str, str, Mapping[str, str]], Answer]
"""Method, path with its query, and headers with names in lower case -> the answer."""


class Listener(ThreadingHTTPServer):
    """A server that answers GET and HEAD by one function."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], answering: Answering) -> None:
        """Binds the address; raises OSError where it is taken."""
        self.answering = answering
        super().__init__(address, _Handler)

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:
        """Says nothing of a client that has gone away."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Listener
    protocol_version = "HTTP/1.1"
    timeout = _IDLE_SECONDS
    # Else every body waits until the client has acknowledged its headers: 40 ms a page.
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self.server.answering(self.command, self.path, headers)
        self.send_response(answer.status)
        if answer.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Type", answer.content_type)
            if answer.tells_length:
                self.send_header("Content-Length", str(len(answer.body) * answer.times))
            else:
                self.send_header("Connection", "close")
        for name, value in answer.headers:
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            for _ in range(answer.times):
                self.wfile.write(answer.body)

    do_HEAD = do_GET  # noqa: N815 - http.server calls it by this name

    def log_message(self, *_: object) -> None:
        """Nothing: the site keeps its own log."""
