"""Requests whose every answer comes back to the spider, redirects and errors too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from scrapy import Request
from twisted.python.failure import Failure

CAPTURE = "capture_id"
"""Where a request's meta names the capture of its answer."""


def request_of(
    url: str,
    asked: Any,
    callback: Callable[..., Any],
    errback: Callable[[Any, str, Failure], Any],
    *,
    headers: Mapping[str, str] | None = None,
    priority: int = 0,
) -> Request:
    """A request; `asked` says what it is for, and comes back with the answer or the failure."""
    return Request(
        url,
        callback=callback,
        errback=partial(errback, asked, url),
        priority=priority,
        headers=dict(headers or {}),
        cb_kwargs={"asked": asked},
        meta={"dont_redirect": True, "handle_httpstatus_all": True},
        dont_filter=True,
    )


def error_of(failure: Failure) -> BaseException:
    """What went wrong."""
    return failure.value or RuntimeError(failure.getErrorMessage())
