"""Further wordings of groups that are counted through; all sentences are our own."""

from __future__ import annotations

import pytest

from archive.records import Group
from crawler.article import read_article
from crawler.extraction.groups.reader import read_groups


def groups_of(body: str) -> tuple[Group, ...]:
    return read_groups(
        read_article(
            f"<html><body><article><h1>Lokakarya Kota Tepian</h1><div class='entry-content'><p>Kota Tepian, 3 Maret 2021</p>{body}"
            "<p>Acara ditutup pada sore hari dengan makan bersama dan foto bersama seluruh peserta.</p></div></article></body></html>",
            "https://kota-tepian.example/p/1",
        )
    )


def topics_of(body: str) -> list[str]:
    return [group.topic.lower() for group in groups_of(body)]


@pytest.mark.parametrize(
    ("body", "topics"),
    [
        (
            "<p>Peserta dibagi ke dalam tiga kelompok yang difasilitasi oleh: Ibu Rina (kelompok sumur resapan), Bapak Budi (kelompok tanggul rob), dan Ibu Sari (kelompok dapur umum).</p>",
            ["sumur resapan", "tanggul rob", "dapur umum"],
        ),
        (
            "<p>Diskusi dilanjutkan per kelompok. Kelompok 1 dengan topik sumur resapan dipandu oleh Rina Sastro, Kelompok 2 dengan topik tanggul rob dipandu oleh Budi Lestu.</p>",
            ["sumur resapan", "tanggul rob"],
        ),
        (
            "<p>Workshop kemudian dilanjutkan dengan diskusi dalam tiga pokja: Pokja sumur resapan, Pokja tanggul rob, dan Pokja dapur umum.</p>",
            ["sumur resapan", "tanggul rob", "dapur umum"],
        ),
        (
            "<p>Peserta duduk melingkar dalam tiga kelompok. Yang pertama membahas sumur resapan. Yang kedua membahas tanggul rob. Yang ketiga membahas dapur umum.</p>",
            ["sumur resapan", "tanggul rob", "dapur umum"],
        ),
        (
            "<p>Dari Kelompok 1 (sumur resapan) muncul usulan agar talang dipasang. Dari Kelompok 2 (tanggul rob) muncul usulan agar pompa dibeli.</p>",
            ["sumur resapan", "tanggul rob"],
        ),
        (
            "<p>Peserta dibagi dalam tiga kelompok.</p><ul><li><strong>Sumur resapan</strong> – talang perlu dipasang.</li><li><strong>Tanggul rob</strong> – pompa perlu dibeli.</li><li><strong>Dapur umum</strong> – kompor perlu ditambah.</li></ul>",
            ["sumur resapan", "tanggul rob", "dapur umum"],
        ),
        (
            "<h4>Kelompok A</h4><p>Kelompok ini membahas sumur resapan. Talang perlu dipasang.</p><h4>Kelompok B</h4><p>Kelompok ini membahas tanggul rob. Pompa perlu dibeli.</p>",
            ["sumur resapan", "tanggul rob"],
        ),
        (
            "<p>Diskusi kelompok terarah (FGD) dibagi menjadi 3 (tiga) tema, yaitu: (1) sumur resapan; (2) tanggul rob; dan (3) dapur umum.</p>",
            ["sumur resapan", "tanggul rob", "dapur umum"],
        ),
        (
            "<p>Peserta terbagi ke dalam 3 kelompok, yakni Kelompok 1 (sumur resapan), Kelompok 2 (tanggul rob), dan Kelompok 3 (dapur umum).</p>",
            ["sumur resapan", "tanggul rob", "dapur umum"],
        ),
        (
            "<p>Regu pertama bertugas di sumur resapan.</p><p>Peserta simulasi dibagi menjadi dua regu. Regu pertama menangani sumur resapan, regu kedua menangani tanggul rob.</p>",
            ["sumur resapan", "tanggul rob"],
        ),
        (
            "<p>Sesi diskusi paralel dibagi menjadi tiga ruang. Ruang pertama bertajuk “sumur resapan”. Ruang kedua bertajuk “tanggul rob”. Ruang ketiga bertajuk “dapur umum”.</p>",
            ["sumur resapan", "tanggul rob", "dapur umum"],
        ),
        (
            "<p>Peserta dibagi menjadi tiga kelompok, yaitu kelompok I membahas sumur resapan, kelompok II membahas tanggul rob dan kelompok III membahas dapur umum.</p>",
            ["sumur resapan", "tanggul rob", "dapur umum"],
        ),
        (
            "<p>Group 1 (Urban farming) suggested more land. Group 2 (Flood warning) asked for sirens. Participants agreed.</p>",
            ["urban farming", "flood warning"],
        ),
        (
            "<p>Di meja pertama, obrolan berkisar pada sumur resapan. Meja kedua ramai membicarakan tanggul rob. Sementara di meja ketiga, warga menimbang dapur umum. Ketiga meja lalu saling bertukar peserta.</p>",
            ["sumur resapan", "tanggul rob", "dapur umum"],
        ),
        (
            "<p>Peserta dibagi ke dalam dua kelas: kelas sumur resapan dan kelas tanggul rob.</p>",
            ["sumur resapan", "tanggul rob"],
        ),
        (
            "<p>Kelompok yang pertama membahas sumur resapan, kelompok yang kedua membahas tanggul rob.</p>",
            ["sumur resapan", "tanggul rob"],
        ),
        (
            "<p>Peserta dibagi dalam tiga kelompok menurut guncangan: sumur resapan, tanggul rob, dan dapur umum.</p>",
            ["sumur resapan", "tanggul rob", "dapur umum"],
        ),
        (
            "<p>Setiap meja membahas satu isu: meja 1 sumur resapan, meja 2 tanggul rob, meja 3 dapur umum.</p>",
            ["sumur resapan", "tanggul rob", "dapur umum"],
        ),
    ],
)
def test_groups_are_read_in_further_wordings(body: str, topics: list[str]) -> None:
    assert topics_of(body) == topics


