"""Whose a verb is: whether another clause begins between a cue and a name, and what a name does."""

from __future__ import annotations

import re
from functools import cache

from crawler import lexicon

REACH = 1500
"""The longest stretch of a sentence that is read for one name."""
QUOTED_WORDS = re.compile(r"“[^“”]{0,400}”|\"[^\"]{0,400}\"")
_BRACKETED = re.compile(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]")
_VERB = re.compile(r"\b(?:me(?:ng|ny|m|n|r|l)[a-z]{3,}|di[a-z]{4,}|ber[a-z]{4,})\b")
_ORGANIZES = re.compile(
    r"\s(?:(?:akan|telah|sudah|kembali|juga|ikut|turut|sedang|rutin)\s){0,2}(?:mengadakan|menggelar|menyelenggarakan|bekerja ?sama|menggandeng|merilis|menerbitkan|didirikan|beranggotakan)\b"
)


def blocked(gap: str) -> bool:
    """Whether another verb stands between cue and name: then the cue is not the name's."""
    if len(gap) > REACH:
        return True
    bare = QUOTED_WORDS.sub(" ", _BRACKETED.sub(" ", gap))
    return any(not _no_verb().fullmatch(verb[0]) for verb in _VERB.finditer(bare))


def acts(text: str, tail: tuple[int, int]) -> bool:
    """Whether the name is the subject of a verb of its own."""
    acted = _acted().match(text, *tail)
    return acted is not None and _no_act().fullmatch(acted["verb"]) is None


def organizes(text: str, start: int, end: int) -> bool:
    """Whether what is named before `start` does what bodies do: it arranges, publishes."""
    return _ORGANIZES.match(text, start, end) is not None


@cache
def _acted() -> re.Pattern[str]:
    bare = "|".join(lexicon.load("person_roles")["clauses"]["bare_acts"])
    return re.compile(
        r"\s*,?\s*(?:yang\s+)?(?:(?:juga|turut|ikut|kemudian|lalu|sempat|pun|langsung|sendiri|selanjutnya|berkesempatan|lantas|secara [a-z]+)\s+){0,3}"
        rf"(?P<verb>me[a-z]{{4,}}|ber[a-z]{{4,}}|(?:{bare})\b)"
    )


@cache
def _no_verb() -> re.Pattern[str]:
    return re.compile("|".join(lexicon.load("person_roles")["clauses"]["no_verbs"]))


@cache
def _no_act() -> re.Pattern[str]:
    return re.compile("|".join(lexicon.load("person_roles")["clauses"]["no_acts"]))
