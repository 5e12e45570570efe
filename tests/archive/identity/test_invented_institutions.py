"""Parts of institutions, English names and renamed bodies are found, and nothing that is like them."""

import pytest
from identity_gold import organization_mentions

from archive.identity.organization_english import indonesian
from archive.identity.organizations import decide

MENTIONS, WHO = organization_mentions("invented_institutions.toml")


def test_why_a_part_is_that_of_its_institution_is_told():
    clusters = {WHO[cluster.mentions[0]]: cluster for cluster in decide(MENTIONS).clusters}

    reasons = [link.reason for link in clusters["lppm-unsara"].links]
    assert any("on the institution's own site" in reason for reason in reasons)


@pytest.mark.parametrize(
    ("english", "own"),
    [
        ("tegal city health office", "dinas kesehatan kota tegal"),
        ("central java provincial environment agency", "dinas lingkungan hidup provinsi jawa tengah"),
        ("health office", "dinas kesehatan"),
        ("environment agency", "environment agency"),
        ("department of health", "department of health"),
        ("board of trade", "board of trade"),
        ("office of the wandering poets", "office of the wandering poets"),
        ("regional disaster management agency of tegal city", "badan penanggulangan bencana daerah kota tegal"),
        ("faculty of social and political sciences", "fakultas ilmu sosial ilmu politik"),
        ("research center for population brin", "pusat riset kependudukan brin"),
        ("research center for dragons", "research center for dragons"),
        ("center for health", "center for health"),
        ("samudra raya state islamic university", "universitas islam negeri samudra raya"),
        ("tegal state polytechnic", "politeknik negeri tegal"),
    ],
)  # fmt: skip
def test_english_names_of_kinds_are_translated_and_no_others(english: str, own: str):
    assert indonesian(tuple(english.split())) == tuple(own.split())


@pytest.mark.parametrize("words", [(), ("office",), ("university",), ("faculty", "of"), ("city",)])
def test_what_is_no_whole_name_is_left_as_it_is(words: tuple[str, ...]):
    assert indonesian(words) == words
