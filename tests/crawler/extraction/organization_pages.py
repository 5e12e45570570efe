"""Small pages for the specifications of who took part: a title, its lines, and what is read."""

from __future__ import annotations

from archive.records import Article, Organization, Person, Span
from crawler.article.page import Block, BlockKind, Page
from crawler.extraction.activity_type.reader import read_type
from crawler.extraction.organizations.reader import read_organizations

TITLE = "Lokakarya Penataan Tepi Air"
OPENING = "Lokakarya Penataan Tepi Air telah dilaksanakan pada 3 Februari 2020."


def page_of(title: str, *lines: str) -> Page:
    """A page of one title and its blocks; lines that begin with a dot are points of a list."""
    blocks, written, at = [], [], 0
    for number, line in enumerate((title, *lines)):
        kind: BlockKind = "item" if line.startswith(". ") else "paragraph"
        words = line.removeprefix(". ")
        blocks.append(Block("title" if number == 0 else kind, at, at + len(words)))
        written.append(words)
        at += len(words) + 1
    article = Article("", None, title, None, None, None, None, (), "generic", "\n".join(written))
    return Page(article, tuple(blocks))


def taking_part(page: Page, *people: Person) -> list[Organization]:
    return [o for o in read_organizations(page, people, read_type(page)) if o.role != "mentioned"]


def names_in(sentence: str) -> list[str]:
    return [o.name for o in taking_part(page_of(TITLE, OPENING, sentence))]


def person_of(page: Page, name: str, position: str | None, organization: str | None) -> Person:
    at = page.text.index(name)
    evidence = (Span(at, at + len(name)),)
    return Person(name, "speaker", position, organization, None, (), (), evidence)
