-- Times are UTC (2018-10-25T09:41:08Z), dates are ISO 8601 (2018-10-25).
-- Offsets of evidence are code points of articles.text, as substr() counts them, from 0.

CREATE TABLE activity_types (
  code TEXT NOT NULL PRIMARY KEY,
  label_id TEXT NOT NULL,
  label_en TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE focus_areas (
  number INTEGER PRIMARY KEY,
  label_id TEXT NOT NULL,
  label_en TEXT NOT NULL
) STRICT;

CREATE TABLE crawls (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'failed', 'interrupted')),
  sites TEXT NOT NULL,
  found INTEGER NOT NULL DEFAULT 0,
  new INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  activities INTEGER NOT NULL DEFAULT 0,
  reason TEXT
) STRICT;
CREATE INDEX crawls_status ON crawls (status);

CREATE TABLE pages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL UNIQUE,
  site TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'fetched', 'failed', 'gone')),
  discovered_at TEXT NOT NULL,
  first_crawl_id INTEGER REFERENCES crawls (id),
  last_crawl_id INTEGER REFERENCES crawls (id),
  fetched_at TEXT,
  http_status INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  article_digest TEXT
) STRICT;
CREATE INDEX pages_site_state ON pages (site, state);
CREATE INDEX pages_state ON pages (state);
CREATE INDEX pages_first_crawl ON pages (first_crawl_id);
CREATE INDEX pages_last_crawl ON pages (last_crawl_id);

CREATE TABLE page_addresses (
  address TEXT NOT NULL PRIMARY KEY,
  page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('final', 'requested', 'canonical', 'other'))
) STRICT;
CREATE INDEX page_addresses_page ON page_addresses (page_id);

CREATE TABLE crawl_pages (
  crawl_id INTEGER NOT NULL REFERENCES crawls (id) ON DELETE CASCADE,
  page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  outcome TEXT CHECK (outcome IN ('new', 'changed', 'unchanged', 'failed')),
  http_status INTEGER,
  reason TEXT,
  visited_at TEXT,
  PRIMARY KEY (crawl_id, page_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX crawl_pages_page ON crawl_pages (page_id);

CREATE TABLE captures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  crawl_id INTEGER REFERENCES crawls (id),
  url TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  status INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  payload_digest TEXT NOT NULL,
  payload_sha256 TEXT NOT NULL,
  payload_length INTEGER NOT NULL,
  UNIQUE (page_id, url, fetched_at, payload_digest)
) STRICT;
CREATE INDEX captures_crawl ON captures (crawl_id);
CREATE INDEX captures_payload ON captures (payload_digest);

CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  page_id INTEGER NOT NULL UNIQUE REFERENCES pages (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  subtitle TEXT,
  author TEXT,
  published_at TEXT,
  modified_at TEXT,
  canonical_url TEXT,
  theme TEXT NOT NULL,
  text TEXT NOT NULL,
  text_digest TEXT NOT NULL,
  extractor_version TEXT NOT NULL,
  extracted_at TEXT NOT NULL
) STRICT;
CREATE INDEX articles_published ON articles (published_at);
CREATE INDEX articles_text_digest ON articles (text_digest);

CREATE TABLE article_categories (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  category TEXT NOT NULL,
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_categories_category ON article_categories (category);

CREATE TABLE activities (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  page_id INTEGER NOT NULL UNIQUE REFERENCES pages (id) ON DELETE CASCADE,
  type TEXT REFERENCES activity_types (code),
  title TEXT,
  start_date TEXT,
  end_date TEXT,
  place TEXT,
  venue TEXT,
  venue_evidence_start INTEGER,
  venue_evidence_end INTEGER,
  venue_evidence_quote TEXT,
  venue_evidence TEXT NOT NULL
) STRICT;
CREATE INDEX activities_start ON activities (start_date, end_date);
CREATE INDEX activities_type ON activities (type, start_date);

CREATE TABLE activity_dates (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
  date TEXT NOT NULL,
  end_date TEXT,
  kind TEXT NOT NULL,
  weekday_agrees INTEGER CHECK (weekday_agrees IN (0, 1)),
  evidence_start INTEGER,
  evidence_end INTEGER,
  evidence_quote TEXT,
  evidence TEXT NOT NULL
) STRICT;
CREATE INDEX activity_dates_activity ON activity_dates (activity_id);
CREATE INDEX activity_dates_date ON activity_dates (date);

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
  count INTEGER NOT NULL,
  qualifier TEXT NOT NULL,
  unit TEXT NOT NULL,
  evidence_start INTEGER,
  evidence_end INTEGER,
  evidence_quote TEXT,
  evidence TEXT NOT NULL
) STRICT;
CREATE INDEX attendance_activity ON attendance (activity_id);

CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE participations (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  position TEXT,
  organization TEXT,
  honorific TEXT,
  degrees TEXT NOT NULL,
  summary_start INTEGER,
  summary_end INTEGER,
  summary_quote TEXT,
  summary TEXT NOT NULL,
  evidence_start INTEGER,
  evidence_end INTEGER,
  evidence_quote TEXT,
  evidence TEXT NOT NULL
) STRICT;
CREATE INDEX participations_activity ON participations (activity_id);
CREATE INDEX participations_person ON participations (person_id);

CREATE TABLE organizations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  acronym TEXT,
  sector TEXT
) STRICT;

CREATE TABLE organization_roles (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
  organization_id INTEGER NOT NULL REFERENCES organizations (id),
  name TEXT NOT NULL,
  acronym TEXT,
  role TEXT NOT NULL,
  sector TEXT,
  evidence_start INTEGER,
  evidence_end INTEGER,
  evidence_quote TEXT,
  evidence TEXT NOT NULL
) STRICT;
CREATE INDEX organization_roles_activity ON organization_roles (activity_id);
CREATE INDEX organization_roles_organization ON organization_roles (organization_id);

CREATE TABLE discussion_groups (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
  number INTEGER,
  topic TEXT NOT NULL,
  focus_area INTEGER REFERENCES focus_areas (number),
  evidence_start INTEGER,
  evidence_end INTEGER,
  evidence_quote TEXT,
  evidence TEXT NOT NULL
) STRICT;
CREATE INDEX discussion_groups_activity ON discussion_groups (activity_id);
CREATE INDEX discussion_groups_focus_area ON discussion_groups (focus_area);

CREATE TABLE conclusions (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
  group_id INTEGER NOT NULL REFERENCES discussion_groups (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  evidence_start INTEGER,
  evidence_end INTEGER,
  evidence_quote TEXT,
  evidence TEXT NOT NULL
) STRICT;
CREATE INDEX conclusions_activity ON conclusions (activity_id);
CREATE INDEX conclusions_group ON conclusions (group_id);

CREATE TABLE materials (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  url TEXT,
  presenter TEXT,
  date TEXT,
  evidence_start INTEGER,
  evidence_end INTEGER,
  evidence_quote TEXT,
  evidence TEXT NOT NULL
) STRICT;
CREATE INDEX materials_activity ON materials (activity_id);
CREATE INDEX materials_url ON materials (url);

CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
  check_name TEXT NOT NULL,
  message TEXT NOT NULL,
  evidence_start INTEGER,
  evidence_end INTEGER,
  evidence_quote TEXT,
  evidence TEXT NOT NULL
) STRICT;
CREATE INDEX findings_activity ON findings (activity_id);
CREATE INDEX findings_check_name ON findings (check_name);
