"""What each discussion group reported; all sentences are our own."""

from __future__ import annotations

import pytest

from crawler.article import read_article
from crawler.extraction.groups.reader import read_groups

END = "<p>Acara ditutup pada sore hari dan seluruh peserta perlu mengisi lembar evaluasi.</p>"


def conclusions_of(body: str) -> list[list[str]]:
    page = read_article(
        f"<html><body><article><h1>Lokakarya Kota Tepian</h1><div class='entry-content'><p>Kota Tepian, 3 Maret 2021</p>{body}{END}</div></article></body></html>",
        "https://kota-tepian.example/p/1",
    )
    return [[page.text[c.start : c.end] for c in group.conclusions] for group in read_groups(page)]


A, B, C = "sumur warga diperiksa setiap bulan", "halte diberi atap", "data kota dibuka bagi kampus"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<h3>Kelompok 1: Air</h3><ul><li>Sumur perlu diperiksa;</li><li>Kios air dibuka.</li></ul><h3>Kelompok 2: Jalan</h3><ol><li>Halte perlu atap</li></ol>",
            [["Sumur perlu diperiksa", "Kios air dibuka"], ["Halte perlu atap"]],
        ),
        (
            "<p><b>Kelompok 1 (Air)</b></p><p>Simpulan kelompok 1 adalah:</p><ol><li>Sumur perlu diperiksa</li></ol><p><b>Kelompok 2 (Jalan)</b></p><p>Rekomendasi:</p><ul><li>Halte perlu atap</li></ul>",
            [["Sumur perlu diperiksa"], ["Halte perlu atap"]],
        ),
        (
            f"<h3>Kelompok 1: Air</h3><p>Kelompok ini menyimpulkan bahwa {A}. Selain itu, {C}.</p><h3>Kelompok 2: Jalan</h3><p>Kelompok 2 mengusulkan agar {B}.</p>",
            [[A, C], [B]],
        ),
        (
            f"<h3>Kelompok 1: Air</h3><p>Adapun simpulan dari kelompok 1 adalah {A}.</p><h3>Kelompok 2: Jalan</h3><p>Menurut kelompok 2, {B}.</p>",
            [[A], [B]],
        ),
        (
            f"<p>Kelompok 1 membahas air dan Kelompok 2 membahas jalan.</p><p>Kelompok 1 merekomendasikan agar {A}. Kelompok 2 merekomendasikan agar {B}. Kelompok 2 juga meminta agar {C}.</p>",
            [[A], [B, C]],
        ),
        (
            f"<p>Kelompok I membahas air, dan Kelompok II membahas jalan.</p><p>Hasilnya:</p><ol><li>Kelompok I:<ul><li>Perlu {A}</li><li>Perlu {C}</li></ul></li><li>Kelompok II:<ul><li>Perlu {B}</li></ul></li></ol>",
            [[f"Perlu {A}", f"Perlu {C}"], [f"Perlu {B}"]],
        ),
        (
            f"<p>Kelompok I membahas air, dan Kelompok II membahas jalan.</p><p>Kelompok I: perlu {A}; perlu {C}.</p><p>Kelompok II: perlu {B}.</p>",
            [[f"perlu {A}", f"perlu {C}"], [f"perlu {B}"]],
        ),
        (
            f"<h3>Kelompok 1: Air</h3><p>Kelompok 1 mengusulkan tiga hal, yaitu (i) {A}; (ii) {B}; dan (iii) {C}.</p><h3>Kelompok 2: Jalan</h3>",
            [[A, B, C], []],
        ),
        (
            f"<table><tr><th>Kelompok</th><th>Topik</th><th>Rekomendasi</th></tr><tr><td>1</td><td>Air bersih</td><td><ul><li>{A}</li><li>{B}</li></ul></td></tr><tr><td>2</td><td>Jalan kota</td><td>{C}</td></tr></table>",
            [[A, B], [C]],
        ),
        (
            f"<p>Peserta menyebar ke kelompok tema air, dan kelompok tema jalan.</p><p>Kelompok tema air menyimpulkan bahwa {A}. Adapun kelompok tema jalan menyimpulkan bahwa {B}.</p>",
            [[A], [B]],
        ),
        (
            f"<p>Peserta dibagi menjadi dua kelompok, yaitu:</p><ol><li>Air bersih</li><li>Jalan kota</li></ol><p>Setiap kelompok harus mengisi lembar kerja.</p><p>Kelompok pertama menyepakati bahwa {A}. Kelompok kedua berpendapat bahwa {B}.</p>",
            [[A], [B]],
        ),
        (
            f"<h3>Kelompok 1: Air</h3><p>Perlu {A}. Ibu Sari menanggapi bahwa dana perlu dicari. Hal ini harus dibahas lagi.</p><h3>Kelompok 2: Jalan</h3><p>Diskusi berjalan hangat.</p>",
            [[f"Perlu {A}"], []],
        ),
        (
            f"<h3>Kelompok 1: Air</h3><p>Dari kelompok ini diusulkan agar {A}. Yang terakhir dan terpenting adalah {C}.</p><h3>Kelompok 2: Jalan</h3><p>Masukan kelompok 2 antara lain {B}.</p>",
            [[A, C], [B]],
        ),
        (
            f"<h3>Kelompok 1: Air</h3><figure><figcaption>Kelompok 1 sedang berdiskusi</figcaption></figure><p>Hasil diskusi kelompok 1 menunjukkan bahwa {A}.</p><h3>Kelompok 2: Jalan</h3><p>Perwakilan kelompok 2 menyampaikan bahwa {B}.</p>",
            [[A], [B]],
        ),
        (
            f"<h3>Kelompok 1: Air</h3><ol><li>Perlu {A}, seperti:<ul><li>sumur bor</li><li>sumur gali</li></ul></li></ol><h3>Kelompok 2: Jalan</h3>",
            [[f"Perlu {A}, seperti:\nsumur bor\nsumur gali"], []],
        ),
        (
            f"<h3>Kelompok 1: Air</h3><p>Kelompok 1 mengusulkan langkah sebagai berikut:</p><ul><li>{A}</li><li>{C}</li></ul><h3>Kelompok 2: Jalan</h3><p>Kelompok 2 mencatat kebutuhan utama berikut ini:</p><ul><li>{B}</li></ul>",
            [[A, C], [B]],
        ),
        (
            f"<h3>Kelompok 1: Air</h3><p>Langkah yang diusulkan kelompok 1 adalah:</p><ul><li>{A}</li></ul><h3>Kelompok 2: Jalan</h3><p>Program yang kemudian disepakati oleh kelompok 2 berupa:</p><ul><li>{B}</li><li>{C}</li></ul>",
            [[A], [B, C]],
        ),
        (
            f"<p>Kelompok 1 membahas air dan Kelompok 2 membahas jalan.</p><p>Hal yang disepakati kelompok 1 adalah {A}. Adapun yang direkomendasikan kelompok 2 ialah {B}.</p>",
            [[A], [B]],
        ),
        (
            f"<h3>Kelompok 1: Air</h3><p>Kelompok 1 mengusulkan agar {A}.</p><p>Peserta kelompok 1 mencatat keluhan warga hulu (foto: Sanggar Pasang)</p><h3>Kelompok 2: Jalan</h3><p>Kelompok 2 meminta agar {B}.</p><p>Kelompok 2 menyampaikan hasil kerjanya (Dok. Dinas Jalan)</p>",
            [[A], [B]],
        ),
    ],
)
def test_points_are_given_to_the_group_that_reported_them(
    body: str, expected: list[list[str]]
) -> None:
    assert conclusions_of(body) == expected


