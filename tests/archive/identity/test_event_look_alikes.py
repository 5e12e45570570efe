"""Two reports of two events that look like one: pairs as institutions tell them, all invented."""

from __future__ import annotations

import pytest
from event_samples import BAYU, DAMAR, LARAS, RATNA, TEGAR, WENING, told

from archive.identity.event_comparing import compare
from archive.identity.event_reports import Report
from archive.identity.events import decide

Pair = tuple[Report, Report]

RAIN = "Lokakarya Pengelolaan Air Hujan Kota Seruni"
STRATEGY = "Lokakarya Penyusunan Strategi Ketangguhan Pesisir"

TWO_EVENTS: dict[str, Pair] = {
    "two weekly meetings": (
        told("Rapat Mingguan Sekretariat", type="routine_meeting", people={RATNA, TEGAR}),
        told(
            "Rapat Mingguan Sekretariat",
            type="routine_meeting",
            people={RATNA, TEGAR},
            start_date="2019-05-21",
        ),
    ),
    "two weekly meetings without a date, of one form": (
        told(
            "Notulensi Rapat",
            type="routine_meeting",
            start_date=None,
            text_digest="x",
            text_length=60,
        ),
        told(
            "Notulensi Rapat",
            type="routine_meeting",
            start_date=None,
            text_digest="x",
            text_length=60,
            published_on="2019-05-21",
        ),
    ),
    "day 1 and day 2 reported apart": (
        told(STRATEGY + " Hari Pertama", people={RATNA, TEGAR}),
        told(STRATEGY + " Hari Kedua", people={RATNA, TEGAR}, start_date="2019-05-15"),
    ),
    "day 1 and day 2 under one title": (
        told(STRATEGY, people={RATNA, TEGAR}, venue="Gedung Pratama"),
        told(STRATEGY, people={RATNA, TEGAR}, venue="Gedung Pratama", start_date="2019-05-15"),
    ),
    "the preparation on another day": (
        told(
            "Rapat Persiapan " + RAIN,
            type="meeting",
            people={RATNA, TEGAR},
            start_date="2019-05-10",
        ),
        told(RAIN, people={RATNA, TEGAR}),
    ),
    "the preparation in the morning of the same day": (
        told(
            "Rapat Persiapan " + RAIN,
            type="meeting",
            people={RATNA, TEGAR, WENING},
            venue="Gedung Pratama",
        ),
        told(RAIN, people={RATNA, TEGAR, WENING}, venue="Gedung Pratama"),
    ),
    "the evaluation in the evening": (
        told(
            "Rapat Evaluasi " + RAIN,
            type="meeting",
            people={RATNA, TEGAR, WENING},
            venue="Gedung Pratama",
        ),
        told(RAIN, people={RATNA, TEGAR, WENING}, venue="Gedung Pratama"),
    ),
    "what follows from it": (
        told("Tindak Lanjut " + RAIN, people={RATNA, TEGAR}),
        told(RAIN, people={RATNA, TEGAR}),
    ),
    "a parallel workshop with other participants": (
        told("Lokakarya Ketangguhan Kota Kelas Air", people={RATNA, TEGAR}),
        told("Lokakarya Ketangguhan Kota Kelas Pangan", people={LARAS, BAYU}),
    ),
    "a parallel workshop of one name with other participants": (
        told(STRATEGY, people={RATNA, TEGAR}, venue="Gedung Pratama"),
        told(STRATEGY, people={LARAS, BAYU}, venue="Gedung Pratama"),
    ),
    "parallel sessions": (
        told(STRATEGY + " Sesi 1", people={RATNA, TEGAR}),
        told(STRATEGY + " Sesi 2", people={RATNA, TEGAR}),
    ),
    "batches of a training on one day": (
        told("Pelatihan Relawan Siaga Bencana Angkatan II", type="training", people={DAMAR}),
        told("Pelatihan Relawan Siaga Bencana Angkatan III", type="training", people={DAMAR}),
    ),
    "one training in two villages": (
        told(
            "Pelatihan Tanggap Darurat Kelurahan Mawar",
            type="training",
            people={DAMAR, BAYU},
            attendance={("orang", 30)},
        ),
        told(
            "Pelatihan Tanggap Darurat Kelurahan Kenanga",
            type="training",
            people={DAMAR, BAYU},
            attendance={("orang", 30)},
        ),
    ),
    "one training in two cities": (
        told("Pelatihan Sistem Peringatan Banjir", type="training", place="Seruni"),
        told("Pelatihan Sistem Peringatan Banjir", type="training", place="Tirtasari"),
    ),
    "one title led by others": (
        told(
            "Sosialisasi Bank Sampah Warga",
            type="other",
            leaders={("opening", RATNA)},
            people={RATNA},
        ),
        told(
            "Sosialisasi Bank Sampah Warga",
            type="other",
            leaders={("opening", LARAS)},
            people={LARAS},
        ),
    ),
    "two meetings of a team on one day, in one room": (
        told(
            "Rapat Koordinasi Banjir Rob",
            type="meeting",
            people={RATNA, TEGAR, WENING, DAMAR},
            venue="Gedung Pratama",
        ),
        told(
            "Rapat Koordinasi Angkutan Umum",
            type="meeting",
            people={RATNA, TEGAR, WENING, DAMAR},
            venue="Gedung Pratama",
        ),
    ),
    "two meetings of a team on one day, of akin topics": (
        told(
            "Rapat Penyusunan Strategi Ketangguhan Pangan",
            type="meeting",
            people={RATNA, TEGAR, WENING},
            venue="Gedung Pratama",
        ),
        told(
            "Rapat Penyusunan Strategi Ketangguhan Air",
            type="meeting",
            people={RATNA, TEGAR, WENING},
            venue="Gedung Pratama",
        ),
    ),
    "a launch and the workshop behind it": (
        told("Peluncuran Strategi Air Seruni", type="launch", people={RATNA}),
        told("Lokakarya Strategi Air Seruni", people={RATNA}),
    ),
    "two unrelated events of a day": (
        told(
            "Forum Transportasi Berkelanjutan", type="forum", people={RATNA}, venue="Hotel Anggrek"
        ),
        told(
            "Kunjungan Delegasi Kota Sahabat", type="visit", people={RATNA}, venue="Gedung Pratama"
        ),
    ),
    "meetings of two institutions on one day, both weekly": (
        told("Rapat Mingguan", type="routine_meeting", people={RATNA, TEGAR}),
        told("Rapat Mingguan", type="routine_meeting", people={LARAS, BAYU}, site="kampus"),
    ),
    "a month's programme and a day within it": (
        told("Program Sekolah Air Hujan", type="training", end_date="2019-06-14", people={RATNA}),
        told("Sekolah Air Hujan", type="training", people={RATNA}),
    ),
    "a workshop of two days and a weekly meeting in them": (
        told(STRATEGY, end_date="2019-05-15", people={RATNA, TEGAR}),
        told("Rapat Mingguan", type="routine_meeting", people={RATNA, TEGAR}),
    ),
    "the same title a year later": (
        told("Forum Tahunan Kota Tangguh Nusantara Raya", people={RATNA, TEGAR}),
        told(
            "Forum Tahunan Kota Tangguh Nusantara Raya",
            people={RATNA, TEGAR},
            start_date="2020-05-14",
        ),
    ),
    "a post without a date, half a year later": (
        told(RAIN, people={RATNA}),
        told(RAIN, people={RATNA}, start_date=None, published_on="2019-11-20"),
    ),
    "a post without a date from before": (
        told(RAIN, people={RATNA}),
        told(RAIN, people={RATNA}, start_date=None, published_on="2019-05-01"),
    ),
    "slides shown twice": (
        told(RAIN, people={RATNA}, materials={"http://kota.example/a.pdf"}),
        told(
            "Kuliah Tamu Tata Air",
            type="seminar",
            people={RATNA},
            materials={"http://kota.example/a.pdf"},
            start_date="2019-05-17",
        ),
    ),
    "rooms of one house": (
        told("Diskusi Warga Bantaran", type="discussion", venue="Gedung Pratama Ruang 1"),
        told("Diskusi Warga Bantaran", type="discussion", venue="Gedung Pratama Ruang 2"),
    ),
    "one word alone in common": (
        told("Lokakarya Banjir", venue="Gedung Pratama"),
        told("Lokakarya Banjir", venue="Hotel Anggrek"),
    ),
    "reports that tell nothing but a day": (
        told("Rapat", type="meeting"),
        told("Rapat", type="meeting", site="b"),
    ),
    "one title in houses of one name in two cities": (
        told(
            RAIN,
            place="Kota Padang",
            venue="Hotel Anggrek",
            people={RATNA},
            attendance={("peserta", 40)},
        ),
        told(
            RAIN,
            site="kampus",
            place="Kota Ambon",
            venue="Hotel Anggrek",
            people={TEGAR},
            attendance={("peserta", 40)},
        ),
    ),
    "a visit and a training with one guest in one house": (
        told(
            "Bupati Terima Tamu Bahas Abrasi", type="visit", people={RATNA}, venue="Gedung Pratama"
        ),
        told(
            "Pelatihan Pemantau Abrasi",
            site="kampus",
            type="training",
            people={RATNA},
            venue="Gedung Pratama",
        ),
    ),
    "two meetings that one site reports of one room and guest": (
        told("Bupati Bahas Abrasi", type="meeting", people={RATNA}, venue="Gedung Pratama"),
        told("Nelayan Keluhkan Abrasi", type="meeting", people={RATNA}, venue="Gedung Pratama"),
    ),
    "two things that one officer does in one house on one day": (
        told(
            "Bupati Resmikan Taman Bacaan", type="ceremony", people={RATNA}, venue="Gedung Pratama"
        ),
        told(
            "Bupati Resmikan Rumah Pompa",
            site="kampus",
            type="ceremony",
            people={RATNA},
            venue="Gedung Pratama",
        ),
    ),
    "two things that one guest is named for in both headlines": (
        told("Ratna Lantik Pengurus Koperasi", people={"ratna"}, venue="Gedung Pratama"),
        told("Ratna Bagikan Bibit Mangga", people={"ratna"}, venue="Gedung Pratama", site="b"),
    ),
    "the slides of another workshop of the day": (
        told("Lokakarya Tanggul Laut", people={RATNA}, venue="Gedung Pratama"),
        told("Materi Lokakarya Sumur Resapan", people={RATNA}, venue="Gedung Pratama"),
    ),
    "a training that writes modules and another one": (
        told("Pelatihan Penyusunan Modul Abrasi", type="training"),
        told("Pelatihan Pemandu Abrasi", type="training"),
    ),
    "a title in marks alone": (told("!!!"), told("???")),
}


@pytest.mark.parametrize("pair", TWO_EVENTS.values(), ids=TWO_EVENTS)
def test_two_events(pair: Pair) -> None:
    first, second = pair
    verdict = compare(first, second)
    assert verdict.answer != "same", verdict
    assert compare(second, first)[:3] == verdict[:3]
    assert len(decide(pair).clusters) == 2
