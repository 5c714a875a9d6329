//! A corpus for IRaMuTeQ: one text for each person of each interview, under a line of `*variables`, in plain UTF-8.
//!
//! Made of the very transcripts of the data export, newest versions: what stays out of them stays out here. Words of
//! interviewers and reference texts are no corpus.

use super::data::pieces;
use super::formats::{Order, WriteError, Written, place_bytes};
use super::losses::Losses;
use crate::file::csv::{self, read_all};
use crate::message;
use crate::study::id::ParticipantId;
use crate::study::people::Participant;
use crate::study::{Speaker, speaker_among};
use crate::text::fold::fold;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

/// Columns of `participants` that are no variables of a corpus.
const NOT_ASKED: &[&str] = &[
    "interview",
    "participant",
    "speaker",
    "organisation",
    "consent",
    "consent_at",
    "consent_by",
    "consent_form",
    "recording",
    "contact",
    "closing",
    "withdrawn_at",
    "informed",
    "escaped",
];

#[derive(Deserialize)]
struct Text {
    interview: String,
    document: String,
    version: u32,
    turns: Vec<Turn>,
}

#[derive(Deserialize)]
struct Turn {
    speaker: Option<String>,
    text: String,
}

/// Writes the corpus.
pub(super) fn write(order: &Order) -> Result<Written, WriteError> {
    let (files, sheets, warnings) = pieces(order.study, order.texts, order.options);
    let mut texts: BTreeMap<(String, String), Text> = BTreeMap::new();
    let files = files
        .iter()
        .filter(|(path, _)| path.starts_with("transcripts/"));
    for text in files.filter_map(|(_, bytes)| serde_json::from_slice::<Text>(bytes).ok()) {
        let key = (text.interview.clone(), text.document.clone());
        if texts.get(&key).is_none_or(|old| old.version < text.version) {
            texts.insert(key, text);
        }
    }
    let mut losses = Losses::default();
    let mut people = sheets
        .iter()
        .find(|sheet| sheet.path == "participants.csv")
        .map_or_else(People::default, |sheet| {
            People::of(&sheet.bytes, &mut losses)
        });
    let mut out = String::new();
    for ((interview, _), text) in &texts {
        corpus(interview, text, &mut people, &mut out, &mut losses);
    }
    let notes = order.study.records.notes.len();
    losses.add_many("note", "", message!("export-loss-not-spoken"), notes);
    let codings = order.study.records.codings.len();
    losses.add_many("coding", "", message!("export-loss-no-codings"), codings);
    let sum = place_bytes(out.as_bytes(), order)?;
    Ok(Written {
        warnings,
        losses: Some(losses),
        sums: vec![sum],
        ..Written::default()
    })
}

/// Who speaks in which interview, and the line of variables of each.
#[derive(Default)]
struct People {
    of: HashMap<String, Vec<(ParticipantId, Participant)>>,
    /// Lines of variables.
    variables: HashMap<ParticipantId, String>,
    words: Words,
}

/// Who says a turn.
#[derive(Debug, PartialEq)]
enum Who<'a> {
    Interviewer,
    /// Somebody of these variables; of none, where it is not known who.
    Asked(&'a str),
}

impl People {
    fn of(sheet: &[u8], losses: &mut Losses) -> Self {
        let mut people = Self::default();
        let text = String::from_utf8_lossy(sheet);
        let Some(read) = read_all(&text).0 else {
            return people;
        };
        for (at, row) in read.rows.iter().enumerate() {
            let cell = |name: &str| read.cell(row, name).unwrap_or("").to_owned();
            let id = ParticipantId::new(&at.to_string());
            let person = Participant {
                key: cell("participant"),
                speaker: cell("speaker"),
                role: cell("role"),
                ..Participant::default()
            };
            let line = variables(&read, row, &person.key, &mut people.words, losses);
            people.variables.insert(id.clone(), line);
            let own = people.of.entry(cell("interview")).or_default();
            own.push((id, person));
        }
        people
    }

    /// Who speaks, as the study has it; names are those of the texts.
    fn who(&self, interview: &str, name: Option<&str>) -> Who<'_> {
        let own = self.of.get(interview).into_iter().flatten();
        let own: Vec<_> = own.map(|(id, person)| (id, person)).collect();
        match speaker_among(&own, name) {
            Speaker::Interviewer(_) => Who::Interviewer,
            Speaker::Participant(id) => Who::Asked(self.variables.get(id).map_or("", |line| line)),
            Speaker::Unknown => Who::Asked(""),
        }
    }
}

/// `*participant_p01 *role_direction *taille_10a49`.
fn variables(
    sheet: &csv::Sheet,
    row: &csv::Row,
    key: &str,
    words: &mut Words,
    losses: &mut Losses,
) -> String {
    let mut line = String::new();
    if !key.is_empty() {
        let _ = write!(
            line,
            " *participant_{}",
            words.plain("participant", key, losses)
        );
    }
    for (name, cell) in sheet.columns.iter().zip(&row.cells) {
        if NOT_ASKED.contains(&name.as_str()) || cell.is_empty() {
            continue;
        }
        let (variable, value) = (
            words.plain("", name, losses),
            words.plain(name, cell, losses),
        );
        let _ = write!(line, " *{variable}_{value}");
    }
    line
}

