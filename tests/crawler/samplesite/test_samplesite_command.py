"""`python -m crawler.samplesite` from outside."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import Any


def test_the_command_prints_its_address_and_serves_until_interrupted(fetch: Any) -> None:
    command = [sys.executable, "-m", "crawler.samplesite", "--port", "0", "--permalinks", "plain"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own command
        assert process.stdout is not None
        try:
            address = process.stdout.readline().strip()
            status = fetch(f"{address}/?p=112").status
        finally:
            process.send_signal(signal.SIGINT)
        assert status == 200
        assert process.wait(timeout=10) == 0
