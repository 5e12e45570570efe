"""Parts of institutions, English names and renamed bodies are found, and nothing that is like them."""

import random

import pytest
from identity_gold import agreement, page_of, partition, rows

from archive.identity.organization_english import indonesian
from archive.identity.organization_mentions import OrganizationMention
from archive.identity.organizations import decide

ROWS = rows("invented_institutions.toml")
PAGES = sorted({row[1] for row in ROWS})
WHO = {number: row[0] for number, row in enumerate(ROWS, start=1)}
MENTIONS = [
    OrganizationMention(
        number,
        page_of(page, PAGES),
        f"https://{page}",
        page.partition("/")[0],
        name,
        acronym or None,
        place=place or None,
    )
    for number, (_, page, name, acronym, place) in enumerate(ROWS, start=1)
]


def test_no_two_bodies_are_taken_for_one():
    assert agreement(decide(MENTIONS), WHO).wrong == ()


def test_nearly_all_names_of_one_body_are_put_together():
    assert agreement(decide(MENTIONS), WHO).recall >= 0.97


def test_the_order_of_arrival_does_not_matter():
    expected = partition(decide(MENTIONS))
    shuffled = list(MENTIONS)
    random.Random(8).shuffle(shuffled)  # noqa: S311 - an order, no secret

    assert partition(decide(shuffled)) == expected


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
