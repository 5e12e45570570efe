-- Words of articles, conclusions and files, by their stems. A document is an article or a file; its
-- number begins with its day, so that what is read from its end is the newest. A row of
-- search_index is an article or one page of a file: its number is the document's, times 65536, and
-- the page, 0 for an article. archive/search writes them and knows what the words are made of.

CREATE TABLE search_documents (
  id INTEGER PRIMARY KEY,
  page_id INTEGER UNIQUE REFERENCES pages (id) ON DELETE CASCADE,
  file_id INTEGER REFERENCES files (id) ON DELETE CASCADE,
  CHECK ((page_id IS NULL) != (file_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX search_documents_file ON search_documents (file_id) WHERE file_id IS NOT NULL;

CREATE VIRTUAL TABLE search_index USING fts5 (
  title, text, conclusions, title_stems, text_stems, conclusions_stems, tokenize = 'ascii'
);
-- A crawl writes one article at a time; to merge such pieces sixteen at once costs less than four.
INSERT INTO search_index (search_index, rank) VALUES ('automerge', 16);
CREATE VIRTUAL TABLE search_words USING fts5vocab (search_index, 'col');

CREATE TRIGGER search_documents_deleted AFTER DELETE ON search_documents BEGIN
  DELETE FROM search_index WHERE rowid BETWEEN old.id << 16 AND (old.id << 16) + 65535;
END;

-- By which rules the stems were found; an index made by others is made anew.
CREATE TABLE search_rules (version TEXT NOT NULL) STRICT;

-- What a search asks of the activities that documents belong to, without reading their words.
CREATE INDEX activities_searched ON activities (page_id, id, type, start_date, end_date);
DROP INDEX materials_url;
CREATE INDEX materials_url ON materials (url, activity_id);

-- The words of files are in search_index now.
DROP TRIGGER file_texts_inserted;
DROP TRIGGER file_texts_deleted;
DROP TRIGGER file_texts_updated;
DROP TABLE file_texts_fts;
