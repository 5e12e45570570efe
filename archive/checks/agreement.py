"""Whether a record is the one that its capture's row tells of. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from archive.checks.kept import KeptCapture
from archive.warc import digests
from archive.warc.inspection import InspectedRecord


def disagreements(capture: KeptCapture, record: InspectedRecord) -> Iterator[str]:
    """What a record at a capture's place says against the row: clauses without a full stop."""
    yield from record.problems
    if record.length != capture.length:
        yield f"it is {record.length} bytes long and not {capture.length}"
    told = (
        ("a record of type", record.record_type, capture.record_type),
        ("of the address", record.url, capture.url),
        ("of the time", record.date, capture.fetched_at),
    )
    for what, found, noted in told:
        if found != noted:
            yield f"it is {what} {found or '(none)'} and not {noted}"
    if record.status is not None and record.status != capture.status:
        yield f"its HTTP status is {record.status} and not {capture.status}"
    yield from _of_payload(capture, record)


def _of_payload(capture: KeptCapture, record: InspectedRecord) -> Iterator[str]:
    noted = capture.payload
    if record.record_type == "revisit":
        if digests.is_of_payload(record.payload_digest, noted) is False:
            yield f"it repeats the body {record.payload_digest} and not {noted.digest}"
        return
    best = next((one for one in record.payloads if one.sha1 == noted.sha1), record.payloads[0])
    if best.digest != noted.digest:
        yield f"the SHA-1 of its body is {best.digest} and not {noted.digest}"
    if best.sha256 != noted.sha256:
        yield f"the SHA-256 of its body is {best.sha256} and not {noted.sha256}"
    if best.length != noted.length:
        yield f"its body has {best.length} bytes and not {noted.length}"
