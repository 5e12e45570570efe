"""Datasette's other line, 1.0, each server a process of its own.

`make test` installs it in `.venv-datasette`; tests that need it are skipped where it is not.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.error import URLError
from urllib.request import urlopen

import pytest

_REPOSITORY = Path(__file__).parents[1]
_BIN = _REPOSITORY / ".venv-datasette" / "bin"
_PATIENCE = 60.0
_SERVE = (
    "import sys; from pathlib import Path; from archive.browse.serving import serve;"
    " serve(Path(sys.argv[1]), host='127.0.0.1', port=int(sys.argv[2]), ready=print)"
)


def python() -> Path:
    """The Python that has Datasette 1.0; the test is skipped where it is not installed."""
    path = _BIN / "python"
    if not (_BIN.parent / ".installed").exists():
        pytest.skip(f"{_BIN.parent} is missing: 'make test' installs Datasette 1.0 there.")
    return path


@contextmanager
def serving(archive: Path) -> Iterator[str]:
    """The site over an archive under Datasette 1.0, until the block ends; its address."""
    port = free_port()
    command = [str(python()), "-c", _SERVE, str(archive), str(port)]
    environment = {**os.environ, "PYTHONPATH": str(_REPOSITORY)}
    with running(command, port, environment, folder=_REPOSITORY) as base:
        yield base


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def running(
    command: list[str], port: int, environment: dict[str, str], *, folder: Path
) -> Iterator[str]:
    """A server of its own that answers at a port, until the block ends; its address."""
    with (
        NamedTemporaryFile("w+") as log,
        subprocess.Popen(  # noqa: S603 - the tests' own words
            command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            base = f"http://127.0.0.1:{port}"
            _await(base, process, log.name)
            yield base
        finally:
            process.kill()


def _await(base: str, process: subprocess.Popen[bytes], log: str) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(f"{base}/") as answer:  # noqa: S310 - loopback
                answer.read()
        except URLError:
            assert process.poll() is None, Path(log).read_text()
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"Datasette does not answer: {Path(log).read_text()}")
