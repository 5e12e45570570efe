"""Redirects of files: which are followed, and what the others come to."""

from __future__ import annotations

import pytest

from crawler.files.redirects import NotFollowedError, target_of

HOMES = ("https://kota.go.id/", "https://lama.go.id/")
LINK = "https://kota.go.id/wp-content/uploads/2018/a.pdf"


def follow(target: str, link: str = LINK, via: tuple[str, ...] = ()) -> str:
    return target_of(link, target, via, link, HOMES, is_local=False)


@pytest.mark.parametrize(
    ("link", "target"),
    [
        (LINK, "https://www.kota.go.id/berkas/a.pdf"),
        (LINK, "http://lama.go.id/wp-content/uploads/2018/a.pdf"),
        (LINK, "https://arsip.or.id/2018/A.pdf"),
        (
            "https://www.dropbox.com/s/x/a.pdf?dl=1",
            "https://uc1.dl.dropboxusercontent.com/cd/0/get/x/file",
        ),
        ("https://s.id/abc", "https://pustaka.or.id/unduh/7"),
    ],
)
def test_where_the_file_may_be_is_followed(link: str, target: str):
    assert follow(target, link) == target


def test_a_short_address_of_a_known_host_leads_to_its_download():
    target = follow("https://drive.google.com/file/d/1AbCdEfGhIjKl/view", "https://s.id/abc")
    assert target.startswith("https://drive.usercontent.google.com/download?id=1AbCdEfGhIjKl")


@pytest.mark.parametrize(
    ("target", "verdict", "said"),
    [
        ("https://parkir.com/kota", "failed", "another host"),
        ("https://parkir.com/b.pdf", "failed", "another host"),
        ("https://kota.go.id/", "gone", "home page"),
        ("https://kota.go.id/wp-login.php?redirect_to=x", "link", "sign in"),
        ("https://accounts.google.com/ServiceLogin", "link", "sign in"),
        ("https://issuu.com/kota/docs/a", "link", "Issuu, which offers no download"),
        ("http://10.0.0.1/a.pdf", "failed", "no public network"),
        ("javascript:void(0)", "failed", "cannot be followed"),
        (LINK, "failed", "circle"),
    ],
)
def test_what_is_not_followed_says_why(target: str, verdict: str, said: str):
    with pytest.raises(NotFollowedError, match=said) as caught:
        follow(target)
    assert caught.value.judged.verdict == verdict


def test_redirects_without_end_are_a_circle():
    via = tuple(f"https://kota.go.id/{number}.pdf" for number in range(6))
    with pytest.raises(NotFollowedError, match="circle"):
        follow("https://kota.go.id/7.pdf", via=via)
