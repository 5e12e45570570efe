-- How many posts a run left out, for robots.txt forbids them or a password protects them.

ALTER TABLE crawls ADD COLUMN forbidden INTEGER;
ALTER TABLE crawls ADD COLUMN protected INTEGER;
