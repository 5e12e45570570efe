"""Pages that are served in place of a post, as if all were well."""

from __future__ import annotations

import pytest

from crawler.spiders import impostors


def page(classes: str) -> bytes:
    return f'<title>Kota</title><body class="{classes}"><article>Rapat warga.</article>'.encode()


@pytest.mark.parametrize(
    "classes",
    [
        "home blog wp-embed-responsive",
        "home page page-id-7",
        "archive category category-kegiatan",
        "archive date paged",
        "search search-results",
    ],
)
def test_list_of_posts_is_no_post(classes: str) -> None:
    assert impostors.is_list(page(classes))


@pytest.mark.parametrize(
    "classes",
    ["single single-post postid-7", "home blog single", "blog", "archive", "home", "", "post page"],
)
def test_what_wordpress_does_not_mark_as_a_list_may_be_a_post(classes: str) -> None:
    assert not impostors.is_list(page(classes))
    assert impostors.what_instead(page(classes)) is None


def test_form_for_a_password_is_no_post() -> None:
    assert impostors.is_protected(b"<article><form class='post-password-form' method=post>")
    assert not impostors.is_protected(b"<article>Kata sandi: post-password-form</article>")
