//! `entretien-turns`: our own turns, read back as they are, never joined or sorted again.

use super::clean::Cleaner;
use super::error::ImportError;
use super::transcript::{Format, Options, Origin, Source, Transcript};
use super::warning::Warning;
use crate::study::document::Turn;
use crate::text::sanitise::is_sanitised;
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    format: String,
    #[serde(default)]
    interview: Option<String>,
    #[serde(default)]
    document: Option<String>,
    #[serde(default)]
    version: Option<u32>,
    turns: Vec<TurnLine>,
}

#[derive(Deserialize)]
struct TurnLine {
    #[serde(default)]
    speaker: Option<String>,
    #[serde(default)]
    start_ms: Option<i64>,
    #[serde(default)]
    end_ms: Option<i64>,
    text: String,
    #[serde(default)]
    anchors: Vec<(u32, i64)>,
}

/// Whether a text is JSON that calls itself so.
pub(super) fn is_turns(source: &Source) -> bool {
    let text = source.text().trim_start();
    text.starts_with('{') && text.contains("\"entretien-turns\"")
}

/// A name as it stands, unless it is not harmless.
fn exact(name: String, cleaner: &mut Cleaner) -> String {
    if is_sanitised(&name) && !name.contains('\n') {
        name
    } else {
        cleaner.name(&name)
    }
}

/// Reads the turns.
pub(super) fn read(source: &Source, _: &Options) -> Result<Transcript, ImportError> {
    let file: File = serde_json::from_str(source.text())?;
    let mut transcript = Transcript::new(Format::EntretienTurns);
    if file.format != transcript.format.name() {
        return Err(ImportError::NotThatFormat {
            format: transcript.format,
            why: format!(
                "its format is {:?}",
                file.format.chars().take(40).collect::<String>()
            ),
        });
    }
    let mut cleaner = Cleaner::default();
    let mut bad_anchors = 0;
    for line in file.turns {
        let chars = line.text.chars().count() as u64;
        let text = if is_sanitised(&line.text) {
            line.text
        } else {
            cleaner.text(line.text)
        };
        let same_length = text.chars().count() as u64 == chars;
        let mut anchors = line.anchors;
        let given = anchors.len();
        let mut last = None;
        anchors.retain(|(at, _)| {
            let fits =
                same_length && u64::from(*at) <= chars && last.is_none_or(|before| before <= *at);
            if fits {
                last = Some(*at);
            }
            fits
        });
        bad_anchors += given - anchors.len();
        transcript.turns.push(Turn {
            speaker: line.speaker.map(|name| exact(name, &mut cleaner)),
            start_ms: line.start_ms,
            end_ms: line.end_ms,
            text,
            anchors,
        });
    }
    if bad_anchors > 0 {
        transcript.warnings.push(Warning::BadAnchors(bad_anchors));
    }
    transcript.origin = Some(Origin {
        interview: file.interview,
        document: file.document,
        version: file.version,
    });
    transcript.finish(&cleaner);
    Ok(transcript)
}
