"""When two spellings are one name: case and white space do not count."""

from __future__ import annotations


def name_key(name: str) -> str:
    """The name in folded case with single spaces, under which it is kept once."""
    return " ".join(name.casefold().split())
