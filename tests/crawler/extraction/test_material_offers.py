"""How pages offer materials, and whose they are; all sentences are our own."""

from __future__ import annotations

import pytest

from crawler.article import read_article
from crawler.extraction.materials.reader import read_materials
from crawler.extraction.people.reader import read_people


@pytest.mark.parametrize(
    ("body", "kinds_and_presenters"),
    [
        pytest.param(
            '<p><strong>Materi Paparan:</strong></p><p><a href="https://kota.example/wp-content/uploads/2019/03/a.pdf">Peta Jalan Air Bersih – Ir. Rahmat Darmawan</a></p>',
            [("slides", "Rahmat Darmawan")],
            id="peta",
        ),
        pytest.param(
            '<p>Bahan Paparan:</p><ul><li><a href="https://kota.example/wp-content/uploads/2019/03/b.pdf">Jadwal Hujan dan Rob (Dr. Nining Sulastri)</a></li></ul>',
            [("slides", "Nining Sulastri")],
            id="jadwal",
        ),
        pytest.param(
            '<p>Foto-foto:</p><p><a href="https://drive.google.com/x1">Album lokakarya</a></p>',
            [("image", None)],
            id="foto",
        ),
        pytest.param(
            '<p>Paparan Bapak Rahmat Darmawan dapat diunduh <a href="https://kota.example/wp-content/uploads/2019/03/c.pdf">di sini</a>.</p>',
            [("slides", "Rahmat Darmawan")],
            id="di sini narasumber",
        ),
        pytest.param(
            '<p>Ibu Nining Sulastri dari Dinas Air membawakan materi “Sumur dan Kita”.</p><p>Unduh: <a href="https://kota.example/wp-content/uploads/2019/03/d.pdf">Sumur dan Kita</a></p>',
            [("slides", "Nining Sulastri")],
            id="title prose",
        ),
        pytest.param(
            '<table><tr><td>No</td><td>Narasumber</td><td>Judul</td><td>Tautan</td></tr><tr><td>1</td><td>Rahmat Darmawan, S.T., M.T.</td><td>Air Kita</td><td><a href="https://kota.example/wp-content/uploads/2019/03/e.pdf">Unduh</a></td></tr></table>',
            [("slides", "Rahmat Darmawan")],
            id="table talks",
        ),
        pytest.param(
            '<p>Laporan kegiatan dapat dibaca <a href="https://kota.example/wp-content/uploads/2019/03/f.pdf">di tautan ini</a>.</p>',
            [("report", None)],
            id="laporan",
        ),
        pytest.param(
            '<p><a href="https://kota.example/wp-content/uploads/2019/03/g.pdf">Siaran Pers Lokakarya</a></p>',
            [("press_release", None)],
            id="siaran pers",
        ),
        pytest.param(
            '<p>Rekaman acara: <a href="https://youtu.be/abc">https://youtu.be/abc</a></p>',
            [("video", None)],
            id="rekaman",
        ),
        pytest.param(
            '<p>Sumber: <a href="https://berita.example/x">Kabar Kota</a></p>', [], id="sumber"
        ),
        pytest.param(
            '<p>Baca juga: <a href="https://kota.example/wp-content/uploads/2019/03/x.pdf">Strategi</a></p>',
            [],
            id="baca juga",
        ),
        pytest.param(
            '<p><a href="https://kota.example/wp-content/uploads/2019/03/TOR.docx">Kerangka Acuan Lokakarya</a></p>',
            [("other", None)],
            id="tor",
        ),
        pytest.param(
            '<p>Link paparan narasumber:</p><ol><li><a href="https://kota.example/wp-content/uploads/2019/03/h.pdf">Rahmat Darmawan</a></li><li><a href="https://kota.example/wp-content/uploads/2019/03/i.pptx">Nining Sulastri</a></li></ol>',
            [("slides", "Rahmat Darmawan"), ("slides", "Nining Sulastri")],
            id="list by name",
        ),
        pytest.param(
            '<p>Materi:</p><p>Rahmat Darmawan (Dinas Air): <a href="https://kota.example/wp-content/uploads/2019/03/j.pdf">Menjaga Sumur</a></p>',
            [("slides", "Rahmat Darmawan")],
            id="name colon",
        ),
        pytest.param(
            '<p>Tautan Materi Paparan</p><p><a href="https://kota.example/wp-content/uploads/2019/03/2019.03.05_Sumur_Rahmat.Darmawan.pdf">2019.03.05_Sumur_Rahmat.Darmawan</a></p>',
            [("slides", "Rahmat Darmawan")],
            id="file label",
        ),
        pytest.param(
            '<p>Notulensi rapat: <a href="https://kota.example/wp-content/uploads/2019/03/k.pdf">unduh</a></p>',
            [("report", None)],
            id="notulen",
        ),
        pytest.param(
            '<p>Ikuti kami di <a href="https://facebook.com/kota">Facebook</a></p>',
            [],
            id="facebook",
        ),
        pytest.param(
            '<p>Link Prosiding: <a href="https://issuu.com/kota/docs/prosiding">Prosiding Lokakarya Air</a></p>',
            [("proceedings", None)],
            id="prosiding issuu",
        ),
        pytest.param(
            '<p>Salindia <a href="https://www.slideshare.net/x/y">Menata Kampung</a> oleh Ibu Nining Sulastri.</p>',
            [("slides", "Nining Sulastri")],
            id="salindia",
        ),
        pytest.param(
            '<p>Simak video dokumentasi: <a href="https://www.youtube.com/watch?v=1">Lokakarya Air</a></p>',
            [("video", None)],
            id="video talk",
        ),
        pytest.param(
            '<p>Seluruh bahan paparan dapat diakses melalui <a href="https://drive.google.com/drive/folders/1">Google Drive</a>.</p>',
            [("slides", None)],
            id="drive folder",
        ),
        pytest.param(
            '<p>Program ini didukung <a href="https://yayasan.example/">Yayasan Air</a>.</p>',
            [],
            id="website",
        ),
        pytest.param(
            '<p>Buku saku: <a href="https://kota.example/wp-content/uploads/2019/03/buku.pdf">Buku Saku Kebakaran</a></p>',
            [("other", None)],
            id="buku",
        ),
        pytest.param(
            '<p>Unduh <a href="https://kota.example/wp-content/uploads/2019/03/pergub.pdf">Pergub No. 4 Tahun 2019</a></p>',
            [("other", None)],
            id="pergub",
        ),
        pytest.param(
            '<p><b>Presentasi Narasumber</b></p><p><a href="https://kota.example/wp-content/uploads/2019/03/l.pdf">Kota Spons – Rahmat Darmawan, Dinas Air</a></p><p><a href="https://kota.example/wp-content/uploads/2019/03/m.pdf">Kampung Tangguh – Nining Sulastri, Yayasan Air</a></p>',
            [("slides", "Rahmat Darmawan"), ("slides", "Nining Sulastri")],
            id="presentasi - nama",
        ),
    ],
)
def test_kind_and_presenter_are_read_from_link_line_and_talk(
    body: str, kinds_and_presenters: list[tuple[str, str | None]]
) -> None:
    page = read_article(
        "<html><body><article><h1>Lokakarya Air Kota</h1><div class='entry-content'><p>Jakarta, 5 Maret 2019</p>"
        "<p>Lokakarya air diadakan di Hotel Asri dan dihadiri 40 peserta. Narasumbernya Ir. Rahmat Darmawan (Dinas Air) dan Dr. Nining Sulastri (Yayasan Air).</p>"
        f"{body}</div></article></body></html>",
        "https://kota-tepian.example/2019/03/x/",
    )
    found = read_materials(page, read_people(page))
    assert [(material.kind, material.presenter) for material in found] == kinds_and_presenters


@pytest.mark.parametrize(
    ("line", "label", "kind"),
    [
        ("Siaran Pers : ", "SP Panduan Saku", "press_release"),
        ("Press Release: ", "PR Buku Kampung", "press_release"),
        ("Siaran Pers : ", "Jadwal Lokakarya", "other"),
        ("Lampiran: ", "SP Panduan Saku", "other"),
    ],
)
def test_a_label_of_press_releases_decides_unless_the_link_names_its_own_kind(
    line: str, label: str, kind: str
) -> None:
    url = "https://kota.example/wp-content/uploads/2019/03/sp.pdf"
    page = read_article(
        "<html><body><article><h1>Peluncuran</h1><div class='entry-content'><p>Panduan itu diluncurkan pada sore hari di depan warga.</p>"
        f"<ul><li>{line}<a href='{url}'>{label}</a></li></ul></div></article></body></html>",
        "https://kota.example/p/1",
    )
    assert [m.kind for m in read_materials(page, ())] == [kind]
