//! REFI-QDA: a project (`.qdpx`) and a codebook (`.qdc`), valid against the published schemas.
//!
//! They are filled from the data files of an export, so that what is left out of those is left out here. Codes, people,
//! texts, codings, coders, memos are what REFI-QDA has them as. Of everything else the project keeps a note, in the form
//! of our own files: other programs show it as a memo, entretien reads it back; the list of losses names each.

mod cases;
mod codebook;
mod codes;
mod codings;
mod guid;
mod ids;
mod kept;
mod sets;
mod sheets;
mod sources;
mod xml;

use super::data::ExportOptions;
use super::losses::Losses;
use crate::file::csv::Sheet;
use crate::file::known::{MEANT, TABLE};
use crate::file::zip::{ArchiveError, pack};
use crate::i18n::Message;
use crate::message;
use crate::study::Study;
use crate::study::document::Texts;
use cases::Cases;
pub use codebook::codebook;
use codes::Codes;
use codings::{Coded, Known};
use guid::Guids;
use ids::Ids;
use kept::{kept, kept_memos};
use sets::sets;
use sheets::{Kept, Sheets, cell};
use sources::Sources;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;
use xml::Xml;

const PROJECT: &str = "urn:QDA-XML:project:1.0";
/// Files that follow from the others.
const DERIVED: [&str; 3] = ["datapackage.json", "evidence.csv", "scenarios.csv"];

