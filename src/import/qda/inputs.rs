//! From a project to files of our own kinds: settings, codebook, people, texts, notes, codings, memos.

use super::lay::{Laid, lay, lay_own};
use super::own::{Home, Linked, home, is_fresh};
use super::tables::{Rows, cell, sheet};
use super::{Keeping, MOST_TEXTS, Mark, Memo, On, Project, no_place};
use crate::i18n::Message;
use crate::import::data::{Kind, clean_key};
use crate::import::folder::{Input, Read};
use crate::import::plan::Belongs;
use crate::import::problem::shorten;
use crate::import::transcript::Options;
use crate::import::{Format, ImportError};
use crate::message;
use crate::study::Study;
use crate::study::codebook::colour_hex;
use crate::study::document::Turn;
use serde_json::json;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

/// Files that are made here of what the project has, and of our own tables beside it.
const MERGED: [&str; 7] = [
    "codebook.csv",
    "participants.csv",
    "notes.csv",
    "memos.csv",
    "sources.csv",
    "turns.csv",
    "ids.csv",
];
/// Reads a project as files that are read in its place; what could not be carried is told.
pub(in crate::import) fn inputs(
    file: &str,
    bytes: &[u8],
    keeping: Keeping,
    study: &Study,
) -> Result<(Vec<Input>, Vec<Message>), ImportError> {
    let mut project = keeping.read(bytes)?;
    if matches!(keeping, Keeping::Database | Keeping::Qc) && super::folder::waits(Path::new(file)) {
        project
            .losses
            .add("database", "-wal", message!("qda-loss-waiting"));
    }
    if project.texts.len() > MOST_TEXTS {
        return Err(ImportError::TooManyTexts {
            n: project.texts.len(),
        });
    }
    let mut maker = Maker {
        file,
        study,
        inputs: Vec::new(),
        codes: HashMap::new(),
        documents: HashMap::new(),
        attributes: HashMap::new(),
        people: HashMap::new(),
        codings: HashMap::new(),
        project,
    };
    maker.all();
    let losses = maker.project.losses.iter();
    let told = losses
        .map(|loss| {
            message!(
                "import-in-file",
                file = crate::text::harmless_line(file),
                warning = loss.message()
            )
        })
        .collect();
    Ok((maker.inputs, told))
}

pub(super) struct Maker<'a> {
    pub(super) file: &'a str,
    pub(super) study: &'a Study,
    pub(super) project: Project,
    pub(super) inputs: Vec<Input>,
    /// Key by id of the code.
    pub(super) codes: HashMap<String, String>,
    /// Interview and document by id of the text.
    pub(super) documents: HashMap<String, (String, String)>,
    /// Key by name of the variable.
    pub(super) attributes: HashMap<String, String>,
    /// Interview and participant by id of the case.
    pub(super) people: HashMap<String, (String, String)>,
    /// Id here by id there.
    pub(super) codings: HashMap<String, String>,
}

