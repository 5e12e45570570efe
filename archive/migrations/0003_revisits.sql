-- What a later crawl must know of a page so that it need not ask for it again; pages that are
-- gone; what a page said before; and how far each list of posts was read.

ALTER TABLE pages ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pages ADD COLUMN next_try_at TEXT;
ALTER TABLE pages ADD COLUMN verified_at TEXT;
ALTER TABLE pages ADD COLUMN site_modified_at TEXT;
ALTER TABLE pages ADD COLUMN site_published_at TEXT;
ALTER TABLE pages ADD COLUMN etag TEXT;
ALTER TABLE pages ADD COLUMN last_modified TEXT;
ALTER TABLE pages ADD COLUMN unlisted_at TEXT;
ALTER TABLE pages ADD COLUMN gone_at TEXT;
UPDATE pages SET verified_at = fetched_at;

CREATE TABLE crawl_pages_with_gone (
  crawl_id INTEGER NOT NULL REFERENCES crawls (id) ON DELETE CASCADE,
  page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  outcome TEXT CHECK (outcome IN ('new', 'changed', 'unchanged', 'failed', 'gone')),
  http_status INTEGER,
  reason TEXT,
  visited_at TEXT,
  listed INTEGER NOT NULL DEFAULT 0 CHECK (listed IN (0, 1)),
  PRIMARY KEY (crawl_id, page_id)
) STRICT, WITHOUT ROWID;
INSERT INTO crawl_pages_with_gone
  SELECT crawl_id, page_id, outcome, http_status, reason, visited_at, listed FROM crawl_pages;
DROP TABLE crawl_pages;
ALTER TABLE crawl_pages_with_gone RENAME TO crawl_pages;
CREATE INDEX crawl_pages_page ON crawl_pages (page_id);

CREATE TABLE versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  crawl_id INTEGER REFERENCES crawls (id),
  first_seen_at TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  text_digest TEXT NOT NULL
) STRICT;
CREATE INDEX versions_page ON versions (page_id, id);
CREATE INDEX versions_crawl ON versions (crawl_id);
CREATE INDEX versions_text_digest ON versions (text_digest);
INSERT INTO versions (page_id, crawl_id, first_seen_at, title, text, text_digest)
  SELECT page_id, last_crawl_id, extracted_at, title, text, text_digest
  FROM articles JOIN pages ON pages.id = page_id ORDER BY page_id;

CREATE TABLE site_ways (
  site TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('rest', 'sitemap', 'feed', 'listing')),
  state TEXT NOT NULL CHECK (state IN ('reading', 'complete', 'partial', 'failed', 'off')),
  checked_at TEXT NOT NULL,
  complete_at TEXT,
  posts INTEGER,
  url TEXT,
  etag TEXT,
  last_modified TEXT,
  reason TEXT,
  PRIMARY KEY (site, way)
) STRICT, WITHOUT ROWID;
