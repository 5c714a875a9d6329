//! What `import --check --json` prints of one transcript.

use super::transcript::Transcript;
use super::warning::Unread;
use crate::study::document::Turn;
use serde::Serialize;

/// One file's report, borrowed from its transcript.
#[derive(Debug, Serialize)]
pub struct CheckReport<'a> {
    file: &'a str,
    format: &'static str,
    encoding: &'a str,
    session: &'a str,
    words: usize,
    turns: Vec<TurnReport<'a>>,
    unread: &'a [Unread],
    warnings: Vec<String>,
}

#[derive(Debug, Serialize)]
struct TurnReport<'a> {
    speaker: Option<&'a str>,
    start_ms: Option<i64>,
    end_ms: Option<i64>,
    text: &'a str,
}

impl<'a> CheckReport<'a> {
    /// `file` as the person gave it, `session` the key of the interview it belongs to.
    pub fn new(file: &'a str, session: &'a str, transcript: &'a Transcript) -> Self {
        let turn = |turn: &'a Turn| TurnReport {
            speaker: turn.speaker.as_deref(),
            start_ms: turn.start_ms,
            end_ms: turn.end_ms,
            text: &turn.text,
        };
        Self {
            file,
            format: transcript.format.name(),
            encoding: &transcript.encoding,
            session,
            words: transcript.words,
            turns: transcript.turns.iter().map(turn).collect(),
            unread: &transcript.unread,
            warnings: transcript
                .warnings
                .iter()
                .map(ToString::to_string)
                .collect(),
        }
    }
}
