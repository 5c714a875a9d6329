//! A corpus for IRaMuTeQ: one text for each person of each interview, under a line of `*variables`, in plain UTF-8.
//!
//! Made of the very transcripts of the data export, newest versions: what stays out of them stays out here. Words of
//! interviewers and reference texts are no corpus.

use super::data::{Sheet, pieces};
use super::formats::{Order, WriteError, Written, place_bytes};
use super::losses::Losses;
use crate::file::csv::{self, read_all};
use crate::message;
use crate::study::is_interviewer_name;
use crate::study::people::INTERVIEWER;
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
    let people = sheets
        .iter()
        .find(|sheet| sheet.path == "participants.csv")
        .map_or_else(People::default, |sheet| People::of(sheet, &mut losses));
    let mut out = String::new();
    for ((interview, _), text) in &texts {
        corpus(interview, text, &people, &mut out, &mut losses);
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

/// Who speaks under which name, and the line of variables of each.
#[derive(Default)]
struct People {
    /// (interview, name in the text) → place in `list`.
    named: HashMap<(String, String), usize>,
    /// How many there are in an interview, and the last of them.
    of: HashMap<String, (usize, usize)>,
    list: Vec<Person>,
}

struct Person {
    is_interviewer: bool,
    variables: String,
}

impl People {
    fn of(sheet: &Sheet, losses: &mut Losses) -> Self {
        let mut people = Self::default();
        let text = String::from_utf8_lossy(&sheet.bytes);
        let Some(read) = read_all(&text).0 else {
            return people;
        };
        let mut words = Words::default();
        for row in &read.rows {
            let cell = |name: &str| read.cell(row, name).unwrap_or("");
            let (interview, key) = (cell("interview"), cell("participant"));
            let at = people.list.len();
            people.list.push(Person {
                is_interviewer: cell("role") == INTERVIEWER,
                variables: variables(&read, row, key, &mut words, losses),
            });
            for name in [cell("speaker"), key] {
                if !name.is_empty() {
                    people
                        .named
                        .insert((interview.to_owned(), name.to_owned()), at);
                }
            }
            if cell("role") != INTERVIEWER {
                let of = people.of.entry(interview.to_owned()).or_insert((0, at));
                *of = (of.0 + 1, at);
            }
        }
        people
    }

    /// Who speaks; `None` for somebody of no row.
    fn who(&self, interview: &str, name: Option<&str>) -> Option<&Person> {
        let found = name.and_then(|name| self.named.get(&(interview.to_owned(), name.to_owned())));
        let only = || match self.of.get(interview) {
            Some((1, at)) => Some(at),
            _ => None,
        };
        self.list.get(*found.or_else(only)?)
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
fn corpus(interview: &str, text: &Text, people: &People, out: &mut String, losses: &mut Losses) {
    let mut order: Vec<String> = Vec::new();
    let mut said: HashMap<String, String> = HashMap::new();
    for turn in &text.turns {
        let name = turn.speaker.as_deref();
        let person = people.who(interview, name);
        let interviews = match person {
            Some(person) => person.is_interviewer,
            None => name.is_some_and(|name| name == INTERVIEWER || is_interviewer_name(name)),
        };
        if interviews {
            losses.add(
                "interviewer",
                interview,
                message!("export-loss-interviewer"),
            );
            continue;
        }
        let variables = person.map_or("", |person| &person.variables);
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
    let folded = fold(interview);
    let key: String = folded.chars().filter(char::is_ascii_alphanumeric).collect();
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
