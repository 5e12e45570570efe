"""Reading every page of a folder whose facts are known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archive.errors import UsageError
from crawler.evaluation.scoring import Scores
from crawler.reading import read_page


def known_pages(folder: Path) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Key, HTML and known facts of each KEY.html with a KEY.json beside it, by key.

    Raises UsageError where the folder holds no such pair, or a KEY.json is no such file.
    """
    pages = sorted(p for p in folder.glob("*.html") if p.with_suffix(".json").exists())
    if not pages:
        raise UsageError(
            f"There is no KEY.html with a KEY.json beside it in {folder}. "
            "Name a folder of pages with known facts, for example tests/gold."
        )
    for page in pages:
        facts = page.with_suffix(".json")
        try:
            known = json.loads(facts.read_text("utf-8"))
            known["url"], known["text"], known["gold"]
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(
                f"{facts} is no file of known facts ({error!r}): "
                'it needs an object with "url", "text" and "gold".'
            ) from error
        yield page.stem, page.read_bytes(), known


def evaluate(folder: Path) -> Scores:
    """The scores of today's reading over all pages of a folder."""
    scores = Scores()
    for key, html, known in known_pages(folder):
        scores.add(key, read_page(html, known["url"]).to_dict(), known)
    return scores
