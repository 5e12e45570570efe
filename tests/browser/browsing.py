"""A reader's browser, which notes what no page of the site may do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

OUTPUT = Path(__file__).parents[1] / "output"
"""Where the screenshots are kept; git leaves it out."""

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_WIDE = {"width": 1200, "height": 900}


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's browser without a window; the test is skipped where there is none."""
    program = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip(
            f"None of {', '.join(_BROWSERS)} is installed: 'make test' does so where it may."
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Reader:
    """Someone who looks at the site, page after page in one tab."""

    base: str
    page: Page
    faults: list[str] = field(default_factory=list)
    """What went wrong: faults on the console, requests that failed or went elsewhere."""

    def visit(self, path: str) -> Page:
        """The page at a path of the site, when everything of it is there."""
        self.page.goto(f"{self.base}{path}", wait_until="load")
        return self.page

    def keep_picture(self, name: str, *, is_whole: bool = True) -> Path:
        """The whole page or what is in view, as a file among the tests' output."""
        OUTPUT.mkdir(exist_ok=True)
        path = OUTPUT / f"{name}.png"
        self.page.screenshot(path=path, full_page=is_whole, animations="disabled")
        return path


@contextmanager
def reading(
    browser: Browser, base: str, *, expects: int | None = None, **options: Any
) -> Iterator[Reader]:
    """A reader with options of Playwright's context, by default at a desk and Indonesian.

    What went wrong fails the test at the end; an answer with the status `expects` does not.
    """
    context = browser.new_context(**{"viewport": _WIDE, "locale": "id", **options})
    context.set_default_timeout(15_000)
    try:
        reader = Reader(base, context.new_page())
        _note(context, reader, expects)
        yield reader
    finally:
        context.close()
    assert not reader.faults, "\n".join(reader.faults)


def _note(context: BrowserContext, reader: Reader, expects: int | None) -> None:
    def only_here(route: Route) -> None:
        url = route.request.url
        if url.startswith((f"{reader.base}/", "data:")):
            route.continue_()
        else:
            reader.faults.append(f"asked elsewhere: {url}")
            route.abort()

    def told(message: Any) -> None:
        if message.type == "error" and (expects is None or f"{expects}" not in message.text):
            reader.faults.append(f"console: {message.text} {message.location['url']}")

    context.route("**/*", only_here)
    reader.page.on("console", told)
    reader.page.on("pageerror", lambda error: reader.faults.append(f"script: {error}"))
    reader.page.on("dialog", lambda dialog: reader.faults.append(f"dialog: {dialog.message}"))
