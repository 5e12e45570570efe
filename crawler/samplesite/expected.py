"""What a careful reader finds in each of the bundled posts: the facts that its text states.

Meanings are those of the record: https://schema.org/Event for the activity, and so on.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any


def expected_facts(slug: str, base_url: str) -> dict[str, Any]:
    """The facts of a bundled post, its own uploads' addresses at `base_url`.

    Keys: type, start_date, end_date, mentioned_dates, attendance, people, organizations,
    groups, venue, materials. Raises FileNotFoundError for a slug without a post.
    """
    file = resources.files(__package__).joinpath("expected", f"{slug}.json")
    facts: dict[str, Any] = json.loads(file.read_text("utf-8").replace("{base_url}", base_url))
    return facts
