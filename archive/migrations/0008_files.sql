-- The files that materials link to: what is known of each address, each different file once with
-- what was read from it, what each crawl's visit came to, and where a file contradicts its post.

CREATE TABLE files (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL UNIQUE,
  length INTEGER NOT NULL,
  type TEXT NOT NULL,
  media_type TEXT NOT NULL,
  path TEXT NOT NULL UNIQUE,
  stored_at TEXT NOT NULL,
  capture_id INTEGER REFERENCES captures (id),
  pages INTEGER,
  title TEXT,
  author TEXT,
  created_at TEXT,
  language TEXT,
  is_scanned INTEGER NOT NULL DEFAULT 0 CHECK (is_scanned IN (0, 1)),
  is_complete INTEGER NOT NULL DEFAULT 1 CHECK (is_complete IN (0, 1)),
  picture TEXT,
  reason TEXT,
  read_at TEXT,
  reader_version TEXT,
  compared_at TEXT
) STRICT;
CREATE INDEX files_capture ON files (capture_id);

CREATE TABLE file_texts (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  page INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (file_id, page)
) STRICT;

-- The words of the pages, for MATCH; the triggers keep them those of file_texts.
CREATE VIRTUAL TABLE file_texts_fts USING fts5 (
  text, content = 'file_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER file_texts_inserted AFTER INSERT ON file_texts BEGIN
  INSERT INTO file_texts_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER file_texts_deleted AFTER DELETE ON file_texts BEGIN
  INSERT INTO file_texts_fts (file_texts_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER file_texts_updated AFTER UPDATE ON file_texts BEGIN
  INSERT INTO file_texts_fts (file_texts_fts, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO file_texts_fts (rowid, text) VALUES (new.id, new.text);
END;

CREATE TABLE file_links (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL UNIQUE,
  site TEXT NOT NULL,
  host_kind TEXT NOT NULL CHECK (host_kind IN (
    'upload', 'google_drive', 'google_docs', 'dropbox', 'onedrive', 'slideshare', 'issuu', 'scribd',
    'youtube', 'other'
  )),
  title TEXT NOT NULL,
  direct_url TEXT,
  state TEXT NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'fetched', 'failed', 'gone', 'refused', 'link')),
  discovered_at TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  next_try_at TEXT,
  http_status INTEGER,
  etag TEXT,
  last_modified TEXT,
  checked_at TEXT,
  fetched_at TEXT,
  reason TEXT,
  tried TEXT NOT NULL DEFAULT '[]',
  file_id INTEGER REFERENCES files (id),
  capture_id INTEGER REFERENCES captures (id),
  first_crawl_id INTEGER REFERENCES crawls (id),
  last_crawl_id INTEGER REFERENCES crawls (id)
) STRICT;
CREATE INDEX file_links_site_state ON file_links (site, state);
CREATE INDEX file_links_file ON file_links (file_id);
CREATE INDEX file_links_capture ON file_links (capture_id);
CREATE INDEX file_links_first_crawl ON file_links (first_crawl_id);
CREATE INDEX file_links_last_crawl ON file_links (last_crawl_id);

CREATE TABLE crawl_files (
  crawl_id INTEGER NOT NULL REFERENCES crawls (id) ON DELETE CASCADE,
  link_id INTEGER NOT NULL REFERENCES file_links (id) ON DELETE CASCADE,
  outcome TEXT NOT NULL
    CHECK (outcome IN ('new', 'changed', 'unchanged', 'failed', 'gone', 'refused', 'link')),
  http_status INTEGER,
  reason TEXT,
  visited_at TEXT NOT NULL,
  PRIMARY KEY (crawl_id, link_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX crawl_files_link ON crawl_files (link_id);

CREATE TABLE file_findings (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  label TEXT NOT NULL,
  check_name TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;
CREATE INDEX file_findings_file ON file_findings (file_id);
CREATE INDEX file_findings_page ON file_findings (page_id);
CREATE INDEX file_findings_check_name ON file_findings (check_name);
