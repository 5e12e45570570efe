"""What words and addresses say of a material: patterns over lexicon/materials.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from urllib.parse import SplitResult, unquote, urlsplit

from archive.records import MaterialKind
from crawler import lexicon

_LONGEST_URL = 2000
_WORD = re.compile(r"[^\W_]+")
_ORDER = re.compile(r"[\d\W_]{1,40}")


def phrases(words: Iterable[str]) -> str:
    """An alternative of phrases, the longest first, their words parted as in text or file names."""
    longest_first = sorted(words, key=len, reverse=True)
    return (
        "(?:"
        + "|".join(re.escape(word).replace("\\ ", r"[\s._-]+") for word in longest_first)
        + ")"
    )


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A whole word or phrase of the list `name`; an underscore parts words too."""
    return re.compile(
        rf"(?<![^\W_]){phrases(lexicon.load('materials')[name])}(?![^\W_])", re.IGNORECASE
    )


def has_words(name: str, said: str) -> bool:
    """Whether one of the words or phrases of the list `name` is said."""
    return (
        not _openings_of(name).isdisjoint(_words_of(said))
        and pattern(name).search(said) is not None
    )


@lru_cache(maxsize=16)
def _words_of(said: str) -> frozenset[str]:
    return frozenset(_WORD.findall(said.lower()))


@cache
def _openings_of(name: str) -> frozenset[str]:
    return _openings(lexicon.load("materials")[name])


def _openings(words: list[str]) -> frozenset[str]:
    """The words that phrases begin with: where a text has none of them, it has no phrase."""
    return frozenset(_WORD.findall(phrase)[0] for phrase in words)


@cache
def _kinds() -> tuple[tuple[MaterialKind, re.Pattern[str], frozenset[str]], ...]:
    """Each kind with its pattern and the words that the pattern may begin with."""
    return tuple(
        (
            row["kind"],
            re.compile(rf"(?<![^\W_]){phrases(row['words'])}(?![^\W_])", re.IGNORECASE),
            _openings(row["words"]),
        )
        for row in lexicon.load("materials")["kinds"]
    )


def _kinds_said(words: str) -> Iterator[MaterialKind]:
    """The kinds that words name, in the order in which they count."""
    said = _words_of(words)
    for kind, named, opening in _kinds():
        if not opening.isdisjoint(said) and named.search(words):
            yield kind


def kind_of_words(words: str) -> MaterialKind | None:
    """The kind of material that words name; None where they name none."""
    return next(_kinds_said(words), None)


def kind_opening(words: str) -> MaterialKind | None:
    """The kind whose word opens a label, behind a date or a number; None for none.

    An Indonesian label names its kind first: `Paparan_Peta.Risiko` is a talk about a map.
    """
    opening = _ORDER.match(words)
    start = opening.end() if opening else 0
    return next((kind for kind, named, _ in _kinds() if named.match(words, start)), None)


def kinds_of_words(words: str) -> set[MaterialKind]:
    """All kinds of material that words name."""
    return set(_kinds_said(words))


@lru_cache(maxsize=1024)
def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url[:_LONGEST_URL])
    except ValueError:
        return None


def file_name(url: str) -> str:
    """The last part of a URL's path, decoded; empty where there is none."""
    parts = _split(url)
    return unquote(parts.path.rstrip("/").rpartition("/")[2]) if parts else ""


def extension(url: str) -> str:
    """The file extension of a URL in lower case, without the full stop; empty for none."""
    name, dot, ending = file_name(url).rpartition(".")
    return ending.lower() if dot and name and len(ending) <= 5 else ""  # noqa: PLR2004 - pptx


def is_kept_at(url: str, hosts: str) -> bool:
    """Whether a URL's host, or host and path, is in the list `hosts` of the lexicon."""
    parts = _split(url)
    if parts is None or not parts.netloc:
        return False
    host = parts.netloc.lower().rpartition("@")[2].partition(":")[0].removeprefix("www.")
    known: list[str] = lexicon.load("materials")["hosts"][hosts]
    for row in known:
        domain, slash, path = row.partition("/")
        on_host = host == domain or host.endswith("." + domain)
        if on_host and (not slash or parts.path.lower().startswith("/" + path)):
            return True
    return False


def is_excluded(url: str) -> bool:
    """Whether a URL can never be a material: social media, a form, a map, no web address."""
    parts = _split(url)
    if parts is None or parts.scheme not in {"http", "https", "ftp"}:
        return True
    bare = parts.path in {"", "/"} and not parts.query
    return bare or is_kept_at(url, "excluded")


def is_image(url: str) -> bool:
    """Whether a URL is that of a picture, or of a host that keeps pictures."""
    pictured = extension(url) in lexicon.load("materials")["image_extensions"]
    return pictured or is_kept_at(url, "images")


def is_document(url: str) -> bool:
    """Whether a URL is that of a document, a recording, or of a host that keeps them."""
    if extension(url) in lexicon.load("materials")["extensions"]:
        return True
    return any(is_kept_at(url, hosts) for hosts in ("video", "slides", "documents"))


def kind_of_url(url: str) -> MaterialKind | None:
    """The kind that host or extension alone decide; None where they do not."""
    words = lexicon.load("materials")
    if is_kept_at(url, "video") or extension(url) in words["video_extensions"]:
        return "video"
    if is_kept_at(url, "slides") or extension(url) in words["slide_extensions"]:
        return "slides"
    return None
