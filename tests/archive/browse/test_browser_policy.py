"""What answers tell a browser that it may do, and what is handed out to be run nowhere."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
from kept_samples import fill
from sqlite_utils import Database

from archive.browse import serving

_PAGES = ("/", "/activities", "/activity/1", "/people", "/material?url=javascript:1", "/activity/x")


@pytest.fixture
def archive(db: Database, folder: Path) -> Path:
    fill(db, folder)
    return folder


def got(archive: Path, *paths: str) -> list[Any]:
    """The answers at some paths of the site over an archive."""

    async def ask() -> list[Any]:
        site = serving.site(archive)
        await site.invoke_startup()
        return [await site.client.get(path) for path in paths]

    return asyncio.run(ask())


def rules(answer: Any) -> dict[str, list[str]]:
    """The policy of an answer: what -> whence."""
    told = answer.headers["content-security-policy"].split(";")
    return {name: whence for name, *whence in (rule.split() for rule in told)}


def test_own_pages_run_files_of_the_site_alone(archive: Path) -> None:
    for answer in got(archive, *_PAGES):
        policy = rules(answer)
        assert policy["default-src"] == ["'none'"]
        assert policy["script-src"] == policy["style-src"] == ["'self'"]
        assert re.search(r"<script(?![^>]* src=)|<style| style=| on[a-z]+=", answer.text) is None


def test_datasettes_pages_run_the_scripts_of_its_templates_and_no_other(archive: Path) -> None:
    pages = got(archive, "/archive", "/archive/activities", "/archive/activities")
    numbers = set()
    for answer in pages:
        scripts = rules(answer)["script-src"]
        (number,) = re.findall(r"'nonce-([^']+)'", " ".join(scripts))
        assert "'unsafe-inline'" not in scripts
        assert "'unsafe-eval'" not in scripts
        inline = re.findall(r"<script(?![^>]* src=)[^>]*>", answer.text)
        assert all(f'nonce="{number}"' in script for script in inline)
        numbers.add(number)
    assert len(numbers) == len(pages), "Each answer has a number of its own."


def test_every_answer_is_what_it_says_and_tells_nobody_whence_a_reader_comes(archive: Path) -> None:
    paths = (*_PAGES, "/archive", "/-/resilience/site.css", "/chart/activities.json", "/nowhere")
    for answer in got(archive, *paths):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"


def test_a_kept_capture_is_plain_text_that_may_do_nothing(archive: Path, db: Database) -> None:
    ((capture,),) = db.execute(
        "SELECT min(id) FROM captures WHERE version_id IS NOT NULL"
    ).fetchall()
    answer, missing = got(archive, f"/capture/{capture}", "/capture/999")
    assert answer.headers["content-type"].startswith("text/plain")
    assert rules(answer) == {"default-src": ["'none'"], "sandbox": []}
    assert "<h1>Lokakarya Taman Hujan</h1>" in answer.text
    assert missing.status_code == 404


def test_only_the_sites_own_files_are_served(archive: Path) -> None:
    css, script, outside, none = got(
        archive,
        "/-/resilience/site.css",
        "/-/resilience/evidence.js",
        "/-/resilience/..%2fsecurity.py",
        "/-/resilience/nothing.css",
    )
    assert css.headers["content-type"].startswith("text/css")
    assert script.headers["content-type"].startswith("text/javascript")
    assert not outside.is_success
    assert none.status_code == 404


def test_a_language_that_is_asked_for_is_kept_and_no_other_word_is(archive: Path) -> None:
    english, other, plain = got(archive, "/?lang=en", "/?lang=%22%3E", "/")
    assert "language=en" in english.headers["set-cookie"]
    assert "samesite=lax" in english.headers["set-cookie"].lower()
    assert "set-cookie" not in other.headers
    assert "set-cookie" not in plain.headers
    assert 'lang="id"' in other.text
