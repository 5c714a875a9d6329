//! Figures of a finished text against the tables. `9 sur 13 [S2 D8.levier]`: a scenario, a code or both, a side
//! (supporting unless another is named), conditions as `size=under10`.

use super::Verdict;
use crate::analysis::table::{Cell, Table};
use crate::analysis::{Context, Counted, Options, run_on};

/// The columns of `evidence` that a figure may be of, with the words that name them.
const SIDES: &[(&str, &[&str])] = &[
    (
        "n_supporting",
        &["pour", "for", "supporting", "supports", "+"],
    ),
    (
        "n_contradicting",
        &[
            "contre",
            "against",
            "contradicting",
            "contradicts",
            "-",
            "−",
        ],
    ),
    ("n_mixed", &["mixte", "mixed", "~"]),
    ("n_neutral", &["neutre", "neutral", "="]),
    ("n_interviews", &["cité", "cite", "cited", "tous", "all"]),
];

/// The row and column that a figure is of.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Reference {
    scenario: String,
    code: String,
    side: Option<&'static str>,
    conditions: Vec<(String, String)>,
}

/// Checks figures; tables are made once.
pub(super) struct Figures<'r, 'a> {
    counted: &'r Counted<'a>,
    context: &'r Context<'r>,
    made: Vec<(&'static str, Options, Table)>,
}

impl<'r, 'a> Figures<'r, 'a> {
    pub(super) fn new(counted: &'r Counted<'a>, context: &'r Context<'r>) -> Self {
        Self {
            counted,
            context,
            made: Vec::new(),
        }
    }

    /// What a figure comes to, the row it was held against, what the table has.
    pub(super) fn check(
        &mut self,
        k: usize,
        n: usize,
        reference: Option<&str>,
        sentence: &str,
    ) -> (Verdict, String, Option<(usize, usize)>) {
        let named = reference.and_then(|text| self.parse(text).map(|found| (text, found)));
        let (text, found) = match (named, reference) {
            (Some((text, Ok(found))), _) => (text.to_owned(), found),
            (Some((text, Err(()))), _) => {
                return (Verdict::UnknownReference, text.to_owned(), None);
            }
            (None, _) => match self.in_sentence(sentence) {
                Some(found) => {
                    let text = [found.scenario.as_str(), found.code.as_str()].join(" ");
                    (text.trim().to_owned(), found)
                }
                None => return (Verdict::Unchecked, String::new(), None),
            },
        };
        let from_sentence = reference != Some(text.as_str());
        let name = if found.scenario.is_empty() {
            "codes"
        } else {
            "evidence"
        };
        let Some(table) = self.table(name, &found) else {
            return (Verdict::UnknownReference, text, None);
        };
        let Some(row) = row_of(table, &found) else {
            return (Verdict::UnknownReference, text, None);
        };
        let of = match number(table, row, "n_asked") {
            Some(asked) => asked,
            None => table.n_interviews,
        };
        let default = if table.name == "evidence" {
            "n_supporting"
        } else {
            "n_interviews"
        };
        // a sentence says in its own words on which side they are
        let sides: Vec<&str> = match found.side {
            None if from_sentence && table.name == "evidence" => {
                SIDES.iter().map(|(column, _)| *column).collect()
            }
            side => vec![side.unwrap_or(default)],
        };
        let counts: Vec<usize> = sides
            .iter()
            .filter_map(|side| number(table, row, side))
            .collect();
        let Some(first) = counts.first().copied() else {
            return (Verdict::UnknownReference, text, None);
        };
        if n == of && counts.contains(&k) {
            (Verdict::Right, text, Some((k, of)))
        } else if found.side.is_none() && self.is_favourable(&found, k, n) {
            (Verdict::Right, text, Some((k, n)))
        } else {
            (Verdict::Wrong, text, Some((first, of)))
        }
    }

    /// Whether so many of so many gave a scenario a mark that is for it: what was answered, not what was coded.
    fn is_favourable(&mut self, reference: &Reference, k: usize, n: usize) -> bool {
        if reference.scenario.is_empty() || !reference.code.is_empty() {
            return false;
        }
        let Some(table) = self.table("adherence", reference) else {
            return false;
        };
        (0..table.rows.len()).any(|row| {
            matches!(table.cell(row, "favourable"), Some(Cell::Share(share)) if (share.k, share.n) == (k, n))
        })
    }

