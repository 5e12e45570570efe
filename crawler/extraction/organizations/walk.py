"""How far a name goes from its head word: over which words, commas and `dan`."""

from __future__ import annotations

from crawler.extraction.organizations.brackets import is_initials
from crawler.extraction.organizations.foreign import inside_phrase, over_foreign
from crawler.extraction.organizations.grammar import (
    Head,
    acronym_at,
    head_at,
    is_function,
    is_stop,
    place_at,
    territory_at,
    words_of,
)
from crawler.extraction.organizations.tokens import Token

_LONGEST = 24
_LIST = 6
_UNKNOWN_PLACE = 4
_AND = frozenset({"dan", "serta", "&", "and", "Dan"})
_DOTTED = frozenset(
    {
        "pemkab",
        "pemkot",
        "pemprov",
        "pt",
        "cv",
        "pd",
        "ud",
        "prov",
        "kab",
        "kec",
        "kel",
        "st",
        "kota",
        "rs",
    }
)
_FOR = frozenset({"untuk", "bagi", "terhadap", "antar"})
_AFTER_HEAD = frozenset({"Gubernur", "Wakil", "Kepala", "Menteri", "Dalam", "Deputi", "Bupati"})
# `Asosiasi Kepala Desa X`, `Ikatan Dosen Y`: offices and callings whose holders unite.
_ASSOCIATIONS = frozenset(
    {"Asosiasi", "Ikatan", "Himpunan", "Persatuan", "Perhimpunan", "Paguyuban", "Serikat"}
)
_PROFESSIONS = frozenset(
    {
        "Kepala",
        "Camat",
        "Lurah",
        "Bupati",
        "Walikota",
        "Gubernur",
        "Dosen",
        "Peneliti",
        "Sekretaris",
        "Direktur",
    }
)
_TITLES = frozenset({"dr", "Dr", "drg", "Prof", "H", "Hj", "KH"})
_INSIDE = frozenset({"Untuk", "Bersama", "Bagi", "Siap", "Bangun", "Hari", "Hotel", "Ibu"})
_NUMBERED = frozenset(
    {
        "Kodim",
        "Korem",
        "Koramil",
        "Batalyon",
        "Batalion",
        "Brigade",
        "Resimen",
        "Negeri",
        "SMPN",
        "SMAN",
        "SMKN",
        "SDN",
    }
)
_BIDANG = frozenset({"Kedeputian", "Sekretariat", "Dinas", "Badan", "Direktorat", "Komisi"})


def end_of_name(text: str, tokens: list[Token], at: int, head: Head) -> int:
    """The index behind the last token of the name whose head stands at token `at`."""
    here = at + head.size
    limit = min(len(tokens), at + _LONGEST)
    while here < limit:
        step = _step(text, tokens, at, here, head)
        if step <= here:
            break
        here = step
    while here > at + head.size and not _may_end(tokens[here - 1]):
        here -= 1
    return here


def _may_end(token: Token) -> bool:
    return token.is_word and (token.is_capital or token.text in words_of("directions"))


def _step(text: str, tokens: list[Token], at: int, here: int, head: Head) -> int:  # noqa: PLR0911 - one return a rule
    """The index behind the next part of the name; `here` where the name ends."""
    token, before = tokens[here], tokens[here - 1]
    gap = text[before.end : token.start]
    if "\n" in gap:
        return here
    if _honours(tokens, at, here):
        return here + 2
    if token.text == ".":
        return here + 1 if before.text.lower() in _DOTTED and not gap else here
    if token.text == ",":
        return _over_comma(text, tokens, at, here, head)
    if token.text in _AND:
        return _over_and(text, tokens, at, here, head)
    if not token.is_word:
        return _over_bracket(tokens, at, here, head)
    if token.is_capital:
        return _over_capital(tokens, at, here, head)
    return _over_small(tokens, at, here, head)


def _honours(tokens: list[Token], at: int, here: int) -> bool:
    """Whether a hospital's name goes on with its patron's title: `RSUD dr. Soedarmo`."""
    hospital = tokens[at].text.startswith(("RS", "Rumah"))
    if not hospital or tokens[here].text not in _TITLES or here + 2 >= len(tokens):
        return False
    return tokens[here + 1].text == "." and tokens[here + 2].is_capital


