"""A site of many posts that answers as fast as Python can: every page is made before it serves.

    python benchmarks/frozen_site.py 2000

Prints its address, then serves until it is killed. Posts are the bundled ones under other numbers.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from crawler.samplesite.posts import bundled_posts
from crawler.samplesite.server import SampleSite

PER_PAGE = 100


def models() -> list[tuple[bytes, bytes]]:
    """(title, page) of each bundled post."""
    site = SampleSite()
    try:
        return [
            (
                post.title.encode(),
                site.answer("GET", site.addresses.post(post).removeprefix(site.base_url), {}).body,
            )
            for post in bundled_posts()
            if post.status == HTTPStatus.OK
        ]
    finally:
        site.stop()


class FrozenSite(BaseHTTPRequestHandler):
    """Answers from what was made before."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    number = 0
    base = ""
    known: list[tuple[bytes, bytes]]

    def do_GET(self) -> None:
        """A post, a page of the REST interface, or 404."""
        asked = parse_qs(urlsplit(self.path).query)
        if self.path == "/":
            self.send(b'<html><a href="/?p=1">Kabar</a>', [("Link", self.rest_link())])
        elif "p" in asked:
            number = int(asked["p"][0])
            title, page = self.known[number % len(self.known)]
            self.send(page.replace(title, title + b" %d" % number))
        elif "rest_route" in asked:
            self.send_posts(int(asked["page"][0]))
        else:
            self.send(b"not here", status=404)

    def rest_link(self) -> str:
        """Where the interface is."""
        return f'<{self.base}/?rest_route=/>; rel="https://api.w.org/"'

    def send_posts(self, page: int) -> None:
        """One page of the REST interface."""
        numbers = range((page - 1) * PER_PAGE + 1, min(page * PER_PAGE, self.number) + 1)
        begun = datetime(2018, 1, 1, tzinfo=UTC)
        rows = []
        for number in numbers:
            moment = (begun + timedelta(hours=number)).strftime("%Y-%m-%dT%H:%M:%S")
            link = f"{self.base}/?p={number}"
            rows.append({"id": number, "link": link, "date_gmt": moment, "modified_gmt": moment})
        pages = -(-self.number // PER_PAGE)
        totals = [("X-WP-Total", str(self.number)), ("X-WP-TotalPages", str(pages))]
        self.send(json.dumps(rows).encode(), totals, media_type="application/json")

    def send(
        self,
        body: bytes,
        headers: list[tuple[str, str]] | None = None,
        *,
        status: int = 200,
        media_type: str = "text/html; charset=UTF-8",
    ) -> None:
        """One answer."""
        self.send_response(status)
        known = [("Content-Type", media_type), ("Content-Length", str(len(body)))]
        for name, value in [*known, *(headers or [])]:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


def main() -> None:
    """Serves so many posts as the first argument says."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), FrozenSite)
    server.daemon_threads = True
    FrozenSite.number = int(sys.argv[1])
    FrozenSite.base = f"http://127.0.0.1:{server.server_address[1]}"
    FrozenSite.known = models()
    print(FrozenSite.base, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