    /// A reference: nothing where no word of it is of the study, an error where only some are.
    fn parse(&self, text: &str) -> Option<Result<Reference, ()>> {
        let mut found = Reference::default();
        let (mut known, mut unknown) = (0, 0);
        for word in text.split([' ', '\u{a0}', ',', ';', '×', '·']) {
            if word.is_empty() {
                continue;
            }
            let side = SIDES
                .iter()
                .find(|(_, names)| names.contains(&word.to_lowercase().as_str()));
            if self.is_scenario(word) && found.scenario.is_empty() {
                word.clone_into(&mut found.scenario);
            } else if self.is_code(word) && found.code.is_empty() {
                word.clone_into(&mut found.code);
            } else if let Some((column, _)) = side {
                found.side = Some(*column);
            } else if let Some((attribute, value)) = word.split_once('=') {
                found
                    .conditions
                    .push((attribute.to_owned(), value.to_owned()));
            } else {
                unknown += 1;
                continue;
            }
            known += 1;
        }
        // bounds of an interval are no reference
        if known == 0 && !text.contains(char::is_alphabetic) && !text.contains('=') {
            return None;
        }
        // brackets hold a reference where a word of it looks like a key
        let looks_like_key = |word: &str| word.contains(|c: char| c.is_ascii_digit() || c == '=');
        if known == 0 && !text.split_whitespace().any(looks_like_key) {
            return None;
        }
        let whole = unknown == 0 && !(found.scenario.is_empty() && found.code.is_empty());
        Some(if whole { Ok(found) } else { Err(()) })
    }

    /// The only scenario and the only code that a sentence names; only keys with a digit or a point are taken for keys.
    fn in_sentence(&self, sentence: &str) -> Option<Reference> {
        let mut found = Reference::default();
        for word in sentence.split_whitespace() {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            if !word.contains(|c: char| c.is_ascii_digit() || c == '.')
                || word.chars().all(|c| c.is_ascii_digit())
            {
                continue;
            }
            let slot = if self.is_scenario(word) {
                &mut found.scenario
            } else if self.is_code(word) {
                &mut found.code
            } else {
                continue;
            };
            if !slot.is_empty() && slot != word {
                return None;
            }
            word.clone_into(slot);
        }
        (!found.scenario.is_empty() || !found.code.is_empty()).then_some(found)
    }

    fn is_scenario(&self, word: &str) -> bool {
        let counted = self.counted;
        let mut keys = counted
            .scenarios
            .iter()
            .map(|(id, scenario)| counted.keys.scenario(id, scenario));
        keys.any(|key| key == word)
    }

    fn is_code(&self, word: &str) -> bool {
        let counted = self.counted;
        let mut keys = counted
            .codes
            .iter()
            .map(|(id, code)| counted.keys.code(id, code));
        keys.any(|key| key == word)
    }

    fn table(&mut self, name: &'static str, reference: &Reference) -> Option<&Table> {
        let options = Options {
            scenario: Some(reference.scenario.clone()).filter(|key| !key.is_empty()),
            where_: reference.conditions.clone(),
            ..Options::default()
        };
        let at = self
            .made
            .iter()
            .position(|(known, with, _)| *known == name && *with == options);
        let at = if let Some(at) = at {
            at
        } else {
            let table = run_on(name, self.counted, self.context, &options).ok()?;
            self.made.push((name, options, table));
            self.made.len() - 1
        };
        self.made.get(at).map(|(_, _, table)| table)
    }
}

fn row_of(table: &Table, reference: &Reference) -> Option<usize> {
    (0..table.rows.len()).find(|row| {
        let is = |column: &str, wanted: &str| match table.cell(*row, column) {
            Some(Cell::Text(text)) => text == wanted,
            Some(Cell::Empty) => wanted.is_empty(),
            _ => false,
        };
        (reference.scenario.is_empty() || is("scenario", &reference.scenario))
            && is("code", &reference.code)
    })
}

fn number(table: &Table, row: usize, column: &str) -> Option<usize> {
    match table.cell(row, column) {
        Some(Cell::Integer(n)) => usize::try_from(*n).ok(),
        _ => None,
    }
}