def _over_capital(tokens: list[Token], at: int, here: int, head: Head) -> int:
    word = tokens[here].text
    of_office = here == at + head.size and (
        (head.kind == "unit" and word in _AFTER_HEAD)
        or (tokens[at].text in _ASSOCIATIONS and word in _PROFESSIONS)
    )
    of_task = head.kind in {"unit", "society"} and is_function(word)
    after_and = head.kind == "unit" and tokens[here - 1].text in _AND
    of_task = of_task and (here == at + head.size or after_and)
    dated = head.kind == "school" and tokens[here - 1].text.isdigit()  # Universitas 11 Maret
    if is_stop(word) and not (dated or of_office or of_task or ends_together(tokens, here)):
        return here + 1 if _goes_on_inside(tokens, here, head) else here
    nested = head_at(tokens, here) if head.kind in {"school", "firm"} else None
    if nested and nested.kind in {"unit", "territorial"}:
        return here
    if word.isdigit():
        return here + 1 if _is_numbered(tokens, here, head) else here
    if head.kind == "territorial":
        return _over_territory(tokens, at + head.size, here)
    if head.kind == "foreign":
        return over_foreign(tokens, here)
    return here + 1


def _is_numbered(tokens: list[Token], here: int, head: Head) -> bool:
    """Whether a body may have a number there: `Kodim 0612`, `SMP Negeri 3`, `Universitas 11 ...`."""
    before = tokens[here - 1].text
    return head.kind == "school" or tokens[here].text.startswith("0") or before in _NUMBERED


def _goes_on_inside(tokens: list[Token], here: int, head: Head) -> bool:
    """Whether a small word is part of a society's own name: `Yayasan Buku Untuk Semua`."""
    if head.kind not in {"society", "firm"} or tokens[here].text not in _INSIDE:
        return False
    following = tokens[here + 1] if here + 1 < len(tokens) else None
    if following is None or not (following.is_word and following.is_capital):
        return False
    return not is_stop(following.text) and not _begins_name(tokens, here + 1)


def ends_together(tokens: list[Token], here: int) -> bool:
    """Whether `Bersama` closes a name (`Yayasan Maju Bersama`) and links no two."""
    if tokens[here].text != "Bersama":
        return False
    return here + 1 >= len(tokens) or not tokens[here + 1].is_capital


def _over_territory(tokens: list[Token], body: int, here: int) -> int:
    """Behind a place; an unknown one is of few words and nothing follows a known one."""
    place = territory_at(tokens, here)
    if place:
        return here + place
    if tokens[here].text.lower() in words_of("territory_words"):
        return here + 1
    if tokens[here].text in words_of("tails") and here > body:
        return here + 1
    if head_at(tokens, here) or acronym_at(tokens, here):
        return here
    known = any(place_at(tokens, back) >= here - back for back in range(max(body, here - 4), here))
    return here if known or here - body >= _UNKNOWN_PLACE else here + 1


def _over_small(tokens: list[Token], at: int, here: int, head: Head) -> int:
    word = tokens[here].text
    following = tokens[here + 1] if here + 1 < len(tokens) else None
    if following is not None and following.text == "." and here + 2 < len(tokens):
        following = tokens[here + 2]
    capital = following is not None and following.is_capital and not is_stop(following.text)
    if word in words_of("directions") and place_at(tokens, here - 1):
        return here + 1
    if not capital:
        return here
    if word in words_of("territory_words") or (word == "bidang" and tokens[at].text in _BIDANG):
        return here + 1
    if word in words_of("foreign_links") and head.kind in {"foreign", "society"}:
        return here + 1
    if word in _FOR and following is not None and is_function(following.text):
        return here + 2 if head.kind in {"unit", "society"} else here
    return here


def _over_and(text: str, tokens: list[Token], at: int, here: int, head: Head) -> int:  # noqa: PLR0911 - one return a rule
    """Behind the word after `dan`, where it names another task of the same body."""
    if here + 1 >= len(tokens) or head.kind in {"territorial", "firm"}:
        return here
    following = tokens[here + 1]
    if not following.is_word or (is_stop(following.text) and not is_function(following.text)):
        return here
    if head.kind == "foreign":
        known = following.text in words_of("foreign_functions")
        return here + 2 if known or _closes_foreign(tokens, here) else here
    acronyms = following.is_acronym and tokens[here - 1].is_acronym and head.kind == "unit"
    of_unit = head.kind == "unit" and here > at + head.size and is_function(tokens[here - 1].text)
    if (acronyms or of_unit) and following.is_acronym and is_function(following.text):
        return here + 2  # `Dinas PU dan ESDM`: what is a body elsewhere is its task here
    follows_task = head.size > 1 and is_function(tokens[here - 1].text)
    if here == at + head.size and not (follows_task and is_function(following.text)):
        return here
    if _begins_name(tokens, here + 1) or place_at(tokens, here + 1):
        return here
    if following.is_capital and is_function(following.text):
        of_tasks = head.kind == "unit" or is_function(tokens[here - 1].text)
        return here + 2 if of_tasks else here
    if following.text.islower():
        return here + 2 if _small_task(tokens, here) else here
    return here + 2 if acronyms else _over_proven(text, tokens, at, here)


