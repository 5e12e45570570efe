"""The sample site's archive, a server over it, and a browser that looks at it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any

import pytest

# Not a part of the tests' environment where the site is not to be tried in a browser.
pytest.importorskip("playwright.sync_api")

import datasette_alpha
import sample_archive
from browsing import Reader, chromium, faultless, seated
from playwright.sync_api import Browser

from archive.storage import open_read_only

_REPOSITORY = Path(__file__).parents[2]

_FIXED = {
    "home": "/",
    "activities": "/activities",
    "people": "/people",
    "organizations": "/organizations",
    "focus-area": "/focus-area/3",
    "materials": "/materials",
    "search": "/search?q=pengelolaan",
}
_FOUND = {
    "activity": (
        "/activity/",
        "SELECT activity_id FROM attendance WHERE count = 140 AND attendance.correction_id IS NOT NULL",
    ),
    "pictured": (
        "/activity/",
        "SELECT activity_id FROM conclusions GROUP BY 1 ORDER BY count(*) DESC, 1",
    ),
    "conflict": (
        "/activity/",
        (
            "SELECT activities.id FROM activities JOIN corrections USING (page_id)"
            " WHERE state = 'conflict'"
        ),
    ),
    "gone": (
        "/activity/",
        (
            "SELECT activities.id FROM activities JOIN pages ON pages.id = page_id"
            " WHERE state = 'gone'"
        ),
    ),
    "event": (
        "/event/",
        (
            "SELECT event_id FROM activities JOIN attendance ON activity_id = activities.id"
            " WHERE count = 140 AND attendance.correction_id IS NOT NULL"
        ),
    ),
    "person": (
        "/person/",
        (
            "SELECT person_id FROM participations"
            " JOIN materials ON materials.activity_id = participations.activity_id"
            " AND presenter = name ORDER BY materials.url DESC, person_id"
        ),
    ),
    "organization": (
        "/organization/",
        "SELECT organization_id FROM organization_roles GROUP BY 1 ORDER BY count(*) DESC, 1",
    ),
    "material": (
        "/material?url=",
        (
            "SELECT url FROM file_links JOIN files ON files.id = file_id"
            " WHERE picture IS NOT NULL ORDER BY url"
        ),
    ),
}
"""Of things with a number: where their pages are, and the question for one of them."""

Readers = Callable[..., AbstractContextManager[Reader]]


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site's archive; processes that run the tests together share it."""
    base = tmp_path_factory.getbasetemp()
    return sample_archive.shared(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)


@pytest.fixture(scope="session")
def site(archive: Path) -> Iterator[str]:
    """The address of the site over the archive, without a slash at its end."""
    with serving(archive) as base:
        yield base


def serving(archive: Path) -> AbstractContextManager[str]:
    """A server of its own over an archive."""
    port = datasette_alpha.free_port()
    command = [sys.executable, "-m", "crawler", "browse", "--archive", str(archive)]
    return datasette_alpha.running(
        [*command, "--port", str(port)], port, dict(os.environ), folder=_REPOSITORY
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def readers(browser: Browser, site: str) -> Iterator[Readers]:
    """Makes readers of the sample site's archive; those with the same options share a tab."""
    with ExitStack() as stack:
        seats: dict[str, Reader] = {}

        def reader(*, expects: int | None = None, **options: Any) -> AbstractContextManager[Reader]:
            name = repr(sorted(options.items()))
            if name not in seats:
                seats[name] = stack.enter_context(seated(browser, site, **options))
            scheme = options.get("color_scheme", "light")
            return faultless(seats[name], expects=expects, color_scheme=scheme)

        yield reader


@pytest.fixture(scope="session")
def paths(archive: Path) -> dict[str, str]:
    """A page of each type, under its name."""
    db = open_read_only(archive)
    found = {name: f"{path}{db.execute(sql).fetchone()[0]}" for name, (path, sql) in _FOUND.items()}
    db.close()
    return {**_FIXED, **found}
