"""The part that stands right behind a name: `NAME selaku moderator`, `NAME, panelis dari X`."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from archive.records import PersonRole
from crawler import lexicon
from crawler.extraction.people.mentions import Mention

_REACH = 120


def own_part(text: str, mention: Mention) -> PersonRole | None:
    """The part that the words behind the name and its degrees call the person by."""
    start = mention.name.outer_end
    found = _own().match(text, start, min(mention.sentence.span.end, start + _REACH))
    if found is None or (found.lastgroup == "facilitator" and found["as"] is None):
        return None  # `NAME, fasilitator dari Desa X`: an occupation
    return cast("PersonRole", found.lastgroup)


@cache
def _own() -> re.Pattern[str]:
    rows = lexicon.load("person_roles")["own"]
    roles = "|".join(f"(?P<{role}>(?:{'|'.join(words)}))" for role, words in rows.items())
    return re.compile(
        r"\s*(?:,\s*)?(?:(?P<as>(?:yang\s+)?(?:(?:hadir|bertindak|bertugas|didapuk|tampil|duduk)\s+)?"
        r"(?:selaku|sebagai|menjadi)\s+)|(?<=, )|\(\s*)(?:(?:seorang|salah satu|salah seorang)\s+)?"
        rf"(?:{roles})\b",
        re.IGNORECASE,
    )
