"""Which of the five focus areas a topic belongs to."""

from __future__ import annotations

import pytest

from crawler.extraction.groups.focus_areas import focus_area_of, labels


def test_every_label_belongs_to_its_own_area() -> None:
    assert [focus_area_of(label) for label in labels().values()] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("topic", "area"),
    [
        ("Penguatan kelembagaan kota", 1),
        ("perawatan jaringan pipa desa", 3),
        ("sumur yang berbau", 3),
        ("koordinasi antarinstansi pengelola waduk", 1),
        ("aturan bangunan kota", 1),
        ("belanja bersama lintas instansi", 1),
        ("pembiayaan usaha warga", None),
        ("Sistem peringatan dini banjir", 2),
        ("kesiapan kampung menghadapi kebakaran", 2),
        ("Kota Siap", 2),
        ("pengelolaan sampah rumah tangga", 3),
        ("Sanitasi dan air minum", 3),
        ("Angkutan umum dan trotoar", 4),
        ("keterhubungan", 4),
        ("Kerukunan antarwarga rumah susun", 5),
        ("kohesi sosial", 5),
        ("perantau di rumah sewa", 5),
        ("Kesehatan jiwa keluarga", None),
        ("Ketahanan pangan kota", None),
        ("Kualitas udara", None),
        ("", None),
    ],
)
def test_a_topic_belongs_to_the_area_its_words_speak_of(topic: str, area: int | None) -> None:
    assert focus_area_of(topic) == area