/// A file that was made.
#[derive(Debug)]
pub struct Made {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What REFI-QDA has no place for.
    pub losses: Losses,
    /// What the owner should know.
    pub warnings: Vec<Message>,
}

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
pub enum RefiError {
    /// A codebook without codes is not valid.
    #[error("there is no code in the study")]
    NoCodes,
    /// The archive cannot be made.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

fn origin() -> String {
    format!("entretien {}", env!("CARGO_PKG_VERSION"))
}

/// A project, `.qdpx`: all of the study that goes out.
///
/// # Errors
/// The archive cannot be made.
pub fn project(
    study: &Study,
    texts: &dyn Texts,
    options: &ExportOptions,
) -> Result<Made, RefiError> {
    let mut sheets = Sheets::of(study, texts, options);
    let mut losses = Losses::default();
    let ids = Ids::of(study);
    let mut guids = Guids::new(ids.seed.clone());

    let codebook = sheets.take("codebook.csv");
    let people = sheets.take("participants.csv");
    let notes = sheets.take("notes.csv");
    let excerpts = sheets.take("excerpts.csv");
    let memos = sheets.take("memos.csv");
    let sessions_text = sheets.take_text("sessions.csv").unwrap_or_default();
    let sessions = crate::file::csv::read_all(&sessions_text).0;
    let sessions = sessions.unwrap_or_default();
    let mut files = sheets.take_folder("transcripts/");
    files.extend(sheets.take_folder("references/"));
    // where codings stood in older versions, which stay here
    let anchors = sheets.take("anchors.csv");
    let why = message!("refi-loss-older-version");
    losses.add_many("anchor", "anchors.csv", why, anchors.rows.len());

    let codes = Codes::of(&codebook, &mut guids, &|key| ids.code(key));
    let cases = Cases::of(&people, &sessions, &mut guids);
    let document = |interview: &str, document: &str| ids.document(interview, document);
    let sources = Sources::of(files, &mut guids, &document, &mut losses);
    let users = users(&excerpts, &memos, &mut guids);
    let note_guids: HashMap<&str, Uuid> = notes
        .rows
        .iter()
        .map(|row| cell(&notes, row, "note_id"))
        .map(|id| (id, guids.of("note", id)))
        .collect();
    let known = Known {
        codes: &codes.by_key,
        users: &users,
        sources: &sources,
        notes: &note_guids,
    };
    let coded = Coded::of(&excerpts, &known, &mut guids, &mut losses);
    let originals = study.records.versions.values();
    let originals = originals
        .filter(|version| !version.original.is_empty())
        .count();
    losses.add_many(
        "original",
        "originals/",
        message!("refi-loss-original"),
        originals,
    );

    // notes, and what they hang on
    let memo_guids: Vec<Uuid> = memos
        .rows
        .iter()
        .map(|row| guids.of("memo", cell(&memos, row, "memo_id")))
        .collect();
    let mut on_code: HashMap<&str, Vec<Uuid>> = HashMap::new();
    let mut on_source: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    let mut on_project: Vec<Uuid> = Vec::new();
    let by_interview = sources.by_interview();
    for row in &notes.rows {
        let source = by_interview.get(cell(&notes, row, "interview"));
        if let (Some(source), Some(note)) = (
            source.and_then(|list| list.first()),
            note_guids.get(cell(&notes, row, "note_id")),
        ) {
            on_source.entry(*source).or_default().push(*note);
        }
    }
    for (row, guid) in memos.rows.iter().zip(&memo_guids) {
        let get = |name| cell(&memos, row, name);
        let source = sources.0.iter().find(|source| {
            source.interview == get("interview")
                && (get("about") == "session" || source.document == get("target"))
        });
        match (get("about"), source) {
            ("code", _) if codes.by_key.contains_key(get("target")) => {
                on_code.entry(get("target")).or_default().push(*guid);
            }
            ("session" | "document", Some(source)) => {
                on_source.entry(source.guid).or_default().push(*guid);
            }
            _ => on_project.push(*guid),
        }
    }

    let mut tables = vec![
        ("sources.csv".to_owned(), sources.kept()),
        ("turns.csv".to_owned(), sources.kept_turns()),
        ("codebook.csv".to_owned(), codes.kept()),
        ("participants.csv".to_owned(), cases.kept()),
        (
            "notes.csv".to_owned(),
            kept(
                &notes,
                &["text", "recording_ms", "codes"],
                "note_id",
                &|id| note_guids.get(id).copied(),
            ),
        ),
        (
            "memos.csv".to_owned(),
            kept_memos(&memos, &memo_guids, &coded, &note_guids),
        ),
    ];
    let mut ids = Kept::new(&["guid", "coding_id"]);
    for (guid, id) in &coded.ids {
        ids.row(&[&guid.to_string(), id]);
    }
    tables.push(("ids.csv".to_owned(), ids));
    tables.retain(|(_, kept)| kept.rows > 0);
    let mut held: Vec<(String, String)> = tables
        .into_iter()
        .map(|(path, kept)| {
            let rows = kept.rows;
            // what says how our own files are to be read back is no loss of the study
            if !matches!(path.as_str(), "sources.csv") {
                losses.add_many("table", path.as_str(), message!("refi-loss-note"), rows);
            }
            (path, kept.finish())
        })
        .collect();
    held.push((
        "sessions.csv".to_owned(),
        sessions_text.replace("\r\n", "\n"),
    ));
    let why = message!("refi-loss-note");
    losses.add_many("table", "sessions.csv", why, sessions.rows.len());
    let meant = coded
        .made
        .iter()
        .filter(|note| note.name.starts_with(MEANT));
    losses.add_many(
        "meaning",
        "excerpts.csv",
        message!("refi-loss-meant"),
        meant.count(),
    );
    let warnings = std::mem::take(&mut sheets.warnings);
    let mut aim = String::new();
    let mut name = String::new();
    for (path, bytes) in sheets.rest() {
        if DERIVED.contains(&path.as_str()) {
            continue;
        }
        let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
        let count = match path.as_str() {
            "study.toml" => {
                let table: toml::Table = text.parse().unwrap_or_default();
                let get = |key| table.get(key).and_then(toml::Value::as_str).unwrap_or("");
                (name, aim) = (get("name").to_owned(), get("aim").to_owned());
                1
            }
            _ if !path.ends_with("csv") => 1,
            _ => crate::file::csv::read_all(&text)
                .0
                .map_or(0, |sheet| sheet.rows.len()),
        };
        if count > 0 {
            losses.add_many("table", path.as_str(), message!("refi-loss-note"), count);
            held.push((path, text));
        }
    }
    let held: Vec<(Uuid, String, String)> = held
        .into_iter()
        .map(|(path, text)| (guids.of("table", &path), path, text))
        .collect();
    on_project.extend(held.iter().map(|(guid, ..)| *guid));

    let mut xml = Xml::new();
    xml.start("Project")
        .attribute("xmlns", PROJECT)
        .attribute("name", &name)
        .attribute("origin", origin());
    let mut named: Vec<(&String, &Uuid)> = users.iter().collect();
    named.sort();
    if !named.is_empty() {
        xml.start("Users");
        for (name, guid) in named {
            xml.start("User")
                .attribute("guid", guid)
                .attribute("name", name)
                .end();
        }
        xml.end();
    }
    codes.write(&mut xml, &[], &on_code);
    cases.write_variables(&mut xml);
    cases.write(&mut xml, &by_interview);
    sources.write(&mut xml, &coded, &on_source);

    if !notes.rows.is_empty()
        || !memos.rows.is_empty()
        || !coded.made.is_empty()
        || !held.is_empty()
    {
        xml.start("Notes");
        for row in &notes.rows {
            let id = cell(&notes, row, "note_id");
            let Some(guid) = note_guids.get(id) else {
                continue;
            };
            let name = format!(
                "{} {}",
                cell(&notes, row, "interview"),
                cell(&notes, row, "kind")
            );
            xml.start("Note")
                .attribute("guid", guid)
                .attribute("name", name.trim());
            content(&mut xml, cell(&notes, row, "text"));
            coded.write_on_note(&mut xml, id);
            xml.end();
        }
        for (row, guid) in memos.rows.iter().zip(&memo_guids) {
            let get = |name| cell(&memos, row, name);
            let name = format!("{} {}", get("interview"), get("target"));
            let name =
                Some(name.trim()).filter(|name| !name.is_empty() && get("about") != "coding");
            xml.start("Note")
                .attribute("guid", guid)
                .some("name", name)
                .some("creatingUser", users.get(get("author")))
                .some(
                    "creationDateTime",
                    Some(get("at")).filter(|at| !at.is_empty()),
                );
            content(&mut xml, get("text"));
            xml.end();
        }
        for note in &coded.made {
            xml.start("Note")
                .attribute("guid", note.guid)
                .attribute("name", &note.name)
                .some("creatingUser", note.author);
            content(&mut xml, &note.text);
            xml.end();
        }
        for (guid, path, text) in &held {
            xml.start("Note")
                .attribute("guid", guid)
                .attribute("name", format!("{TABLE}{path}"));
            content(&mut xml, text);
            xml.end();
        }
        xml.end();
    }
    sets(&mut xml, &sources, &coded, &mut guids);
    xml.words("Description", &aim);
    for note in &on_project {
        xml.reference("NoteRef", note);
    }
    let project = xml.finish();
    let texts: Vec<(String, &[u8])> = sources.files().collect();
    let members = std::iter::once(("project.qde", project.as_slice()))
        .chain(texts.iter().map(|(name, bytes)| (name.as_str(), *bytes)));
    Ok(Made {
        bytes: pack(members)?,
        losses,
        warnings,
    })
}

/// The words of a note, which may be none.
fn content(xml: &mut Xml, text: &str) {
    xml.start("PlainTextContent").text(text).end();
}

/// Everybody who coded or wrote, by name.
fn users(excerpts: &Sheet, memos: &Sheet, guids: &mut Guids) -> HashMap<String, Uuid> {
    let coders = excerpts.rows.iter().map(|row| cell(excerpts, row, "coder"));
    let authors = memos.rows.iter().map(|row| cell(memos, row, "author"));
    let names: BTreeSet<&str> = coders
        .chain(authors)
        .filter(|name| !name.is_empty())
        .collect();
    names
        .into_iter()
        .map(|name| (name.to_owned(), guids.of("user", name)))
        .collect()
}
