-- Everything that was served is kept: captures of lists and failures too, each with its place in
-- a WARC file; where captures came from; and which of them the facts and versions were read from.

CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  imported_at TEXT NOT NULL,
  path TEXT NOT NULL
) STRICT;

CREATE TABLE captures_with_place (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  page_id INTEGER REFERENCES pages (id) ON DELETE SET NULL,
  version_id INTEGER REFERENCES versions (id) ON DELETE SET NULL,
  crawl_id INTEGER REFERENCES crawls (id),
  import_id INTEGER REFERENCES imports (id),
  source TEXT NOT NULL CHECK (source IN ('live', 'wayback', 'import')),
  url TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  status INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  payload_digest TEXT NOT NULL,
  payload_sha256 TEXT NOT NULL,
  payload_length INTEGER NOT NULL,
  record_type TEXT CHECK (record_type IN ('response', 'revisit', 'resource')),
  file TEXT,
  "offset" INTEGER,
  length INTEGER,
  original_id INTEGER REFERENCES captures_with_place (id),
  reason TEXT,
  UNIQUE (url, fetched_at, payload_digest)
) STRICT;
INSERT OR IGNORE INTO captures_with_place
  (id, page_id, crawl_id, source, url, fetched_at, status, media_type, payload_digest,
   payload_sha256, payload_length)
  SELECT id, page_id, crawl_id, CASE WHEN crawl_id IS NULL THEN 'import' ELSE 'live' END, url,
    fetched_at, status, media_type, payload_digest, payload_sha256, payload_length
  FROM captures ORDER BY id;
DROP TABLE captures;
ALTER TABLE captures_with_place RENAME TO captures;
CREATE INDEX captures_page ON captures (page_id, fetched_at);
CREATE INDEX captures_version ON captures (version_id);
CREATE INDEX captures_crawl ON captures (crawl_id);
CREATE INDEX captures_import ON captures (import_id);
CREATE INDEX captures_payload ON captures (payload_digest);
CREATE INDEX captures_original ON captures (original_id);
CREATE INDEX captures_place ON captures (file, "offset");

ALTER TABLE articles ADD COLUMN capture_id INTEGER REFERENCES captures (id);
CREATE INDEX articles_capture ON articles (capture_id);
UPDATE articles SET capture_id = (
  SELECT captures.id FROM captures WHERE captures.page_id = articles.page_id
  ORDER BY fetched_at DESC, captures.id DESC LIMIT 1
);
UPDATE captures SET version_id = (
  SELECT versions.id FROM versions
  WHERE versions.page_id = captures.page_id AND versions.first_seen_at <= captures.fetched_at
  ORDER BY versions.id DESC LIMIT 1
);
