"""The sample site's archive as a historian meets it: crawled, corrected, changed, crawled again."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from archive.commands.correct import correct_command
from crawler.samplesite.server import SampleSite, serve

_PATIENCE = 300
_FORUM = "forum-pemuda-tangguh-2019"
_WORKSHOP = "dua-hari-merumuskan-strategi-ketahanan-kota"
_GONE = "rapat-evaluasi-banjir-awal-tahun"


def shared(folder: Path) -> Path:
    """The archive below `folder`, made by whichever process asks first; the others wait for it."""
    archive, made = folder / "sample-archive", folder / "sample-archive.made"
    with (folder / "sample-archive.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            _make(archive)
            made.touch()
    return archive


def _make(archive: Path) -> None:
    with serve() as site:
        _crawl(site, archive)
        _correct(archive, site, _WORKSHOP, "attendance.count", "140")
        _correct(
            archive, site, _WORKSHOP, "people", "Siti Rahmawati", "--add", "--with", "role=chair"
        )
        _correct(archive, site, _FORUM, "attendance.count", "95", "--of", "pemuda")
        body = site.post(_FORUM).body
        assert "90 pemuda" in body
        site.change(_FORUM, body=body.replace("90 pemuda", "88 pemuda"))
        site.remove(_GONE)
        _crawl(site, archive)


def _crawl(site: SampleSite, archive: Path) -> None:
    command = [sys.executable, "-m", "crawler", "crawl", f"{site.base_url}/"]
    crawled = subprocess.run(  # noqa: S603 - the tests' own words
        [*command, "--archive", str(archive)],
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    assert (archive / "archive.db").exists(), crawled.stderr


def _correct(archive: Path, site: SampleSite, slug: str, *words: str) -> None:
    url = site.addresses.post(site.post(slug))
    told = ["--archive", str(archive), "--reason", "Daftar hadir", "--author", "Sari"]
    result = CliRunner().invoke(correct_command, [url, *words, *told])
    assert result.exit_code == 0, result.output
