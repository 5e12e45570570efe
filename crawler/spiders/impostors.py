"""Pages that are served as if all were well (200) and are not the post that was asked for."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

from crawler.lexicon import load

_HEAD = 200_000
"""Bytes of a page in which its title, body element and sign-in form are looked for."""
_TITLE = re.compile(rb"<title[^<>]{0,200}>([^<]{0,500})", re.IGNORECASE)
_BODY = re.compile(rb"<body\b[^<>]{0,2000}?\bclass\s*=\s*[\"']([^\"'<>]{0,2000})", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[|«»‹›–—:-]\s+|\s*[|«»‹›–—]\s*")
_ENDS = " .!?"
# A theme may have a form to sign in beside a post; a page that is nothing else has no post.
_PASSWORD = re.compile(rb"<input\b[^<>]{0,500}?\btype\s*=\s*[\"']?password\b", re.IGNORECASE)
_ENTRY = re.compile(rb"<article\b|\b(?:entry|post)-(?:content|inner|body)\b|\bclass=.entry\b")
_PROTECTED = re.compile(rb"<form\b[^<>]{0,500}?\bpost-password-form\b", re.IGNORECASE)


def what_instead(body: bytes) -> str | None:
    """What the page is instead of a post, in a sentence; None where it may be one."""
    head = body[:_HEAD]
    words = load("impostors")
    classes = _classes(head)
    title = _title(head)
    if not classes.isdisjoint(words["not_found_classes"]) or title in words["not_found"]:
        return f"The site answered 200, but the page says that nothing is there: {title!r}."
    named = title in words["sign_in_titles"] or not classes.isdisjoint(words["sign_in_classes"])
    asks = _PASSWORD.search(head) is not None and _ENTRY.search(head) is None
    if named or asks:
        return "The site answered with a form to sign in instead of the post."
    return None


def is_list(body: bytes) -> bool:
    """Whether WordPress marks the page as its home page or another list, and not as a post."""
    words = load("impostors")
    classes = _classes(body[:_HEAD])
    listing = any(classes.issuperset(marks) for marks in words["list_classes"])
    return listing and classes.isdisjoint(words["post_classes"])


def is_marked_post(body: bytes) -> bool:
    """Whether WordPress marks the page as a post, and not as a page or a list."""
    return not _classes(body[:_HEAD]).isdisjoint(load("impostors")["post_classes"])


def is_protected(body: bytes) -> bool:
    """Whether the page asks for the post's password instead of showing the post."""
    return _PROTECTED.search(body[:_HEAD]) is not None


def is_sign_in(url: str) -> bool:
    """Whether an address is that of a page to sign in."""
    path = urlsplit(url).path.rstrip("/")
    return any(path.endswith(page) for page in load("impostors")["sign_in_pages"])


def _classes(head: bytes) -> set[str]:
    found = _BODY.search(head)
    return set(found[1].decode("latin-1").split()) if found else set()


def _title(head: bytes) -> str:
    """The page's title without the site's name, in lower case."""
    found = _TITLE.search(head)
    written = html.unescape(found[1].decode("utf-8", "replace")) if found else ""
    title = " ".join(written.replace("’", "'").split()).lower()
    return _SEPARATOR.split(title, maxsplit=1)[0].strip(_ENDS)
