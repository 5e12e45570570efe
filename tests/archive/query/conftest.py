"""The archive that the examples are of."""

from __future__ import annotations

import pytest
from question_samples import fill
from sqlite_utils import Database


@pytest.fixture
def examples(db: Database) -> Database:
    fill(db)
    return db
