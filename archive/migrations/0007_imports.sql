-- Whether a file was imported to its end, what it had, and what of it could not be read.

ALTER TABLE imports ADD COLUMN finished_at TEXT;
ALTER TABLE imports ADD COLUMN records INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN elsewhere INTEGER NOT NULL DEFAULT 0;
CREATE INDEX imports_path ON imports (path);

CREATE TABLE import_problems (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  place TEXT,
  "offset" INTEGER,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX import_problems_import ON import_problems (import_id);
