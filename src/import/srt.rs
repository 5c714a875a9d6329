//! SubRip: numbers, times with a decimal comma, no voices; a name before a colon must come back to be a speaker.

use super::clean::Cleaner;
use super::clock::parse_arrow;
use super::cue;
use super::error::ImportError;
use super::transcript::{Format, Options, Source, Transcript};
use super::vtt::assemble;

/// Whether a text begins as SRT does: a number, then a time line; or a time line with decimal commas.
pub(super) fn is_srt(source: &Source) -> bool {
    let mut lines = source
        .text()
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
        return false;
    };
    let numbered = first.bytes().all(|byte| byte.is_ascii_digit()) && parse_arrow(second).is_some();
    numbered || (parse_arrow(first).is_some() && first.contains(','))
}

/// Reads SRT.
pub(super) fn read(source: &Source, options: &Options) -> Result<Transcript, ImportError> {
    let mut cleaner = Cleaner::default();
    let cues = cue::read(source.text(), &mut cleaner);
    if cues.list.is_empty() {
        return Err(ImportError::NotThatFormat {
            format: Format::Srt,
            why: "it has no line of the form 00:00:01,000 --> 00:00:02,000".to_owned(),
        });
    }
    Ok(assemble(Format::Srt, cues, cleaner, options))
}
