"""Ways to announce and to report discussion groups; all sentences are our own."""

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
            "<p>Peserta lalu dipecah ke dalam meja-meja diskusi. Meja pertama membahas air minum perpipaan, meja kedua membahas sampah pasar, dan meja ketiga membahas jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Pada sesi siang peserta menyebar ke beberapa meja. Meja satu mendalami air minum perpipaan. Meja dua mendalami sampah pasar. Meja tiga mendalami jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi ke dalam kelas-kelas kecil. Kelas A mengkaji air minum perpipaan; Kelas B mengkaji sampah pasar.</p>",
            ["air minum perpipaan", "sampah pasar"],
        ),
        (
            "<p>Peserta kemudian bekerja di tiga komisi: Komisi I membahas air minum perpipaan, Komisi II sampah pasar, dan Komisi III jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi ke dalam 3 (tiga) kelompok yang masing-masing dipandu fasilitator, yaitu: (i) air minum perpipaan, dipandu Ibu Rina Sastro; (ii) sampah pasar, dipandu Bapak Budi Lestu; serta (iii) jalur sepeda, dipandu Ibu Sari Wulan.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi menjadi tiga kelompok. Kelompok pertama mengulas air minum perpipaan, yang kedua mendalami sampah pasar, sementara yang ketiga membicarakan jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Warga berkumpul dalam tiga kelompok.</p><p>Kelompok Rumah (dipandu Mas Toni Arga). Hasilnya:</p><ul><li>pintu rumah menghadap jalan;</li><li>atap diganti seng baru;</li></ul><p>Kelompok Kebun (dipandu Mbak Ira Sela). Hasilnya:</p><ul><li>kebun ditanami cabai;</li></ul><p>Kelompok Jalan dan Got (dipandu Kak Beni). Hasilnya:</p><ul><li>got ditutup papan;</li></ul>",
            ["rumah", "kebun", "jalan dan got"],
        ),
        (
            "<p>Diskusi dilakukan dalam tiga meja. Meja hijau berbicara tentang air minum perpipaan. Meja biru mengurai sampah pasar. Meja kuning menimbang jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi ke empat pojok diskusi.</p><p>Pojok Hijau: air minum perpipaan</p><p>Pojok Biru: sampah pasar</p>",
            ["air minum perpipaan", "sampah pasar"],
        ),
        (
            "<p>Peserta dibagi menjadi dua kelompok. Kelompok bapak-bapak membahas air minum perpipaan, sedangkan kelompok ibu-ibu membahas sampah pasar.</p>",
            ["air minum perpipaan", "sampah pasar"],
        ),
        (
            "<p>Peserta dibagi menjadi tiga meja. Meja kesatu: air minum perpipaan; meja kedua: sampah pasar; meja ketiga: jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Diskusi kelompok dilakukan secara paralel. Satu kelompok membahas air minum perpipaan, satu kelompok lagi membahas sampah pasar, dan satu kelompok lainnya membahas jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Ada tiga kelompok diskusi: air minum perpipaan, sampah pasar, dan jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Diskusi dibagi dalam tiga kelompok tematik (air minum perpipaan; sampah pasar; dan jalur sepeda).</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dikelompokkan ke dalam tiga tema. Tema pertama adalah air minum perpipaan. Tema kedua adalah sampah pasar. Tema ketiga adalah jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Untuk diskusi, peserta dibagi menurut tiga topik, yakni air minum perpipaan, sampah pasar, serta jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta memilih satu dari empat kelas paralel:</p><ul><li>air minum perpipaan</li><li>sampah pasar</li><li>jalur sepeda</li><li>kebun kota</li></ul>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda", "kebun kota"],
        ),
        (
            "<p>Peserta mengikuti tiga breakout room: Room 1 air minum perpipaan, Room 2 sampah pasar, dan Room 3 jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Participants were divided into three groups: (1) urban farming; (2) flood warning; and (3) safe walking.</p>",
            ["urban farming", "flood warning", "safe walking"],
        ),
        (
            "<p>Peserta dibagi menjadi 3 regu. Regu 1 bertugas memetakan air minum perpipaan. Regu 2 mendata sampah pasar. Regu 3 menelusuri jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi dalam tiga kelompok. Kelompok I bertugas membahas air minum perpipaan dengan fasilitator Ibu Rina. Kelompok II dengan fasilitator Bapak Tono membahas sampah pasar. Adapun Kelompok III membahas jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi ke dalam tiga kelompok.</p><p>Kelompok pertama, yang dipandu Ibu Rina Sastro, mendiskusikan air minum perpipaan. Mereka mengusulkan agar pipa diganti.</p><p>Berikutnya, kelompok kedua mendiskusikan sampah pasar. Menurut kelompok ini, pasar perlu bak baru.</p><p>Terakhir, kelompok ketiga mendiskusikan jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi ke dalam tiga kelompok dan mendiskusikan pertanyaan yang sama.</p><p><strong>Air minum perpipaan</strong></p><ul><li>pipa diganti tahun depan</li></ul><p><strong>Sampah pasar</strong></p><ul><li>bak sampah ditambah</li></ul><p><strong>Jalur sepeda</strong></p><ul><li>jalur dicat ulang</li></ul>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Hasil diskusi masing-masing kelompok adalah sebagai berikut:</p><p>Kelompok air minum perpipaan</p><ul><li>pipa diganti tahun depan</li></ul><p>Kelompok sampah pasar</p><ul><li>bak sampah ditambah</li></ul>",
            ["air minum perpipaan", "sampah pasar"],
        ),
        (
            "<p>Peserta dibagi ke dalam tiga kelompok:</p><p>- air minum perpipaan (fasilitator: Rina Sastro)</p><p>- sampah pasar (fasilitator: Budi Lestu)</p><p>- jalur sepeda (fasilitator: Sari Wulan)</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<table><tr><th>Meja</th><th>Topik</th><th>Fasilitator</th></tr><tr><td>1</td><td>air minum perpipaan</td><td>Rina</td></tr><tr><td>2</td><td>sampah pasar</td><td>Budi</td></tr></table>",
            ["air minum perpipaan", "sampah pasar"],
        ),
        (
            "<p>Sesi paralel terdiri atas: Sesi A – air minum perpipaan; Sesi B – sampah pasar; Sesi C – jalur sepeda. Peserta bebas memilih kelompok.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi menjadi tiga kelompok, masing-masing membahas air minum perpipaan, sampah pasar, dan jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi menjadi tiga kelompok. Kelompok yang membahas air minum perpipaan diketuai Ibu Rina. Kelompok yang membahas sampah pasar diketuai Bapak Budi. Kelompok yang membahas jalur sepeda diketuai Ibu Sari.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi menjadi tiga kelompok: kelompok air minum perpipaan, kelompok sampah pasar, dan kelompok jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi ke dalam tiga kelompok kerja (pokja). Pokja I menyusun air minum perpipaan, Pokja II menyusun sampah pasar, sedangkan Pokja III menyusun jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Diskusi berlangsung dalam tiga klaster: klaster air minum perpipaan, klaster sampah pasar, serta klaster jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta terbagi dalam 3 bidang, yaitu Bidang I air minum perpipaan; Bidang II sampah pasar; Bidang III jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Pada diskusi meja bundar, peserta duduk di tiga meja bundar dengan topik air minum perpipaan, sampah pasar, dan jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dipersilakan memilih meja: meja pertama tentang air minum perpipaan, meja kedua tentang sampah pasar, meja ketiga tentang jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Tiga kelompok dibentuk menurut isu: air minum perpipaan (kelompok 1), sampah pasar (kelompok 2), dan jalur sepeda (kelompok 3).</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Kelompok 1 kebagian air minum perpipaan. Kelompok 2 mendapat sampah pasar. Kelompok 3 memilih jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Setelah makan siang, diskusi kelompok dimulai. Di kelompok pertama, peserta membahas air minum perpipaan. Di kelompok kedua, pembahasan berkisar pada sampah pasar.</p>",
            ["air minum perpipaan", "sampah pasar"],
        ),
        (
            "<p>Diskusi kelompok terbagi tiga: kelompok pertama air minum perpipaan, kelompok kedua sampah pasar, kelompok ketiga jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Topik kelompok 1 adalah air minum perpipaan, topik kelompok 2 adalah sampah pasar, dan topik kelompok 3 adalah jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi menjadi tiga kelompok. Air minum perpipaan dibahas oleh kelompok pertama, sampah pasar dibahas kelompok kedua, dan jalur sepeda dibahas kelompok ketiga.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Diskusi kelompok difokuskan pada tiga isu, yaitu air minum perpipaan, sampah pasar, dan jalur sepeda. Setiap kelompok memaparkan hasilnya.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>The discussion was held in three breakout groups. Group 1 discussed air minum perpipaan. Group 2 focused on sampah pasar. Group 3 looked at jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi menjadi 3 kelompok diskusi:</p><p>Kelompok 1</p><p>Air minum perpipaan</p><p>Kelompok 2</p><p>Sampah pasar</p>",
            ["air minum perpipaan", "sampah pasar"],
        ),
        (
            "<p>Peserta dibagi menjadi 3 kelompok. <b>Kelompok 1</b> (air minum perpipaan) dipandu Ibu Rina; <b>Kelompok 2</b> (sampah pasar) dipandu Bapak Budi; <b>Kelompok 3</b> (jalur sepeda) dipandu Ibu Sari.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Tim Sungai mengusulkan agar bantaran ditanami. Tim Pasar mengusulkan bak sampah. Tim Jalan mengusulkan lampu.</p><p>Sebelumnya peserta dibagi dalam tiga tim.</p>",
            ["sungai", "pasar", "jalan"],
        ),
        (
            "<p>Warga dibagi dalam tiga lingkaran. Lingkaran pertama bercerita tentang air minum perpipaan, lingkaran kedua tentang sampah pasar, lingkaran ketiga tentang jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi menjadi tiga kelompok.</p><ul><li>Kelompok Melati mendalami air minum perpipaan</li><li>Kelompok Mawar mendalami sampah pasar</li><li>Kelompok Anggrek mendalami jalur sepeda</li></ul>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi menjadi tiga kelompok.</p><ul><li>Kelompok Melati: air minum perpipaan</li><li>Kelompok Mawar: sampah pasar</li></ul>",
            ["air minum perpipaan", "sampah pasar"],
        ),
        (
            "<p>Peserta dibagi menjadi tiga kelompok: Melati (air minum perpipaan), Mawar (sampah pasar), dan Anggrek (jalur sepeda).</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Para peserta dibagi ke dalam tiga kelompok dengan tema berbeda. Ada kelompok air minum perpipaan, kelompok sampah pasar, dan kelompok jalur sepeda.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Peserta dibagi menjadi tiga kelompok. Kelompok air minum perpipaan difasilitasi Ibu Rina Sastro, kelompok sampah pasar oleh Bapak Budi Lestu, dan kelompok jalur sepeda oleh Ibu Sari Wulan.</p>",
            ["air minum perpipaan", "sampah pasar", "jalur sepeda"],
        ),
        (
            "<p>Selanjutnya peserta dikelompokkan berdasarkan minat ke dalam empat meja diskusi. Meja 1 bertema pengolahan lumpur tinja. Meja 2 bertema pagar laut. Meja 3 bertema pos jaga malam. Meja 4 bertema kebun sekolah.</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam", "kebun sekolah"],
        ),
        (
            "<p>Diskusi dilaksanakan secara paralel di tiga ruangan. Ruang A mendiskusikan pengolahan lumpur tinja, Ruang B mendiskusikan pagar laut, dan Ruang C mendiskusikan pos jaga malam.</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>FGD ini dibagi dalam tiga klaster pembahasan, masing-masing klaster pengolahan lumpur tinja, klaster pagar laut, dan klaster pos jaga malam.</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Sesi siang berupa diskusi kelompok. Kelompok diskusi pertama, difasilitasi oleh Rina Sastro dari Yayasan Kali Bening, mengupas pengolahan lumpur tinja. Kelompok diskusi kedua, difasilitasi Budi Lestu, mengupas pagar laut.</p>",
            ["pengolahan lumpur tinja", "pagar laut"],
        ),
        (
            "<p>Peserta lalu dibagi ke dalam tiga kelompok diskusi, yaitu:</p><ol><li>Kelompok pengolahan lumpur tinja</li><li>Kelompok pagar laut</li><li>Kelompok pos jaga malam</li></ol>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Peserta dibagi dalam kelompok-kelompok kecil: pengolahan lumpur tinja, pagar laut, dan pos jaga malam.</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Lokakarya dibagi ke dalam tiga kelompok berdasarkan fokus: 1) pengolahan lumpur tinja; 2) pagar laut; dan 3) pos jaga malam.</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Peserta terbagi ke dalam 3 (tiga) kelompok:</p><p>Kelompok 1 - pengolahan lumpur tinja</p><p>Kelompok 2 - pagar laut</p><p>Kelompok 3 - pos jaga malam</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Hasil diskusi komisi disampaikan dalam pleno. Komisi A (pengolahan lumpur tinja) mengusulkan agar lahan disediakan. Komisi B (pagar laut) mengusulkan agar pagar dicat. Peserta rapat menyetujui.</p>",
            ["pengolahan lumpur tinja", "pagar laut"],
        ),
        (
            "<p>Peserta dibagi menjadi dua tim. Tim pengolahan lumpur tinja mencatat perlunya truk. Tim pagar laut mencatat perlunya bambu.</p>",
            ["pengolahan lumpur tinja", "pagar laut"],
        ),
        (
            "<p>Dalam sesi World Cafe, peserta berpindah dari satu meja ke meja lain. Meja pertama membicarakan pengolahan lumpur tinja. Di meja kedua peserta membicarakan pagar laut. Adapun meja ketiga membicarakan pos jaga malam.</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Diskusi kelompok terfokus menghadirkan tiga topik: pengolahan lumpur tinja, pagar laut, dan pos jaga malam. Peserta dibagi sesuai topik.</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Peserta dibagi menjadi tiga kelompok.</p><h3>Pengolahan lumpur tinja</h3><p>Kelompok ini menyimpulkan bahwa truk kurang.</p><h3>Pagar laut</h3><p>Kelompok ini menyimpulkan bahwa bambu kurang.</p><h3>Pos jaga malam</h3><p>Kelompok ini menyimpulkan bahwa lampu kurang.</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Peserta bergabung ke salah satu dari tiga kelompok: pengolahan lumpur tinja; pagar laut; pos jaga malam.</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Pembagian kelompok adalah sebagai berikut:</p><ul><li>Kelompok 1: pengolahan lumpur tinja</li><li>Kelompok 2: pagar laut</li></ul>",
            ["pengolahan lumpur tinja", "pagar laut"],
        ),
        (
            "<p>Kelompok I</p><p>Topik: pengolahan lumpur tinja</p><p>Fasilitator: Rina</p><p>Kelompok II</p><p>Topik: pagar laut</p><p>Fasilitator: Budi</p>",
            ["pengolahan lumpur tinja", "pagar laut"],
        ),
        (
            "<p>Kelompok pertama yang membahas pengolahan lumpur tinja diwakili Ibu Rina. Ia menyebut truk kurang. Kelompok kedua yang membahas pagar laut diwakili Pak Budi.</p>",
            ["pengolahan lumpur tinja", "pagar laut"],
        ),
        (
            "<p>Peserta dibagi menjadi tiga kelompok. Kelompok satu mendapat giliran pertama. Kelompok satu membahas pengolahan lumpur tinja, kelompok dua membahas pagar laut, kelompok tiga membahas pos jaga malam.</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Peserta dipecah menjadi tiga kelompok; kelompok pengolahan lumpur tinja dipimpin Rina, kelompok pagar laut dipimpin Budi, kelompok pos jaga malam dipimpin Sari.</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Peserta dibagi menjadi tiga kelompok yakni kelompok satu pengolahan lumpur tinja, kelompok dua pagar laut, dan kelompok tiga pos jaga malam.</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Pada breakout session, peserta dibagi ke tiga ruang Zoom: pengolahan lumpur tinja (dipandu Rina), pagar laut (dipandu Budi), dan pos jaga malam (dipandu Sari).</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Peserta dibagi dalam dua kelompok yang masing-masing membahas pengolahan lumpur tinja dan pagar laut.</p>",
            ["pengolahan lumpur tinja", "pagar laut"],
        ),
        (
            "<p>Kelompok A yang terdiri dari staf dinas membahas pengolahan lumpur tinja, sementara Kelompok B yang terdiri dari warga membahas pagar laut.</p>",
            ["pengolahan lumpur tinja", "pagar laut"],
        ),
        (
            "<p>Peserta dibagi dalam tiga desk. Desk satu – pengolahan lumpur tinja, desk dua – pagar laut, desk tiga – pos jaga malam.</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Sidang komisi membagi peserta ke Komisi I (pengolahan lumpur tinja), Komisi II (pagar laut), dan Komisi III (pos jaga malam).</p>",
            ["pengolahan lumpur tinja", "pagar laut", "pos jaga malam"],
        ),
        (
            "<p>Seusai paparan, peserta dibagi ke dalam tiga kelompok.</p><p><strong>Kelompok 1.</strong> Pengolahan lumpur tinja. Perlu truk baru.</p><p><strong>Kelompok 2.</strong> Pagar laut. Perlu bambu.</p>",
            ["pengolahan lumpur tinja", "pagar laut"],
        ),
    ],
)
def test_the_groups_are_read_from_any_wording(body: str, topics: list[str]) -> None:
    assert topics_of(body) == topics


