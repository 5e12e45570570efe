"""Tools of web archives, each a process of its own: pywb serves WARC files as a Wayback Machine.

`make test` installs them in `.venv-preservation`; tests that need one are skipped where it is not.
"""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

_BIN = Path(__file__).parents[1] / ".venv-preservation" / "bin"
_PATIENCE = 60.0


def tool(name: str) -> Path:
    """The program of that name; the test is skipped where it is not installed."""
    path = _BIN / name
    if not path.exists():
        pytest.skip(f"{path} is missing: 'make test' installs pywb and wacz.")
    return path


def run_tool(
    name: str, *arguments: str, folder: Path, given: str | None = None
) -> subprocess.CompletedProcess[str]:
    """A program run to its end in a folder; `given` is its standard input.

    Raises CalledProcessError where it fails.
    """
    return subprocess.run(  # noqa: S603 - the tests' own words
        [str(tool(name)), *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=True,
    )


@dataclass(frozen=True)
class Pywb:
    """A pywb that serves on loopback."""

    folder: Path
    base: str

    def collection(self, name: str, warcs: Iterable[Path]) -> str:
        """A new collection of WARC files; the base address at which it is a Wayback Machine."""
        run_tool("wb-manager", "init", name, folder=self.folder)
        self.add(name, warcs)
        return f"{self.base}/{name}"

    def add(self, name: str, warcs: Iterable[Path]) -> None:
        """Adds WARC files to a collection."""
        run_tool("wb-manager", "add", name, *map(str, warcs), folder=self.folder)

    def unpack(self, name: str, wacz: Path) -> str:
        """A new collection of what is in a WACZ file, by its own index; its base address."""
        run_tool("wb-manager", "init", name, folder=self.folder)
        run_tool("wb-manager", "add", name, str(wacz), "--unpack-wacz", folder=self.folder)
        return f"{self.base}/{name}"


@contextmanager
def serving(folder: Path) -> Iterator[Pywb]:
    """A pywb over the collections in a folder, until the block ends."""
    program = str(tool("wayback"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "collections").mkdir(parents=True, exist_ok=True)
    with (
        (folder / "pywb.log").open("w") as log,
        subprocess.Popen(  # noqa: S603 - the tests' own words
            [program, "-b", "127.0.0.1", "-p", str(port)],
            cwd=folder,
            stdout=log,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            base = f"http://127.0.0.1:{port}"
            _await(base, process)
            yield Pywb(folder, base)
        finally:
            process.kill()


def _await(base: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(f"{base}/") as answer:  # noqa: S310 - loopback
                answer.read()
        except URLError:
            assert process.poll() is None, "pywb has ended."
            time.sleep(0.1)
        else:
            return
    pytest.fail("pywb does not answer.")
