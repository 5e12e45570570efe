"""The files that posts link to: real, small, and opened by the programs of their kind."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from crawler.samplesite.files import answer_upload
from crawler.samplesite.posts import bundled_posts
from crawler.samplesite.uploads.build import build

LINKED = sorted(
    {
        name
        for post in bundled_posts()
        for name in re.findall(
            r"\{base_url\}/wp-content/uploads/([^\"\s]+?\.(?:pdf|pptx))", post.body
        )
    }
)
SLIDES = [name for name in LINKED if name.endswith(".pptx")]
PAGES = [name for name in LINKED if name.endswith(".pdf")]


def content(name: str) -> bytes:
    answer = answer_upload(name)
    assert answer is not None
    return answer.body


def test_posts_link_to_files_of_both_kinds() -> None:
    assert PAGES
    assert SLIDES


@pytest.mark.parametrize("name", LINKED)
def test_files_are_small(name: str) -> None:
    assert len(content(name)) < 60_000


@pytest.mark.parametrize("name", PAGES)
def test_pdf_files_are_whole_and_have_pages(name: str) -> None:
    body = content(name)
    assert body.startswith(b"%PDF-1.")
    assert body.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type /Page\b", body)) >= 2


@pytest.mark.parametrize("name", SLIDES)
def test_slides_have_a_title_an_author_and_words(name: str) -> None:
    slides = Presentation(BytesIO(content(name)))
    assert slides.core_properties.title
    assert slides.core_properties.author
    assert len(slides.slides) >= 3
    assert all(slide.shapes.title.text for slide in slides.slides)


def test_files_are_served_as_what_they_are() -> None:
    kinds = {name: answer_upload(name) for name in (PAGES[0], SLIDES[0], "2018/02/foto-1.jpg")}
    assert [answer and answer.content_type for answer in kinds.values()] == [
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "image/jpeg",
    ]


@pytest.mark.parametrize(
    "name", ["", "2018/02/tidak-ada.pdf", "../posts/x.html", "build.py", "documents.toml"]
)
def test_nothing_else_is_served(name: str) -> None:
    assert answer_upload(name) is None


def test_the_script_makes_every_file(tmp_path: Path) -> None:
    build(tmp_path)
    made = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.p[dp]*")}
    assert made == set(LINKED)
