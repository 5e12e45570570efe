-- One row an event, as its leading report tells it: the fullest of those still on their sites.

CREATE VIEW event_overview AS
SELECT
  events.id AS event_id,
  leading.activity_id,
  leading.start_date,
  leading.end_date,
  leading.type,
  leading.type_label_id,
  leading.type_label_en,
  leading.title,
  leading.venue,
  leading.place,
  leading.attendance,
  leading.attendance_count,
  (
    SELECT count(DISTINCT person_id) FROM activities AS report
    JOIN pages ON pages.id = report.page_id AND pages.state != 'gone'
    JOIN participations ON participations.activity_id = report.id
    WHERE report.event_id = events.id
  ) AS people_count,
  (
    SELECT count(*) FROM activities AS report
    JOIN pages ON pages.id = report.page_id AND pages.state != 'gone'
    WHERE report.event_id = events.id
  ) AS reports_count,
  (
    SELECT group_concat(site, ', ') FROM (
      SELECT DISTINCT site FROM activities AS report
      JOIN pages ON pages.id = report.page_id AND pages.state != 'gone'
      WHERE report.event_id = events.id ORDER BY site
    )
  ) AS sites,
  leading.url,
  (
    SELECT group_concat(url, char(10)) FROM (
      SELECT url, report.id != (
        SELECT activity_id FROM events AS told WHERE told.id = report.event_id
      ) AS is_other, report.id
      FROM activities AS report
      JOIN pages ON pages.id = report.page_id AND pages.state != 'gone'
      WHERE report.event_id = events.id ORDER BY 2, 3
    )
  ) AS urls
FROM events
JOIN activity_overview AS leading ON leading.activity_id = events.activity_id;
