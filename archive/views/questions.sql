-- Who and what, each once with what there is of it, for questions in plain SQL. Events are counted,
-- not the pages that report them.

CREATE VIEW people_overview AS
SELECT
  people.id AS person_id,
  people.name AS person,
  (
    SELECT group_concat(name, '; ') FROM (
      SELECT name FROM person_names
      WHERE person_names.person_id = people.id AND person_names.name_key != people.name_key
      ORDER BY name
    )
  ) AS aliases,
  count(DISTINCT coalesce(activities.event_id, -activities.id)) AS appearances,
  min(activities.start_date) AS first_date,
  max(activities.start_date) AS last_date,
  (
    SELECT position FROM participations AS latest
    JOIN activities AS at ON at.id = latest.activity_id
    WHERE latest.person_id = people.id AND position IS NOT NULL
    ORDER BY at.start_date DESC, latest.id DESC LIMIT 1
  ) AS latest_position,
  (
    SELECT organization FROM participations AS latest
    JOIN activities AS at ON at.id = latest.activity_id
    WHERE latest.person_id = people.id AND organization IS NOT NULL
    ORDER BY at.start_date DESC, latest.id DESC LIMIT 1
  ) AS latest_organization
FROM people
JOIN participations ON participations.person_id = people.id
JOIN activities ON activities.id = participations.activity_id AND activities.type IS NOT NULL
JOIN pages ON pages.id = activities.page_id AND pages.state != 'gone'
GROUP BY people.id;

CREATE VIEW organization_overview AS
SELECT
  organizations.id AS organization_id,
  organizations.name AS organization,
  organizations.acronym,
  organizations.sector,
  (
    SELECT group_concat(name, '; ') FROM (
      SELECT name FROM organization_names
      WHERE organization_names.organization_id = organizations.id
        AND organization_names.name_key != organizations.name_key
      ORDER BY name
    )
  ) AS aliases,
  count(DISTINCT coalesce(activities.event_id, -activities.id)) AS appearances,
  count(DISTINCT CASE organization_roles.role WHEN 'organizer'
    THEN coalesce(activities.event_id, -activities.id) END) AS organized,
  min(activities.start_date) AS first_date,
  max(activities.start_date) AS last_date
FROM organizations
JOIN organization_roles ON organization_roles.organization_id = organizations.id
JOIN activities ON activities.id = organization_roles.activity_id AND activities.type IS NOT NULL
JOIN pages ON pages.id = activities.page_id AND pages.state != 'gone'
GROUP BY organizations.id;

CREATE VIEW attendance_overview AS
SELECT
  attendance.id AS attendance_id,
  attendance.activity_id,
  activities.event_id,
  activities.start_date,
  activities.type,
  activities.title,
  attendance.count,
  attendance.qualifier,
  attendance.unit,
  attendance_units.counts,
  CASE WHEN attendance.qualifier IN ('exact', 'at_least') THEN attendance.count ELSE 0 END AS lower,
  CASE WHEN attendance.qualifier IN ('exact', 'at_most') THEN attendance.count END AS upper,
  attendance.evidence_quote,
  pages.url
FROM attendance
JOIN activities ON activities.id = attendance.activity_id AND activities.type IS NOT NULL
JOIN pages ON pages.id = activities.page_id AND pages.state != 'gone'
LEFT JOIN attendance_units
  ON word = substr(lower(unit), 1, instr(replace(unit, '/', ' ') || ' ', ' ') - 1);

CREATE VIEW focus_area_overview AS
SELECT
  discussion_groups.focus_area,
  focus_areas.label_id AS focus_area_label_id,
  focus_areas.label_en AS focus_area_label_en,
  activities.id AS activity_id,
  activities.event_id,
  activities.start_date,
  activities.type,
  activities.title,
  count(*) AS groups_count,
  sum(
    (SELECT count(*) FROM conclusions WHERE conclusions.group_id = discussion_groups.id)
  ) AS conclusions_count,
  group_concat(discussion_groups.topic, '; ') AS topics,
  pages.url
FROM discussion_groups
JOIN focus_areas ON focus_areas.number = discussion_groups.focus_area
JOIN activities ON activities.id = discussion_groups.activity_id AND activities.type IS NOT NULL
JOIN pages ON pages.id = activities.page_id AND pages.state != 'gone'
GROUP BY discussion_groups.activity_id, discussion_groups.focus_area;
