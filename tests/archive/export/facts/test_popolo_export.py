"""People, organizations and memberships as the Popolo specification has them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from archive_samples import URL
from facts_samples import AGAIN, FORMULA, MARKUP, STEERED, UNDATED, export

_COMMON = {"id", "sources", "links", "contact_details", "created_at", "updated_at"}
FIELDS = {
    "persons": _COMMON
    | {"name", "other_names", "identifiers", "family_name", "given_name", "additional_name"}
    | {"honorific_prefix", "honorific_suffix", "patronymic_name", "sort_name", "email", "gender"}
    | {"birth_date", "death_date", "image", "summary", "biography", "national_identity"},
    "organizations": _COMMON
    | {"name", "other_names", "identifiers", "classification", "parent_id", "area_id"}
    | {"abstract", "description", "founding_date", "dissolution_date", "image"},
    "memberships": _COMMON
    | {"label", "role", "person_id", "organization_id", "organization", "post_id"}
    | {"on_behalf_of_id", "area_id", "start_date", "end_date"},
}
"""The properties that Popolo 1.0 gives to its classes, those that embed other objects apart."""
OWN = {"extra"}
"""Where Popolo has what it does not define itself."""
PARTS = {
    "other_names": {"name", "note", "start_date", "end_date"},
    "identifiers": {"identifier", "scheme"},
    "sources": {"url", "note"},
}


@pytest.fixture(scope="module")
def told(city: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    path = export(city, "popolo", tmp_path_factory.mktemp("popolo") / "popolo.json")
    found: dict[str, list[dict[str, Any]]] = json.loads(path.read_text("utf-8"))
    return found


def test_fields_are_those_of_the_specification(told: dict[str, list[dict[str, Any]]]) -> None:
    assert list(told) == ["persons", "organizations", "memberships"]
    for kind, found in told.items():
        assert found
        for one in found:
            assert set(one) - OWN <= FIELDS[kind]
            for part, names in PARTS.items():
                assert all(set(entry) <= names for entry in one.get(part, ()))


def test_person_has_one_row_with_names_and_pages(told: dict[str, list[dict[str, Any]]]) -> None:
    (ratna,) = (one for one in told["persons"] if one["name"] == "Ratna Wulandari")
    assert ratna["id"].startswith("urn:uuid:")
    assert ratna["sources"] == [
        {"url": AGAIN, "note": "2019-03-04"},
        {"url": URL, "note": "2019-03-04"},
        {"url": UNDATED},
    ]
    assert {FORMULA, STEERED} <= {one["name"] for one in told["persons"]}


def test_organization_has_its_acronym_as_another_name(
    told: dict[str, list[dict[str, Any]]],
) -> None:
    (agency,) = (one for one in told["organizations"] if one["name"] == "Dinas Air")
    assert agency["other_names"] == [{"name": "DA", "note": "acronym"}]
    assert agency["classification"] == "government"


def test_membership_tells_when_it_was_seen_and_never_when_it_began_or_ended(
    told: dict[str, list[dict[str, Any]]],
) -> None:
    (ratna,) = (one["id"] for one in told["persons"] if one["name"] == "Ratna Wulandari")
    (office,) = (one for one in told["memberships"] if one["person_id"] == ratna)
    assert office["role"] == "Kepala Dinas Air"
    assert office["extra"] == {"first_seen": "2019-03-04", "last_seen": "2019-03-04"}
    assert len(office["sources"]) == 3
    assert not {"start_date", "end_date"} & {name for one in told["memberships"] for name in one}


def test_memberships_point_at_people_and_organizations_of_the_file(
    told: dict[str, list[dict[str, Any]]],
) -> None:
    people = {one["id"] for one in told["persons"]}
    organizations = {one["id"]: one["name"] for one in told["organizations"]}
    assert {one["person_id"] for one in told["memberships"]} <= people
    known = [organizations[one["organization_id"]] for one in told["memberships"]
             if "organization_id" in one]  # fmt: skip
    assert known == ["Dinas Air"]
    unknown = [one for one in told["memberships"] if "organization" in one]
    assert [(one["role"], one["organization"]) for one in unknown] == [(MARKUP, {"name": STEERED})]
