"""The site at work: Datasette with the archive, on a port of this machine."""

from __future__ import annotations

import asyncio
import inspect
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import uvicorn
from datasette.app import Datasette
from datasette.plugins import pm

from archive.browse import configuration, plugin, totals
from archive.errors import ArchiveError
from archive.storage import DATABASE_NAME

_PLUGIN = "resilience-archive"


def site(folder: Path) -> Datasette:
    """Datasette over the archive in `folder`, of either line (0.65 or 1.0), ready to be served."""
    if not pm.has_plugin(_PLUGIN):
        pm.register(plugin, name=_PLUGIN)
    given: dict[str, Any] = {"metadata": configuration.metadata()}
    if "config" in inspect.signature(Datasette).parameters:
        given = {"config": configuration.config(), "metadata": configuration.descriptions()}
    return Datasette([str(folder / DATABASE_NAME)], settings=configuration.SETTINGS, **given)


def serve(folder: Path, *, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Answer at the host's port until the process is stopped; `ready` is told the address.

    Raises ArchiveError where the port cannot be had.
    """
    listening = _listening(host, port)
    server = _Server(
        uvicorn.Config(site(folder).app(), log_level="warning", lifespan="on"),
        lambda: ready(_address(listening)),
        totals.of(folder).discard,
    )
    with listening, suppress(KeyboardInterrupt):
        asyncio.run(server.serve([listening]))


class _Server(uvicorn.Server):
    """A server that says when it answers, and when it no longer does."""

    def __init__(
        self, config: uvicorn.Config, told: Callable[[], None], stopped: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._told = told
        self._stopped = stopped

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say so."""
        await super().startup(sockets)
        if self.started:
            self._told()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Answer no longer, and say so; a signal then ends the process as it is."""
        await super().shutdown(sockets)
        self._stopped()


def _listening(host: str, port: int) -> socket.socket:
    try:
        listening = socket.create_server((host, port), family=_family(host))
        # Its connections inherit it. asyncio sets it only where a socket's protocol is named, and
        # without it each answer on a kept connection waits 40 ms for the reader's acknowledgement.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError as error:
        raise ArchiveError(
            f"The site cannot be served at {host}, port {port}: {error.strerror or error}."
            " Name another port with --port (0 for any that is free), or another --host."
        ) from error
    return listening


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"
