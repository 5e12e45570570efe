"""The log for programs: one JSON object a line, whoever logs."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime


class JsonFormatter(logging.Formatter):
    """`time` (UTC), `level`, `event`, and the event's own fields; empty fields are left out.

    What logs without an event is a `message` with its words in `message`.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        event = getattr(record, "event", None)
        fields = getattr(record, "fields", {}) if event else {"message": record.getMessage()}
        if record.exc_info:
            fields = {**fields, "exception": self.formatException(record.exc_info)}
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "level": record.levelname.lower(),
            "event": event or "message",
            **{name: value for name, value in fields.items() if value is not None},
        }
        return json.dumps(line, ensure_ascii=False, default=str)


@contextmanager
def as_json(logger: logging.Logger) -> Iterator[None]:
    """The logger's lines, and what all others warn of, as JSON on standard error."""
    root = logging.getLogger()
    handlers = ((logger, logging.NOTSET), (root, logging.WARNING))
    attached = [_attach(target, level) for target, level in handlers]
    logging.captureWarnings(capture=True)
    try:
        yield
    finally:
        logging.captureWarnings(capture=False)
        for (target, _), handler in zip(handlers, attached, strict=True):
            target.removeHandler(handler)


def _attach(logger: logging.Logger, level: int) -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(level)
    handler.setFormatter(JsonFormatter())
    logger.addHandler(handler)
    return handler
