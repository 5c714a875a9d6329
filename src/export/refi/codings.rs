//! Codings on the selections of a text or on a note, with what else is said of them as a note.

use super::guid::Guids;
use super::sheets::cell;
use super::sources::Sources;
use super::xml::Xml;
use crate::export::losses::Losses;
use crate::file::csv::Sheet;
use crate::file::known::MEANT;
use crate::message;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use uuid::Uuid;

/// How many characters of the words a selection is called by.
const NAMED: usize = 60;

/// One coding.
pub(super) struct Coding<'a> {
    guid: Uuid,
    code: Uuid,
    coder: Option<Uuid>,
    coded_at: &'a str,
    quote: &'a str,
    /// A note of its own for its memo, and the one that says how it is meant.
    notes: Vec<Uuid>,
}

/// A note that goes out with codings.
pub(super) struct CodingNote {
    pub(super) guid: Uuid,
    pub(super) name: String,
    pub(super) text: String,
    pub(super) author: Option<Uuid>,
}

type Spans<'a> = BTreeMap<(usize, usize), Vec<Coding<'a>>>;

/// All codings.
pub(super) struct Coded<'a> {
    /// By source and span in the document.
    texts: HashMap<usize, Spans<'a>>,
    /// By the id of a note of an interview.
    notes: HashMap<&'a str, Vec<Coding<'a>>>,
    selections: HashMap<(usize, usize, usize), Uuid>,
    pub(super) made: Vec<CodingNote>,
    /// Ids that are no GUID.
    pub(super) ids: Vec<(Uuid, &'a str)>,
    /// By id as the study has it.
    pub(super) guids: HashMap<&'a str, Uuid>,
    /// By scenario, the sources that say something on it, in order.
    pub(super) scenarios: BTreeMap<&'a str, Vec<usize>>,
}

/// What codings draw on.
pub(super) struct Known<'a> {
    pub(super) codes: &'a HashMap<&'a str, Uuid>,
    pub(super) users: &'a HashMap<String, Uuid>,
    pub(super) sources: &'a Sources,
    /// Notes of interviews that go out.
    pub(super) notes: &'a HashMap<&'a str, Uuid>,
}

