"""Deciding about organizations finds which names are of one body, and never joins two towns'."""

import random

import pytest
from identity_gold import agreement, organization_mentions, partition

from archive.identity.organizations import decide

SETS = {
    name: organization_mentions(f"{name}.toml")
    for name in ("invented_organizations", "invented_institutions")
}


MENTIONS, WHO = SETS["invented_organizations"]


@pytest.mark.parametrize("name", SETS)
def test_no_two_bodies_are_taken_for_one(name: str):
    mentions, who = SETS[name]
    measured = agreement(decide(mentions), who)

    assert measured.wrong == ()
    assert measured.precision >= 0.99


@pytest.mark.parametrize("name", SETS)
def test_nearly_all_names_of_one_body_are_put_together(name: str):
    mentions, who = SETS[name]

    assert agreement(decide(mentions), who).recall >= 0.97


@pytest.mark.parametrize("name", SETS)
def test_the_order_of_arrival_does_not_matter(name: str):
    mentions, _ = SETS[name]
    expected = partition(decide(mentions))
    shuffled = list(mentions)
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
