"""Answers to requests for files: the file, or what instead and what that comes to."""

from __future__ import annotations

import pytest

from crawler.files.answers import judge, judge_error
from crawler.politeness import AskedToWaitError

UPLOAD = "https://kota.go.id/wp-content/uploads/2018/a.pdf"
PAGE = "https://kota.go.id/unduh?id=7"
DRIVE = "https://drive.google.com/file/d/1AbCdEfGhIjKl/view"
HTML = b"<!DOCTYPE html><html><head><title>Kuota &amp; lain</title></head><body>Maaf.</body></html>"


@pytest.mark.parametrize(
    ("status", "link", "verdict"),
    [
        (304, UPLOAD, "unchanged"),
        (404, UPLOAD, "gone"),
        (410, DRIVE, "gone"),
        (401, UPLOAD, "link"),
        (403, UPLOAD, "forbidden"),
        (403, DRIVE, "link"),
        (451, UPLOAD, "forbidden"),
        (429, UPLOAD, "busy"),
        (503, DRIVE, "busy"),
        (400, UPLOAD, "failed"),
    ],
)
def test_a_status_says_what_became_of_a_file(status: int, link: str, verdict: str):
    judged = judge(status, b"", link)
    assert judged.verdict == verdict
    assert judged.said.endswith(".")
    assert "page" not in judged.said


@pytest.mark.parametrize(
    ("body", "link", "verdict", "said"),
    [
        (b"%PDF-1.4 ...", PAGE, "file", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n...", UPLOAD, "file", "image/png"),
        (b"", UPLOAD, "failed", "empty"),
        (b"MZ\x90\x00\x03", UPLOAD, "refused", "no type that the archive keeps"),
        (b"\x1aE\xdf\xa3....", UPLOAD, "refused", "video/webm"),
        (HTML, UPLOAD, "failed", "'Kuota & lain'"),
        (HTML, DRIVE, "failed", "'Kuota & lain'"),
        (HTML, PAGE, "link", "offers no file itself"),
        (HTML, "https://s.id/abc", "link", "offers no file itself"),
        (b"<html><form><input type=password></form></html>", DRIVE, "link", "sign in"),
        (b"<html><title>Log In</title><body class='login'></html>", UPLOAD, "link", "sign in"),
        (
            b"<html><title>x</title><body class='error404'></html>",
            UPLOAD,
            "gone",
            "nothing is there",
        ),
    ],
)
def test_a_body_is_judged_by_its_content(body: bytes, link: str, verdict: str, said: str):
    judged = judge(200, body, link)
    assert judged.verdict == verdict
    assert said in judged.said


def test_a_host_that_asks_to_wait_is_busy():
    assert judge_error(AskedToWaitError("later"), UPLOAD).verdict == "busy"


@pytest.mark.parametrize(("url", "verdict"), [(UPLOAD, "forbidden"), (DRIVE, "link")])
def test_what_robots_txt_forbids_is_refused_or_stays_a_link(url: str, verdict: str):
    from scrapy.exceptions import IgnoreRequest  # noqa: PLC0415 - slow, for one test

    judged = judge_error(IgnoreRequest("Forbidden by robots.txt"), url)
    assert judged.verdict == verdict
    assert "robots.txt" in judged.said
