"""Pages made of lines, for the tests of dates."""

from __future__ import annotations

from archive.records import Article
from crawler.article.page import Block, Page


def page_of(*lines: str, published: str | None = None) -> Page:
    """A page with a title and paragraphs; a line that begins with `* ` is an item, `! ` a caption."""
    blocks, texts, at = [], [], 0
    for number, line in enumerate(lines):
        kind = (
            "title" if number == 0 else {"* ": "item", "! ": "caption"}.get(line[:2], "paragraph")
        )
        words = line[2:] if kind in {"item", "caption"} else line
        blocks.append(Block(kind, at, at + len(words)))  # type: ignore[arg-type]
        texts.append(words)
        at += len(words) + 1
    article = Article(
        "http://contoh.id/a",
        None,
        lines[0] if lines else "",
        None,
        None,
        published,
        None,
        (),
        "generic",
        "\n".join(texts),
    )
    return Page(article, tuple(blocks))
