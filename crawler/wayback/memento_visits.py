"""What a visit to a memento came to, and its way into the archive."""

from __future__ import annotations

from dataclasses import dataclass

from archive import mementos
from archive.mementos import Memento
from crawler import progress
from crawler.progress import Visit
from crawler.recording import FetchedPost, NoArticleError, Recorder, UnstoredError


@dataclass(frozen=True, slots=True)
class MementoVisit:
    """A memento that was asked for."""

    memento: Memento
    address: str
    """Where the Wayback Machine has it."""
    site: str
    capture_id: int | None = None
    """None where it could not be had."""
    post: FetchedPost | None = None
    """The post that it shows, if it shows one."""
    reason: str | None = None
    """Why there is no post, or why it could not be had."""
    is_direct: bool = True
    """Whether it was had without a redirect."""
    has_plain_payload: bool = False
    """Whether its payload can be held against the index's digest."""


async def take(recorder: Recorder, visit: MementoVisit) -> Visit:
    """Stores what a memento shows, or notes why it shows nothing."""
    if visit.capture_id is None:
        return _fail(recorder, visit, visit.reason or "It could not be had.")
    if visit.post is None:
        return _pass_over(recorder, visit, visit.capture_id, visit.reason or "It is no post.")
    try:
        stored = await recorder.read_and_store(visit.post)
    except NoArticleError as error:
        return _pass_over(recorder, visit, visit.capture_id, str(error))
    except UnstoredError as error:
        recorder.fail_listing(visit.address, str(error), way="wayback", site=visit.site)
        return _fail(recorder, visit, str(error))
    _end(recorder, visit, visit.capture_id, _difference(recorder, visit))
    return stored


def _difference(recorder: Recorder, visit: MementoVisit) -> str | None:
    """What came that is not what the index says; it is read all the same."""
    assert visit.post is not None  # noqa: S101 - only such visits come here
    assert visit.capture_id is not None  # noqa: S101 - likewise
    if not visit.is_direct:
        return None
    asked = visit.memento
    if visit.post.fetched_at != asked.made_at:
        return (
            f"The index has a capture of {asked.made_at};"
            f" the Wayback Machine gave that of {visit.post.fetched_at}."
        )
    came = mementos.digest_of(recorder.db, visit.capture_id)
    if visit.has_plain_payload and asked.digest and came != asked.digest:
        return f"The index tells the digest {asked.digest}; what came has {came}."
    return None


def _pass_over(recorder: Recorder, visit: MementoVisit, capture_id: int, reason: str) -> Visit:
    _end(recorder, visit, capture_id, reason)
    return _logged(Visit("no post", visit.address, reason=reason))


def _end(recorder: Recorder, visit: MementoVisit, capture_id: int, reason: str | None) -> None:
    mementos.end(
        recorder.db,
        visit.memento,
        capture_id=capture_id,
        reason=reason,
        crawl_id=recorder.crawl_id,
    )


def _fail(recorder: Recorder, visit: MementoVisit, reason: str) -> Visit:
    mementos.fail(recorder.db, visit.memento, reason=reason, crawl_id=recorder.crawl_id)
    return _logged(Visit("failed", visit.address, reason=reason))


def _logged(visit: Visit) -> Visit:
    progress.log_page(visit)
    return visit
