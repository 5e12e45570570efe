"""One page read anew from what is kept of it, beside what the archive holds of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from archive import rows, storage, stored_records, stored_rows, timeline
from archive.records import EXTRACTOR_VERSION, Record
from archive.rereadings import Former
from archive.timeline import Moment
from archive.warc import reading
from archive.writer import article_digest
from crawler.differences import Change, compare
from crawler.reading import read_page

NO_ARTICLE = (
    "Today's extractor finds no article in it. What the archive holds of the page stays;"
    " if the page still shows an article, 'resilience extract' shows what is read of it."
)


class UnreadableCaptureError(Exception):
    """A capture that nothing can be read from; its message says why, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A capture that could not be read, and what to do about it."""

    url: str
    """The page's."""
    fetched_at: str
    reason: str
    """With its remedy."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a page anew; plain enough for JSON and for another process."""

    former: Former
    capture_id: int | None
    """The capture that was read; None where none could be."""
    article_digest: str | None
    changes: tuple[Change, ...]
    record: str | None
    """The record's JSON where it is another one than before, else None."""
    history: tuple[tuple[int, str, str], ...]
    """(capture's id, title, text) of other captures that are read otherwise than before."""
    problems: tuple[Problem, ...]

    @property
    def differs(self) -> bool:
        """Whether the archive does not hold just this already, whichever version read it."""
        return self.record is not None or bool(self.history)


def reread_in_process(folder: Path, formers: Sequence[Former]) -> list[Reading]:
    """What `reread` makes of each page, with this process's own connection to the archive."""
    return [reread(_connection(folder), folder, former) for former in formers]


@cache
def _connection(folder: Path) -> Database:
    return storage.open_read_only(folder)


def reread(db: Database, folder: Path, former: Former) -> Reading:
    """A page's newest readable capture read with today's extractor, and what differs.

    Where the text is read otherwise than before, or the page has said several things, its other
    captures are read too. Writes nothing.
    """
    moments = timeline.of_page(db, former.page_id)
    problems: list[Problem] = []
    found = _newest(folder, former, moments, problems)
    if found is None:
        return Reading(former, None, None, (), None, (), tuple(problems))
    moment, record = found
    digest = article_digest(record)
    by_former = (
        digest
        if former.extractor_version == EXTRACTOR_VERSION
        else article_digest(record, version=former.extractor_version)
    )
    same = (
        by_former == former.article_digest
        and moment.capture_id == former.capture_id
        and stored_rows.are_of(db, former.page_id, record)
    )
    before = None if same else _stored(db, former)
    others = _others(moments, moment, record)
    history = tuple(_history(folder, former, [moment, *others], record, problems))
    return Reading(
        former,
        moment.capture_id,
        digest,
        () if before is None else compare(before, record),
        None if same else record.to_json(indent=None),
        history,
        tuple(problems),
    )


def read_capture(folder: Path, moment: Moment) -> Record:
    """The record of a page as that capture shows it. Raises UnreadableCaptureError."""
    if moment.place is None:
        raise UnreadableCaptureError(
            "The answer itself was not kept, as in archives of the first versions."
            " Crawl its site again to have it."
        )
    try:
        served = reading.read(folder, moment.place, verify=True)
    except reading.UnreadableRecordError as error:
        raise UnreadableCaptureError(str(error)) from error
    if served.problems:
        raise UnreadableCaptureError(
            f"The record at {moment.place.offset} of {moment.place.file} is damaged:"
            f" {'; '.join(served.problems)}. Restore the file from a backup."
        )
    record = read_page(served.page, moment.url)
    if not record.article.text.strip():
        raise UnreadableCaptureError(NO_ARTICLE)
    return record


def _stored(db: Database, former: Former) -> Record | None:
    """What a page was read to say, whatever was corrected of it; None where rows are damaged."""
    try:
        return stored_records.reading_of_page(db, former.page_id)
    except (ValueError, TypeError, LookupError):
        return None


def _newest(
    folder: Path, former: Former, moments: list[Moment], problems: list[Problem]
) -> tuple[Moment, Record] | None:
    """What the page is read from: the newest of its captures that can be read.

    Not where its present one can be read and shows no article: an older one tells of another time.
    """
    articles = [moment for moment in moments if moment.is_article or moment.feeds]
    for moment in sorted(articles, key=_age, reverse=True):
        try:
            return moment, read_capture(folder, moment)
        except UnreadableCaptureError as error:
            problems.append(_problem(former, moment, error))
            if moment.feeds and str(error) == NO_ARTICLE:
                break
    if not problems:
        problems.append(Problem(former.url, "", "Nothing is kept of it. Crawl its site again."))
    return None


def _age(moment: Moment) -> tuple[str, bool, int]:
    return moment.fetched_at, moment.feeds, moment.capture_id


def _others(moments: list[Moment], present: Moment, record: Record) -> list[Moment]:
    """The captures whose reading is to be looked at again, beside the present one."""
    articles = [moment for moment in moments if moment.is_article]
    several = len({moment.number for moment in articles}) > 1
    if not several and _says(present, record):
        return []
    return [moment for moment in articles if moment.capture_id != present.capture_id]


def _history(
    folder: Path,
    former: Former,
    captures: list[Moment],
    present: Record,
    problems: list[Problem],
) -> Iterator[tuple[int, str, str]]:
    """Those captures that are read otherwise than before, of which the first is read already.

    One body is read once.
    """
    told: dict[tuple[str, str], Record | None] = {_body(captures[0]): present}
    named = {problem.fetched_at for problem in problems}
    for moment in captures:
        body = _body(moment)
        if body not in told:
            try:
                told[body] = read_capture(folder, moment)
            except UnreadableCaptureError as error:
                told[body] = None
                if moment.fetched_at not in named:
                    problems.append(_problem(former, moment, error))
        record = told[body]
        if record is not None and not _says(moment, record):
            yield moment.capture_id, record.article.title, record.article.text


def _body(moment: Moment) -> tuple[str, str]:
    return moment.url, moment.payload_digest


def _says(moment: Moment, record: Record) -> bool:
    """Whether the capture is noted to say what is read of it."""
    article = record.article
    noted = (moment.title, moment.text, moment.text_digest)
    text = rows.storable(article.text)
    return noted == (rows.storable(article.title), text, rows.text_digest(text))


def _problem(former: Former, moment: Moment, error: Exception) -> Problem:
    return Problem(former.url, moment.fetched_at, str(error))
