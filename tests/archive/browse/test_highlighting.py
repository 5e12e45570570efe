"""An article cut into pieces: nothing of it is lost, and every proof is marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.browse.highlighting import Proof, lines
from archive.records import Span

_TEXTS = st.text(alphabet="ab \n😀é", max_size=60)
_SPANS = st.builds(Span, st.integers(-2, 62), st.integers(-2, 64))
_PROOFS = st.lists(
    st.builds(Proof, st.sampled_from(["a-0", "a-1", "b-0"]), st.sampled_from("kl"), _SPANS),
    max_size=6,
)


def inside(text: str, proofs: list[Proof]) -> list[Proof]:
    return [one for one in proofs if 0 <= one.span.start < one.span.end <= len(text)]


@given(_TEXTS, _PROOFS)
def test_the_pieces_joined_are_the_text(text: str, proofs: list[Proof]) -> None:
    cut = lines(text, proofs)
    assert "\n".join("".join(piece.text for piece in line) for line in cut) == text


@given(_TEXTS, _PROOFS)
def test_each_letter_has_exactly_the_facts_whose_proofs_cover_it(
    text: str, proofs: list[Proof]
) -> None:
    offset = 0
    for line in lines(text, proofs):
        for piece in line:
            for place in range(offset, offset + len(piece.text)):
                covering = {
                    one.fact
                    for one in inside(text, proofs)
                    if one.span.start <= place < one.span.end
                }
                assert set(piece.facts) == covering
            offset += len(piece.text)
        offset += 1


@given(_TEXTS, _PROOFS)
def test_a_fact_begins_at_most_once_and_where_it_is_marked(text: str, proofs: list[Proof]) -> None:
    pieces = [piece for line in lines(text, proofs) for piece in line]
    begun = [fact for piece in pieces for fact in piece.begins]
    assert len(begun) == len(set(begun))
    for piece in pieces:
        assert set(piece.begins) <= set(piece.facts)


def test_the_shortest_proof_gives_the_kind_of_words_that_state_several_facts() -> None:
    ((before, name, after),) = lines(
        "Ibu Ratna membuka",
        [
            Proof("people-0", "said", Span(0, 17)),
            Proof("people-1", "people", Span(4, 9)),
        ],
    )
    assert (before.kind, name.kind, after.kind) == ("said", "people", "said")
    assert name.facts == ("people-1", "people-0")


def test_a_proof_over_several_lines_is_marked_in_each() -> None:
    cut = lines("satu\ndua\ntiga", [Proof("venue", "venue", Span(2, 11))])
    assert [[piece.text for piece in line if piece.facts] for line in cut] == [
        ["tu"],
        ["dua"],
        ["ti"],
    ]


def test_a_fact_whose_proof_begins_at_a_line_end_can_still_be_led_to() -> None:
    cut = lines("satu\ndua", [Proof("venue", "venue", Span(4, 8))])
    assert [piece.begins for line in cut for piece in line if piece.facts] == [("venue",)]
