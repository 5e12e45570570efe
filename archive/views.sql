-- Views that answer without joins. They hold no data: an archive whose views differ from
-- these gets these when it is opened. Only pages that report an activity appear in them; pages
-- that are gone from their site appear in every_activity alone.

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
  pages.url
FROM materials
JOIN activities ON activities.id = materials.activity_id AND activities.type IS NOT NULL
JOIN pages ON pages.id = activities.page_id AND pages.state != 'gone';

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
