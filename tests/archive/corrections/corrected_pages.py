"""What tests of corrections share: asking for one, and the invented page when its site edits it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from archive_samples import TEXT, activity, article, record

from archive.corrections.asking import Request
from archive.records import Record, Span


def request(action: str, field: str, value: str | None = None, **more: Any) -> Request:
    """A correction as a person asks for it."""
    asked = {"author": "sari", "reason": "Undangan", "value": value, **more}
    return Request(action=action, field=field, **asked)  # type: ignore[arg-type]


def edited(*edits: tuple[str, str], **changes: Any) -> Record:
    """The sample page after its site put other words in place; its evidence stands where it does.

    `changes` are those of the activity that the reader makes of it.
    """
    text = TEXT
    for old, new in edits:
        text = text.replace(old, new)
    return record(
        article=article(text=text, title=text.split("\n", 1)[0]),
        activity=_moved(activity(**changes), text, edits),
        findings=(),
    )


def _moved(value: Any, text: str, edits: tuple[tuple[str, str], ...]) -> Any:
    """The value with every span at its words, as they are edited; at the first ones if gone."""
    if isinstance(value, Span):
        words = TEXT[value.start : value.end]
        for old, new in edits:
            words = words.replace(old, new)
        start = text.find(words)
        return Span(start, start + len(words)) if start >= 0 else Span(0, 4)
    if isinstance(value, tuple):
        return tuple(_moved(one, text, edits) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {
            part.name: _moved(getattr(value, part.name), text, edits) for part in fields(value)
        }
        return replace(value, **parts)
    return value