impl Maker<'_> {
    fn all(&mut self) {
        self.codebook();
        let laid = self.texts();
        self.settings();
        self.participants();
        self.carried();
        self.notes();
        self.coded(&laid);
        self.memos();
    }

    /// The id of something here: its own where that is a GUID, else of what it is. Rows are no ids: two people's copies
    /// of a project count on from the same one.
    pub(super) fn named<'s>(&self, id: &str, is: impl IntoIterator<Item = &'s str>) -> String {
        if self.project.seed.is_empty() || id.is_empty() {
            return id.to_owned();
        }
        uuid::Uuid::from_bytes(hashed(&self.project.seed, is)).to_string()
    }

    pub(super) fn data(&mut self, kind: Kind, bytes: impl Into<Option<Vec<u8>>>) {
        if let Some(bytes) = bytes.into() {
            self.inputs.push(Input {
                name: self.file.to_owned(),
                bytes,
                read: Read::Data(kind, Some("utf-8".to_owned())),
            });
        }
    }

    fn codebook(&mut self) {
        let own = Linked::of(&self.project, "codebook.csv");
        let label = own.columns().find(|column| column.starts_with("label_"));
        let label = label.unwrap_or("label").to_owned();
        let rest: Vec<String> = own
            .columns()
            .filter(|column| !["key", "colour"].contains(column) && **column != label)
            .map(str::to_owned)
            .collect();
        let codes = std::mem::take(&mut self.project.codes);
        let above: HashMap<&str, &str> = codes
            .iter()
            .map(|code| (code.id.as_str(), code.parent.as_str()))
            .collect();
        let mut taken = Taken::new();
        for code in &codes {
            let key = match own.row(&code.id, &code.name) {
                Some(row) => own.cell(row, "key").to_owned(),
                None => free(&clean_key(&code.name), "code", &mut taken),
            };
            self.codes.entry(code.id.clone()).or_insert(key);
        }
        let mut columns = vec!["key", "parent", "definition", "colour", label.as_str()];
        columns.extend(rest.iter().map(String::as_str));
        let mut rows = Rows::new(&columns);
        let mut written: HashSet<&str> = HashSet::new();
        for code in &codes {
            let Some(key) = self.codes.get(&code.id) else {
                continue;
            };
            if !written.insert(key) {
                let place = shorten(&code.name);
                self.project
                    .losses
                    .add("code", place, message!("qda-loss-twice"));
                continue;
            }
            let parent = match self.codes.get(&code.parent) {
                Some(_) if circle(&code.id, &above) => {
                    let place = shorten(&code.name);
                    self.project
                        .losses
                        .add("parent", place, message!("qda-loss-circle"));
                    ""
                }
                Some(parent) => parent,
                None => "",
            };
            let row = own.row(&code.id, &code.name);
            let get = |column: &str| row.map_or("", |row| own.cell(row, column));
            // what somebody changed since it left here counts
            let colour = match get("colour") {
                kept if !kept.is_empty() && colour_hex(kept) == Some(&code.colour) => kept,
                _ => &code.colour,
            };
            let name = match row {
                Some(_) if get("name") == code.name => get(&label).to_owned(),
                Some(_) => {
                    let bare = code.name.strip_prefix(key.as_str()).unwrap_or(&code.name);
                    bare.trim().to_owned()
                }
                None if *key == code.name => String::new(),
                None => code.name.clone(),
            };
            let mut cells = vec![key, parent, &code.description, colour, &name];
            cells.extend(rest.iter().map(|column| get(column)));
            rows.row(&cells);
        }
        self.data(Kind::Codebook, rows.finish());
    }

    /// Texts as turns, each with its places.
    fn texts(&mut self) -> Vec<(Vec<Mark>, Laid)> {
        let sources = Linked::of(&self.project, "sources.csv");
        let told = sheet(self.project.tables.get("turns.csv"));
        let mut by_source: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, row) in told.rows.iter().enumerate() {
            by_source
                .entry(cell(&told, row, "guid"))
                .or_default()
                .push(at);
        }
        let mut taken = Taken::new();
        let mut out = Vec::new();
        for mut text in std::mem::take(&mut self.project.texts) {
            if text.content.trim().is_empty() {
                let place = shorten(&text.name);
                self.project
                    .losses
                    .add("text", place, message!("qda-loss-empty"));
                continue;
            }
            let own = home(&sources, &text.id, &text.name);
            let (home, laid) = match own {
                Some(home) => {
                    let mut laid = lay_own(&text, home.labels);
                    for at in by_source.get(text.id.as_str()).into_iter().flatten() {
                        if let Some(row) = told.rows.get(*at) {
                            told_of(&mut laid.turns, &|name| cell(&told, row, name));
                        }
                    }
                    (home, laid)
                }
                None => {
                    let key = free(&clean_key(stem(&text.name)), "text", &mut taken);
                    let home = Home {
                        interview: key.clone(),
                        document: key,
                        version: None,
                        labels: crate::study::labelled::Labels::default(),
                    };
                    (home, lay(&text))
                }
            };
            let file = json!({
                "format": Format::EntretienTurns.name(),
                "interview": home.interview,
                "document": home.document,
                "version": home.version,
                "turns": laid.turns,
            });
            self.documents
                .insert(text.id.clone(), (home.interview, home.document));
            self.inputs.push(Input {
                name: self.file.to_owned(),
                bytes: file.to_string().into_bytes(),
                read: Read::Transcript(
                    Belongs::ByName,
                    Options {
                        format: Some(Format::EntretienTurns),
                        ..Options::default()
                    },
                ),
            });
            let marks = std::mem::take(&mut text.marks);
            for (at, (mark, place)) in marks.iter().zip(&laid.places).enumerate() {
                let (what, why) = match place {
                    None => ("coding", message!("qda-loss-place")),
                    Some(_) if laid.moved.contains(&at) => ("place", message!("qda-loss-moved")),
                    Some(_) => continue,
                };
                let words = if mark.words.is_empty() {
                    format!("{}–{}", mark.span.start, mark.span.end)
                } else {
                    format!("« {} »", shorten(&mark.words))
                };
                let place = format!("{}: {words}", shorten(&text.name));
                self.project.losses.add(what, place, why);
            }
            // its places are told by its id from here on
            let marks = marks
                .into_iter()
                .map(|mark| Mark {
                    words: text.id.clone(),
                    ..mark
                })
                .collect();
            out.push((marks, laid));
        }
        out
    }

    /// Files of ours that came along as they are.
    fn carried(&mut self) {
        let mut guides: Vec<(u32, String)> = Vec::new();
        let tables = std::mem::take(&mut self.project.tables);
        let mut left = BTreeMap::new();
        for (path, text) in tables {
            if MERGED.contains(&path.as_str()) {
                left.insert(path, text);
                continue;
            }
            let kind = Kind::ALL.into_iter().find(|kind| kind.file_name() == path);
            match kind {
                Some(Kind::Guide) => guides.push((u32::MAX, text)),
                None if path.starts_with("guides/") => {
                    let number = path
                        .strip_prefix("guides/")
                        .and_then(crate::import::data::numbered);
                    guides.push((number.unwrap_or(0), text));
                }
                None if path.starts_with("criteria/") => {
                    self.data(Kind::CriteriaList, text.into_bytes());
                }
                Some(Kind::Codings | Kind::Excerpts | Kind::Study | Kind::Anchors) | None => {
                    self.project.losses.add("table", path, no_place());
                }
                Some(kind) => self.data(kind, text.into_bytes()),
            }
        }
        self.project.tables = left;
        // a guide that is here is not written over
        if self.study.records.guides.is_empty() || is_fresh(self.study) {
            guides.sort();
            guides.dedup_by(|later, earlier| later.1 == earlier.1);
            for (_, text) in guides {
                self.data(Kind::Guide, text.into_bytes());
            }
        } else if !guides.is_empty() {
            self.project
                .losses
                .add("guide", "", message!("qda-loss-guide"));
        }
    }

    /// Notes of ours, whose words are notes of the project.
    fn notes(&mut self) {
        let own = Linked::of(&self.project, "notes.csv");
        if own.sheet.rows.is_empty() {
            return;
        }
        let columns: Vec<&str> = own.columns().chain(["text"]).collect();
        let mut rows = Rows::new(&columns);
        self.project.memos.retain(|memo| {
            let Some(row) = own.row(&memo.id, "") else {
                return true;
            };
            let cells: Vec<&str> = columns
                .iter()
                .map(|column| match *column {
                    "text" => memo.text.as_str(),
                    column => own.cell(row, column),
                })
                .collect();
            rows.row(&cells);
            false
        });
        self.data(Kind::Notes, rows.finish());
    }

    fn memos(&mut self) {
        let own = Linked::of(&self.project, "memos.csv");
        let columns = [
            "memo_id",
            "at",
            "author",
            "about",
            "interview",
            "target",
            "text",
        ];
        let mut rows = Rows::new(&columns);
        let mut given = HashSet::new();
        for memo in std::mem::take(&mut self.project.memos) {
            if memo.text.trim().is_empty() {
                self.project
                    .losses
                    .add("memo", "", message!("qda-loss-empty"));
                continue;
            }
            let (about, interview, target) = match own.row(&memo.id, "") {
                Some(row) => {
                    let get = |column| own.cell(row, column).to_owned();
                    let target = get("target");
                    let target = match get("about").as_str() {
                        "coding" => self.codings.get(&target).cloned().unwrap_or(target),
                        _ => target,
                    };
                    (get("about"), get("interview"), target)
                }
                None => self.target(&memo),
            };
            let id = match own.row(&memo.id, "") {
                Some(row) => own.cell(row, "memo_id").to_owned(),
                None => {
                    let on = [&about, &interview, &target];
                    let is = [&memo.author, &memo.at, &memo.text];
                    let parts = ["memo"].into_iter();
                    self.named(
                        &memo.id,
                        parts.chain(on.into_iter().chain(is).map(String::as_str)),
                    )
                }
            };
            if !self.project.seed.is_empty() && !given.insert(id.clone()) {
                // the same words on the same thing by the same person
                continue;
            }
            rows.row(&[
                &id,
                &memo.at,
                &memo.author,
                &about,
                &interview,
                &target,
                &memo.text,
            ]);
        }
        self.data(Kind::Memos, rows.finish());
    }

    /// What a memo is on, in our words; the study where that is not here.
    fn target(&self, memo: &Memo) -> (String, String, String) {
        let words = |kind: &str, interview: &str, target: &str| {
            (kind.to_owned(), interview.to_owned(), target.to_owned())
        };
        let found = match &memo.on {
            On::Study => None,
            On::Text(id) => self
                .documents
                .get(id)
                .map(|(interview, document)| words("document", interview, document)),
            On::Code(id) => self.codes.get(id).map(|key| words("code", "", key)),
            On::Coding(id) => self.codings.get(id).map(|id| words("coding", "", id)),
            On::Case(id) => self.people.get(id).map(|(interview, key)| {
                if key.is_empty() {
                    words("session", interview, "")
                } else {
                    words("participant", interview, key)
                }
            }),
        };
        found.unwrap_or_else(|| words("study", "", ""))
    }
}

