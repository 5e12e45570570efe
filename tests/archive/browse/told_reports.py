"""Reports of an invented city for the site's lists, and what the site answers about them."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
from archive_samples import activity, article, fetch, record, store_page
from sqlite_utils import Database

from archive.browse.asked import Asked
from archive.browse.language import Code, language
from archive.browse.serving import site
from archive.records import Organization

NOTHING_ELSE: dict[str, Any] = {
    "dates": (), "venue": None, "venue_evidence": (), "attendance": (), "people": (),
    "organizations": (), "groups": (), "materials": (),
}  # fmt: skip


def keep(db: Database, number: int, title: str, body: str, **facts: Any) -> str:
    """Store a page that reports a meeting of that title; its address."""
    url = facts.pop("url", f"https://kota.example/berita/{number}/")
    fetched_at = facts.pop("fetched_at", f"2020-01-{number:02}T01:02:03Z")
    told = article(url=url, title=title, text=f"{title}\n{body}")
    given = {"type": "meeting", "start_date": f"2019-03-{number:02}", "end_date": None, **facts}
    reported = activity(title=title, **{**NOTHING_ELSE, **given})
    page = replace(record(article=told), activity=reported, findings=())
    store_page(db, page, fetch(url, fetched_at=fetched_at), body=url.encode())
    return str(url)


def organization(name: str) -> Organization:
    """An organization that a report names without telling where."""
    return Organization(name, None, "organizer", "government", ())


def asked(path: str, code: Code = "id", **options: str) -> Asked:
    """What a reader asks for at an address."""
    return Asked({}, options, language(code), path)


def get(folder: Path, address: str, **headers: str) -> httpx.Response:
    """What the site over the archive in `folder` answers."""

    async def answer() -> httpx.Response:
        return await site(folder).client.get(
            address, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )

    return asyncio.run(answer())
