-- One row a person, organization and event, whatever they are called: the names under which
-- pages tell of them, which activities report one event, and what people decided about both.

-- People and organizations that facts point at are away until their new tables are filled.
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE known_people AS SELECT id, name, name_key FROM people;
DROP TABLE people;
CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL
) STRICT;
INSERT INTO people (id, name, name_key) SELECT id, name, name_key FROM known_people;
DROP TABLE known_people;
CREATE INDEX people_name_key ON people (name_key);

CREATE TABLE person_names (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  UNIQUE (person_id, name_key)
) STRICT;
CREATE INDEX person_names_key ON person_names (name_key);
INSERT INTO person_names (person_id, name, name_key) SELECT id, name, name_key FROM people;

CREATE TEMP TABLE known_organizations AS SELECT * FROM organizations;
DROP TABLE organizations;
CREATE TABLE organizations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  acronym TEXT,
  sector TEXT
) STRICT;
INSERT INTO organizations (id, name, name_key, acronym, sector)
  SELECT id, name, name_key, acronym, sector FROM known_organizations;
DROP TABLE known_organizations;
CREATE INDEX organizations_name_key ON organizations (name_key);

CREATE TABLE organization_names (
  id INTEGER PRIMARY KEY,
  organization_id INTEGER NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  UNIQUE (organization_id, name_key)
) STRICT;
CREATE INDEX organization_names_key ON organization_names (name_key);
INSERT INTO organization_names (organization_id, name, name_key)
  SELECT id, name, name_key FROM organizations;

CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  activity_id INTEGER NOT NULL UNIQUE REFERENCES activities (id) ON DELETE CASCADE
) STRICT;
ALTER TABLE activities ADD COLUMN event_id INTEGER REFERENCES events (id) ON DELETE SET NULL;
CREATE INDEX activities_event ON activities (event_id);

CREATE TABLE identity_decisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'event')),
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
  first_key TEXT,
  first_page_id INTEGER REFERENCES pages (id),
  second_key TEXT,
  second_page_id INTEGER REFERENCES pages (id),
  author TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX identity_decisions_first_page ON identity_decisions (first_page_id);
CREATE INDEX identity_decisions_second_page ON identity_decisions (second_page_id);

CREATE TABLE identity_doubts (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'event')),
  first_id INTEGER NOT NULL,
  second_id INTEGER NOT NULL,
  score REAL NOT NULL,
  reason TEXT NOT NULL
) STRICT;

-- Of what facts and decisions the rows of a kind were made the last time.
CREATE TABLE identity_renewals (
  kind TEXT NOT NULL PRIMARY KEY CHECK (kind IN ('person', 'organization', 'event')),
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
