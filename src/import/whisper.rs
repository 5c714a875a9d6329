//! JSON of Whisper, WhisperX (with speakers) and whisper.cpp: segments with times.

use super::clean::Cleaner;
use super::cue::{Cue, Cues};
use super::error::ImportError;
use super::foreign::Foreign;
use super::transcript::{Format, Options, Source, Transcript};
use super::vtt::assemble;
use super::warning::{Reason, Unread};
use serde::Deserialize;

/// No interview is longer, in seconds: what is said to be later is no time.
const LONGEST: f64 = 1e7;

#[derive(Deserialize)]
#[serde(untagged)]
enum File {
    Whisper { segments: Vec<Segment> },
    Cpp { transcription: Vec<Segment> },
    Bare(Vec<Segment>),
}

#[derive(Deserialize)]
struct Segment {
    /// Seconds.
    #[serde(default)]
    start: Option<f64>,
    #[serde(default)]
    end: Option<f64>,
    /// Of whisper.cpp, in milliseconds.
    #[serde(default)]
    offsets: Option<Offsets>,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    speaker: Option<String>,
}

#[derive(Deserialize)]
struct Offsets {
    from: f64,
    to: f64,
}

/// Whether a text is JSON with segments.
pub(super) fn is_whisper(source: &Source) -> bool {
    source.known() == Some(Foreign::WhisperJson)
}

/// Reads the segments; what each word's time is, is not kept.
pub(super) fn read(source: &Source, options: &Options) -> Result<Transcript, ImportError> {
    // once for the reason and its place, once for the shape
    serde_json::from_str::<serde::de::IgnoredAny>(source.text())?;
    let file: File =
        serde_json::from_str(source.text()).map_err(|_| ImportError::NotThatFormat {
            format: Format::WhisperJson,
            why: "it has no list of segments with start, end and text".to_owned(),
        })?;
    let (File::Whisper { segments }
    | File::Cpp {
        transcription: segments,
    }
    | File::Bare(segments)) = file;
    let mut cleaner = Cleaner::default();
    let mut cues = Cues::default();
    for (index, segment) in segments.into_iter().enumerate() {
        let line = index + 1;
        let times = segment.times();
        let text = cleaner.text(segment.text.unwrap_or_default().trim().to_owned());
        let Some((start, end)) = times else {
            if !text.is_empty() {
                cues.unread.push(Unread {
                    line,
                    text,
                    reason: Reason::NoTimes,
                });
            }
            continue;
        };
        cues.list.push(Cue {
            line,
            start,
            end,
            text: text.replace('\n', " "),
            begins_again: false,
            speaker: segment.speaker,
            plain: true,
        });
    }
    Ok(assemble(Format::WhisperJson, cues, cleaner, options))
}

impl Segment {
    /// In milliseconds.
    fn times(&self) -> Option<(i64, i64)> {
        let (start, end) = match &self.offsets {
            Some(offsets) => (offsets.from / 1000.0, offsets.to / 1000.0),
            None => (self.start?, self.end?),
        };
        let fits = |seconds: f64| (0.0..=LONGEST).contains(&seconds);
        let ms = |seconds: f64| (seconds * 1000.0).round() as i64;
        (fits(start) && fits(end)).then(|| (ms(start), ms(end)))
    }
}
