"""Addresses of files: which host each is of, and where its file is had without signing in."""

from __future__ import annotations

import pytest

from crawler.files import hosts

DRIVE = "https://drive.usercontent.google.com/download?id=1AbCdEfGhIjKl&export=download&confirm=t"


@pytest.mark.parametrize(
    ("url", "kind", "direct"),
    [
        ("https://drive.google.com/file/d/1AbCdEfGhIjKl/view?usp=sharing", "google_drive", DRIVE),
        ("https://drive.google.com/open?usp=drive_copy&id=1AbCdEfGhIjKl", "google_drive", DRIVE),
        ("https://drive.google.com/uc?export=download&id=1AbCdEfGhIjKl", "google_drive", DRIVE),
        ("https://drive.google.com/file/u/0/d/1AbCdEfGhIjKl/edit", "google_drive", DRIVE),
        ("https://drive.google.com/drive/folders/1AbCdEfGhIjKl", "google_drive", None),
        ("https://docs.google.com/file/d/1AbCdEfGhIjKl/edit", "google_docs", DRIVE),
        (
            "https://docs.google.com/presentation/d/1AbCdEfGhIjKl/edit#slide=id.p1",
            "google_docs",
            "https://docs.google.com/presentation/d/1AbCdEfGhIjKl/export/pptx",
        ),
        (
            "https://docs.google.com/document/u/1/d/1AbCdEfGhIjKl/edit",
            "google_docs",
            "https://docs.google.com/document/d/1AbCdEfGhIjKl/export?format=docx",
        ),
        (
            "https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKl",
            "google_docs",
            "https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKl/export?format=xlsx",
        ),
        ("https://docs.google.com/document/d/e/2PACX-1vAbCdEf/pub", "google_docs", None),
        (
            "https://docs.google.com/viewer?embedded=true&url=https%3A%2F%2Fkota.example%2Fa.pdf",
            "google_docs",
            "https://kota.example/a.pdf",
        ),
        (
            "https://www.dropbox.com/s/abc123/Paparan%20Kota.pdf?dl=0",
            "dropbox",
            "https://www.dropbox.com/s/abc123/Paparan%20Kota.pdf?dl=1",
        ),
        (
            "https://www.dropbox.com/scl/fi/abc/Paparan.pdf?rlkey=k3y&dl=0",
            "dropbox",
            "https://www.dropbox.com/scl/fi/abc/Paparan.pdf?rlkey=k3y&dl=1",
        ),
        ("https://www.dropbox.com/sh/abc/folder", "dropbox", None),
        (
            "https://kota-my.sharepoint.com/:b:/g/personal/a/EabC?e=x1",
            "onedrive",
            "https://kota-my.sharepoint.com/:b:/g/personal/a/EabC?e=x1&download=1",
        ),
        ("https://kota-my.sharepoint.com/:f:/g/personal/a/EabC", "onedrive", None),
        (
            "https://1drv.ms/b/s!AbCdEf",
            "onedrive",
            "https://api.onedrive.com/v1.0/shares/u!aHR0cHM6Ly8xZHJ2Lm1zL2IvcyFBYkNkRWY/root/content",
        ),
        ("https://www.slideshare.net/kota/paparan", "slideshare", None),
        ("https://issuu.com/kota/docs/prosiding", "issuu", None),
        ("https://id.scribd.com/document/123/Laporan", "scribd", None),
        ("https://youtu.be/abc", "youtube", None),
        ("https://www.youtube.com/watch?v=abc", "youtube", None),
        ("https://s.id/abc", "other", "https://s.id/abc"),
        (
            "http://kota.example/wp-content/uploads/2018/a.pdf#page=2",
            "upload",
            "http://kota.example/wp-content/uploads/2018/a.pdf",
        ),
        ("http://kota.example/unduh.php?id=7", "other", "http://kota.example/unduh.php?id=7"),
        ("https://notdropbox.com/s/a/b.pdf", "other", "https://notdropbox.com/s/a/b.pdf"),
    ],
)
def test_a_host_is_recognised_and_its_download_found(url: str, kind: str, direct: str | None):
    assert (hosts.recognise(url).kind, hosts.recognise(url).direct) == (kind, direct)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "berkas.pdf",
        "ftp://kota.example/a.pdf",
        "http://[::1/x",
        "mailto:a@kota.example",
        "http://",
        "https://kota.example/" + "a" * 3000,
        "http://kota.example:99999/a",
    ],
)
def test_what_cannot_be_asked_for_has_no_download(url: str):
    assert hosts.recognise(url) == ("other", None) or hosts.recognise(url).direct is None


@pytest.mark.parametrize(
    ("url", "is_public"),
    [
        ("https://kota.go.id/a", True),
        ("http://8.8.8.8/a", True),
        ("http://10.0.0.1/a", False),
        ("http://127.0.0.1:80/a", False),
        ("http://169.254.169.254/latest", False),
        ("http://[::1]/a", False),
        ("http://localhost/a", False),
        ("http://intranet/a", False),
        ("http://berkas.local/a", False),
    ],
)
def test_hosts_on_no_public_network_are_known(url: str, is_public: bool):  # noqa: FBT001 - a column
    assert hosts.is_public(url) is is_public


def test_a_mirror_takes_the_place_of_a_host():
    places = {"berkas.example": "http://127.0.0.1:8000/cermin/"}
    url = "https://berkas.example/a/b.pdf?c=d"
    assert hosts.mapped(url, places) == "http://127.0.0.1:8000/cermin/a/b.pdf?c=d"
    assert hosts.mapped("https://lain.example/a", places) == "https://lain.example/a"


def test_every_kind_of_host_that_the_archive_knows_has_its_row():
    kinds = {row.kind for row in hosts.rows()}
    assert kinds >= {"upload", "google_drive", "google_docs", "dropbox", "onedrive", "other"}
    assert kinds >= {"slideshare", "issuu", "scribd", "youtube"}
