"""Makes the modules of this folder known to the tests below it; settings of all of them."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes tells of the machine and what else it does, and not of the product.
settings.register_profile("without deadline", deadline=None)
settings.load_profile("without deadline")
