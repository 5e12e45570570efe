"""An empty archive for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive.storage import DATABASE_NAME, close, open_archive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture(scope="session")
def new_archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of an archive without content, which takes longer to make than most tests."""
    made = tmp_path_factory.mktemp("new")
    close(open_archive(made))
    return (made / DATABASE_NAME).read_bytes()


@pytest.fixture
def db(folder: Path, new_archive: bytes) -> Iterator[Database]:
    folder.mkdir(exist_ok=True)
    (folder / DATABASE_NAME).write_bytes(new_archive)
    opened = open_archive(folder)
    yield opened
    close(opened)
