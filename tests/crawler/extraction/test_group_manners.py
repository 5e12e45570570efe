"""Further layouts of discussion groups; all sentences are our own."""

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


@pytest.mark.parametrize(
    ("body", "topics", "points"),
    [
        pytest.param(
            "<p>Peserta dibagi menjadi tiga kelompok.</p><p><strong>Pokja 1: Penyediaan air bersih</strong></p><p>Sumur warga perlu diperiksa setiap bulan.</p><p><strong>Pokja 2: Angkutan umum dan trotoar</strong></p><p>Halte perlu diberi atap dan kursi.</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="pokja",
        ),
        pytest.param(
            "<p>Peserta duduk di tiga meja.</p><p><strong>Meja 1 – Penyediaan air bersih</strong></p><ul><li>Sumur warga perlu diperiksa setiap bulan</li></ul><p><strong>Meja 2 – Angkutan umum dan trotoar</strong></p><ul><li>Halte perlu diberi atap dan kursi</li></ul>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="meja",
        ),
        pytest.param(
            "<p>Peserta dibagi ke dalam dua tim.</p><p>Tim A (Penyediaan air bersih) mengusulkan agar sumur diperiksa tiap bulan.</p><p>Tim B (Angkutan umum dan trotoar) mengusulkan agar halte diberi atap.</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="tim",
        ),
        pytest.param(
            "<h4>Klaster Penyediaan air bersih</h4><ul><li>Sumur warga perlu diperiksa setiap bulan</li><li>Peta genangan harus dibuka bagi warga</li></ul><h4>Klaster Angkutan umum dan trotoar</h4><ul><li>Halte perlu diberi atap dan kursi</li></ul>",
            [(None, "Penyediaan air bersih"), (None, "Angkutan umum dan trotoar")],
            [2, 1],
            id="klaster",
        ),
        pytest.param(
            "<p>Peserta dibagi menjadi tiga kelompok.</p><p><b>Ruang Diskusi 1: Penyediaan air bersih</b></p><p>Sumur warga perlu diperiksa setiap bulan.</p><p><b>Ruang Diskusi 2: Angkutan umum dan trotoar</b></p><p>Halte perlu diberi atap dan kursi.</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="ruang diskusi",
        ),
        pytest.param(
            "<p>Forum dibagi ke dalam dua desk.</p><p>Desk 1. Penyediaan air bersih</p><ul><li>Sumur warga perlu diperiksa setiap bulan</li></ul><p>Desk 2. Angkutan umum dan trotoar</p><ul><li>Halte perlu diberi atap dan kursi</li></ul>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="desk",
        ),
        pytest.param(
            "<p>Peserta masuk ke breakout room sesuai minat.</p><p><strong>Breakout Room 1 - Penyediaan air bersih</strong></p><p>Sumur warga perlu diperiksa setiap bulan.</p><p><strong>Breakout Room 2 - Angkutan umum dan trotoar</strong></p><p>Halte perlu diberi atap dan kursi.</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="breakout",
        ),
        pytest.param(
            "<p>Peserta dibagi ke dalam dua kelompok berdasarkan tema. Hasil diskusi tiap kelompok adalah sebagai berikut.</p><p><strong>Penyediaan air bersih</strong></p><ul><li>Sumur warga perlu diperiksa setiap bulan</li></ul><p><strong>Angkutan umum dan trotoar</strong></p><ul><li>Halte perlu diberi atap dan kursi</li></ul>",
            [(None, "Penyediaan air bersih"), (None, "Angkutan umum dan trotoar")],
            [1, 1],
            id="themes bold",
        ),
        pytest.param(
            "<p>Diskusi dilakukan dalam tiga kelompok. Berikut hasil diskusi kelompok:</p><h3>1. Penyediaan air bersih</h3><ul><li>Sumur warga perlu diperiksa setiap bulan</li></ul><h3>2. Angkutan umum dan trotoar</h3><ul><li>Halte perlu diberi atap dan kursi</li></ul><h3>3. Satu data kota</h3><ul><li>Peta genangan harus dibuka bagi warga</li></ul>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar"), (3, "Satu data kota")],
            [1, 1, 1],
            id="themes headings",
        ),
        pytest.param(
            "<p>Peserta dibagi menjadi tiga kelompok.</p><p>I. Penyediaan air bersih</p><p>II. Angkutan umum dan trotoar</p><p>III. Satu data kota</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar"), (3, "Satu data kota")],
            None,
            id="roman",
        ),
        pytest.param(
            "<p>Peserta dibagi menjadi tiga kelompok, yakni:</p><p>I. Penyediaan air bersih</p><p>II. Angkutan umum dan trotoar</p><p>III. Satu data kota</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar"), (3, "Satu data kota")],
            None,
            id="roman colon",
        ),
        pytest.param(
            "<p>Peserta dibagi menjadi tiga kelompok, yakni:</p><p>a) Penyediaan air bersih;</p><p>b) Angkutan umum dan trotoar; dan</p><p>c) Satu data kota.</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar"), (3, "Satu data kota")],
            None,
            id="letters",
        ),
        pytest.param(
            "<p>Peserta dibagi menjadi dua kelompok:</p><ul><li>Kelompok 1: Penyediaan air bersih (Ibu Sari Wulandari)</li><li>Kelompok 2: Angkutan umum dan trotoar (Bapak Joko Prasetyo)</li></ul>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            None,
            id="fasil brackets",
        ),
        pytest.param(
            "<p>Peserta dibagi menjadi dua kelompok:</p><ul><li>Kelompok 1: Penyediaan air bersih – fasilitator Sari Wulandari</li><li>Kelompok 2: Angkutan umum dan trotoar – fasilitator Joko Prasetyo</li></ul>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            None,
            id="fasil dash",
        ),
        pytest.param(
            "<p>Kelompok 1 (Penyediaan air bersih) menekankan perlunya pemeriksaan sumur. Kelompok 2 (Angkutan umum dan trotoar) menyoroti trotoar yang terputus di depan sekolah.</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="sentence verbs",
        ),
        pytest.param(
            "<p>Kelompok 1 yang membahas penyediaan air bersih sepakat bahwa sumur diperiksa bersama.</p><p>Kelompok 2 yang membahas angkutan umum dan trotoar merekomendasikan penambahan halte.</p>",
            [(1, "penyediaan air bersih"), (2, "angkutan umum dan trotoar")],
            [1, 1],
            id="sepakat",
        ),
        pytest.param(
            "<table><tr><th>Kelompok 1: Penyediaan air bersih</th><th>Kelompok 2: Angkutan umum dan trotoar</th></tr><tr><td>Sumur warga perlu diperiksa setiap bulan</td><td>Halte perlu diberi atap dan kursi</td></tr><tr><td>Peta genangan harus dibuka bagi warga</td><td>Zebra cross perlu dicat ulang</td></tr></table>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [2, 2],
            id="table columns",
        ),
        pytest.param(
            "<table><tr><th>Kelompok 1</th><th>Kelompok 2</th></tr><tr><td>Penyediaan air bersih</td><td>Angkutan umum dan trotoar</td></tr><tr><td>Sumur warga perlu diperiksa setiap bulan</td><td>Halte perlu diberi atap dan kursi</td></tr></table>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="table columns topics",
        ),
        pytest.param(
            "<table><tr><td>Meja</td><td>Tema</td><td>Fasilitator</td><td>Hasil</td></tr><tr><td>1</td><td>Penyediaan air bersih</td><td>Sari Wulandari</td><td>Sumur warga perlu diperiksa setiap bulan</td></tr><tr><td>2</td><td>Angkutan umum dan trotoar</td><td>Joko Prasetyo</td><td>Halte perlu diberi atap dan kursi</td></tr></table>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="table meja fasil",
        ),
        pytest.param(
            "<p>Hasil diskusi:</p><ol><li>Kelompok 1: Penyediaan air bersih<ol><li>Sumur warga perlu diperiksa setiap bulan</li><li>Peta genangan harus dibuka bagi warga</li></ol></li><li>Kelompok 2: Angkutan umum dan trotoar<ol><li>Halte perlu diberi atap dan kursi</li></ol></li></ol>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [2, 1],
            id="nested",
        ),
        pytest.param(
            "<ul><li>Kelompok 1 – Penyediaan air bersih<ul><li>Usulan jangka pendek:<ul><li>Sumur warga perlu diperiksa setiap bulan</li></ul></li><li>Peta genangan harus dibuka bagi warga</li></ul></li><li>Kelompok 2 – Angkutan umum dan trotoar<ul><li>Halte perlu diberi atap dan kursi</li></ul></li></ul>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [2, 1],
            id="nested subs",
        ),
        pytest.param(
            "<p><strong>KELOMPOK 1 : PENYEDIAAN AIR BERSIH</strong></p><p>Sumur warga perlu diperiksa setiap bulan.</p><p><strong>KELOMPOK 2 : ANGKUTAN UMUM</strong></p><p>Halte perlu diberi atap dan kursi.</p>",
            [(1, "PENYEDIAAN AIR BERSIH"), (2, "ANGKUTAN UMUM")],
            [1, 1],
            id="caps",
        ),
        pytest.param(
            "<p>Kelompok pertama bertema “Penyediaan air bersih”, kelompok kedua bertema “Angkutan umum dan trotoar”, dan kelompok ketiga bertema “Satu data kota”.</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar"), (3, "Satu data kota")],
            None,
            id="quote",
        ),
        pytest.param(
            "<p>Peserta dibagi menjadi dua kelompok, yaitu kelompok yang membahas penyediaan air bersih dan kelompok yang membahas angkutan umum.</p>",
            [(None, "penyediaan air bersih"), (None, "angkutan umum")],
            None,
            id="kelompok tentang",
        ),
        pytest.param(
            "<p>Diskusi kelompok dibagi menjadi tiga, masing-masing membahas penyediaan air bersih, angkutan umum, dan satu data kota.</p>",
            [(None, "penyediaan air bersih"), (None, "angkutan umum"), (None, "satu data kota")],
            None,
            id="masing2",
        ),
        pytest.param(
            "<p>Peserta mendiskusikan tiga tema dalam kelompok, yakni penyediaan air bersih, angkutan umum, dan satu data kota.</p>",
            [(None, "penyediaan air bersih"), (None, "angkutan umum"), (None, "satu data kota")],
            None,
            id="tiga tema",
        ),
        pytest.param(
            "<p><strong>Kelompok 1: Penyediaan air bersih</strong></p><p>Sumur warga masih keruh pada musim kemarau. Jaringan pipa belum sampai ke gang sempit.</p><p><strong>Kelompok 2: Angkutan umum dan trotoar</strong></p><p>Trotoar terputus di depan pasar.</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [2, 1],
            id="prose no lead",
        ),
        pytest.param(
            "<p>Kelompok 1 (Penyediaan air bersih)</p><p>Hasil diskusi:</p><ul><li>Sumur warga perlu diperiksa setiap bulan</li></ul><p>Kelompok 2 (Angkutan umum dan trotoar)</p><p>Hasil diskusi:</p><ul><li>Halte perlu diberi atap dan kursi</li></ul>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="hasil colon",
        ),
        pytest.param(
            "<h4>Kelompok 1</h4><p>Topik: Penyediaan air bersih</p><p>Fasilitator: Sari Wulandari</p><p>Kesimpulan: Sumur warga perlu diperiksa setiap bulan</p><h4>Kelompok 2</h4><p>Topik: Angkutan umum dan trotoar</p><p>Fasilitator: Joko Prasetyo</p><p>Kesimpulan: Halte perlu diberi atap dan kursi</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="topik line",
        ),
        pytest.param(
            "<p>Peserta dibagi menjadi tiga kelompok.</p><p><strong>Kelompok 1</strong></p><p><strong>Penyediaan air bersih</strong></p><ul><li>Sumur warga perlu diperiksa setiap bulan</li></ul><p><strong>Kelompok 2</strong></p><p><strong>Angkutan umum dan trotoar</strong></p><ul><li>Halte perlu diberi atap dan kursi</li></ul>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="topic below bold",
        ),
        pytest.param(
            "<p>Sub-kelompok 1: Penyediaan air bersih</p><p>Sub-kelompok 2: Angkutan umum dan trotoar</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            None,
            id="sub-kelompok",
        ),
        pytest.param(
            "<p><u>Kelompok Diskusi I : Penyediaan air bersih</u></p><p>Sumur warga perlu diperiksa setiap bulan.</p><p><u>Kelompok Diskusi II : Angkutan umum dan trotoar</u></p><p>Halte perlu diberi atap dan kursi.</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="kelompok diskusi I",
        ),
        pytest.param(
            "<p>Peserta terbagi ke dalam dua kelompok tematik: penyediaan air bersih serta angkutan umum dan trotoar.</p>",
            [(None, "penyediaan air bersih"), (None, "angkutan umum dan trotoar")],
            None,
            id="panel tema",
        ),
        pytest.param(
            "<p><p>Peserta dibagi menjadi tiga kelompok.</p>Kelompok 1: Penyediaan air bersih<br>Kelompok 2: Angkutan umum dan trotoar<br>Kelompok 3: Satu data kota</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar"), (3, "Satu data kota")],
            None,
            id="br",
        ),
        pytest.param(
            "<p>Kelompok 1 dipandu Ibu Sari Wulandari dan membahas penyediaan air bersih, sedangkan kelompok 2 dipandu Bapak Joko Prasetyo dan membahas angkutan umum.</p>",
            [(1, "penyediaan air bersih"), (2, "angkutan umum")],
            None,
            id="dipandu sentence",
        ),
        pytest.param(
            "<p>Kelompok Kuning membahas penyediaan air bersih, Kelompok Hijau membahas angkutan umum.</p>",
            [(None, "penyediaan air bersih"), (None, "angkutan umum")],
            None,
            id="kelompok kuning",
        ),
        pytest.param(
            "<p>Dalam kelompok pertama, peserta membahas penyediaan air bersih. Dalam kelompok kedua, peserta membahas angkutan umum.</p>",
            [(1, "penyediaan air bersih"), (2, "angkutan umum")],
            None,
            id="ordinal after",
        ),
        pytest.param(
            "<p>Kelompok satu mengangkat tema penyediaan air bersih, sementara kelompok dua mengangkat tema angkutan umum.</p>",
            [(1, "penyediaan air bersih"), (2, "angkutan umum")],
            None,
            id="sementara",
        ),
        pytest.param(
            "<p>Sidang dibagi ke dalam dua komisi. Komisi A membahas penyediaan air bersih dan Komisi B membahas angkutan umum.</p>",
            [(1, "penyediaan air bersih"), (2, "angkutan umum")],
            None,
            id="komisi words",
        ),
        pytest.param(
            "<p>Peserta dibagi dua kelompok: (1) Penyediaan air bersih; dan (2) Angkutan umum dan trotoar.</p><p>Rekomendasi kelompok 1:</p><ol><li>Sumur warga perlu diperiksa setiap bulan</li><li>Peta genangan harus dibuka bagi warga</li></ol><p>Rekomendasi kelompok 2:</p><ol><li>Halte perlu diberi atap dan kursi</li></ol>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [2, 1],
            id="rekomendasi list after",
        ),
        pytest.param(
            "<p>Kelompok 1 (Penyediaan air bersih): Sumur warga perlu diperiksa setiap bulan; Peta genangan harus dibuka bagi warga.</p><p>Kelompok 2 (Angkutan umum dan trotoar): Halte perlu diberi atap dan kursi.</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [2, 1],
            id="kesimpulan inline",
        ),
        pytest.param(
            "<p>Kelompok 1 :Penyediaan air bersih</p><p>Kelompok 2 :Angkutan umum dan trotoar</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            None,
            id="colon nospace",
        ),
        pytest.param(
            "<p><strong>Kelompok #1 – Penyediaan air bersih</strong></p><p>Sumur warga perlu diperiksa setiap bulan.</p><p><strong>Kelompok #2 – Angkutan umum dan trotoar</strong></p><p>Halte perlu diberi atap dan kursi.</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="hash",
        ),
        pytest.param(
            "<p>Lokakarya dilanjutkan dengan diskusi kelompok yang terbagi atas: (a) ketersediaan air bersih; (b) angkutan umum; dan (c) data terbuka.</p>",
            [(1, "ketersediaan air bersih"), (2, "angkutan umum"), (3, "data terbuka")],
            None,
            id="pokok diskusi bagi",
        ),
        pytest.param(
            "<p>Peserta kemudian dibagi ke dalam 3 meja diskusi sesuai tema, yakni ketersediaan air bersih, angkutan umum, dan data terbuka.</p>",
            [(None, "ketersediaan air bersih"), (None, "angkutan umum"), (None, "data terbuka")],
            None,
            id="sejumlah tema",
        ),
        pytest.param(
            "<p>Seluruh peserta lokakarya dipecah ke dalam dua kelompok kecil. Kelompok pertama mendalami ketersediaan air bersih, sedangkan kelompok kedua mendalami angkutan umum.</p>",
            [(1, "ketersediaan air bersih"), (2, "angkutan umum")],
            None,
            id="seluruh",
        ),
        pytest.param(
            "<p>Kelompok I (Penyediaan air bersih) mengusulkan pemeriksaan sumur tiap bulan; Kelompok II (Angkutan umum dan trotoar) merekomendasikan pembangunan halte.</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="usul",
        ),
        pytest.param(
            "<p><strong>Kelompok 1 – Fokus Utama III (Penyediaan air bersih)</strong></p><ul><li>Sumur warga perlu diperiksa setiap bulan</li></ul><p><strong>Kelompok 2 – Fokus Utama IV (Angkutan umum dan trotoar)</strong></p><ul><li>Halte perlu diberi atap dan kursi</li></ul>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [1, 1],
            id="fokus roman",
        ),
        pytest.param(
            "<p>Peserta dibagi menjadi dua kelompok, yakni kelompok air dan kelompok jalan.</p><p>Masukan kelompok air:</p><ul><li>Sumur warga perlu diperiksa setiap bulan</li></ul><p>Masukan kelompok jalan:</p><ul><li>Halte perlu diberi atap dan kursi</li></ul>",
            [(None, "air"), (None, "jalan")],
            [1, 1],
            id="masukan list",
        ),
        pytest.param(
            "<p>Diskusi kelompok 1 mengenai ketersediaan air bersih dipandu Ibu Sari Wulandari. Diskusi kelompok 2 mengenai angkutan umum dipandu Bapak Joko Prasetyo.</p>",
            [(1, "ketersediaan air bersih"), (2, "angkutan umum")],
            None,
            id="sentences dalam kelompok",
        ),
        pytest.param(
            "<table><tr><th>No.</th><th>Nama Kelompok</th><th>Pokok Bahasan</th><th>Masukan</th></tr><tr><td>1</td><td>Kelompok I</td><td>Penyediaan air bersih</td><td><ul><li>Sumur warga perlu diperiksa setiap bulan</li><li>Peta genangan harus dibuka bagi warga</li></ul></td></tr><tr><td>2</td><td>Kelompok II</td><td>Angkutan umum dan trotoar</td><td><ul><li>Halte perlu diberi atap dan kursi</li></ul></td></tr></table>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            [2, 1],
            id="table head th two",
        ),
        pytest.param(
            "<p>Kelompok 1 yang membahas ketersediaan air bersih menekankan perlunya sumur cadangan. Sementara itu, kelompok 2 yang membahas angkutan umum menyoroti kurangnya halte.</p>",
            [(1, "ketersediaan air bersih"), (2, "angkutan umum")],
            [1, 1],
            id="menekankan perlunya",
        ),
        pytest.param(
            "<p>Terdapat dua kelompok diskusi, yaitu:</p><p>1. Penyediaan air bersih (Fasilitator: Sari Wulandari)</p><p>2. Angkutan umum dan trotoar (Fasilitator: Joko Prasetyo)</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            None,
            id="fasilitator (bracket) after",
        ),
        pytest.param(
            "<p>Peserta terbagi dalam 3 kelompok dengan topik: Penyediaan air bersih; Angkutan umum dan trotoar; Satu data kota.</p>",
            [
                (None, "Penyediaan air bersih"),
                (None, "Angkutan umum dan trotoar"),
                (None, "Satu data kota"),
            ],
            None,
            id="semicolon many",
        ),
        pytest.param(
            "<p>Pembagian kelompok:</p><p>- Kelompok 1: Penyediaan air bersih</p><p>- Kelompok 2: Angkutan umum dan trotoar</p>",
            [(1, "Penyediaan air bersih"), (2, "Angkutan umum dan trotoar")],
            None,
            id="dash items",
        ),
        pytest.param(
            "<p>Empat puluh peserta bekerja dalam dua kelompok kerja, masing-masing mengerjakan ketersediaan air bersih dan angkutan umum.</p>",
            [(None, "ketersediaan air bersih"), (None, "angkutan umum")],
            None,
            id="kelompok kerja tematik",
        ),
    ],
)
def test_groups_and_their_points_are_read(
    body: str, topics: list[tuple[int | None, str]], points: list[int] | None
) -> None:
    groups = groups_of(body)
    assert [(group.number, group.topic) for group in groups] == topics
    if points is not None:
        assert [len(group.conclusions) for group in groups] == points


def test_a_group_named_by_its_focus_area_alone_has_that_area() -> None:
    groups = groups_of(
        "<p>Peserta dibagi ke dalam dua kelompok, yaitu Kelompok Fokus Area 1 dan Kelompok Fokus Area 3.</p>"
    )
    assert [(group.topic, group.focus_area) for group in groups] == [
        ("Fokus Area 1", 1),
        ("Fokus Area 3", 3),
    ]
