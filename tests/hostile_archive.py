"""An archive of pages that try to be more than words: markup, scripts, endless words, odd letters."""

from __future__ import annotations

from pathlib import Path

from archive import captures, identity, storage, writer
from archive.captures import Capture
from archive.records import (
    Activity,
    ActivityDate,
    Article,
    Attendance,
    Finding,
    Group,
    Material,
    Organization,
    Person,
    Record,
    Span,
)
from archive.warc.exchange import payload_of
from archive.writer import Fetch

SCRIPT = "<script>document.title='owned'</script>"
IMAGE = "\"'><img src=x onerror=\"document.title='owned'\">"
TEMPLATE = "{{ 7 * 7 }}${7*7}<%= 7*7 %>"
LINK = "javascript:document.title='owned'"
LONG = "panjang" * 1430
TURNED = "\u202e\u2067yrotsih\u0000\u0085\u2028"
STYLE = "</style><style>body{display:none}</style><!--"
_WORDS = (SCRIPT + IMAGE + TEMPLATE, LONG, TURNED + STYLE)
_FETCHED = "2020-01-02T03:04:05Z"


def make(folder: Path) -> Path:
    """The archive in `folder`: a page for each kind of hostile words, which stand in all fields."""
    db = storage.open_archive(folder)
    try:
        for number, words in enumerate(_WORDS):
            url = f"https://kota.example/{number}/?a={words[:60]}&b=1"
            for same in (url, f"https://kabar.example/{number}/"):
                with storage.transaction(db):
                    capture = Capture(same, _FETCHED, 200, "text/html", payload_of(b""), "live")
                    capture_id = captures.note(db, capture)
                fetch = Fetch(same, same, words[:200], _FETCHED, 200, capture_id, None)
                writer.store_page(db, _record(same, words), fetch)
        identity.renew(db)
    finally:
        storage.close(db)
    return folder


def _record(url: str, words: str) -> Record:
    """A report each of whose fields has the words."""
    text = f"Judul {words}\nIsi {words} {IMAGE}\n{words}"
    everything = (Span(0, len(text)),)
    part = (Span(6, 6 + len(words)),)
    return Record(
        Article(url, words, words, words, words, "2020-01-01", words, (words,), words, text),
        Activity(
            type="workshop",
            title=words,
            start_date="2020-01-01",
            end_date="2020-01-02",
            dates=(ActivityDate("2020-01-01", "2020-01-02", "activity", None, part),),
            place=words,
            venue=words,
            venue_evidence=everything,
            attendance=(Attendance(2**31, "about", words, part),),
            people=(
                Person(words, "speaker", words, words, words, (words,), everything, part),
                Person(f"Ratna {words}", "moderator", None, None, None, (), (), part),
            ),
            organizations=(Organization(words, words, "organizer", "government", part),),
            groups=(Group(1, words, 3, everything, part),),
            materials=(
                Material("slides", words, LINK, words, "2020-01-01", part),
                Material("report", words, f"https://kota.example/{words[:60]}", None, None, part),
            ),
        ),
        (Finding("weekday", words, everything),),
    )