@pytest.mark.parametrize(
    "body",
    [
        "<p>Acara dibagi menjadi tiga sesi. Sesi pertama membahas kebijakan air. Sesi kedua membahas sampah pasar. Sesi ketiga tanya jawab.</p>",
        "<p>Strategi ini memiliki tiga pilar: tata kelola, kesiapsiagaan, dan kerukunan. Peserta mendengarkan paparan.</p>",
        "<p>Panel pertama membahas air minum. Panel kedua membahas sampah. Peserta hadir dari tiga kelompok: pemerintah, swasta, dan warga.</p>",
        "<p>Peserta terdiri dari tiga kelompok, yaitu pemerintah, akademisi, dan masyarakat.</p>",
        "<p>Kegiatan ini diikuti kelompok tani, kelompok nelayan, dan kelompok wisata. Kelompok tani menyampaikan keluhan pupuk.</p>",
        "<p>Tim pertama tiba pukul delapan. Tim kedua membawa alat. Rombongan meninjau kantor.</p>",
        "<p>Di kelas, guru membahas air minum, murid membahas sampah. Kelas pertama dimulai pukul tujuh dan kelas kedua pukul sembilan.</p>",
        "<p>Pertanyaan pertama membahas air. Yang kedua membahas sampah. Peserta diskusi puas.</p>",
        "<p>Meja pendaftaran dibuka pukul delapan. Meja panitia berada di depan. Meja makan di belakang.</p>",
        "<p>Narasumber pertama membahas air, yang kedua membahas sampah, yang ketiga membahas jalan. Peserta kemudian dibagi sertifikat.</p>",
        "<p>Komisi A DPRD membahas anggaran air, Komisi D DPRD membahas jalan.</p>",
        "<p>Peserta dibagi menjadi empat kelompok. Setiap kelompok membuat peta dan menyebut tiga bahaya: banjir, gempa, dan kebakaran.</p>",
        "<p>Kelompok rentan (lansia, anak) perlu perhatian. Kelompok Siaga (dipimpin Pak RT) bersiap. Kelompok Rawan (dibina kelurahan) terdata.</p>",
        "<p>Ada dua kelompok warga di sini: kelompok pertama tinggal di bantaran, kelompok kedua tinggal di rumah susun. Peserta diskusi menyimak.</p>",
        "<p>Tahap pertama membahas data, tahap kedua membahas peta. Peserta rapat 40 orang.</p>",
        "<p>Peserta dibagi menjadi dua kelompok. Kelompok pertama memaparkan hasilnya pukul tiga. Kelompok kedua memaparkan hasilnya sesudah itu.</p>",
        "<p>Pilar pertama tentang air. Pilar kedua tentang tanah. Pilar ketiga tentang udara. Diskusi berlangsung satu jam dengan peserta 30 orang.</p>",
        "<p>Zona merah meliputi tiga RW. Zona hijau meliputi dua RW. Peserta rapat mencatatnya.</p>",
        "<p>Bantuan dibagi ke tiga kelompok: petani, nelayan, dan pedagang. Peserta hadir 30.</p>",
        "<p>Lomba diikuti dua regu. Regu Melati mengalahkan Regu Mawar. Peserta bersorak.</p>",
        "<p>Tim satu memenangkan lomba, tim dua berada di urutan berikutnya. Peserta lomba 60 orang.</p>",
        "<p>Pelatihan dibagi menjadi dua kelas, yaitu kelas pagi dan kelas sore. Peserta 40 orang.</p>",
        "<p>Peserta dibagi ke dalam lima kelompok usia: anak, remaja, dewasa, lansia, dan balita.</p>",
    ],
)
def test_what_is_counted_through_is_not_always_a_group(body: str) -> None:
    assert topics_of(body) == []


def test_a_series_keeps_its_numbers_and_each_group_its_points() -> None:
    groups = groups_of(
        "<p>Peserta dipecah ke dalam meja-meja kecil. Meja pertama membahas pagar laut, meja kedua pos jaga malam.</p>"
        "<p>Meja pertama mengusulkan agar pagar dicat. Meja kedua mengusulkan agar lampu ditambah.</p>"
    )
    assert [group.number for group in groups] == [1, 2]


def test_what_went_on_in_a_group_is_no_point_of_it() -> None:
    groups = groups_of(
        "<p>Warga berkumpul dalam dua kelompok.</p>"
        "<p>Kelompok Dapur (dipandu Mbak Rani). Hasilnya:</p><ul><li>tungku dipindah ke luar</li></ul>"
        "<p>Kelompok Anak (dipandu Kak Doni). Hasilnya:</p><ul><li>ayunan diberi tali baru</li></ul>"
        "<p>Di kelompok dapur, tiga ibu sempat berdebat soal letak tungku. Selesai juga.</p>"
    )
    assert [(group.topic, len(group.conclusions)) for group in groups] == [
        ("Dapur", 1),
        ("Anak", 1),
    ]
