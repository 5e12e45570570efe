"""Makes the modules of this folder known to the tests below it; processes that begin at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import swift_children

from crawler import readers


@pytest.fixture(scope="module")
def swift_readers() -> Iterator[None]:
    """Commands run in this process have readers that need not load what they read with."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(readers, "START_METHOD", swift_children.parent().get_start_method())
        yield
