//! Projects of other programs, as each program writes them.

/// Taguette: one text, a page.
pub const TAGUETTE: &str = "
CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT, description TEXT, created DATETIME);
CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT, description TEXT, filename TEXT, created DATETIME, project_id INTEGER, text_direction TEXT, contents TEXT);
CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path TEXT, description TEXT);
CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT);
CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER, PRIMARY KEY (highlight_id, tag_id));
INSERT INTO projects VALUES (1, 'Étude', 'de quoi il s''agit', '2024-02-03 10:00:00');
INSERT INTO documents VALUES (1, 'Entretien 1', 'chez elle', 'e1.html', '2024-02-03 10:00:00', 1, 'LEFT_TO_RIGHT', '<p>N\u{e9}e \u{1f642} ici &amp; l\u{e0}.</p><p>Un <b>levier</b> fort.</p>');
INSERT INTO tags VALUES (1, 1, 'levier', 'ce qui aide'), (2, 1, 'levier.fort', '');
INSERT INTO highlights VALUES (1, 1, 10, 18, 'ici &amp; l\u{e0}'), (2, 1, 22, 33, '<b>levier</b> fort'), (3, 1, 0, 4, 'N\u{e9}e'), (4, 1, 0, 3, 'levier'), (5, 1, 0, 3, 'jamais dit');
INSERT INTO highlight_tags VALUES (1, 1), (2, 2), (4, 1), (5, 1);
";

/// QualCoder: codes below themselves, places that moved.
pub const QUALCODER: &str = "
CREATE TABLE project (databaseversion TEXT, date TEXT, memo TEXT, about TEXT);
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT, fulltext TEXT, mediapath TEXT, memo TEXT, owner TEXT, date TEXT);
CREATE TABLE code_cat (catid INTEGER PRIMARY KEY, name TEXT, owner TEXT, date TEXT, memo TEXT, supercatid INTEGER);
CREATE TABLE code_name (cid INTEGER PRIMARY KEY, name TEXT, memo TEXT, catid INTEGER, owner TEXT, date TEXT, color TEXT);
CREATE TABLE code_text (ctid INTEGER PRIMARY KEY, cid INTEGER, fid INTEGER, seltext TEXT, pos0 INTEGER, pos1 INTEGER, owner TEXT, date TEXT, memo TEXT, avid INTEGER, important INTEGER);
CREATE TABLE cases (caseid INTEGER PRIMARY KEY, name TEXT, memo TEXT, owner TEXT, date TEXT);
CREATE TABLE case_text (id INTEGER PRIMARY KEY, caseid INTEGER, fid INTEGER, pos0 INTEGER, pos1 INTEGER);
CREATE TABLE attribute_type (name TEXT, date TEXT, owner TEXT, memo TEXT, caseOrFile TEXT, valuetype TEXT);
CREATE TABLE attribute (attrid INTEGER PRIMARY KEY, name TEXT, attr_type TEXT, value TEXT, id INTEGER, date TEXT, owner TEXT);
CREATE TABLE journal (jid INTEGER PRIMARY KEY, name TEXT, jentry TEXT, date TEXT, owner TEXT);
CREATE TABLE annotation (anid INTEGER PRIMARY KEY, fid INTEGER, pos0 INTEGER, pos1 INTEGER, memo TEXT, owner TEXT, date TEXT);
INSERT INTO project VALUES ('v13', '2024-01-01 09:00:00', 'le projet', '');
INSERT INTO source VALUES (1, 'e1.txt', 'Un \u{1f642} mot, deux mots.', NULL, 'note du fichier', 'zoe', '2024-01-02 10:11:12'), (2, 'son.mp3', NULL, '/audio/son.mp3', '', 'zoe', '');
INSERT INTO code_cat VALUES (1, 'A', 'zoe', '', '', 2), (2, 'B', 'zoe', '', '', 1), (3, 'C', 'zoe', '', 'au-dessus', NULL);
INSERT INTO code_name VALUES (1, 'x', 'def', 3, 'zoe', '', '#F00'), (2, 'y', '', 1, 'zoe', '', '');
INSERT INTO code_text VALUES (1, 1, 1, 'mot', 5, 8, 'zoe', '2024-01-02 10:11:12', 'm', NULL, 1), (2, 1, 1, 'deux', 11, 15, 'ana', '', '', NULL, NULL), (3, 2, 1, 'mots', 0, 4, 'ana', '', '', NULL, NULL), (4, 2, 1, 'rien', 0, 4, 'ana', '', '', NULL, NULL), (5, 9, 1, 'Un', 0, 2, 'ana', '', '', NULL, NULL);
INSERT INTO cases VALUES (1, 'Maud', 'elle', 'zoe', '');
INSERT INTO case_text VALUES (1, 1, 1, 0, 20);
INSERT INTO attribute_type VALUES ('age', '', '', '', 'case', 'numeric'), ('lieu', '', '', '', 'file', 'character');
INSERT INTO attribute VALUES (1, 'age', 'case', '41', 1, '', ''), (2, 'lieu', 'file', 'Brest', 1, '', '');
INSERT INTO journal VALUES (1, 'j', 'une entr\u{e9}e', '2024-01-02 10:11:12', 'zoe');
INSERT INTO annotation VALUES (1, 1, 0, 2, 'une annotation', 'zoe', '');
";

