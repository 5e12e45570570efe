-- Indexes for the questions that reports ask, the words that attendance is counted in, and sums
-- over the whole archive, which are kept because adding them up takes longer than a reader waits.

-- Reports by date, with all that choosing among them asks of a report.
CREATE INDEX activities_reported ON activities (
  start_date IS NULL, start_date, end_date, id, type, page_id, event_id
) WHERE type IS NOT NULL;
DROP INDEX activities_start;
CREATE INDEX activities_start ON activities (start_date, end_date, id, type, page_id, event_id);
DROP INDEX activities_event;
CREATE INDEX activities_event ON activities (event_id, type, page_id);

-- Who was where, both ways, without reading the words.
DROP INDEX participations_activity;
CREATE INDEX participations_activity ON participations (activity_id, person_id, role);
DROP INDEX participations_person;
CREATE INDEX participations_person ON participations (person_id, activity_id);
DROP INDEX organization_roles_activity;
CREATE INDEX organization_roles_activity ON organization_roles (activity_id, organization_id, role);
DROP INDEX organization_roles_organization;
CREATE INDEX organization_roles_organization ON organization_roles (organization_id, activity_id);
CREATE INDEX organization_roles_acronym ON organization_roles (acronym, organization_id)
  WHERE acronym IS NOT NULL;
DROP INDEX attendance_activity;
CREATE INDEX attendance_activity ON attendance (activity_id, count, qualifier, unit);
DROP INDEX discussion_groups_focus_area;
CREATE INDEX discussion_groups_focus_area ON discussion_groups (focus_area, activity_id);
DROP INDEX conclusions_group;
CREATE INDEX conclusions_group ON conclusions (group_id, position);

CREATE INDEX materials_slides ON materials (activity_id) WHERE kind = 'slides';

CREATE TABLE attendance_units (
  word TEXT NOT NULL PRIMARY KEY,
  counts TEXT NOT NULL CHECK (counts IN ('people', 'institutions'))
) STRICT, WITHOUT ROWID;

CREATE TABLE sums (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1))
) STRICT;
INSERT INTO sums (id, is_current) VALUES (1, 0);

CREATE TABLE event_sums (
  event INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL,
  start_date TEXT,
  end_date TEXT,
  type TEXT NOT NULL
) STRICT;
CREATE INDEX event_sums_date ON event_sums (
  start_date IS NULL, start_date, end_date, activity_id, event, type
);

CREATE TABLE activity_type_sums (
  month TEXT,
  type TEXT NOT NULL,
  activities INTEGER NOT NULL
) STRICT;

CREATE TABLE attendance_sums (
  event INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL,
  start_date TEXT,
  end_date TEXT,
  type TEXT NOT NULL,
  exact INTEGER,
  about INTEGER,
  at_least INTEGER,
  at_most INTEGER,
  institutions INTEGER
) STRICT;

CREATE TABLE person_sums (
  person_id INTEGER PRIMARY KEY,
  appearances INTEGER NOT NULL,
  first_date TEXT,
  last_date TEXT
) STRICT;

CREATE TABLE person_role_sums (
  person_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  appearances INTEGER NOT NULL,
  first_date TEXT,
  last_date TEXT,
  PRIMARY KEY (person_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_position_sums (
  person_id INTEGER NOT NULL,
  position TEXT,
  organization TEXT,
  appearances INTEGER NOT NULL,
  first_date TEXT,
  last_date TEXT
) STRICT;
CREATE INDEX person_position_sums_person ON person_position_sums (person_id);

CREATE TABLE person_pair_sums (
  first_id INTEGER NOT NULL,
  second_id INTEGER NOT NULL,
  appearances INTEGER NOT NULL,
  first_date TEXT,
  last_date TEXT,
  PRIMARY KEY (first_id, second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_pair_sums_appearances ON person_pair_sums (appearances);

CREATE TABLE organization_sums (
  organization_id INTEGER PRIMARY KEY,
  appearances INTEGER NOT NULL,
  first_date TEXT,
  last_date TEXT
) STRICT;

CREATE TABLE organization_role_sums (
  organization_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  appearances INTEGER NOT NULL,
  first_date TEXT,
  last_date TEXT,
  PRIMARY KEY (organization_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE organization_pair_sums (
  first_id INTEGER NOT NULL,
  second_id INTEGER NOT NULL,
  appearances INTEGER NOT NULL,
  first_date TEXT,
  last_date TEXT,
  PRIMARY KEY (first_id, second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX organization_pair_sums_appearances ON organization_pair_sums (appearances);

CREATE TABLE attendance_month_sums (
  month TEXT,
  counted INTEGER NOT NULL,
  exact INTEGER NOT NULL,
  about INTEGER NOT NULL,
  lower INTEGER NOT NULL,
  upper INTEGER,
  largest INTEGER NOT NULL,
  event INTEGER NOT NULL
) STRICT;

CREATE TABLE focus_area_sums (
  month TEXT,
  focus_area INTEGER,
  activities INTEGER NOT NULL,
  groups INTEGER NOT NULL,
  conclusions INTEGER NOT NULL
) STRICT;

CREATE TABLE coverage_sums (
  site TEXT NOT NULL PRIMARY KEY,
  pages INTEGER NOT NULL,
  activities INTEGER NOT NULL,
  with_date INTEGER NOT NULL,
  with_venue INTEGER NOT NULL,
  with_attendance INTEGER NOT NULL,
  with_people INTEGER NOT NULL,
  with_organizations INTEGER NOT NULL,
  with_materials INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Whatever changes what the sums are of says so, in the same transaction.
CREATE TRIGGER sums_activities_inserted AFTER INSERT ON activities
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_activities_deleted AFTER DELETE ON activities
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_activities_updated AFTER UPDATE ON activities
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_participations_inserted AFTER INSERT ON participations
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_participations_deleted AFTER DELETE ON participations
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_participations_updated AFTER UPDATE ON participations
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_organization_roles_inserted AFTER INSERT ON organization_roles
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_organization_roles_deleted AFTER DELETE ON organization_roles
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_organization_roles_updated AFTER UPDATE ON organization_roles
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_attendance_inserted AFTER INSERT ON attendance
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_attendance_deleted AFTER DELETE ON attendance
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_attendance_updated AFTER UPDATE ON attendance
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_discussion_groups_inserted AFTER INSERT ON discussion_groups
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_discussion_groups_deleted AFTER DELETE ON discussion_groups
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_discussion_groups_updated AFTER UPDATE ON discussion_groups
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_conclusions_inserted AFTER INSERT ON conclusions
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_conclusions_deleted AFTER DELETE ON conclusions
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_conclusions_updated AFTER UPDATE ON conclusions
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_events_updated AFTER UPDATE ON events
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_pages_updated AFTER UPDATE OF state, site ON pages
WHEN (old.state = 'gone') != (new.state = 'gone') OR old.site != new.site BEGIN
  UPDATE sums SET is_current = 0;
END;

-- What quality checks look for among many rows that have no fault.
CREATE INDEX articles_page_published ON articles (page_id, published_at);
CREATE INDEX articles_extractor_version ON articles (extractor_version, page_id);
CREATE INDEX attendance_count ON attendance (count);
CREATE INDEX activities_placeless ON activities (id) WHERE place IS NULL AND venue IS NULL;
CREATE TRIGGER sums_materials_inserted AFTER INSERT ON materials
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
CREATE TRIGGER sums_materials_deleted AFTER DELETE ON materials
WHEN (SELECT is_current FROM sums) BEGIN
  UPDATE sums SET is_current = 0;
END;
