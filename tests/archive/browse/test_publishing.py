"""The exported folder is all that a server needs, under either line of Datasette."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import datasette_alpha
import pytest
from archive_samples import fetch, record, store_page
from click.testing import CliRunner
from file_samples import fill
from sqlite_utils import Database

from archive.browse import publishing, requirements
from archive.commands.browse import browse_command
from archive.errors import UsageError
from archive.storage import close, open_archive, transaction

_PAGES = ("", "activities", "activity/1", "people", "person/1", "organizations", "organization/1")
_DATASETTE = ("archive/people", "archive/activity_overview", "archive/who_was_with_whom?person=r")


@pytest.fixture
def exported(db: Database, folder: Path, tmp_path: Path) -> Path:
    fill(db, folder)
    target = tmp_path / "site"
    publishing.publish(folder, target, lambda _: None)
    return target


@contextmanager
def served(python: Path | str, site: Path, *options: str) -> Iterator[str]:
    """The folder served as its README tells, by a Datasette that knows nothing of this project."""
    port = datasette_alpha.free_port()
    command = [str(python), "-m", "datasette", "serve", str(site), "--port", str(port), *options]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with datasette_alpha.running(command, port, environment, folder=site.parent) as base:
        yield base


def text_of(address: str) -> str:
    with urlopen(address) as answer:  # noqa: S310 - loopback
        return str(answer.read().decode())


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as db:
        named = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: db.execute(f"SELECT * FROM {name}").fetchall() for (name,) in named}  # noqa: S608 - its own


def assert_is_served(base: str, site: Path) -> None:
    for path in _PAGES + _DATASETTE:
        assert text_of(f"{base}/{path}")
    assert "Ratna Wulandari" in text_of(f"{base}/person/1")
    assert "resilience_archive.py" in text_of(f"{base}/-/plugins.json")
    assert '"is_mutable":false' in text_of(f"{base}/-/databases.json").replace(" ", "")
    with closing(sqlite3.connect(site / "archive.db")) as db:
        ((digest,),) = db.execute("SELECT sha256 FROM files WHERE type = 'pptx'").fetchall()
    assert text_of(f"{base}/file/{digest}").startswith("PK taman")


def test_the_folder_is_served_by_datasette_065(exported: Path):
    with served(sys.executable, exported) as base:
        assert_is_served(base, exported)


def test_the_folder_is_served_by_datasette_10(exported: Path):
    with served(datasette_alpha.python(), exported) as base:
        assert_is_served(base, exported)


def test_the_folder_runs_from_its_own_source(exported: Path):
    page = exported / "source" / "archive" / "browse" / "templates" / "not_found.html"
    page.write_text("Only here.")
    with served(sys.executable, exported) as base:
        with pytest.raises(HTTPError, match="404") as answer:
            text_of(f"{base}/person/999")
        with answer.value as told:
            assert told.read() == b"Only here."


def test_the_site_can_be_served_under_a_path(exported: Path):
    with served(sys.executable, exported, "--setting", "base_url", "/arsip/") as base:
        home = text_of(f"{base}/arsip/")
        links = re.findall(r'(?:href|src|action)="(/[^"]*)"', home)
        assert links
        assert [link for link in links if not link.startswith("/arsip/")] == []


def test_the_copy_is_the_whole_archive_in_one_file(exported: Path, folder: Path):
    kept, copied = tables(folder / "archive.db"), tables(exported / "archive.db")
    made_anew = {name for name in kept if kept[name] != copied[name]}
    assert copied["activities"]
    assert all(name == "sums" or name.endswith("_sums") for name in made_anew)
    assert copied["sums"] == [(1, 1)]
    with closing(sqlite3.connect(exported / "archive.db")) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not list(exported.glob("archive.db-*"))


def test_the_copy_is_of_one_moment_while_a_crawl_writes(db: Database, folder: Path, tmp_path: Path):
    """Every page that the copy has, it has with its article."""
    for number in range(20):
        store_page(db, record(), fetch(f"https://kota.example/{number}/"))
    stopped = threading.Event()

    def crawl() -> None:
        writer = open_archive(folder)
        number = 100
        while not stopped.is_set():
            store_page(writer, record(), fetch(f"https://kota.example/{number}/"))
            number += 1
        close(writer)

    crawling = threading.Thread(target=crawl)
    crawling.start()
    try:
        for copy in (tmp_path / f"{number}.db" for number in range(3)):
            publishing.copy_database(folder, copy)
            with closing(sqlite3.connect(copy)) as copied:
                pages = "SELECT (SELECT count(*) FROM pages), (SELECT count(*) FROM articles)"
                page_count, article_count = copied.execute(pages).fetchone()
            assert page_count == article_count >= 20
    finally:
        stopped.set()
        crawling.join()


def test_files_and_pictures_are_copied_and_nothing_else_of_the_folder(exported: Path, folder: Path):
    kept = {path.relative_to(folder) for path in (folder / "files").rglob("*") if path.is_file()}
    copied = {path.relative_to(exported) for path in (exported / "files").rglob("*")}
    assert kept <= copied
    assert not (exported / "warc").exists()


def test_a_capture_that_is_not_here_is_not_offered_and_told(
    db: Database, folder: Path, tmp_path: Path
):
    fill(db, folder)
    with transaction(db):
        db.execute("UPDATE captures SET file = 'warc/a.warc.gz', \"offset\" = 0, length = 9")
    publishing.publish(folder, tmp_path / "site", lambda _: None)
    with served(sys.executable, tmp_path / "site") as base:
        assert "/capture/" not in text_of(f"{base}/activity/1")
        with pytest.raises(HTTPError, match="404") as answer:
            text_of(f"{base}/capture/1")
        with answer.value as told:
            assert b"warc/a.warc.gz, which is not beside this database" in told.read()


def test_a_path_that_leads_out_of_the_archive_is_not_copied(
    db: Database, folder: Path, tmp_path: Path
):
    fill(db, folder)
    (tmp_path / "secret").write_text("secret")
    with transaction(db):
        db.execute("UPDATE files SET path = '../secret' WHERE type = 'pptx'")
    publishing.publish(folder, tmp_path / "site" / "new", lambda _: None)
    assert not (tmp_path / "site" / "secret").exists()


def test_a_site_that_was_written_before_is_replaced(exported: Path, folder: Path):
    (exported / "old.txt").touch()
    publishing.publish(folder, exported, lambda _: None)
    assert not (exported / "old.txt").exists()
    assert (exported / "archive.db").exists()


@pytest.mark.usefixtures("db")
def test_a_folder_with_anything_else_is_left_alone(folder: Path, tmp_path: Path):
    mine = tmp_path / "letters"
    mine.mkdir()
    (mine / "letter.txt").touch()
    with pytest.raises(UsageError, match="other files"):
        publishing.publish(folder, mine, lambda _: None)
    with pytest.raises(UsageError, match="The archive itself"):
        publishing.publish(folder, tmp_path, lambda _: None)
    assert list(mine.iterdir()) == [mine / "letter.txt"]


def test_what_is_needed_is_told_with_its_versions(exported: Path):
    lines = (exported / "requirements.txt").read_text().splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9_.]+", line) for line in lines)
    assert {"datasette", "sqlite-utils", "vl-convert-python"} <= {
        line.split("==")[0] for line in lines
    }


def test_the_other_line_is_tested_with_all_that_is_needed():
    given = (Path(datasette_alpha.__file__).parent / "datasette-alpha.txt").read_text()
    tested = {line.split("==")[0] for line in given.splitlines() if "==" in line}
    assert {line.split("==")[0].lower() for line in requirements.requirements()} <= tested


def test_the_readme_tells_what_is_there(exported: Path):
    told = (exported / "README.md").read_text()
    for path in re.findall(r"^- `([\w.-]+)`", told, re.MULTILINE):
        assert (exported / path).exists()
    assert "{" not in told


def test_the_container_file_serves_the_folder_as_a_user_who_may_read_it(exported: Path):
    text = (exported / "Containerfile").read_text()
    steps = [line.split() for line in text.splitlines() if not line.startswith("#")]
    told = {words[0]: words[1:] for words in steps}
    assert f"python:{sys.version_info.major}.{sys.version_info.minor}-slim" in told["FROM"][0]
    assert (exported / told["RUN"][-1]).exists()
    assert told["COPY"] == [f"--chown={told['USER'][0]}", ".", "."]
    assert json.loads(" ".join(told["CMD"]))[-1] == told["EXPOSE"][0]
    assert (exported / ".dockerignore").read_text().split() == [".venv"]


@pytest.mark.usefixtures("db")
def test_the_command_tells_where_the_site_is(folder: Path, tmp_path: Path):
    target = tmp_path / "new"
    asked = ["--archive", str(folder), "--export", str(target)]
    result = CliRunner().invoke(browse_command, asked)
    assert result.exit_code == 0, result.output
    assert f"The site is in {target}." in result.stderr
    shutil.rmtree(target)
