"""Loads what a crawl loads as it goes, for a process whose children then do without.

Scrapy loads its parts when a crawl begins, and the words and patterns of the language are made
ready with the first page.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from scrapy.settings import Settings

from crawler.reading import read_page

_PARTS = ("DOWNLOADER_MIDDLEWARES", "EXTENSIONS", "ITEM_PIPELINES", "SPIDER_MIDDLEWARES")
_KINDS = ("DOWNLOADER", "DUPEFILTER_CLASS", "LOG_FORMATTER", "SCHEDULER", "SCHEDULER_MEMORY_QUEUE")
_PAGES = Path(__file__).parents[1] / "gold"
_NUMBER = 4


def _load_parts() -> None:
    settings = Settings()
    settings.setmodule("crawler.settings")
    names = [settings[kind] for kind in _KINDS]
    for part in _PARTS:
        names += settings.getwithbase(part)
    names += settings.getwithbase("DOWNLOAD_HANDLERS").values()
    for name in names:
        import_module(name.rpartition(".")[0])


def _read_pages() -> None:
    longest = sorted(_PAGES.glob("*.html"), key=lambda path: path.stat().st_size)[-_NUMBER:]
    for path in longest:
        read_page(path.read_bytes(), f"https://kota.example/{path.stem}/")


_load_parts()
_read_pages()
