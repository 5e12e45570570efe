"""Processes that read pages: one that dies or hangs costs the page it was reading."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from crawler.readers import Readers, ReadingError
from crawler.reading import read_page

PAGE = b"<title>Rapat</title><article><h1>Rapat</h1><p>" + b"Warga kota membahas air. " * 9
URL = "https://kota.example/rapat/"
HANGING = 8.0
"""Seconds; a process needs most of one to start, more where others are at work too."""


def end_like_a_crash(_: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hang(_: str) -> None:
    time.sleep(60)


def twice(word: str) -> str:
    return word * 2


def refuse(word: str) -> None:
    raise ValueError(word)


@pytest.fixture
def readers() -> Iterator[Readers]:
    with closing(Readers(2)) as started:
        yield started


def test_a_page_is_read_as_it_is_in_this_process(readers: Readers) -> None:
    assert asyncio.run(readers.read(PAGE, URL)) == read_page(PAGE, URL)


async def _all(readers: Readers, *works: object) -> list[object]:
    tasks = (readers.run(f"{URL}{number}", work, "a") for number, work in enumerate(works))  # type: ignore[arg-type]
    return await asyncio.gather(*tasks, return_exceptions=True)


def test_a_process_that_dies_costs_its_page_alone(readers: Readers) -> None:
    told = asyncio.run(_all(readers, *[twice] * 4, end_like_a_crash, *[twice] * 6))
    assert [answer for answer in told if answer == "aa"] == ["aa"] * 10
    assert isinstance(told[4], ReadingError)
    assert str(told[4]) == f"The reader's process ended over {URL}4."


def test_a_process_that_hangs_costs_its_page_alone() -> None:
    with closing(Readers(2, patience=HANGING)) as readers:
        told = asyncio.run(_all(readers, twice, hang, *[twice] * 8))
    assert [answer for answer in told if answer == "aa"] == ["aa"] * 9
    assert str(told[1]) == f"{URL}1 was not read within 8 s."


def test_what_the_work_itself_raises_is_raised_and_the_process_goes_on(readers: Readers) -> None:
    told = asyncio.run(_all(readers, refuse, twice, refuse, twice))
    assert [type(answer) for answer in told] == [ValueError, str, ValueError, str]


def test_pages_that_wait_for_a_free_process_are_not_late(readers: Readers) -> None:
    async def slow() -> list[object]:
        await _all(readers, twice, twice)
        readers._patience = 1.0  # now that the processes are there
        works = (readers.run(URL, time.sleep, 0.3) for _ in range(12))
        return await asyncio.gather(*works, return_exceptions=True)

    assert asyncio.run(slow()) == [None] * 12