/// Words of variables: letters and digits alone, and never one for two.
#[derive(Default)]
struct Words {
    own: HashMap<(String, String), String>,
    taken: BTreeSet<(String, String)>,
}

impl Words {
    /// The word of a value of a variable, or of a variable where `of` is empty.
    fn plain(&mut self, of: &str, value: &str, losses: &mut Losses) -> String {
        let key = (of.to_owned(), value.to_owned());
        if let Some(own) = self.own.get(&key) {
            return own.clone();
        }
        let folded = fold(value);
        let letters: String = folded.chars().filter(char::is_ascii_alphanumeric).collect();
        let stem = if letters.is_empty() {
            "x".to_owned()
        } else {
            letters
        };
        let mut own = stem.clone();
        let mut n = 1;
        while !self.taken.insert((of.to_owned(), own.clone())) {
            n += 1;
            own = format!("{stem}{n}");
        }
        if own != value {
            let place = format!("{value} → {own}");
            losses.add("variable", place, message!("export-loss-variable"));
        }
        self.own.insert(key, own.clone());
        own
    }
}

/// One text a person, in the order in which they first speak.
fn corpus(
    interview: &str,
    text: &Text,
    people: &mut People,
    out: &mut String,
    losses: &mut Losses,
) {
    let mut order: Vec<String> = Vec::new();
    let mut said: HashMap<String, String> = HashMap::new();
    for turn in &text.turns {
        let name = turn.speaker.as_deref();
        let Who::Asked(variables) = people.who(interview, name) else {
            losses.add(
                "interviewer",
                interview,
                message!("export-loss-interviewer"),
            );
            continue;
        };
        let words = harmless(&turn.text, interview, losses);
        if words.is_empty() {
            continue;
        }
        if !said.contains_key(variables) {
            order.push(variables.to_owned());
        }
        let own = said.entry(variables.to_owned()).or_default();
        own.push_str(&words);
        own.push('\n');
    }
    if order.is_empty() {
        return;
    }
    let key = people.words.plain("interview", interview, losses);
    for variables in order {
        if let Some(words) = said.get(&variables) {
            if !out.is_empty() {
                out.push('\n');
            }
            let _ = write!(out, "**** *entretien_{key}{variables}\n{words}");
        }
    }
}

/// Words without what IRaMuTeQ would take for its own signs; apostrophes as its dictionaries have them.
fn harmless(text: &str, interview: &str, losses: &mut Losses) -> String {
    let stars = text.matches('*').count();
    losses.add_many(
        "asterisk",
        interview,
        message!("export-loss-asterisk"),
        stars,
    );
    let veiled = text
        .split(|c| c != '█')
        .filter(|run| !run.is_empty())
        .count();
    losses.add_many(
        "excluded",
        interview,
        message!("export-loss-veiled"),
        veiled,
    );
    let plain: String = text
        .chars()
        .map(|c| match c {
            '*' | '█' | '\u{a0}' | '\u{202f}' => ' ',
            '’' => '\'',
            other => other,
        })
        .collect();
    let lines = plain
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_letters_and_digits_and_never_one_for_two() {
        let mut losses = Losses::default();
        let mut words = Words::default();
        assert_eq!(words.plain("", "taille", &mut losses), "taille");
        assert!(losses.is_empty());
        assert_eq!(words.plain("taille", "10 à 49", &mut losses), "10a49");
        assert_eq!(words.plain("taille", "10-à-49", &mut losses), "10a492");
        assert_eq!(words.plain("taille", "10 à 49", &mut losses), "10a49");
        assert_eq!(words.plain("taille", "…", &mut losses), "x");
        assert_eq!(losses.iter().count(), 3);
    }

    #[test]
    fn who_asks_is_nobody_s_words_beside_an_only_participant() {
        let sheet =
            "interview,participant,speaker,role\nE1,P1,Ana,rh\nE2,P2,,rh\nE2,AM,,interviewer\n";
        let people = People::of(sheet.as_bytes(), &mut Losses::default());
        let ana = Who::Asked(" *participant_p1 *role_rh");
        let other = Who::Asked(" *participant_p2 *role_rh");
        for (interview, name, wanted) in [
            ("E1", Some("Ana"), &ana),
            ("E1", None, &ana),
            ("E1", Some("Chercheuse"), &Who::Interviewer),
            ("E2", Some("interviewer"), &Who::Interviewer),
            ("E2", Some("AM"), &Who::Interviewer),
            ("E2", Some("P2"), &other),
        ] {
            assert_eq!(&people.who(interview, name), wanted, "{interview} {name:?}");
        }
    }

    #[test]
    fn no_sign_of_the_program_stands_in_the_words() {
        let mut losses = Losses::default();
        let said = harmless(
            "**** *a_b l’été\u{a0}!\n\n-*thème ███ ██",
            "E01",
            &mut losses,
        );
        assert_eq!(said, "a_b l'été !\n- thème");
        let told: Vec<(&str, usize)> = losses.iter().map(|loss| (loss.what, loss.count)).collect();
        assert_eq!(told, [("asterisk", 6), ("excluded", 2)]);
    }
}