def test_the_conclusions_of_the_whole_meeting_are_no_groups_points() -> None:
    body = "<h3>Kelompok 1: Air</h3><p>Perlu sumur.</p><h3>Kelompok 2: Jalan</h3><p>Perlu halte.</p><p>Kesimpulan rapat:</p><ol><li>Rapat lanjutan perlu diadakan</li></ol>"
    assert conclusions_of(body) == [["Perlu sumur"], ["Perlu halte"]]


def test_links_below_the_last_group_are_no_points() -> None:
    body = "<h3>Kelompok 1: Air</h3><ul><li>Perlu sumur</li></ul><h3>Kelompok 2: Jalan</h3><ul><li>Perlu halte</li></ul><p><b>Link paparan:</b></p><ul><li>Paparan Sari Wulandari</li></ul>"
    assert conclusions_of(body) == [["Perlu sumur"], ["Perlu halte"]]


@pytest.mark.parametrize(
    "body",
    [
        "<p><b>Kelompok 1</b></p><p><b>Topik: Air</b></p><ul><li>perlu sumur</li></ul><p><b>Kelompok 2</b></p><p><b>Topik: Jalan</b></p><ul><li>perlu halte</li></ul>",
        "<p><b>Kelompok 1</b></p><p>Topik: Air</p><p>Simpulan: perlu sumur</p><p><b>Kelompok 2</b></p><p>Topik: Jalan</p><p>Simpulan: perlu halte</p>",
        "<dl><dt>Kelompok 1: Air</dt><dd>perlu sumur</dd><dt>Kelompok 2: Jalan</dt><dd>perlu halte</dd></dl>",
        "<ul><li><b>Kelompok 1 – Air.</b> Usulan: perlu sumur.</li><li><b>Kelompok 2 – Jalan.</b> Usulan: perlu halte.</li></ul>",
        "<p>1. Kelompok Fokus Utama I: Air</p><p>a. perlu sumur</p><p>2. Kelompok Fokus Utama II: Jalan</p><p>a. perlu halte</p>",
        "<p>Kelompok 1 (Air)</p><p>- perlu sumur</p><p>Kelompok 2 (Jalan)</p><p>- perlu halte</p>",
        "<p>Kelompok 1 (Air): perlu sumur.</p><p>Kelompok 2 (Jalan): perlu halte.</p>",
        "<h3>Hasil Diskusi Kelompok 1: Air</h3><ol><li>perlu sumur</li></ol><h3>Hasil Diskusi Kelompok 2: Jalan</h3><ol><li>perlu halte</li></ol>",
        "<h3>Kelompok 1 | Air</h3><blockquote>perlu sumur</blockquote><h3>Kelompok 2 | Jalan</h3><blockquote>perlu halte</blockquote>",
        "<p>Kelompok pertama tentang air, sedangkan kelompok kedua tentang jalan. Kelompok pertama menilai perlu sumur, sementara kelompok kedua menilai perlu halte.</p>",
        "<p>Peserta dibagi menjadi dua kelompok:</p><ul><li>Air</li><li>Jalan</li></ul><p>Kelompok 1 mengusulkan perlu sumur. Kelompok 2 mengusulkan perlu halte.</p>",
    ],
)
def test_two_groups_with_a_point_each_are_read_from_any_layout(body: str) -> None:
    assert conclusions_of(body) == [["perlu sumur"], ["perlu halte"]]
