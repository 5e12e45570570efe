"""The invented city's archive, made once: exporting changes nothing of it."""

from __future__ import annotations

from pathlib import Path

import facts_samples
import pytest


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return facts_samples.city(tmp_path_factory.mktemp("city") / "data")
