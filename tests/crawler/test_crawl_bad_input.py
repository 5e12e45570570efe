"""What sites get wrong: each fault is bounded and recorded with a reason, the rest goes on."""

from __future__ import annotations

import gzip
from pathlib import Path

from crawling import listing, post, rows, tiny_site
from swift_crawls import crawl

from crawler.spiders.impostors import is_sign_in, what_instead

FAULTS: dict[str, tuple[tuple[int, dict[str, str], str | bytes], str]] = {
    "kosong": ((200, {}, ""), "empty page"),
    "lingkaran": ((302, {"Location": "/2019/01/02/lingkaran-b/"}, ""), "in a circle"),
    "masuk": ((302, {"Location": "/wp-login.php?redirect_to=x"}, ""), "sign in"),
    "login": (
        (200, {}, "<title>Log In &lsaquo; Kota</title><form><input type=password></form>"),
        "sign in",
    ),
    "hilang": (
        (200, {}, "<title>Nothing Found - Kota</title><h1>Nothing Found</h1>"),
        "nothing is",
    ),
    "lunak": ((200, {}, "<body class='error404 x'><h1>Maaf</h1>" + "<p>Ada " * 90), "nothing is"),
    "bom": (
        (200, {"Content-Encoding": "gzip"}, gzip.compress(b"<p>" * 9_000_000)),
        "larger than the crawler takes",
    ),
    "rusak": ((200, {"Content-Encoding": "gzip"}, b"\x1f\x8b\x08\x00rusak"), ""),
}


def test_each_faulty_page_fails_with_its_reason_and_the_others_are_kept(tmp_path: Path) -> None:
    old = post("Kota “Tangguh”").replace("<html>", "<html><meta charset=utf-8>")
    with tiny_site({f"/2019/01/02/{name}/": page for name, (page, _) in FAULTS.items()}) as site:
        site.pages |= {
            "/": listing(*(f"/2019/01/02/{name}/" for name in (*FAULTS, "baik", "lama", "sobek"))),
            "/2019/01/02/lingkaran-b/": (302, {"Location": "/2019/01/02/lingkaran/"}, ""),
            "/wp-login.php?redirect_to=x": "<title>Log In</title>",
            "/2019/01/02/baik/": post("Baik"),
            "/2019/01/02/lama/": (200, {}, old.encode("cp1252")),
            "/2019/01/02/sobek/": post("Sobek").replace("</h1>", "<h1><div><table><td><a"),
        }
        told = crawl(site.url, tmp_path, ways=("listing",))
    reasons = {url.split("/")[-2]: reason for url, reason in told.result.failures}
    assert reasons.keys() == FAULTS.keys()
    for name, (_, reason) in FAULTS.items():
        assert reason in reasons[name], name
    assert told.counts == {"new": 3, "failed": len(FAULTS)}
    kept = {title for (title,) in rows(tmp_path, "SELECT title FROM articles")}
    assert {"Baik", "Kota “Tangguh”"} <= kept


def test_an_endless_calendar_ends(tmp_path: Path) -> None:
    pages = {f"/page/{n}/": listing("/?p=1", more=(f"/page/{n + 1}/",)) for n in range(2, 60)}
    with tiny_site(
        {**pages, "/": listing("/?p=1", more=("/page/2/",)), "/?p=1": post("Satu")}
    ) as site:
        told = crawl(site.url, tmp_path, ways=("listing",))
    assert sum(path.startswith("/page/") for path in site.paths) == 1
    assert (told.counts, told.status) == ({"new": 1}, 0)


def test_a_sitemap_inside_itself_ends_and_a_broken_part_is_told(tmp_path: Path) -> None:
    with tiny_site({"/?p=1": post("Satu"), "/": "<html><body>Selamat datang"}) as site:
        names = ("sitemap.xml", "post-sitemap.xml", "post-sitemap2.xml", "post-sitemap3.xml")
        parts = "".join(f"<sitemap><loc>{site.url}/{name}</loc></sitemap>" for name in names)
        site.pages["/sitemap.xml"] = f"<sitemapindex>{parts}</sitemapindex>"
        site.pages["/post-sitemap.xml"] = f"<sitemapindex>{parts}</sitemapindex>"
        site.pages["/post-sitemap2.xml"] = f"<urlset><url><loc>{site.url}/?p=1</loc></url></urlset>"
        site.pages["/post-sitemap3.xml"] = (200, {}, gzip.compress(b" " * 60_000_000))
        told = crawl(site.url, tmp_path)
        assert all(site.paths.count(f"/{name}") == 1 for name in names)
    assert told.counts == {"new": 1}
    assert (told.status, "post-sitemap3.xml" in told.gaps) == (1, True)


def test_a_post_with_a_form_to_sign_in_beside_it_is_a_post() -> None:
    form = b"<form id=loginform><input type='password' name=pwd></form>"
    assert what_instead(b"<title>Rapat - Kota</title><article><p>Rapat" + form) is None
    assert what_instead(b"<title>Kota</title><p>Selamat datang" + form) is not None


def test_titles_that_only_begin_like_a_missing_page_are_posts() -> None:
    for title in ("404 warga dilatih", "Tidak ditemukan korban jiwa dalam banjir", "Login baru"):
        assert what_instead(f"<title>{title} - Kota</title>".encode()) is None
    for title in ("Halaman tidak ditemukan &#8211; Kota", "Page not found | Kota", "404"):
        assert what_instead(f"<title>{title}</title>".encode()) is not None


def test_addresses_of_pages_to_sign_in_are_known() -> None:
    assert is_sign_in("https://kota.example/berita/wp-login.php?redirect_to=x")
    assert not is_sign_in("https://kota.example/2019/01/02/cara-login/")
