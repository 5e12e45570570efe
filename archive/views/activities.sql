-- Views that answer without joins. They hold no data: an archive whose views differ from
-- these gets these when it is opened. Only pages that report an activity appear in them; pages
-- that are gone from their site appear in every_activity and file_overview alone, and files of
-- all pages in file_overview.

CREATE VIEW every_activity AS
SELECT
  activities.id AS activity_id,
  activities.start_date,
  activities.end_date,
  activities.type,
  activity_types.label_id AS type_label_id,
  activity_types.label_en AS type_label_en,
  activities.title,
  activities.venue,
  activities.place,
  (
    SELECT group_concat(said, '; ') FROM (
      SELECT
        CASE qualifier WHEN 'about' THEN '±' WHEN 'at_least' THEN '≥' WHEN 'at_most' THEN '≤'
          ELSE '' END || count || ' ' || unit AS said
      FROM attendance WHERE attendance.activity_id = activities.id ORDER BY attendance.id
    )
  ) AS attendance,
  (SELECT max(count) FROM attendance WHERE activity_id = activities.id) AS attendance_count,
  (
    SELECT count(DISTINCT person_id) FROM participations WHERE activity_id = activities.id
  ) AS people_count,
  (
    SELECT count(DISTINCT organization_id) FROM organization_roles
    WHERE activity_id = activities.id
  ) AS organizations_count,
  (SELECT count(*) FROM discussion_groups WHERE activity_id = activities.id) AS groups_count,
  (SELECT count(*) FROM materials WHERE activity_id = activities.id) AS materials_count,
  (SELECT count(*) FROM findings WHERE activity_id = activities.id) AS findings_count,
  pages.url,
  pages.site,
  articles.published_at,
  CASE pages.state WHEN 'gone' THEN pages.gone_at END AS gone_at,
  CASE pages.state WHEN 'gone' THEN pages.reason END AS gone_reason,
  activities.event_id
FROM activities
JOIN activity_types ON activity_types.code = activities.type
JOIN pages ON pages.id = activities.page_id
JOIN articles ON articles.page_id = activities.page_id;

CREATE VIEW activity_overview AS
SELECT
  activity_id,
  start_date,
  end_date,
  type,
  type_label_id,
  type_label_en,
  title,
  venue,
  place,
  attendance,
  attendance_count,
  people_count,
  organizations_count,
  groups_count,
  materials_count,
  findings_count,
  url,
  site,
  published_at,
  event_id
FROM every_activity
WHERE gone_at IS NULL;