@pytest.mark.parametrize(
    "body",
    [
        "<p>Para peserta bekerja dalam empat kelompok kecil untuk menyusun rencana aksi sumur resapan, tanggul rob, dapur umum, dan lampu gang.</p>",
        "<p>Peserta dibagi menjadi tiga kelompok. Kelompok 1 dan 2 membahas sumur resapan, sedangkan kelompok 3 membahas tanggul rob.</p>",
        "<p>Program ini memiliki tiga komponen: komponen pertama membahas air, komponen kedua membahas tanah. Peserta diskusi 30 orang.</p>",
        "<p>Sesi pertama dipandu Rina dan membahas air. Sesi kedua dipandu Budi dan membahas tanah. Peserta lokakarya 40 orang.</p>",
        "<p>Kelompok pertama berangkat pukul tujuh, kelompok kedua berangkat pukul delapan. Peserta lomba dibagi kaus.</p>",
        "<p>Seminar menghadirkan tiga narasumber: pertama membahas air, kedua membahas tanah, ketiga membahas udara. Peserta bertanya.</p>",
        "<p>Kota ini dibagi menjadi tiga zona, yaitu zona pesisir, zona tengah, dan zona hulu. Diskusi berlangsung hangat.</p>",
        "<p>Peta dibagi menjadi tiga warna. Zona merah mencakup lima RW. Peserta rapat menyimak.</p>",
        "<p>Gedung ini memiliki dua ruang: ruang A untuk arsip dan ruang B untuk rapat. Peserta pelatihan berkeliling.</p>",
        "<p>Peserta dibagi menjadi tiga kelompok. Setiap kelompok terdiri dari fasilitator, pencatat, dan anggota.</p>",
        "<p>Peserta dibagi menjadi dua kelompok yang masing-masing beranggotakan sepuluh orang.</p>",
    ],
)
def test_parts_of_something_else_are_no_groups(body: str) -> None:
    assert topics_of(body) == []