/// The first bytes of a hash over a project and what something in it is, as a UUID of version 8.
fn hashed<'s>(seed: &str, is: impl IntoIterator<Item = &'s str>) -> [u8; 16] {
    use sha2::{Digest, Sha256};
    let hash = is
        .into_iter()
        .fold(Sha256::new().chain_update(seed), |hash, part| {
            hash.chain_update([0]).chain_update(part)
        })
        .finalize();
    let mut bytes = [0; 16];
    for (own, byte) in bytes.iter_mut().zip(hash) {
        *own = byte;
    }
    *uuid::Builder::from_bytes(bytes)
        .with_variant(uuid::Variant::RFC4122)
        .with_version(uuid::Version::Custom)
        .as_uuid()
        .as_bytes()
}

/// What a table of ours says of a turn beyond its labels, where the turn is the same.
fn told_of<'r>(turns: &mut [Turn], get: &dyn Fn(&str) -> &'r str) {
    let at: Option<usize> = get("turn").parse().ok();
    let Some(turn) = at.and_then(|at| turns.get_mut(at.checked_sub(1)?)) else {
        return;
    };
    let chars = turn.text.chars().count();
    if get("chars").parse() != Ok(chars) {
        return;
    }
    let speaker = get("speaker");
    turn.speaker = (!speaker.is_empty()).then(|| speaker.to_owned());
    turn.start_ms = get("start_ms").parse().ok();
    turn.end_ms = get("end_ms").parse().ok();
    turn.anchors = get("anchors")
        .split_whitespace()
        .filter_map(|pair| {
            let (char, ms) = pair.split_once(':')?;
            Some((char.parse().ok()?, ms.parse().ok()?))
        })
        .collect();
}

