"""Scrapy's settings for this project; a site's own politeness comes from its profile."""

from __future__ import annotations

import os

BOT_NAME = "resilience-archive"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"

# This project's own settings.
ARCHIVE = os.environ.get("RESILIENCE_ARCHIVE", "data")
CONTACT = os.environ.get("RESILIENCE_CONTACT", "")

# How gently sites are asked; the spider adds who asks, by the setting CONTACT.
ROBOTSTXT_OBEY = True
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 2.0
AUTOTHROTTLE_MAX_DELAY = 60.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0
DOWNLOAD_DELAY = 2.0
CONCURRENT_REQUESTS = 8
CONCURRENT_REQUESTS_PER_DOMAIN = 1
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 1_000_000  # bytes of answers that wait to be read; no more is asked
CONCURRENT_ITEMS = 4  # Scrapy starts so many tasks for each answer, which has one item
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "id,en;q=0.7",
}
COOKIES_ENABLED = False
REFERRER_POLICY = "same-origin"

# No answer may hold the crawl up or fill the memory.
DOWNLOAD_TIMEOUT = 30
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DNS_TIMEOUT = 20
RETRY_TIMES = 2
# A name that does not resolve and a refused connection are left to the next crawl.
RETRY_EXCEPTIONS = [
    "scrapy.exceptions.DownloadFailedError",
    "scrapy.exceptions.DownloadTimeoutError",
    "scrapy.exceptions.ResponseDataLossError",
]
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"

# The spider follows redirects itself, for it must know every address of a page;
# Scrapy's own redirects serve robots.txt alone.
METAREFRESH_ENABLED = False
REDIRECT_MAX_TIMES = 5

DOWNLOADER_MIDDLEWARES = {
    "crawler.middlewares.UnreadableRobots": 540,
    "crawler.politeness.Politeness": 560,
    "crawler.capturing.Capturing": 950,  # next to the network: before anything is decoded
}
ITEM_PIPELINES = {"crawler.pipelines.ArchivePipeline": 100}

# Posts are asked for in the order in which they were found.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"

# Nobody steers the crawl from outside, and what it keeps is in the archive alone.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
MEMUSAGE_ENABLED = False
STATS_DUMP = False

LOG_LEVEL = "INFO"
LOG_VERSIONS: list[str] = []
