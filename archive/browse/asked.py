"""What a reader asked for, apart from the server that heard it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive.browse.language import Language


@dataclass(frozen=True)
class Asked:
    """A request as a page sees it."""

    parts: Mapping[str, str]
    """The named parts of the address, such as `id` of `/activity/12`."""
    options: Mapping[str, str]
    """What stands behind the question mark; of a name given twice the last."""
    language: Language
    path: str
    """The address on this server, without what stands behind the question mark."""
    base: str = "/"
    """Where the site begins on this server."""
    counted_at: str | None = None
    """When the totals of the whole archive were added up, UTC; None where they are of now."""

    def number(self, name: str) -> int:
        """A part that is a number by its pattern."""
        return int(self.parts[name])
