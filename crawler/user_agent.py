"""How the crawler introduces itself to every site."""

from __future__ import annotations

from importlib.metadata import version

PRODUCT = "resilience-archive"


def user_agent(contact: str = "") -> str:
    """`resilience-archive/VERSION (+contact)`; `contact` is a mail or web address or empty."""
    name = f"{PRODUCT}/{version(PRODUCT)}"
    contact = " ".join(contact.split())
    return f"{name} (+{contact})" if contact else name
