-- What people corrected, added, removed and verified, apart from what pages were read to say.
-- target, value, said and says are JSON. A page with corrections is never removed under them.

CREATE TABLE corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  page_id INTEGER NOT NULL REFERENCES pages (id),
  action TEXT NOT NULL CHECK (action IN ('set', 'add', 'remove', 'verify')),
  fact TEXT NOT NULL CHECK (fact IN (
    'activity', 'dates', 'attendance', 'people', 'organizations', 'groups', 'conclusions',
    'materials'
  )),
  field TEXT,
  target TEXT,
  value TEXT NOT NULL DEFAULT 'null',
  quote TEXT,
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  said TEXT,
  says TEXT,
  state TEXT NOT NULL DEFAULT 'applied'
    CHECK (state IN ('applied', 'agreed', 'conflict', 'superseded', 'withdrawn')),
  settled_by TEXT,
  settled_at TEXT
) STRICT;
CREATE INDEX corrections_page ON corrections (page_id, id);
CREATE INDEX corrections_state ON corrections (state);

CREATE TABLE readings (
  page_id INTEGER PRIMARY KEY REFERENCES pages (id) ON DELETE CASCADE,
  record TEXT NOT NULL
) STRICT;

ALTER TABLE activities ADD COLUMN correction_id INTEGER REFERENCES corrections (id);
ALTER TABLE activity_dates ADD COLUMN correction_id INTEGER REFERENCES corrections (id);
ALTER TABLE attendance ADD COLUMN correction_id INTEGER REFERENCES corrections (id);
ALTER TABLE participations ADD COLUMN correction_id INTEGER REFERENCES corrections (id);
ALTER TABLE organization_roles ADD COLUMN correction_id INTEGER REFERENCES corrections (id);
ALTER TABLE discussion_groups ADD COLUMN correction_id INTEGER REFERENCES corrections (id);
ALTER TABLE conclusions ADD COLUMN correction_id INTEGER REFERENCES corrections (id);
ALTER TABLE materials ADD COLUMN correction_id INTEGER REFERENCES corrections (id);

CREATE INDEX activities_correction ON activities (correction_id)
  WHERE correction_id IS NOT NULL;
CREATE INDEX activity_dates_correction ON activity_dates (correction_id)
  WHERE correction_id IS NOT NULL;
CREATE INDEX attendance_correction ON attendance (correction_id)
  WHERE correction_id IS NOT NULL;
CREATE INDEX participations_correction ON participations (correction_id)
  WHERE correction_id IS NOT NULL;
CREATE INDEX organization_roles_correction ON organization_roles (correction_id)
  WHERE correction_id IS NOT NULL;
CREATE INDEX discussion_groups_correction ON discussion_groups (correction_id)
  WHERE correction_id IS NOT NULL;
CREATE INDEX conclusions_correction ON conclusions (correction_id)
  WHERE correction_id IS NOT NULL;
CREATE INDEX materials_correction ON materials (correction_id)
  WHERE correction_id IS NOT NULL;
