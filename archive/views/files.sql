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
