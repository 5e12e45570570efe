"""The list of pages of a WACZ: what each page's article said, and where to replay it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlite_utils import Database

_SAID = """
SELECT captures.id, version_id, url, fetched_at, title, text
FROM captures JOIN versions ON versions.id = version_id
WHERE file IS NOT NULL ORDER BY fetched_at, captures.id
"""


def page_lines(db: Database, chosen: frozenset[int]) -> Iterator[str]:
    """pages.jsonl: one line for each version of a page's article, with its first chosen capture.

    The oldest first. https://specs.webrecorder.net/wacz/1.1.1/#pages-jsonl
    """
    header = {"format": "json-pages-1.0", "id": "pages", "title": "Articles", "hasText": True}
    yield f"{json.dumps(header)}\n"
    told: set[int] = set()
    for capture, version, url, fetched_at, title, text in db.execute(_SAID):
        if capture in chosen and version not in told:
            told.add(version)
            page = {
                "id": f"version-{version}",
                "url": url,
                "ts": fetched_at,
                "title": title,
                "text": text,
            }
            yield f"{json.dumps(page, ensure_ascii=False)}\n"
