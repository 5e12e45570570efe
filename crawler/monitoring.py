"""From where on a crawl's figures are worth an alarm: the profile's words on it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from archive.health import Thresholds


def thresholds(site: str | None = None) -> Thresholds:
    """The thresholds of `[monitoring]` in sites.toml, with those of `[monitoring.SITE]`."""
    words = _words()
    general = {name: value for name, value in words.items() if not isinstance(value, dict)}
    own = words.get(site or "", {})
    return Thresholds(**{**general, **(own if isinstance(own, dict) else {})})


@cache
def _words() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("sites.toml").read_text("utf-8")
    monitoring: dict[str, Any] = tomllib.loads(text).get("monitoring", {})
    return monitoring
