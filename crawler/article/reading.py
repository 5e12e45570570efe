"""A page's HTML -> its article and blocks, by the theme that built the page."""

from __future__ import annotations

from archive.records import Article
from crawler.article import generic, metadata, themes
from crawler.article.blocks import read_lines
from crawler.article.lines import Line, lay_out
from crawler.article.marks import Marks
from crawler.article.markup import decode, parse
from crawler.article.page import Block, Page
from crawler.article.parts import first_words
from crawler.article.splitting import read_split
from crawler.article.titles import title_of

_LATEST_TITLE = 8
"""A title repeated inside its entry stands within the entry's first lines."""


def read_article(html: str | bytes, url: str) -> Page:
    """The article of a page and its blocks; `url` is where the page was found.

    Never raises on any HTML: a page without an article has an empty text.
    """
    source = decode(html) if isinstance(html, bytes) else html
    root = parse(source)
    marks = Marks(root)
    parts = themes.find_parts(root, source) or generic.find_parts(root, source)
    title = title_of(parts.title, root, marks, source)
    split = read_split(root, parts.entries, source)
    subtitle = first_words(parts.subtitle)
    dropped = parts.chrome.union(parts.title, parts.subtitle, split.links)
    before, lines = _cut_at_title(read_lines(parts.entries, dropped, url), title)
    head = [line for line in (title, subtitle) if line]
    blocks = lay_out(lines, sum(len(line) + 1 for line in head))
    article = Article(
        url=url,
        canonical_url=metadata.canonical_of(root, marks, url),
        title=title or "",
        subtitle=subtitle,
        author=first_words(parts.author) or marks.meta("author", "article:author"),
        published_at=metadata.published_of(root, marks, f"{parts.published} {before}", url),
        modified_at=metadata.modified_of(marks),
        categories=parts.categories,
        theme=parts.theme,
        text="\n".join([*head, *(line.words for line in lines)]),
    )
    return Page(article, (*_head_blocks(title, subtitle), *blocks), split.parts)


def _cut_at_title(lines: list[Line], title: str | None) -> tuple[str, list[Line]]:
    """The lines behind a repeated title, and the words that stood before it.

    An entry of an unknown theme may begin with a line of date and author and the title again.
    """
    for index, line in enumerate(lines[:_LATEST_TITLE]):
        if line.words == title:
            return " ".join(line.words for line in lines[:index]), lines[index + 1 :]
    return "", lines


def _head_blocks(title: str | None, subtitle: str | None) -> list[Block]:
    blocks = [Block("title", 0, len(title), level=1)] if title else []
    if subtitle:
        start = len(title) + 1 if title else 0
        blocks.append(Block("subtitle", start, start + len(subtitle), level=2))
    return blocks
