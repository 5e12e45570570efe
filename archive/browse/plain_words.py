"""The dictionary's Markdown in the two forms that Datasette shows: plain text and HTML."""

from __future__ import annotations

import re
from html import escape

from archive.dictionary import Column

_LINK = re.compile(r"\[([^\]]{1,200})\]\([^)\s]{1,200}\)")
_CODE = re.compile(r"`([^`]{1,300})`")
_STRONG = re.compile(r"\*\*([^*]{1,300})\*\*")


def plain(markdown: str) -> str:
    """The words alone, on one line.

    >>> plain("a code of `activity_types` ([files](files.md))")
    'a code of activity_types (files)'
    """
    text = _LINK.sub(r"\1", markdown)
    return " ".join(_STRONG.sub(r"\1", _CODE.sub(r"\1", text)).split())


def html(markdown: str) -> str:
    """Paragraphs with their code and emphasis; of links to other documents the words.

    >>> html("One row a `page`.")
    '<p>One row a <code>page</code>.</p>'
    """
    return "\n".join(
        f"<p>{_inline(paragraph)}</p>" for paragraph in re.split(r"\n\s*\n", markdown.strip())
    )


def description(column: Column) -> str:
    """What a column holds, with its unit where the meaning does not say it.

    >>> description(Column("how many", unit="events"))
    'how many (events)'
    """
    meaning = plain(column.meaning)
    return (
        meaning if column.unit is None or column.unit in meaning else f"{meaning} ({column.unit})"
    )


def _inline(text: str) -> str:
    words = _LINK.sub(r"\1", escape(" ".join(text.split()), quote=False))
    return _STRONG.sub(r"<strong>\1</strong>", _CODE.sub(r"<code>\1</code>", words))
