"""The word lists by which names, offices and places are told apart, each as one set.

The words are data: lexicon/{honorifics,name_words,not_names,positions}.toml.
"""

from __future__ import annotations

from crawler import lexicon


def _words(vocabulary: str, *keys: str) -> frozenset[str]:
    """The words of the given lists of a vocabulary, as one set."""
    lists = lexicon.load(vocabulary)
    return frozenset(word for key in keys for word in lists[key])


ADDRESS = _words("honorifics", "address")
HONORIFICS = _words("honorifics", "address", "titles")
BRANCHES_OF_RANKS = _words("honorifics", "branches")
FORMAL_ADDRESS = _words("honorifics", "formal")
FAMILIAR_ADDRESS = ADDRESS - FORMAL_ADDRESS
RANKS_IN_TWO_WORDS = _words("honorifics", "ranks_in_two")
SECOND_WORDS_OF_RANKS = _words("honorifics", "second_words_of_ranks")
ABBREVIATED_NAMES = _words("name_words", "abbreviated")
BALINESE_NAMES = _words("name_words", "balinese")
BEHIND_OFFICES_THAT_NAME = _words("name_words", "behind_offices_that_name")
DOUBLE_NAMES = _words("name_words", "double")
ENDS_OF_NAMES = _words("name_words", "ends_of_names")
GIVEN_NAMES = _words("name_words", "given")
OFFICES_THAT_NAME = _words("name_words", "offices_that_name")
OPENERS_THAT_NAME = _words("name_words", "openers_that_name")
PARTICLES = _words("name_words", "particles")
NAMES_SHAPED_LIKE_NOUNS = _words("name_words", "shaped_like_nouns")
TITLES_INSIDE_NAMES = _words("name_words", "titles_inside")
TITLES_THAT_NAME = _words("name_words", "titles_that_name")
CALLINGS = _words("not_names", "callings")
MONTHS_THAT_NAME = _words("not_names", "months_that_name")
COMMON_NOUNS = _words("not_names", "nouns", "place_kinds")
NAMED_AFTER_PEOPLE = _words("not_names", "named_after_people")
NOUNS_THAT_NAME = _words("not_names", "nouns_that_name")
PLACE_KINDS = _words("not_names", "place_kinds")
PLACE_AND_UNIT_KINDS = _words("not_names", "place_kinds", "unit_kinds")
PLACE_TAILS = _words("not_names", "place_tails")
PLACES_THAT_NAME = _words("not_names", "places_that_name")
SENTENCE_WORDS = _words("not_names", "sentence_words")
CALENDAR = _words("not_names", "calendar")
OPENERS_OF_SENTENCES = _words("not_names", "sentence_words", "calendar")
UNIT_KINDS = _words("not_names", "unit_kinds")
BODIES = _words("positions", "bodies")
ENGLISH_ENDS_OF_OFFICES = _words("positions", "english_ends")
HEADS_OF_OFFICES = _words("positions", "heads", "occupations")
INSIDE_OFFICES = _words("positions", "inner", "heads")
INSIDE_PHRASES = _words("positions", "inner", "heads", "organization_heads", "joining")
LAY_TRADES = _words("positions", "lay")
MEMBERSHIPS = _words("positions", "memberships")
NAMELY_WORDS = _words("positions", "namely_words")
OCCUPATIONS = _words("positions", "occupations")
ORGANIZATION_HEADS = _words("positions", "organization_heads")
ROLES = _words("positions", "roles")
SINGLE_OFFICES = _words("positions", "single_offices")
TERRITORIAL_OFFICES = _words("positions", "territorial")
BEHIND_WEAK_HEADS = _words("positions", "weak_followers")
WEAK_HEADS = _words("positions", "weak_heads")
