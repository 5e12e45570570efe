"""Makes the modules of this folder known to the tests below it; settings of all of them."""

from __future__ import annotations

import signal

import pytest
from hypothesis import settings

# How long an example takes tells of the machine and what else it does, and not of the product.
settings.register_profile("without deadline", deadline=None)
settings.load_profile("without deadline")

# A shell that starts the tests in the background has them, and all that they start, ignore Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests first, so that no process works at one alone when all others are done."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
