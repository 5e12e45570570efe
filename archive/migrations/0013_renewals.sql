-- Whether identities are those of the facts and decisions as they are now is marked by triggers,
-- in the transaction of the change, and not found out by reading all of them.

DROP TABLE identity_renewals;
CREATE TABLE identity_renewals (
  kind TEXT NOT NULL PRIMARY KEY CHECK (kind IN ('person', 'organization', 'event')),
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
  rules TEXT NOT NULL,
  background TEXT
) STRICT, WITHOUT ROWID;

-- What people are made of.
CREATE TRIGGER identity_participations_inserted AFTER INSERT ON participations BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind IN ('person', 'event');
END;
CREATE TRIGGER identity_participations_deleted AFTER DELETE ON participations BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind IN ('person', 'event');
END;
CREATE TRIGGER identity_participations_named AFTER UPDATE OF name, honorific, position, organization ON participations BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'person';
END;
CREATE TRIGGER identity_participations_moved AFTER UPDATE OF activity_id, person_id ON participations BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind IN ('person', 'event');
END;
CREATE TRIGGER identity_participations_taken AFTER UPDATE OF role ON participations BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;

-- What organizations are made of.
CREATE TRIGGER identity_organization_roles_inserted AFTER INSERT ON organization_roles BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind IN ('organization', 'event');
END;
CREATE TRIGGER identity_organization_roles_deleted AFTER DELETE ON organization_roles BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind IN ('organization', 'event');
END;
CREATE TRIGGER identity_organization_roles_named AFTER UPDATE OF name, acronym, sector ON organization_roles BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'organization';
END;
CREATE TRIGGER identity_organization_roles_moved AFTER UPDATE OF activity_id, organization_id ON organization_roles BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind IN ('organization', 'event');
END;
CREATE TRIGGER identity_activities_placed AFTER UPDATE OF place ON activities
WHEN EXISTS (SELECT 1 FROM organization_roles WHERE activity_id = new.id) BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'organization';
END;

-- What events are made of beside them.
CREATE TRIGGER identity_activities_inserted AFTER INSERT ON activities BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_activities_deleted AFTER DELETE ON activities BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_activities_updated AFTER UPDATE OF type, title, start_date, end_date, place, venue, event_id ON activities BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_attendance_inserted AFTER INSERT ON attendance BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_attendance_deleted AFTER DELETE ON attendance BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_attendance_updated AFTER UPDATE OF activity_id, unit, count ON attendance BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_materials_inserted AFTER INSERT ON materials BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_materials_deleted AFTER DELETE ON materials BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_materials_updated AFTER UPDATE OF activity_id, url, date ON materials BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_discussion_groups_inserted AFTER INSERT ON discussion_groups BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_discussion_groups_deleted AFTER DELETE ON discussion_groups BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_discussion_groups_updated AFTER UPDATE OF activity_id, topic ON discussion_groups BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_activity_dates_inserted AFTER INSERT ON activity_dates BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_activity_dates_deleted AFTER DELETE ON activity_dates BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_conclusions_inserted AFTER INSERT ON conclusions BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_conclusions_deleted AFTER DELETE ON conclusions BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_articles_updated AFTER UPDATE OF title, published_at, text_digest ON articles
WHEN old.title IS NOT new.title OR old.published_at IS NOT new.published_at OR old.text_digest IS NOT new.text_digest BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_people_named AFTER UPDATE OF name_key ON people
WHEN old.name_key IS NOT new.name_key BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_organizations_named AFTER UPDATE OF name_key ON organizations
WHEN old.name_key IS NOT new.name_key BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_events_inserted AFTER INSERT ON events BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_events_deleted AFTER DELETE ON events BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_events_updated AFTER UPDATE ON events BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;

-- What all of them are made of.
CREATE TRIGGER identity_pages_gone AFTER UPDATE OF state ON pages
WHEN (old.state = 'gone') != (new.state = 'gone') BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = 'event';
END;
CREATE TRIGGER identity_pages_moved AFTER UPDATE OF url, site ON pages
WHEN old.url IS NOT new.url OR old.site IS NOT new.site BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind IN ('person', 'organization', 'event');
END;
CREATE TRIGGER identity_activities_moved AFTER UPDATE OF page_id ON activities BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind IN ('person', 'organization', 'event');
END;
CREATE TRIGGER identity_decisions_inserted AFTER INSERT ON identity_decisions BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = new.kind;
END;
CREATE TRIGGER identity_decisions_deleted AFTER DELETE ON identity_decisions BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind = old.kind;
END;
CREATE TRIGGER identity_decisions_updated AFTER UPDATE ON identity_decisions BEGIN
  UPDATE identity_renewals SET is_current = 0 WHERE is_current AND kind IN (old.kind, new.kind);
END;
