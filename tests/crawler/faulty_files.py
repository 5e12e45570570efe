"""The sample site with one post, which links to files in every condition that files are in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from document_files import (
    bomb,
    encrypted_pdf,
    image_file,
    pdf,
    scanned_pdf,
    slides,
    text_document,
    workbook,
)

from crawler.samplesite.answers import Answer
from crawler.samplesite.posts import bundled_posts
from crawler.samplesite.server import SampleSite

FOLDER = "2019/03"
MEGABYTE = 1_000_000
LOGIN = "<html><title>Masuk</title><form><input type='password' name='pwd'></form></html>"
PAGE = (
    "<!DOCTYPE html><html><head><title>Beranda Kota</title></head><body><p>Halo.</p></body></html>"
)
PDF = pdf(
    ["Membaca Sungai\nRatna Wulandari", "Sungai meluap setiap Januari."], title="Membaca Sungai"
)


@dataclass
class FaultySite:
    """The site, its post's links by label, and where it says that other hosts are."""

    site: SampleSite
    links: dict[str, str] = field(default_factory=dict)
    hosts: dict[str, str] = field(default_factory=dict)

    @property
    def home(self) -> str:
        """The address of the site's home."""
        return f"{self.site.base_url}/"

    def link(self, label: str, url: str) -> str:
        """Lets the post link to an address; the address."""
        self.links[label] = url
        items = "".join(f'<li><a href="{url}">{name}</a></li>' for name, url in self.links.items())
        post = self.site.posts[0]
        body = f"<p>Lokakarya dihadiri 40 peserta.</p><h3>Materi Paparan</h3><ul>{items}</ul>"
        self.site.change(post.id, body=body)
        return url

    def offer(self, label: str, name: str, answer: Answer | bytes) -> str:
        """Links to a file of the site's own uploads, which answers so; the address."""
        answer = answer if isinstance(answer, Answer) else given(answer)
        return self.link(label, self.site.put_file(f"{FOLDER}/{name}", answer))

    def host(self, name: str, path: str, answer: Answer | bytes) -> None:
        """Lets a host of that name answer so at `path`; the profile's host map leads here."""
        answer = answer if isinstance(answer, Answer) else given(answer)
        self.site.put_file(f"{name}/{path}", answer)
        self.hosts[name] = f"{self.site.base_url}/wp-content/uploads/{name}"

    def asked(self, part: str) -> list[str]:
        """The paths asked for with such a part."""
        return [one.path for one in self.site.requests if part in one.path]


def given(body: bytes, **headers: str) -> Answer:
    """A file, served under a media type that says nothing."""
    return Answer(200, body, "application/octet-stream", tuple(headers.items()))


def page(html: str, status: int = 200) -> Answer:
    """A web page."""
    return Answer(status, html.encode())


def moved(target: str) -> Answer:
    """A redirect."""
    return Answer(302, headers=(("Location", target),))


@contextmanager
def faulty_site() -> Iterator[FaultySite]:
    """Serves the site with a post that links to nothing yet."""
    post = replace(bundled_posts()[0], title="Lokakarya Sungai", subtitle=None)
    with SampleSite(posts=[post]) as site:
        yield FaultySite(site)


def fill(faulty: FaultySite) -> Mapping[str, str]:
    """Links to a file in every condition; label -> address."""
    faulty.offer("Membaca Sungai", "Membaca-Sungai.pdf", PDF)
    faulty.offer("Membaca Sungai lagi", "salinan.pdf", PDF)
    faulty.offer("Paparan Tanggul", "tanggul.pptx", slides("Tanggul", "Biaya", title="Tanggul"))
    faulty.offer("Notulen", "notulen.docx", text_document("Rapat dibuka pukul sembilan."))
    faulty.offer(
        "Daftar peserta", "peserta.xlsx", workbook([["Nama", "Lembaga"], ["Sari", "RW 3"]])
    )
    faulty.offer("Peta lama", "peta-lama.pdf", scanned_pdf(2))
    faulty.offer("Peta", "peta.png", image_file())
    faulty.offer("Terkunci", "terkunci.pdf", encrypted_pdf())
    faulty.offer("Terpotong", "terpotong.pdf", PDF[: len(PDF) // 2])
    huge = replace(given(bytes(MEGABYTE)), times=300)
    faulty.offer("Rekaman besar", "besar.zip", huge)
    faulty.offer("Tanpa akhir", "tanpa-akhir.zip", replace(huge, times=10**6, tells_length=False))
    faulty.offer("Bukan PDF", "bukan.pdf", page(PAGE))
    faulty.offer("Bom", "bom.pptx", bomb("ppt", 600 * 2**20))
    faulty.offer("Tertutup", "tertutup.pdf", page(LOGIN))
    faulty.offer("Dialihkan", "dialihkan.pdf", moved("https://accounts.google.com/ServiceLogin"))
    faulty.offer("Video", "rekaman.mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(2000))
    faulty.offer("Rusak", "rusak.pdf", page("<h1>Error</h1>", 500))
    faulty.link("Hilang", f"{faulty.site.base_url}/wp-content/uploads/{FOLDER}/hilang.pdf")
    faulty.offer("Pindah", "pindah.pdf", moved("https://lain.example/pasar-malam"))
    faulty.offer("Pindah rumah", "jejak.pdf", moved("https://arsip.example/unggahan/jejak.pdf"))
    faulty.host("arsip.example", "unggahan/jejak.pdf", pdf(["Jejak Hutan Kota"]))
    drive = "drive.usercontent.google.com"
    faulty.link(
        "Paparan di Drive", "https://drive.google.com/file/d/1AbCdEfGhIjKl/view?usp=sharing"
    )
    faulty.host(
        drive,
        "download",
        given(
            pdf(["Kota Teduh"]), **{"Content-Disposition": 'attachment; filename="Kota Teduh.pdf"'}
        ),
    )
    faulty.link(
        "Paparan tertutup di Docs", "https://docs.google.com/presentation/d/1ZyXwVuTsRq/edit"
    )
    closed = moved("https://accounts.google.com/ServiceLogin?continue=x")
    faulty.host("docs.google.com", "presentation/d/1ZyXwVuTsRq/export/pptx", closed)
    faulty.link("Folder foto", "https://drive.google.com/drive/folders/1AbCdEfGhIjKl")
    faulty.link("Prosiding", "https://issuu.com/kota/docs/prosiding_sungai")
    return faulty.links
