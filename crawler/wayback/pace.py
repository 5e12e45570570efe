"""How often something may be done."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable


class Pace:
    """Lets turns come no closer than evenly spread: so many in any stretch of so many seconds."""

    def __init__(
        self,
        most: int,
        seconds: float,
        *,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`most` turns in `seconds`; none ever has to wait where `seconds` is 0."""
        self._interval = seconds / most
        self._next = 0.0
        self._now = now
        self._sleep = sleep

    def rest(self, seconds: float) -> None:
        """Lets the next turn come no sooner than so many seconds from now."""
        if self._interval:
            self._next = max(self._next, self._now() + seconds)

    async def turn(self) -> None:
        """Returns when it is the caller's turn."""
        now = self._now()
        begin = max(now, self._next)
        self._next = begin + self._interval
        if begin > now:
            await self._sleep(begin - now)
