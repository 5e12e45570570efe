"""The archive that reports are made of."""

from __future__ import annotations

import pytest
from report_samples import fill
from sqlite_utils import Database


@pytest.fixture
def filled(db: Database) -> Database:
    return fill(db)
