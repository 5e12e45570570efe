"""Documents read in a process of their own: whatever a file does there costs that file alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from document_files import bomb, encrypted_pdf, pdf, slides, text_document, workbook

from archive.documents import Document
from crawler.documents.child import Limits, Work, from_json, to_json
from crawler.documents.limited import DocumentReader
from crawler.documents.reading import read_document

FILES = (pdf(["Air"]), slides("Air"), text_document("Air"), workbook([["Air"]]), b"<html>", b"")
MEMORY = 700 << 20


def behave(content: bytes | Path) -> Document:
    """What the first word of a file orders, as a hostile file would have it."""
    assert isinstance(content, bytes)
    order, _, rest = content.decode().partition(" ")
    if order == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif order == "crash":
        os.abort()
    elif order == "leave":
        os._exit(3)
    elif order == "hang":
        time.sleep(600)
    elif order == "stop":
        os.kill(os.getpid(), signal.SIGSTOP)
    elif order == "compute":
        while True:
            pass
    elif order == "eat":
        return Document("text", rest * (8 << 30))
    elif order == "talk":
        return Document("text", "text/plain", texts=("a" * (3 << 20),))
    return Document("text", "text/plain", title=str(os.getpid()), texts=(rest,))


def misdraw(content: bytes | Path, _: Document) -> bytes | None:
    """A picture that does to the process what the file orders."""
    assert isinstance(content, bytes)
    return behave(content.removeprefix(b"draw ")).texts[0].encode()


def orders() -> Work:
    return Work(behave, misdraw)


@pytest.fixture(scope="module")
def obedient() -> Iterator[DocumentReader]:
    limits = Limits(seconds=3, memory=MEMORY, output=2 << 20)
    with DocumentReader(limits, begin=orders) as reader:
        yield reader


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    with DocumentReader() as started:
        yield started


def test_documents_are_read_as_they_are_in_this_process(
    reader: DocumentReader, tmp_path: Path
) -> None:
    for number, content in enumerate(FILES):
        path = tmp_path / str(number)
        path.write_bytes(content)
        assert reader.read(content) == read_document(content)
        assert reader.read(path) == read_document(content)


def test_one_process_reads_many_files(obedient: DocumentReader) -> None:
    assert len({obedient.read(b"say halo").title for _ in range(5)}) == 1


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (b"die", "The reader's process ended over it (SIGKILL)."),
        (b"crash", "The reader's process ended over it (SIGABRT)."),
        (b"leave", "The reader's process ended over it (status 3)."),
        (b"hang", "It was not read within 3 s."),
        (b"stop", "It was not read within 3 s."),
        (b"eat a", "It needs more than 700 MB of memory."),
        (b"talk", "What was read of it is longer than 2 MB."),
    ],
)
def test_a_file_that_does_harm_is_a_document_with_its_reason(
    obedient: DocumentReader, order: bytes, reason: str
) -> None:
    document = obedient.read(order)
    assert document == Document("text", "text/plain", reason=reason)
    assert obedient.read(b"say halo").texts == ("halo",)


def test_a_file_that_computes_without_end_is_stopped() -> None:
    with DocumentReader(Limits(computing_seconds=1), begin=orders) as reader:
        assert reader.read(b"compute").reason == "It takes more than 1 s of computing."
        assert reader.read(b"say halo").texts == ("halo",)


@pytest.mark.parametrize("order", [b"die", b"hang", b"eat a"])
def test_a_picture_that_does_harm_costs_the_picture_alone(
    obedient: DocumentReader, order: bytes
) -> None:
    document = obedient.read(b"draw " + order)
    assert document.texts == (order.decode(),)
    assert document.picture is None
    assert document.reason is None
    assert obedient.read(b"draw say halo").picture == b"halo"


def test_a_process_killed_while_it_waits_costs_nothing(obedient: DocumentReader) -> None:
    before = obedient.read(b"say halo").title
    os.kill(int(before or 0), signal.SIGKILL)
    after = obedient.read(b"say halo")
    assert after.reason is None
    assert after.title != before


def is_over(process: int) -> bool:
    return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(") ")[2].startswith("Z")


def test_hostile_files_have_their_reasons_and_the_next_is_read(reader: DocumentReader) -> None:
    assert reader.read(encrypted_pdf()).reason == "The PDF opens with a password only."
    assert reader.read(bomb("ppt", 500 << 20)).reason == "The package would unpack to 500 MB."
    assert reader.read(Path("/nowhere.pdf")).reason is not None
    assert reader.read(FILES[0]).texts == ("Air",)


def test_a_table_that_wants_more_memory_than_there_is_says_so() -> None:
    cells = workbook([["a" * 30_000 + str(number)] for number in range(2500)])
    with DocumentReader(Limits(memory=300 << 20)) as reader:
        document = reader.read(cells)
        assert document.type == "xlsx"
        assert document.reason is None or "memory" in document.reason
        assert reader.read(FILES[0]).texts == ("Air",)


def test_threads_share_a_reader(obedient: DocumentReader) -> None:
    told: list[str] = []
    threads = [
        threading.Thread(target=lambda n=number: told.extend(obedient.read(b"say %d" % n).texts))
        for number in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == [str(number) for number in range(8)]


def test_closing_ends_the_process_and_a_later_file_starts_another() -> None:
    with DocumentReader(begin=orders) as reader:
        first = int(reader.read(b"say halo").title or 0)
        reader.close()
        assert not Path(f"/proc/{first}").exists()
        assert reader.read(b"say halo").texts == ("halo",)


ORPHANING = """
import sys, time
sys.path[:0] = {path!r}
from test_document_reader import orders
from crawler.documents.limited import DocumentReader

if __name__ == "__main__":
    reader = DocumentReader(begin=orders)
    print(reader.read(b"say halo").title, flush=True)
    reader.read(b"hang")
"""


def test_no_process_outlives_the_one_that_asks_even_when_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "asking.py"
    script.write_text(ORPHANING.format(path=sys.path), "utf-8")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE) as asking:  # noqa: S603 - this interpreter, on a script from here
        assert asking.stdout is not None
        child = int(asking.stdout.readline())
        asking.kill()
    for _ in range(250):
        if not Path(f"/proc/{child}").exists() or is_over(child):
            break
        time.sleep(0.02)
    assert not Path(f"/proc/{child}").exists() or is_over(child)


def test_a_document_is_the_same_after_its_way_between_processes() -> None:
    document = read_document(FILES[0])
    assert from_json(to_json(document)) == replace(document, picture=None)
