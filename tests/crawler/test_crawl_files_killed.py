"""A crawl of files that is killed at any moment leaves no row without its file."""

from __future__ import annotations

import hashlib
import random
import time
from pathlib import Path
from shutil import copytree

from crawling import rows
from document_files import pdf
from faulty_files import faulty_site
from swift_crawls import crawl, running

from archive.checks.stored_files import check_stored_files
from archive.storage import close, open_read_only

MOMENTS = 6
NUMBER = 12


def assert_each_row_has_its_file(folder: Path) -> int:
    kept = rows(folder, "SELECT path, sha256, length FROM files")
    for path, digest, length in kept:
        body = (folder / path).read_bytes()
        assert (hashlib.sha256(body).hexdigest(), len(body)) == (digest, length)
    fetched = "SELECT count(*) FROM file_links WHERE state = 'fetched' AND file_id IS NULL"
    assert rows(folder, fetched) == [(0,)]
    return len(kept)


def test_kills_and_the_crawls_after_them(tmp_path: Path):
    chance = random.Random(2019)  # noqa: S311 - no secret
    begun = 0
    with faulty_site() as faulty:
        for number in range(NUMBER):
            faulty.offer(f"Paparan {number}", f"paparan-{number}.pdf", pdf([f"Sungai {number}"]))
        crawl(faulty.home, tmp_path / "pages", files="without")
        for moment in range(MOMENTS):
            folder = tmp_path / str(moment)
            copytree(tmp_path / "pages", folder)
            before, wanted = len(faulty.asked("paparan-")), chance.randrange(2, NUMBER)
            with running(faulty.home, folder, files="only") as child:
                while child.is_alive() and len(faulty.asked("paparan-")) < before + wanted:
                    time.sleep(0.01)
                time.sleep(chance.uniform(0, 0.05))
                child.kill()
                child.join()
            begun += 0 < assert_each_row_has_its_file(folder) < NUMBER
            told = crawl(faulty.home, folder, files="only")
            assert told.status == 0
            assert assert_each_row_has_its_file(folder) == NUMBER
            assert rows(folder, "SELECT count(*) FROM files WHERE read_at IS NULL") == [(0,)]
            db = open_read_only(folder)
            assert list(check_stored_files(db, folder, quick=False, writing=lambda _: False)) == []
            close(db)
    assert begun