def _closes_foreign(tokens: list[Token], here: int) -> bool:
    """Whether `and` stands between two capitals of an English name."""
    following = tokens[here + 1]
    return (
        tokens[here].text == "and"
        and following.is_capital
        and not _begins_name(tokens, here + 1)
        and inside_phrase(tokens, here)
    )


def _small_task(tokens: list[Token], here: int) -> bool:
    following = tokens[here + 1].text
    beyond = tokens[here + 2] if here + 2 < len(tokens) else None
    return is_function(following.title()) and beyond is not None and beyond.is_capital


def _over_comma(text: str, tokens: list[Token], at: int, here: int, head: Head) -> int:  # noqa: PLR0911 - one return a rule
    """Behind the task after a comma, where tasks go on until a closing `dan`."""
    if head.kind == "foreign":
        return _over_proven(text, tokens, at, here)
    if head.kind not in {"unit", "society"} or place_at(tokens, here - 1):
        return here
    if not is_function(tokens[here - 1].text):
        return here
    at, parts = here + 1, 0
    while parts < _LIST and at < len(tokens):
        closing = tokens[at].text in _AND
        at += closing
        if at >= len(tokens) or not _is_task(tokens, at):
            return here
        at = _behind_capitals(tokens, at)
        if closing:
            return at
        parts += 1
        if at < len(tokens) and tokens[at].text == ",":
            at += 1
        elif at >= len(tokens) or tokens[at].text not in _AND:
            return here
    return here


def _over_proven(text: str, tokens: list[Token], at: int, here: int) -> int:
    """Behind what follows a comma or `dan` where the acronym in brackets counts it in."""
    stop = _behind_capitals(tokens, here + 1)
    if stop + 2 >= len(tokens) or tokens[stop].text != "(" or tokens[stop + 2].text != ")":
        return here
    name = text[tokens[at].start : tokens[stop - 1].end]
    return stop if is_initials(tokens[stop + 1].text, name) else here


def _is_task(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if not token.is_word or not token.is_capital or _begins_name(tokens, at):
        return False
    return is_function(token.text) and not is_stop(token.text)


def _behind_capitals(tokens: list[Token], at: int) -> int:
    stop = at
    while (
        stop < min(at + _LIST, len(tokens))
        and tokens[stop].is_word
        and tokens[stop].is_capital
        and not is_stop(tokens[stop].text)
    ):
        stop += 1
    return stop


def _begins_name(tokens: list[Token], at: int) -> bool:
    return head_at(tokens, at) is not None or acronym_at(tokens, at) is not None


def _over_bracket(tokens: list[Token], at: int, here: int, head: Head) -> int:
    """Behind a bracket that only abbreviates the head: `Pemerintah Provinsi (Pemprov) X`."""
    if tokens[here].text != "(" or here + 3 >= len(tokens):
        return here
    closed = tokens[here + 2].text == ")" and tokens[here + 3].is_capital
    if closed and tokens[here + 3].text == "Tbk":  # PT X (Persero) Tbk
        return here + 4
    if closed and tokens[here + 1].text == "Persero" and not is_stop(tokens[here + 3].text):
        return here + 3
    abbreviates_head = here == at + head.size and (
        head_at(tokens, here + 1) or _is_short_of_head(tokens, at, here)
    )
    return here + 3 if closed and abbreviates_head else here


def _is_short_of_head(tokens: list[Token], at: int, here: int) -> bool:
    """Whether the bracket is a kind's initials before its name: `Kelompok Tani (KT) Sari Bumi`.

    Before a territory they are the body's own: `Badan Pusat Statistik (BPS) Kota X`.
    """
    written = " ".join([token.text for token in tokens[at:here]])
    if not is_initials(tokens[here + 1].text, written) or is_stop(tokens[here + 3].text):
        return False
    of_place = tokens[here + 3].text.lower() in words_of("territory_words")
    return not of_place and not place_at(tokens, here + 3)
