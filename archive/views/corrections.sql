-- Corrections with both sides of a conflict: what the source said when it was corrected, and
-- what it says now. A whole fact stands as the value that names it.

CREATE VIEW corrections_overview AS
WITH named AS (
  SELECT
    corrections.*,
    '$.' || coalesce(field, CASE fact
      WHEN 'dates' THEN 'date'
      WHEN 'attendance' THEN 'count'
      WHEN 'groups' THEN 'topic'
      WHEN 'conclusions' THEN 'text'
      WHEN 'materials' THEN 'label'
      ELSE 'name'
    END) AS path
  FROM corrections
)
SELECT
  named.id AS correction_id,
  activities.id AS activity_id,
  activities.start_date,
  activities.title,
  named.action,
  named.fact,
  named.field,
  (SELECT group_concat(value, ' ') FROM json_each(named.target)) AS target,
  json_extract(named.said, '$.values' || substr(named.path, 2)) AS from_value,
  CASE
    WHEN named.action = 'remove' THEN NULL
    WHEN json_type(named.value) = 'object' THEN json_extract(named.value, named.path)
    ELSE json_extract(named.value, '$')
  END AS to_value,
  named.quote,
  named.author,
  named.made_at,
  named.reason,
  named.state,
  coalesce(json_extract(named.said, '$.context'), json_extract(named.said, '$.quotes[0]')) AS said_quote,
  json_extract(named.says, '$.values' || substr(named.path, 2)) AS now_value,
  coalesce(json_extract(named.says, '$.context'), json_extract(named.says, '$.quotes[0]')) AS now_quote,
  named.settled_by,
  named.settled_at,
  pages.url
FROM named
JOIN pages ON pages.id = named.page_id
LEFT JOIN activities ON activities.page_id = named.page_id;
