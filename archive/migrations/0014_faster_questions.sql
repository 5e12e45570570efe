-- Indexes that have all a question asks, and the events of a month beside those counted.
DROP INDEX activities_type;
CREATE INDEX activities_type ON activities (type, start_date, end_date, id, page_id, event_id);
CREATE INDEX activities_lasting ON activities (end_date, start_date) WHERE end_date > start_date;
CREATE INDEX participations_organization ON participations (organization COLLATE NOCASE, activity_id)
  WHERE organization IS NOT NULL;

DROP TABLE attendance_month_sums;
CREATE TABLE attendance_month_sums (
  month TEXT,
  activities INTEGER NOT NULL,
  counted INTEGER NOT NULL,
  exact INTEGER NOT NULL,
  about INTEGER NOT NULL,
  lower INTEGER NOT NULL,
  upper INTEGER,
  largest INTEGER,
  event INTEGER NOT NULL
) STRICT;
UPDATE sums SET is_current = 0;
