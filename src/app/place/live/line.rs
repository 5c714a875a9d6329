//! A line being typed in the call, with what was said of it so far.

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
        let text = self.text.trim();
        let marks: [(&[char], &[char], NoteKind); 4] = [
            (&['"', '«', '“'], &['"', '»', '”'], NoteKind::Verbatim),
            (&['('], &[')'], NoteKind::Observation),
            (&['[', '*'], &[']', '*'], NoteKind::Interpretation),
            (&['#', '='], &[], NoteKind::Figure),
        ];
        for (open, close, kind) in marks {
            if let Some(rest) = text.strip_prefix(open) {
                let words = rest.strip_suffix(close).unwrap_or(rest).trim();
                return (self.kind.unwrap_or(kind), words.to_owned());
            }
        }
        (self.kind.unwrap_or_default(), text.to_owned())
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
