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
