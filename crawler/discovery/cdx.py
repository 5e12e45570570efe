"""What a web archive's index tells of its captures: reading CDX answers. Pure.

Two forms: the Internet Archive's JSON arrays, which a resume key may follow
(https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server), and pywb's JSON lines
(https://pywb.readthedocs.io/en/latest/manual/cdxserver_api.html).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

OK = 200
COLUMNS = ("timestamp", "original", "mimetype", "statuscode", "digest")
"""What the Internet Archive's index is asked for."""

_TIMESTAMP = re.compile(r"[0-9]{14}")
_DIGEST = re.compile(r"[A-Z2-7]{32}")
_STATUS = re.compile(r"[1-5][0-9]{2}")
_REVISIT = "warc/revisit"
_MOST_NAMED = 3
_LONGEST_NAMED = 100


@dataclass(frozen=True, slots=True)
class Captured:
    """One capture that a web archive says it has."""

    timestamp: str
    """When it was made, UTC, 14 digits: 20181025094108."""
    url: str
    """The original address, as it was asked for."""
    digest: str
    """SHA-1 of the payload in base32; empty where the index does not tell."""
    status: int | None
    """HTTP status; None where the index does not tell, as of revisits."""
    media_type: str = ""

    @property
    def is_revisit(self) -> bool:
        """Whether its body is that of an earlier capture."""
        return self.media_type == _REVISIT

    @property
    def made_at(self) -> str:
        """Its time as the archive writes times: 2018-10-25T09:41:08Z."""
        moment = datetime.strptime(f"{self.timestamp}+0000", "%Y%m%d%H%M%S%z")
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Index:
    """What one answer of an index tells."""

    captures: tuple[Captured, ...] = ()
    resume_key: str | None = None
    """What to ask for to go on; None where this is the end."""
    faults: int = 0
    """Lines that could not be understood."""
    examples: tuple[str, ...] = ()
    """The first of them, shortened."""


class NoIndexError(Exception):
    """An answer that is no index of captures; its message is a sentence."""


def read(body: bytes) -> Index:
    """The captures that an answer lists; lines with wrong fields are counted and left out.

    Raises NoIndexError where the answer as a whole is something else.
    """
    text = body.decode("utf-8", "replace").strip()
    if not text:
        return Index()
    if text[0] == "[":
        return _read_arrays(text)
    if text[0] == "{":
        return _read_lines(text)
    raise NoIndexError(f"The answer is no index of captures; it begins with {text[:40]!r}.")


def wanted(captures: Iterable[Captured]) -> list[Captured]:
    """Those that were served well (200), and revisits as far as they may have been.

    A revisit has the status of the capture that it repeats; where that is not told, it stays.
    """
    listed = list(captures)
    told: dict[str, set[int]] = {}
    for one in listed:
        if one.status is not None:
            told.setdefault(one.digest, set()).add(one.status)
    return [
        one
        for one in listed
        if one.status == OK
        or (one.status is None and one.is_revisit and OK in told.get(one.digest, {OK}))
    ]


def collapsed(captures: Iterable[Captured], key: Callable[[str], str]) -> list[list[Captured]]:
    """The distinct captures of each page, the newest first; pages in order of their keys.

    `key` gives of an address what all addresses of its page share. Of captures of a page with
    one digest, one after the other, the first is kept; a body that came back stands there again.
    """
    pages: dict[str, list[Captured]] = {}
    for one in sorted(captures, key=lambda c: (c.timestamp, c.url)):
        page = pages.setdefault(key(one.url), [])
        if not page or not one.digest or page[-1].digest != one.digest:
            page.append(one)
    return [pages[name][::-1] for name in sorted(pages)]


def _read_arrays(text: str) -> Index:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        rows = _whole_rows(text)
        if not rows:
            raise NoIndexError("The index broke off before its first capture.") from None
        read_so_far = _index_of_rows(rows)
        return replace(
            read_so_far,
            faults=read_so_far.faults + 1,
            examples=(*read_so_far.examples, "the answer broke off")[:_MOST_NAMED],
        )
    return _index_of_rows(rows)


def _whole_rows(text: str) -> list[Any]:
    """The rows of an answer that broke off; the Internet Archive writes one a line."""
    return [row for line in text.splitlines() if (row := _row_of(line)) is not None]


def _row_of(line: str) -> Any:
    cut = line.strip().rstrip(",")
    cut = cut[1:] if cut.startswith("[[") else cut
    try:
        return json.loads(cut)
    except (ValueError, RecursionError):
        return None


def _index_of_rows(rows: list[Any]) -> Index:
    resume_key = None
    if len(rows) > 1 and rows[-2] == [] and isinstance(rows[-1], list) and len(rows[-1]) == 1:
        resume_key = str(rows[-1][0]) or None
        rows = rows[:-2]
    if not rows:
        return Index()
    names = rows[0] if isinstance(rows[0], list) else []
    if "timestamp" not in names or "original" not in names:
        names, entries = list(COLUMNS), rows
    else:
        entries = rows[1:]
    return _index(
        (_named(row, names) for row in entries), [str(row) for row in entries], resume_key
    )


def _named(row: Any, names: list[Any]) -> Any:
    fits = isinstance(row, list) and len(row) == len(names)
    return dict(zip(names, row, strict=True)) if fits else None


def _read_lines(text: str) -> Index:
    lines = [line for line in text.splitlines() if line.strip()]
    return _index(map(_object, lines), lines, None)


def _object(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _index(fields: Iterable[Any], written: list[str], resume_key: str | None) -> Index:
    captures, wrong = [], []
    for told, line in zip(fields, written, strict=True):
        one = _captured(told)
        if one is None:
            wrong.append(line[:_LONGEST_NAMED])
        else:
            captures.append(one)
    return Index(tuple(captures), resume_key, len(wrong), tuple(wrong[:_MOST_NAMED]))


def _captured(told: Any) -> Captured | None:
    """The capture of one line; None where its fields are not what they should be."""
    if not isinstance(told, dict):
        return None
    timestamp = str(told.get("timestamp", ""))
    url = told.get("original") or told.get("url")
    status = str(told.get("statuscode") or told.get("status") or "-")
    digest = str(told.get("digest") or "").removeprefix("sha1:")
    if not isinstance(url, str) or "://" not in url or not _is_moment(timestamp):
        return None
    if status != "-" and not _STATUS.fullmatch(status):
        return None
    if digest not in {"", "-"} and not _DIGEST.fullmatch(digest):
        return None
    media_type = str(told.get("mimetype") or told.get("mime") or "").lower()
    return Captured(
        timestamp,
        url,
        "" if digest == "-" else digest,
        None if status == "-" else int(status),
        media_type,
    )


def _is_moment(timestamp: str) -> bool:
    if not _TIMESTAMP.fullmatch(timestamp):
        return False
    try:
        return datetime.strptime(f"{timestamp}+0000", "%Y%m%d%H%M%S%z").year > 0
    except ValueError:
        return False
