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
  CASE pages.state WHEN 'gone' THEN pages.reason END AS gone_reason
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
  published_at
FROM every_activity
WHERE gone_at IS NULL;

CREATE VIEW participation_overview AS
SELECT
  participations.id AS participation_id,
  participations.activity_id,
  activities.start_date,
  activities.type,
  activities.title,
  people.id AS person_id,
  people.name AS person,
  participations.role,
  participations.position,
  participations.organization,
  participations.honorific,
  participations.degrees,
  participations.summary_quote,
  participations.evidence_quote,
  pages.url
FROM participations
JOIN activities ON activities.id = participations.activity_id AND activities.type IS NOT NULL
JOIN people ON people.id = participations.person_id
JOIN pages ON pages.id = activities.page_id AND pages.state != 'gone';

CREATE VIEW group_overview AS
SELECT
  discussion_groups.id AS group_id,
  discussion_groups.activity_id,
  activities.start_date,
  activities.type,
  activities.title,
  discussion_groups.number,
  discussion_groups.topic,
  discussion_groups.focus_area,
  focus_areas.label_id AS focus_area_label_id,
  focus_areas.label_en AS focus_area_label_en,
  (
    SELECT group_concat(evidence_quote, char(10)) FROM (
      SELECT evidence_quote FROM conclusions
      WHERE conclusions.group_id = discussion_groups.id ORDER BY conclusions.position
    )
  ) AS conclusions,
  (
    SELECT count(*) FROM conclusions WHERE conclusions.group_id = discussion_groups.id
  ) AS conclusions_count,
  discussion_groups.evidence_quote,
  pages.url
FROM discussion_groups
JOIN activities ON activities.id = discussion_groups.activity_id AND activities.type IS NOT NULL
LEFT JOIN focus_areas ON focus_areas.number = discussion_groups.focus_area
JOIN pages ON pages.id = activities.page_id AND pages.state != 'gone';

CREATE VIEW material_overview AS
SELECT
  materials.id AS material_id,
  materials.activity_id,
  activities.start_date,
  activities.type,
  activities.title,
  materials.kind,
  materials.label,
  materials.url AS material_url,
  materials.presenter,
  materials.date,
  materials.evidence_quote,
  pages.url,
  CASE WHEN materials.url IS NULL THEN NULL WHEN file_links.attempts > 0 THEN file_links.state
    ELSE 'not asked' END AS file_state,
  coalesce(file_links.reason, files.reason) AS file_reason,
  file_links.host_kind,
  files.type AS file_type,
  files.pages AS file_pages,
  files.length AS file_length,
  files.sha256 AS file_sha256,
  files.path AS file_path
FROM materials
JOIN activities ON activities.id = materials.activity_id AND activities.type IS NOT NULL
JOIN pages ON pages.id = activities.page_id AND pages.state != 'gone'
LEFT JOIN file_links ON file_links.url = materials.url
LEFT JOIN files ON files.id = file_links.file_id;

-- What posts link to, what no post links to any more, and what an address gave before it gave
-- another file: every file of the archive is here, whatever became of its post.
CREATE VIEW file_overview AS
SELECT
  materials.id AS material_id,
  file_links.id AS link_id,
  files.id AS file_id,
  CASE WHEN file_links.attempts > 0 THEN file_links.state ELSE 'not asked' END AS state,
  coalesce(file_links.reason, files.reason) AS reason,
  materials.label,
  materials.presenter,
  materials.url AS material_url,
  file_links.host_kind,
  files.type AS file_type,
  files.length,
  files.pages,
  files.title AS file_title,
  files.is_scanned,
  files.is_complete,
  files.sha256,
  files.path,
  activities.id AS activity_id,
  activities.start_date,
  coalesce(activities.title, articles.title) AS title,
  pages.url,
  pages.site,
  file_links.http_status,
  file_links.attempts,
  file_links.checked_at,
  file_links.next_try_at,
  file_links.tried
FROM materials
JOIN activities ON activities.id = materials.activity_id
JOIN pages ON pages.id = activities.page_id
LEFT JOIN articles ON articles.page_id = activities.page_id
LEFT JOIN file_links ON file_links.url = materials.url
LEFT JOIN files ON files.id = file_links.file_id
WHERE materials.url IS NOT NULL
UNION ALL
SELECT
  NULL,
  file_links.id,
  files.id,
  CASE WHEN file_links.attempts > 0 THEN file_links.state ELSE 'not asked' END,
  coalesce(file_links.reason, files.reason),
  file_links.title,
  NULL,
  file_links.url,
  file_links.host_kind,
  files.type,
  files.length,
  files.pages,
  files.title,
  files.is_scanned,
  files.is_complete,
  files.sha256,
  files.path,
  NULL,
  NULL,
  NULL,
  NULL,
  file_links.site,
  file_links.http_status,
  file_links.attempts,
  file_links.checked_at,
  file_links.next_try_at,
  file_links.tried
FROM file_links
LEFT JOIN files ON files.id = file_links.file_id
WHERE NOT EXISTS (SELECT 1 FROM materials WHERE materials.url = file_links.url)
UNION ALL
SELECT
  NULL,
  NULL,
  files.id,
  'replaced',
  files.reason,
  coalesce(files.title, files.path),
  NULL,
  captures.url,
  NULL,
  files.type,
  files.length,
  files.pages,
  files.title,
  files.is_scanned,
  files.is_complete,
  files.sha256,
  files.path,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  captures.status,
  NULL,
  captures.fetched_at,
  NULL,
  NULL
FROM files
LEFT JOIN captures ON captures.id = files.capture_id
WHERE NOT EXISTS (SELECT 1 FROM file_links WHERE file_links.file_id = files.id);

CREATE VIEW crawl_failures AS
SELECT
  crawl_pages.crawl_id,
  crawl_pages.visited_at,
  pages.id AS page_id,
  pages.site,
  pages.url,
  crawl_pages.http_status,
  crawl_pages.reason
FROM crawl_pages
JOIN pages ON pages.id = crawl_pages.page_id
WHERE crawl_pages.outcome = 'failed';
