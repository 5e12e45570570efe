"""The reading of the gold pages never falls below its floors."""

from pathlib import Path

import pytest

from crawler.evaluation.floors import below, read_floors
from crawler.evaluation.folder import evaluate

GOLD = Path(__file__).parent / "gold"
FLOORS = read_floors(GOLD / "floors.toml")


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, float | int]]:
    return evaluate(GOLD).figures()


@pytest.mark.parametrize("field", FLOORS)
def test_every_figure_is_at_its_floor_or_above(
    field: str, figures: dict[str, dict[str, float | int]]
):
    assert below(figures, {field: FLOORS[field]}) == []


def test_every_field_has_a_floor(figures: dict[str, dict[str, float | int]]):
    assert set(FLOORS) == set(figures)
