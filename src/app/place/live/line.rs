//! A line being typed in the call, with what was said of it so far.

use super::Asking;
use crate::study::id::{CodeId, NoteId};
use crate::study::word::NoteKind;
use serde::{Deserialize, Serialize};

/// A line being typed, with what was said of it so far.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Line {
    /// What is typed.
    pub text: String,
    /// Time of the first letter, milliseconds of the call.
    pub t_ms: Option<i64>,
    /// The kind that was chosen; else the mark at the start says it.
    pub kind: Option<NoteKind>,
    /// Flags.
    pub flags: Vec<String>,
    /// Codes.
    pub codes: Vec<CodeId>,
    /// The question in hand.
    pub question: String,
    /// The note that is mended.
    pub editing: Option<NoteId>,
    /// Lines that were put in as a whole are one note, not one each.
    pub one: bool,
}

impl Line {
    /// Whether nothing was typed or said.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
            && self.flags.is_empty()
            && self.codes.is_empty()
            && self.editing.is_none()
    }

    /// The kind of the line, and its words without the marks that say it.
    pub fn read(&self) -> (NoteKind, String) {
        self.read_one(&self.text)
    }

    /// The notes it makes: one, or one for each of its lines that is not empty.
    pub fn notes(&self) -> Vec<(NoteKind, String)> {
        let one = self.one || self.editing.is_some();
        let lines: Vec<&str> = if one {
            vec![self.text.as_str()]
        } else {
            self.text.lines().collect()
        };
        lines
            .into_iter()
            .map(|line| self.read_one(line))
            .filter(|(_, words)| !words.is_empty())
            .collect()
    }

    /// How many lines were put in that could be a note each.
    pub fn lines(&self) -> usize {
        self.text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .count()
    }

    fn read_one(&self, text: &str) -> (NoteKind, String) {
        let text = text.trim();
        let marks: [(&[char], &[char], NoteKind); 4] = [
            (&['"', '«', '“'], &['"', '»', '”'], NoteKind::Verbatim),
            (&['('], &[')'], NoteKind::Observation),
            (&['[', '*'], &[']', '*'], NoteKind::Interpretation),
            (&['#', '='], &[], NoteKind::Figure),
        ];
        for (open, close, kind) in marks {
            if let Some(rest) = text.strip_prefix(open) {
                // What is closed inside the line is a part of it: `(laughs) we did not speak of pay`.
                if rest.matches(close).count() == 1 && !rest.ends_with(close) {
                    break;
                }
                let words = rest.strip_suffix(close).unwrap_or(rest).trim();
                return (self.kind.unwrap_or(kind), words.to_owned());
            }
        }
        (self.kind.unwrap_or_default(), text.to_owned())
    }
}

/// What is typed in a call and not yet kept. It began as a [`Line`] alone, and old ones are read as such.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The line, with the question in hand.
    #[serde(flatten)]
    pub line: Line,
    /// The line that waits while a note is mended.
    pub aside: Option<Line>,
    /// The answer that is being typed.
    pub answer: Option<Asking>,
    /// Answers that were begun.
    pub begun: Vec<Asking>,
    /// Visits of questions that are not in the study yet.
    pub visits: Vec<(i64, String)>,
    /// The note that was looked at while it was not the last one, and how many rows of the screen were above it.
    pub looked: Option<(NoteId, usize)>,
}

impl Draft {
    /// Reads a draft; one that cannot be read is shown as it stands.
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_else(|_| Self {
            line: Line {
                text: text.to_owned(),
                ..Line::default()
            },
            ..Self::default()
        })
    }

    /// Whether nothing is lost without it.
    pub fn is_empty(&self) -> bool {
        self.line.is_empty()
            && self.aside.is_none()
            && self.answer.is_none()
            && self.begun.is_empty()
            && self.visits.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_at_the_start_says_the_kind() {
        for (text, kind, words) in [
            (
                "\"On perd des dossiers\"",
                NoteKind::Verbatim,
                "On perd des dossiers",
            ),
            ("« On perd »", NoteKind::Verbatim, "On perd"),
            ("(silence", NoteKind::Observation, "silence"),
            ("[à comparer]", NoteKind::Interpretation, "à comparer"),
            ("* à comparer", NoteKind::Interpretation, "à comparer"),
            ("# 3 projets", NoteKind::Figure, "3 projets"),
            ("= 3 projets", NoteKind::Figure, "3 projets"),
            ("ils ont ressaisi", NoteKind::Paraphrase, "ils ont ressaisi"),
            (
                "(rit) on n’en parle pas",
                NoteKind::Paraphrase,
                "(rit) on n’en parle pas",
            ),
            (
                "\"il a dit \"non\" et voilà",
                NoteKind::Verbatim,
                "il a dit \"non\" et voilà",
            ),
        ] {
            let line = Line {
                text: text.into(),
                ..Line::default()
            };
            assert_eq!(line.read(), (kind, words.to_owned()), "{text}");
        }
        let chosen = Line {
            text: "(rire)".into(),
            kind: Some(NoteKind::Verbatim),
            ..Line::default()
        };
        assert_eq!(chosen.read(), (NoteKind::Verbatim, "rire".to_owned()));
    }
}
