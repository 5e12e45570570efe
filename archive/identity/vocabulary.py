"""The words by which names are understood: data beside the code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The vocabulary `name`.toml of this package."""
    text = resources.files(__package__).joinpath(f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


def replacing(word: str, name: str, section: str) -> str:
    """The word with the letters of that section of a vocabulary replaced, in their order."""
    for old, new in load(name)[section]["letters"]:
        word = word.replace(old, new)
    return word
