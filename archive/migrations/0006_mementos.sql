-- Captures that a Wayback Machine says it has, each asked for once; and whether a crawl asked the
-- sites themselves or a Wayback Machine.

ALTER TABLE crawls ADD COLUMN via TEXT NOT NULL DEFAULT 'live' CHECK (via IN ('live', 'wayback', 'files'));

CREATE TABLE mementos (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  wayback TEXT NOT NULL,
  site TEXT NOT NULL,
  url TEXT NOT NULL,
  page_url TEXT NOT NULL,
  made_at TEXT NOT NULL,
  digest TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'fetched', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try_at TEXT,
  reason TEXT,
  capture_id INTEGER REFERENCES captures (id),
  first_crawl_id INTEGER REFERENCES crawls (id),
  last_crawl_id INTEGER REFERENCES crawls (id),
  UNIQUE (wayback, url, made_at)
) STRICT;
CREATE INDEX mementos_site_state ON mementos (site, wayback, state);
CREATE INDEX mementos_capture ON mementos (capture_id);
CREATE INDEX mementos_first_crawl ON mementos (first_crawl_id);
CREATE INDEX mementos_last_crawl ON mementos (last_crawl_id);
