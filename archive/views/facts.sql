CREATE VIEW participation_overview AS
SELECT
  participations.id AS participation_id,
  participations.activity_id,
  activities.start_date,
  activities.type,
  activities.title,
  people.id AS person_id,
  people.name AS person,
  participations.name,
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
-- Each has its person: so joined, SQLite begins with the activities where all rows are counted.
LEFT JOIN people ON people.id = participations.person_id
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
