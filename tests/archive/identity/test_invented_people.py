"""Deciding about people finds who is who among invented names with what makes it hard."""

import random

from identity_gold import agreement, page_of, partition, rows

from archive.identity.people import decide
from archive.identity.person_mentions import PersonMention

ROWS = rows("invented_people.toml")
PAGES = sorted({row[1] for row in ROWS})
WHO = {number: row[0] for number, row in enumerate(ROWS, start=1)}
MENTIONS = [
    PersonMention(
        number,
        page_of(page, PAGES),
        f"https://{page}",
        page.partition("/")[0],
        name,
        honorific or None,
        position or None,
        organization or None,
    )
    for number, (_, page, name, honorific, position, organization) in enumerate(ROWS, start=1)
]


def test_there_are_enough_names_to_measure_on():
    assert len(ROWS) >= 80


def test_no_two_people_are_taken_for_one():
    measured = agreement(decide(MENTIONS), WHO)

    assert measured.wrong == ()
    assert measured.precision >= 0.99


def test_nearly_all_names_of_one_person_are_put_together():
    assert agreement(decide(MENTIONS), WHO).recall >= 0.97


def test_the_order_of_arrival_and_the_numbers_of_pages_and_mentions_do_not_matter():
    expected = partition(decide(MENTIONS))
    shuffled = list(MENTIONS)
    chance = random.Random(8)  # noqa: S311 - an order, no secret
    for _ in range(3):
        chance.shuffle(shuffled)
        numbers = dict(zip(PAGES, chance.sample(range(1000), len(PAGES)), strict=True))
        renumbered = [
            PersonMention(
                one.id,
                numbers[one.url.removeprefix("https://")],
                one.url,
                one.site,
                one.name,
                one.honorific,
                one.position,
                one.organization,
            )
            for one in shuffled
        ]
        assert partition(decide(renumbered)) == expected


def test_a_cluster_is_held_together_by_reasons_and_named_by_its_fullest_form():
    clusters = {WHO[cluster.mentions[0]]: cluster for cluster in decide(MENTIONS).clusters}

    ratna = clusters["ratna"]
    assert ratna.name == "Ratna Kusumadewi Prameswari"
    assert any("initials" in link.reason for link in ratna.links)
    assert all({link.first, link.second} <= set(ratna.mentions) for link in ratna.links)


def test_what_is_likely_but_not_sure_is_told_as_a_doubt():
    doubts = {
        frozenset((WHO[doubt.first], WHO[doubt.second])): doubt for doubt in decide(MENTIONS).doubts
    }

    assert "one letter" in doubts[frozenset(("hutabarian", "hutabarian2"))].reason
    assert "a page names both" in doubts[frozenset(("sari1", "sari2"))].reason
    assert all(0 < doubt.score < 1 for doubt in doubts.values())
