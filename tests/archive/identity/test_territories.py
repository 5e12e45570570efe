"""Which province, city or regency a name, a place or the address of a site speaks of."""

import pytest

from archive.identity.territories import Territory, of_host, place


@pytest.mark.parametrize(
    ("host", "territory"),
    [
        ("dinsos.ngawikab.go.id", Territory("kabupaten", "ngawi")),
        ("www.kotabogor.go.id", Territory("kota", "bogor")),
        ("pemkomedan.go.id", Territory("kota", "medan")),
        ("bappeda.jatengprov.go.id", Territory("provinsi", "jawa tengah")),
        ("depok.go.id", Territory(None, "depok")),
        ("kotabaru.go.id", Territory(None, "kotabaru")),
        ("ngawi.example", None),
        ("kementerian.go.id", None),
        ("go.id", None),
        ("", None),
    ],
)
def test_the_address_of_a_government_site_tells_whose_it_is(host: str, territory: Territory | None):
    assert of_host(host) == territory


def test_a_town_of_two_names_is_one():
    assert place("Kota Solo") == place("Kota Surakarta")
