"""What a crawl tells of articles that are not whole."""

from __future__ import annotations

from pathlib import Path

from crawling import listing, rows, tiny_site
from swift_crawls import crawl

from crawler.samplesite.posts import bundled_posts
from crawler.samplesite.server import SampleSite

FINDINGS = """
SELECT check_name, evidence_quote, articles.title FROM findings
JOIN activities ON activities.id = activity_id JOIN articles USING (page_id)
WHERE check_name IN ('no-title', 'split-post')
"""
PAGE = """
<title>Laporan - Kota</title><body class="single"><article><h1 class="entry-title">Laporan</h1>
<div class="entry-content"><p>Warga membahas air bersih di balai kota.</p><p>Lalu hujan turun.</p>
<div class="page-links">Halaman: <span class="post-page-numbers current">1</span>
<a class="post-page-numbers" href="/laporan/2/">2</a></div></div></article>
"""


def test_a_post_without_a_title_does_not_get_the_name_of_its_site(tmp_path: Path) -> None:
    (chosen, *others) = [post for post in bundled_posts() if post.status == 200][:3]
    with SampleSite(posts=[chosen, *others]) as site:
        site.change(chosen.id, title="")
        assert crawl(f"{site.base_url}/", tmp_path).status == 0
        ((check, quote, title),) = rows(tmp_path, FINDINGS)
        assert crawl(f"{site.base_url}/", tmp_path).counts == {"unchanged": 3}
    assert (check, title) == ("no-title", "")
    ((text,),) = rows(tmp_path, "SELECT text FROM articles WHERE title = ''")
    assert text.startswith(quote)


def test_a_post_in_several_pages_is_told_to_be_read_from_its_first_alone(tmp_path: Path) -> None:
    with tiny_site({"/": listing("/laporan/"), "/laporan/": PAGE}) as site:
        assert crawl(site.url, tmp_path).counts == {"new": 1}
        assert "/laporan/2/" not in site.paths
    assert rows(tmp_path, FINDINGS) == [("split-post", "Lalu hujan turun.", "Laporan")]
