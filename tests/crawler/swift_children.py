"""Children of one process that has the crawler loaded: they begin at once.

A crawl that they run has a reactor of its own, which a process can have but once.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from functools import cache
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

_LOADED = ["__main__", "crawler.rehearsal", "crawler.importing.running", "loaded_crawler"]


@cache
def parent() -> ForkServerContext:
    """The process that children are forked from, started with the first of them."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_LOADED)
    before = os.environ.get("PYTHONPATH")
    # Before Python 3.13 it is not told by multiprocessing where modules are.
    os.environ["PYTHONPATH"] = os.pathsep.join(
        [str(Path(__file__).parent), *filter(None, [before])]
    )
    try:
        forkserver.ensure_running()
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
    return context


def begun(work: Callable[..., object], *arguments: Any, **named: Any) -> BaseProcess:
    """A child at work."""
    child = parent().Process(target=work, args=arguments, kwargs=named)
    child.start()
    return child
