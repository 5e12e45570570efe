"""A reader's browser, which notes what no page of the site may do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

ColorScheme = Literal["dark", "light"]

OUTPUT = Path(__file__).parents[1] / "output"
"""Where the screenshots are kept; git leaves it out."""

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_WIDE = {"width": 1200, "height": 900}
_ARGUMENTS = (
    "--no-sandbox",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-features=SpareRendererForSitePerProcess",
)
"""Nothing but this machine can be asked, and no process is begun for a page that may never come."""
_PATIENCE = 30_000
"""Milliseconds that a page may take where others are at work too."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's browser without a window; the test is skipped where there is none."""
    program = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip(
            f"None of {', '.join(_BROWSERS)} is installed: 'make test' does so where it may."
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*_ARGUMENTS])
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Reader:
    """Someone who looks at the site, page after page in one tab."""

    base: str
    page: Page
    expects: int | None = None
    """The status of an answer that is no fault."""
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
def seated(browser: Browser, base: str, **options: Any) -> Iterator[Reader]:
    """A reader with options of Playwright's context, by default at a desk and Indonesian."""
    expect.set_options(timeout=_PATIENCE)
    context = browser.new_context(**{"viewport": _WIDE, "locale": "id", **options})
    context.set_default_timeout(_PATIENCE)
    try:
        reader = Reader(base, context.new_page())
        _note(context, reader)
        yield reader
    finally:
        context.close()


@contextmanager
def faultless(
    reader: Reader, *, expects: int | None = None, color_scheme: ColorScheme = "light"
) -> Iterator[Reader]:
    """The reader, whose tab the next may use as if it were new: a visit begins with a page.

    What went wrong fails the test then; an answer with the status `expects` does not.
    """
    reader.expects, reader.faults = expects, []
    try:
        yield reader
    finally:
        reader.page.mouse.move(0, 0)
        reader.page.context.clear_cookies()
        reader.page.emulate_media(media="null", color_scheme=color_scheme)
    assert not reader.faults, "\n".join(reader.faults)


@contextmanager
def reading(
    browser: Browser, base: str, *, expects: int | None = None, **options: Any
) -> Iterator[Reader]:
    """A reader of another site than the sample's."""
    with seated(browser, base, **options) as reader, faultless(reader, expects=expects):
        yield reader


def _note(context: BrowserContext, reader: Reader) -> None:
    def asked(request: Request) -> None:
        if not request.url.startswith((f"{reader.base}/", "data:")):
            reader.faults.append(f"asked elsewhere: {request.url}")

    def told(message: ConsoleMessage) -> None:
        if message.type == "error" and f"{reader.expects}" not in message.text:
            reader.faults.append(f"console: {message.text} {message.location['url']}")

    context.on("request", asked)
    reader.page.on("console", told)
    reader.page.on("pageerror", lambda error: reader.faults.append(f"script: {error}"))
    reader.page.on("dialog", lambda dialog: reader.faults.append(f"dialog: {dialog.message}"))
