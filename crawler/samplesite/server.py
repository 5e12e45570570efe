"""The sample site over HTTP on loopback, in a thread of its own, changed while it serves."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from threading import Lock, Thread
from typing import Any, Literal, Self

from crawler.samplesite.addresses import Addresses, Permalinks
from crawler.samplesite.answers import Answer, Snapshot
from crawler.samplesite.listening import Listener
from crawler.samplesite.posts import JAKARTA, Post, bundled_posts, newest_first
from crawler.samplesite.responding import respond

Surface = Literal["rest", "sitemap", "feed", "listing"]

_POLL_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Request:
    """One request that the site has answered."""

    method: str
    path: str
    """With its query, as it came."""
    time: datetime
    user_agent: str
    status: int


class SampleSite:
    """The site and its server; a context manager that serves while it is entered.

    Everything may be changed while it serves. A post is named by its number or its slug;
    methods that take such a name raise KeyError where the site has no such post.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        permalinks: Permalinks = "pretty",
        posts: Iterable[Post] | None = None,
    ) -> None:
        """A site with the bundled posts, or with `posts`; port 0 takes a free one.

        Raises OSError where the port is taken.
        """
        self.delay = 0.0
        """Seconds that every answer waits for."""
        chosen = bundled_posts() if posts is None else posts
        self._posts = {post.id: post for post in chosen}
        self._removed: dict[int, Post] = {}
        self._off: set[str] = set()
        self._files: dict[str, Answer] = {}
        self._falls_back = False
        self._requests: list[Request] = []
        self._lock = Lock()
        self._server = Listener((host, port), self.answer)
        port = int(self._server.server_address[1])
        self._addresses = Addresses(f"http://{host}:{port}", permalinks)
        self._thread: Thread | None = None

    @property
    def base_url(self) -> str:
        """Where the site is served, without a slash at the end."""
        return self._addresses.base_url

    @property
    def addresses(self) -> Addresses:
        """Where the site's posts, listings and interfaces are."""
        return self._addresses

    @property
    def posts(self) -> tuple[Post, ...]:
        """The posts that the site has now, the newest first."""
        with self._lock:
            return newest_first(self._posts.values())

    @property
    def requests(self) -> tuple[Request, ...]:
        """The requests answered so far, in their order."""
        with self._lock:
            return tuple(self._requests)

    def post(self, name: int | str) -> Post:
        """The post of a number or slug."""
        with self._lock:
            return _named(self._posts, name)

    def change(self, name: int | str, **fields: Any) -> Post:
        """Gives a post other fields, and the present as its `modified` unless that is given.

        Dates of WordPress have whole seconds; two changes within one are a second apart, so
        that a reader sees both.
        """
        with self._lock:
            post = _named(self._posts, name)
            now = datetime.now(JAKARTA).replace(microsecond=0)
            fields.setdefault("modified", max(now, post.modified + timedelta(seconds=1)))
            changed = replace(post, **fields)
            self._posts[changed.id] = changed
        return changed

    def add(self, post: Post) -> None:
        """Publishes a post; one of the same number gives way to it."""
        with self._lock:
            self._posts[post.id] = post

    def remove(self, name: int | str) -> None:
        """Takes a post off the site: its page answers 404 and nothing lists it."""
        with self._lock:
            post = _named(self._posts, name)
            self._removed[post.id] = self._posts.pop(post.id)

    def restore(self, name: int | str) -> None:
        """Brings a removed post back as it was."""
        with self._lock:
            post = _named(self._removed, name)
            self._posts[post.id] = self._removed.pop(post.id)

    def break_page(self, name: int | str, status: int = 500) -> None:
        """Lets a post's page answer `status`, though everything lists it as before."""
        with self._lock:
            post = _named(self._posts, name)
            self._posts[post.id] = replace(post, status=status)

    def repair_page(self, name: int | str) -> None:
        """Lets a broken page answer again."""
        self.break_page(name, 200)

    def switch_off(self, surface: Surface) -> None:
        """Lets one of the ways to find posts answer 404."""
        with self._lock:
            self._off.add(surface)

    def switch_on(self, surface: Surface) -> None:
        """Brings a surface back."""
        with self._lock:
            self._off.discard(surface)

    def switch_permalinks(self, permalinks: Permalinks, *, falls_back: bool = False) -> None:
        """Makes the site's links in the other style from now on.

        With `falls_back` the home page answers (200) at addresses that plain permalinks do not
        have: web servers that hand whatever is no file to WordPress do so.
        """
        with self._lock:
            self._addresses = Addresses(self._addresses.base_url, permalinks)
            self._falls_back = falls_back

    def put_file(self, path: str, answer: Answer) -> str:
        """Lets an address below the uploads answer so, whatever was there; the address."""
        with self._lock:
            self._files[path] = answer
        return f"{self.base_url}/wp-content/uploads/{path}"

    def start(self) -> None:
        """Begins to serve in a thread of its own; does nothing where it serves already."""
        if self._thread is not None:
            return
        self._thread = Thread(target=self._server.serve_forever, args=(_POLL_SECONDS,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the serving and frees the port."""
        if self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._thread = None
        self._server.server_close()

    def answer(self, method: str, path: str, headers: Mapping[str, str]) -> Answer:
        """The answer to one request, `headers` with names in lower case; the log keeps it."""
        time.sleep(self.delay)
        with self._lock:
            snapshot = Snapshot(
                addresses=self._addresses,
                posts=newest_first(self._posts.values()),
                now=datetime.now(UTC),
                views=len(self._requests),
                off=frozenset(self._off),
                falls_back=self._falls_back,
                files=dict(self._files),
                request_headers=headers,
            )
        answer = respond(path, snapshot)
        agent = headers.get("user-agent", "")
        request = Request(method, path, snapshot.now, agent, answer.status)
        with self._lock:
            self._requests.append(request)
        return answer

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()


def serve(host: str = "127.0.0.1", port: int = 0, permalinks: Permalinks = "pretty") -> SampleSite:
    """The bundled site, already serving; `with` or `stop` ends it."""
    site = SampleSite(host=host, port=port, permalinks=permalinks)
    site.start()
    return site


def _named(posts: dict[int, Post], name: int | str) -> Post:
    for post in posts.values():
        if name in {post.id, post.slug}:
            return post
    raise KeyError(name)
