-- What a run came to, in full: whether it saw all it should have seen, what it could not read,
-- and how much of each kind of fact the archive had when it ended.

ALTER TABLE crawls ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE crawls ADD COLUMN complete INTEGER CHECK (complete IN (0, 1));
ALTER TABLE crawls ADD COLUMN duration_seconds INTEGER;
ALTER TABLE crawls ADD COLUMN exit_status INTEGER;

ALTER TABLE crawl_pages ADD COLUMN listed INTEGER NOT NULL DEFAULT 0 CHECK (listed IN (0, 1));

CREATE TABLE crawl_gaps (
  id INTEGER PRIMARY KEY,
  crawl_id INTEGER NOT NULL REFERENCES crawls (id) ON DELETE CASCADE,
  site TEXT,
  way TEXT NOT NULL,
  url TEXT NOT NULL,
  reason TEXT NOT NULL,
  UNIQUE (crawl_id, url)
) STRICT;

CREATE TABLE crawl_coverage (
  crawl_id INTEGER NOT NULL REFERENCES crawls (id) ON DELETE CASCADE,
  site TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('archive', 'latest')),
  pages INTEGER NOT NULL,
  activities INTEGER NOT NULL,
  with_date INTEGER NOT NULL,
  with_venue INTEGER NOT NULL,
  with_attendance INTEGER NOT NULL,
  with_people INTEGER NOT NULL,
  with_organizations INTEGER NOT NULL,
  with_materials INTEGER NOT NULL,
  PRIMARY KEY (crawl_id, site, scope)
) STRICT, WITHOUT ROWID;
