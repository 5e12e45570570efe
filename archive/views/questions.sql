-- Who and what, each once with what there is of it, for questions in plain SQL. Events are counted,
-- not the pages that report them.

-- Where the kept sums are current they are asked, as the program does (archive/query/sums.py): to
-- add all facts up takes seconds in a large archive.
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
  counted.appearances,
  counted.first_date,
  counted.last_date,
  CASE WHEN (SELECT is_current FROM sums) THEN (
    SELECT position FROM person_position_sums AS held
    WHERE held.person_id = people.id AND position IS NOT NULL
    ORDER BY held.last_date DESC, held.appearances DESC, position LIMIT 1
  ) ELSE (
    SELECT position FROM participations AS latest
    JOIN activities AS at ON at.id = latest.activity_id AND at.type IS NOT NULL
    JOIN pages ON pages.id = at.page_id AND pages.state != 'gone'
    WHERE latest.person_id = people.id AND position IS NOT NULL
    ORDER BY at.start_date DESC, latest.id DESC LIMIT 1
  ) END AS latest_position,
  CASE WHEN (SELECT is_current FROM sums) THEN (
    SELECT organization FROM person_position_sums AS held
    WHERE held.person_id = people.id AND organization IS NOT NULL
    ORDER BY held.last_date DESC, held.appearances DESC, organization LIMIT 1
  ) ELSE (
    SELECT organization FROM participations AS latest
    JOIN activities AS at ON at.id = latest.activity_id AND at.type IS NOT NULL
    JOIN pages ON pages.id = at.page_id AND pages.state != 'gone'
    WHERE latest.person_id = people.id AND organization IS NOT NULL
    ORDER BY at.start_date DESC, latest.id DESC LIMIT 1
  ) END AS latest_organization
FROM (
  SELECT person_id, appearances, first_date, last_date FROM person_sums
  WHERE (SELECT is_current FROM sums)
  UNION ALL
  SELECT
    person_id,
    count(DISTINCT coalesce(activities.event_id, -activities.id)),
    min(activities.start_date),
    max(activities.start_date)
  FROM activities
  CROSS JOIN pages ON pages.id = activities.page_id AND pages.state != 'gone'
  CROSS JOIN participations ON participations.activity_id = activities.id
  WHERE activities.type IS NOT NULL AND NOT (SELECT is_current FROM sums)
  GROUP BY person_id
) AS counted
JOIN people ON people.id = counted.person_id;

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
  counted.appearances,
  counted.organized,
  counted.first_date,
  counted.last_date
FROM (
  SELECT
    all_roles.organization_id,
    all_roles.appearances,
    coalesce(organizing.appearances, 0) AS organized,
    all_roles.first_date,
    all_roles.last_date
  FROM organization_sums AS all_roles
  LEFT JOIN organization_role_sums AS organizing
    ON organizing.organization_id = all_roles.organization_id AND organizing.role = 'organizer'
  WHERE (SELECT is_current FROM sums)
  UNION ALL
  SELECT
    organization_id,
    count(DISTINCT coalesce(activities.event_id, -activities.id)),
    count(DISTINCT CASE organization_roles.role WHEN 'organizer'
      THEN coalesce(activities.event_id, -activities.id) END),
    min(activities.start_date),
    max(activities.start_date)
  FROM activities
  CROSS JOIN pages ON pages.id = activities.page_id AND pages.state != 'gone'
  CROSS JOIN organization_roles ON organization_roles.activity_id = activities.id
  WHERE activities.type IS NOT NULL AND NOT (SELECT is_current FROM sums)
  GROUP BY organization_id
) AS counted
JOIN organizations ON organizations.id = counted.organization_id;

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
