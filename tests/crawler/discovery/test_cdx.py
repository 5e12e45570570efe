"""Answers of an index of captures, in both forms, whole and broken."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery import cdx
from crawler.discovery.cdx import Captured, Index, NoIndexError

URL = "http://kota.example/2018/10/25/rapat/"
ONE, TWO = "A" * 32, "B" * 32
HEAD = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]


def row(timestamp: str = "20181025094108", **changes: Any) -> list[Any]:
    told = {"urlkey": "k", "timestamp": timestamp, "original": URL, "mimetype": "text/html"}
    told |= {"statuscode": "200", "digest": ONE, "length": "7", **changes}
    return [told[name] for name in HEAD]


def line(**changes: Any) -> str:
    told = {"urlkey": "k", "timestamp": "20181025094108", "url": URL, "mime": "text/html"}
    return json.dumps({**told, "status": "200", "digest": f"sha1:{ONE}", **changes})


def captured(timestamp: str, digest: str = ONE, status: int | None = 200, **more: Any) -> Captured:
    return Captured(timestamp, more.pop("url", URL), digest, status, **more)


def test_arrays_of_the_internet_archive_and_their_resume_key() -> None:
    rows = [HEAD, row(), row("20190101000000", statuscode="-", mimetype="warc/revisit")]
    index = cdx.read(json.dumps([*rows, [], ["example%2Ckota%29%2F+20190101"]]).encode())
    assert index.resume_key == "example%2Ckota%29%2F+20190101"
    first, second = index.captures
    assert first == Captured("20181025094108", URL, ONE, 200, "text/html")
    assert first.made_at == "2018-10-25T09:41:08Z"
    assert (second.status, second.is_revisit) == (None, True)
    assert cdx.read(json.dumps(rows).encode()).resume_key is None


def test_lines_of_pywb() -> None:
    revisit = line(mime="warc/revisit", status=None, digest=TWO)
    index = cdx.read(f"{line()}\n{revisit}\n".encode())
    assert [(one.digest, one.status) for one in index.captures] == [(ONE, 200), (TWO, None)]
    assert (index.resume_key, index.faults) == (None, 0)


@pytest.mark.parametrize("body", [b"", b"  \n", b"[]", b"[]\n", json.dumps([HEAD]).encode()])
def test_an_index_without_captures_is_empty(body: bytes) -> None:
    assert cdx.read(body) == Index()


@pytest.mark.parametrize(
    "wrong",
    [
        {"timestamp": "20181325094108"},
        {"timestamp": "2018"},
        {"statuscode": "seratus"},
        {"statuscode": "99"},
        {"digest": "kurz"},
        {"original": "kota"},
        {"original": None},
        {"original": 7},
    ],
)
def test_a_line_with_a_wrong_field_is_counted_and_the_others_are_read(
    wrong: dict[str, Any],
) -> None:
    index = cdx.read(json.dumps([HEAD, row(**wrong), row()]).encode())
    assert (len(index.captures), index.faults, len(index.examples)) == (1, 1, 1)
    names = {"original": "url", "statuscode": "status"}
    as_line = line(**{names.get(name, name): value for name, value in wrong.items()})
    index = cdx.read(f"{as_line}\nkein json\n[]\n{line()}".encode().lstrip())
    assert (len(index.captures), index.faults) == (1, 3)


def test_rows_of_another_length_are_faults() -> None:
    index = cdx.read(json.dumps([HEAD, row()[:-1], [*row(), "x"], "x", 7, None, row()]).encode())
    assert (len(index.captures), index.faults, len(index.examples)) == (1, 5, 3)


def test_an_answer_that_broke_off_gives_what_came_and_a_fault() -> None:
    text = "[" + ",\n".join(json.dumps(one) for one in (HEAD, row(), row("20190101000000")))
    index = cdx.read(text[:-9].encode())
    assert (len(index.captures), index.faults) == (1, 1)
    assert "broke off" in index.examples[-1]


@pytest.mark.parametrize("body", [b"<html>Busy</html>", b"[[", b"Blocked Site Error"])
def test_another_kind_of_answer_is_no_index(body: bytes) -> None:
    with pytest.raises(NoIndexError):
        cdx.read(body)


@given(st.text(max_size=200), st.sampled_from(["", "[", "{", "[[", '{"timestamp": ']))
def test_any_answer_is_read_or_refused(text: str, begin: str) -> None:
    with suppress(NoIndexError):
        assert cdx.read((begin + text).encode("utf-8", "replace")).faults >= 0


def test_only_what_was_served_well_is_wanted_and_revisits_of_it() -> None:
    revisit = {"media_type": "warc/revisit"}
    captures = [
        captured("20180101000000", ONE),
        captured("20180201000000", TWO, 404),
        captured("20180301000000", ONE, None, **revisit),
        captured("20180401000000", TWO, None, **revisit),
        captured("20180501000000", "C" * 32, None, **revisit),
        captured("20180601000000", "D" * 32, None),
    ]
    assert [one.timestamp[4:6] for one in cdx.wanted(captures)] == ["01", "03", "05"]


def test_captures_of_a_page_are_collapsed_and_a_body_that_came_back_stands_there_again() -> None:
    secure = URL.replace("http:", "https:")
    captures = [
        captured("20180401000000", TWO),
        captured("20180101000000", ONE),
        captured("20180201000000", ONE, url=secure),
        captured("20180501000000", ONE),
        captured("20180601000000", ""),
        captured("20180701000000", ""),
        captured("20180101000000", ONE, url=f"{URL}lain/"),
    ]
    pages = cdx.collapsed(captures, lambda url: url.partition("://")[2])
    assert [[one.timestamp[4:6] for one in page] for page in pages] == [
        ["07", "06", "05", "04", "01"],
        ["01"],
    ]