impl<'a> Coded<'a> {
    pub(super) fn of(
        sheet: &'a Sheet,
        known: &Known<'a>,
        guids: &mut Guids,
        losses: &mut Losses,
    ) -> Self {
        let mut coded = Self {
            texts: HashMap::new(),
            notes: HashMap::new(),
            selections: HashMap::new(),
            made: Vec::new(),
            ids: Vec::new(),
            guids: HashMap::new(),
            scenarios: BTreeMap::new(),
        };
        // one row a scenario: what they say of it comes together
        let mut order: Vec<&str> = Vec::new();
        let mut rows: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, row) in sheet.rows.iter().enumerate() {
            let id = cell(sheet, row, "coding_id");
            let own = rows.entry(id).or_default();
            if own.is_empty() {
                order.push(id);
            }
            own.push(at);
        }
        let places: HashMap<(&str, &str), usize> = known
            .sources
            .0
            .iter()
            .enumerate()
            .map(|(at, source)| ((source.interview.as_str(), source.document.as_str()), at))
            .collect();
        let mut said: HashMap<String, Uuid> = HashMap::new();
        for id in order {
            let own = rows.get(id).map_or(&[][..], Vec::as_slice);
            let Some(row) = own.first().and_then(|at| sheet.rows.get(*at)) else {
                continue;
            };
            let get = |name| cell(sheet, row, name);
            let Some(code) = known.codes.get(get("code")) else {
                losses.add("coding", id, message!("refi-loss-no-code"));
                continue;
            };
            let guid = guids.of("coding", id);
            if guid.to_string() != id {
                coded.ids.push((guid, id));
            }
            coded.guids.insert(id, guid);
            let mut coding = Coding {
                guid,
                code: *code,
                coder: known.users.get(get("coder")).copied(),
                coded_at: get("coded_at"),
                quote: get("quote"),
                notes: Vec::new(),
            };
            let memo = get("memo");
            if !memo.is_empty() {
                let note = guids.of("memo of a coding", id);
                coding.notes.push(note);
                coded.made.push(CodingNote {
                    guid: note,
                    name: format!("{} {}", get("interview"), get("code"))
                        .trim()
                        .to_owned(),
                    text: memo.to_owned(),
                    author: coding.coder,
                });
            }
            let meant = meant(sheet, own);
            if !meant.is_empty() {
                let note = *said.entry(meant).or_insert_with_key(|meant| {
                    let note = guids.of("how codings are meant", meant);
                    coded.made.push(CodingNote {
                        guid: note,
                        name: format!("{MEANT} {}", meant.replace('\n', ", ")),
                        text: meant.clone(),
                        author: None,
                    });
                    note
                });
                coding.notes.push(note);
            }
            let note = get("note_id");
            if !note.is_empty() {
                if known.notes.contains_key(note) {
                    coded.notes.entry(note).or_default().push(coding);
                } else {
                    losses.add("coding", id, message!("refi-loss-no-text"));
                }
                continue;
            }
            let place = places.get(&(get("interview"), get("document")));
            let version: Option<u32> = get("version").parse().ok();
            let span = (get("char_start").parse(), get("char_end").parse());
            let (Some(place), (Ok(start), Ok(end))) = (place, span) else {
                losses.add("coding", id, message!("refi-loss-no-text"));
                continue;
            };
            if known.sources.0.get(*place).map(|source| source.version) != version {
                losses.add("coding", id, message!("refi-loss-older-version"));
                continue;
            }
            for at in own {
                let scenario = sheet
                    .rows
                    .get(*at)
                    .map_or("", |row| cell(sheet, row, "scenario"));
                if !scenario.is_empty() {
                    let list = coded.scenarios.entry(scenario).or_default();
                    if list.last() != Some(place) {
                        list.push(*place);
                    }
                }
            }
            coded
                .selections
                .entry((*place, start, end))
                .or_insert_with(|| {
                    let source = known.sources.0.get(*place).map(|source| source.guid);
                    let own = format!("{} {start} {end}", source.unwrap_or_default());
                    guids.of("selection", &own)
                });
            coded
                .texts
                .entry(*place)
                .or_default()
                .entry((start, end))
                .or_default()
                .push(coding);
        }
        for list in coded.scenarios.values_mut() {
            list.sort_unstable();
            list.dedup();
        }
        coded
    }

    /// The selections of a source in their order.
    pub(super) fn of_source(
        &self,
        source: usize,
    ) -> impl Iterator<Item = (Range<usize>, &[Coding<'a>])> {
        self.texts
            .get(&source)
            .into_iter()
            .flatten()
            .map(|((start, end), codings)| (*start..*end, codings.as_slice()))
    }

    pub(super) fn write_selection(
        &self,
        xml: &mut Xml,
        source: usize,
        span: &Range<usize>,
        there: &Range<usize>,
        codings: &[Coding],
    ) {
        let Some(guid) = self.selections.get(&(source, span.start, span.end)) else {
            return;
        };
        let quote = codings.first().map_or("", |coding| coding.quote);
        let name: String = quote
            .lines()
            .next()
            .unwrap_or("")
            .chars()
            .take(NAMED)
            .collect();
        xml.start("PlainTextSelection")
            .attribute("guid", guid)
            .some(
                "name",
                Some(name.trim_end()).filter(|name| !name.is_empty()),
            )
            .attribute("startPosition", there.start)
            .attribute("endPosition", there.end);
        write(xml, codings);
        xml.end();
    }

    /// Writes the codings on a note of an interview.
    pub(super) fn write_on_note(&self, xml: &mut Xml, note: &str) {
        write(xml, self.notes.get(note).map_or(&[][..], Vec::as_slice));
    }
}

fn write(xml: &mut Xml, codings: &[Coding]) {
    for coding in codings {
        xml.start("Coding")
            .attribute("guid", coding.guid)
            .some("creatingUser", coding.coder)
            .some(
                "creationDateTime",
                Some(coding.coded_at).filter(|at| !at.is_empty()),
            )
            .reference("CodeRef", coding.code);
        for note in &coding.notes {
            xml.reference("NoteRef", note);
        }
        xml.end();
    }
}

/// How a coding is meant, a line each: what it says on each scenario, its strength, a star, where it comes from.
fn meant(sheet: &Sheet, rows: &[usize]) -> String {
    let mut lines = Vec::new();
    for (n, row) in rows.iter().filter_map(|at| sheet.rows.get(*at)).enumerate() {
        let get = |name| cell(sheet, row, name);
        if !get("scenario").is_empty() {
            lines.push(format!("scenario {}: {}", get("scenario"), get("polarity")));
        }
        if n + 1 == rows.len() {
            let hand = |name: &'static str, plain: &str| {
                let value = cell(sheet, row, name);
                (!value.is_empty() && value != plain).then(|| format!("{name}: {value}"))
            };
            lines.extend(hand("strength", ""));
            lines.extend(hand("starred", ""));
            lines.extend(hand("origin", "hand"));
            lines.extend(hand("counted", "yes").filter(|line| line == "counted: superseded"));
        }
    }
    lines.join("\n")
}
