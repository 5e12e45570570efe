"""Deciding about organizations finds which names are of one body, and never joins two towns'."""

import random

from identity_gold import agreement, page_of, partition, rows

from archive.identity.organization_mentions import OrganizationMention
from archive.identity.organizations import decide

ROWS = rows("invented_organizations.toml")
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
    measured = agreement(decide(MENTIONS), WHO)

    assert measured.wrong == ()
    assert measured.precision >= 0.99


def test_nearly_all_names_of_one_body_are_put_together():
    assert agreement(decide(MENTIONS), WHO).recall >= 0.97


def test_the_order_of_arrival_does_not_matter():
    expected = partition(decide(MENTIONS))
    shuffled = list(MENTIONS)
    random.Random(8).shuffle(shuffled)  # noqa: S311 - an order, no secret

    assert partition(decide(shuffled)) == expected


def test_the_fullest_name_is_the_name_that_writes_out_most():
    names = {WHO[cluster.mentions[0]]: cluster.name for cluster in decide(MENTIONS).clusters}

    assert names["ui"] == "Universitas Indonesia"
    assert names["pemprov-dki"] == "Pemerintah Provinsi DKI Jakarta"
    assert names["bnpb"] == "Badan Nasional Penanggulangan Bencana"


def test_what_has_one_word_more_is_a_doubt():
    doubts = {frozenset((WHO[doubt.first], WHO[doubt.second])) for doubt in decide(MENTIONS).doubts}

    assert frozenset(("damar", "damar2")) in doubts


def test_a_name_without_its_territory_is_told_to_be_understood():
    clusters = {WHO[cluster.mentions[0]]: cluster for cluster in decide(MENTIONS).clusters}

    reasons = [link.reason for link in clusters["sosial-bandung"].links]
    assert any("the territory is understood: Bandung" in reason for reason in reasons)