/// RQDA: what was deleted is kept and marked.
pub const RQDA: &str = "
CREATE TABLE project (databaseversion TEXT, date TEXT, memo TEXT);
CREATE TABLE source (name TEXT, id INTEGER, file TEXT, memo TEXT, owner TEXT, date TEXT, dateM TEXT, status INTEGER);
CREATE TABLE freecode (name TEXT, memo TEXT, owner TEXT, date TEXT, dateM TEXT, id INTEGER, status INTEGER, color TEXT);
CREATE TABLE coding (cid INTEGER, fid INTEGER, seltext TEXT, selfirst REAL, selend REAL, status INTEGER, owner TEXT, date TEXT, memo TEXT);
CREATE TABLE codecat (name TEXT, cid INTEGER, catid INTEGER, owner TEXT, date TEXT, dateM TEXT, memo TEXT, status INTEGER);
CREATE TABLE treecode (cid INTEGER, catid INTEGER, date TEXT, dateM TEXT, memo TEXT, status INTEGER, owner TEXT);
CREATE TABLE cases (name TEXT, memo TEXT, owner TEXT, date TEXT, dateM TEXT, id INTEGER, status INTEGER);
CREATE TABLE caselinkage (caseid INTEGER, fid INTEGER, selfirst REAL, selend REAL, status INTEGER, owner TEXT, date TEXT, memo TEXT);
CREATE TABLE caseAttr (variable TEXT, value TEXT, caseID INTEGER, date TEXT, dateM TEXT, owner TEXT, status INTEGER);
INSERT INTO project VALUES ('0.2', 'Mon Jan 1 2018', '');
INSERT INTO source VALUES ('e1', 1, 'Un \u{e9}t\u{e9}.' || char(13) || char(10) || 'Deux mots.', '', 'rqda', '', '', 1), ('parti', 2, 'x', '', 'rqda', '', '', 0);
INSERT INTO freecode VALUES ('chaud', 'd\u{e9}f', 'rqda', '', '', 1, 1, NULL), ('mort', '', 'rqda', '', '', 2, 0, NULL);
INSERT INTO codecat VALUES ('saisons', NULL, 1, 'rqda', '', '', '', 1);
INSERT INTO treecode VALUES (1, 1, '', '', '', 1, 'rqda');
INSERT INTO coding VALUES (1, 1, '\u{e9}t\u{e9}', 3.0, 6.0, 1, 'rqda', '', 'vu'), (1, 1, 'Deux', 8.0, 12.0, 1, 'rqda', '', ''), (1, 1, 'Un', 0.0, 2.0, 0, 'rqda', '', '');
INSERT INTO cases VALUES ('Lo', '', 'rqda', '', '', 1, 1);
INSERT INTO caselinkage VALUES (1, 1, 0.0, 5.0, 1, 'rqda', '', '');
INSERT INTO caseAttr VALUES ('ville', 'Lyon', 1, '', '', '', 1);
";

/// `qc`: lines of texts that lie beside the database.
pub const QC: &str = "
CREATE TABLE document (file_path TEXT PRIMARY KEY, file_hash TEXT);
CREATE TABLE document_index (id INTEGER PRIMARY KEY, name TEXT, time_series INTEGER, document_id TEXT);
CREATE TABLE location (id INTEGER PRIMARY KEY, start_line INTEGER, end_line INTEGER, document_index_id INTEGER);
CREATE TABLE code (name TEXT PRIMARY KEY);
CREATE TABLE coder (name TEXT PRIMARY KEY);
CREATE TABLE coded_line (id INTEGER PRIMARY KEY, line INTEGER, coder_id TEXT, code_id TEXT);
CREATE TABLE coded_line_location_association (coded_line_id INTEGER, location_id INTEGER);
INSERT INTO document VALUES ('a/e1.txt', '');
INSERT INTO document_index VALUES (1, 'paragraphs', 0, 'a/e1.txt');
INSERT INTO location VALUES (1, 0, 9, 1);
INSERT INTO code VALUES ('x'), ('z');
INSERT INTO coder VALUES ('cp');
INSERT INTO coded_line VALUES (1, 0, 'cp', 'x'), (2, 2, 'cp', 'z'), (3, 77, 'cp', 'x');
INSERT INTO coded_line_location_association VALUES (1, 1), (2, 1), (3, 1);
";

/// The description of a REFI-QDA project, whose text is `sources/t.txt`.
pub const PROJECT: &str = "<?xml version=\"1.0\"?><Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"p\"><Users><User guid=\"00000001-0000-4000-8000-000000000000\" name=\"z\"/></Users><CodeBook><Codes><Code guid=\"00000002-0000-4000-8000-000000000000\" name=\"c\" isCodable=\"true\" color=\"#abc\"><Description>d</Description></Code></Codes></CodeBook><Cases><Case guid=\"00000003-0000-4000-8000-000000000000\" name=\"k\"><SourceRef targetGUID=\"00000004-0000-4000-8000-000000000000\"/></Case></Cases><Sources><TextSource guid=\"00000004-0000-4000-8000-000000000000\" name=\"t\" plainTextPath=\"internal://t.txt\"><PlainTextSelection guid=\"00000005-0000-4000-8000-000000000000\" startPosition=\"3\" endPosition=\"9\"><Description>s</Description><Coding guid=\"00000006-0000-4000-8000-000000000000\" creatingUser=\"00000001-0000-4000-8000-000000000000\"><CodeRef targetGUID=\"00000002-0000-4000-8000-000000000000\"/><NoteRef targetGUID=\"00000007-0000-4000-8000-000000000000\"/></Coding></PlainTextSelection></TextSource></Sources><Notes><Note guid=\"00000007-0000-4000-8000-000000000000\" name=\"n\"><PlainTextContent>m</PlainTextContent></Note></Notes></Project>";