/// Keys that were given, with the number that is tried next.
type Taken = HashMap<String, usize>;

/// A key that is free: the name itself, else with a number.
fn free(name: &str, without: &str, taken: &mut Taken) -> String {
    let name = if name.is_empty() { without } else { name };
    let mut key = name.to_owned();
    while taken.contains_key(&key) {
        let next = taken.entry(name.to_owned()).or_insert(1);
        *next += 1;
        key = format!("{name}~{next}");
    }
    taken.insert(key.clone(), 1);
    key
}

/// A name without the ending of a file.
fn stem(name: &str) -> &str {
    const ENDINGS: [&str; 12] = [
        "txt", "docx", "doc", "odt", "rtf", "md", "pdf", "html", "htm", "vtt", "srt", "epub",
    ];
    match name.rsplit_once('.') {
        Some((stem, ending))
            if !stem.is_empty() && ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) =>
        {
            stem
        }
        _ => name,
    }
}

/// Whether going up from a code comes back to it.
fn circle(id: &str, above: &HashMap<&str, &str>) -> bool {
    let mut at = above.get(id).copied().unwrap_or("");
    for _ in 0..=above.len() {
        if at == id {
            return true;
        }
        match above.get(at) {
            Some(next) => at = next,
            None => return false,
        }
    }
    // a circle further up, which is broken there
    false
}
