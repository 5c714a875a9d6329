//! Plain text: each line a paragraph; speakers stand at the start of a line, or on a line of their own.

use super::clean::Cleaner;
use super::error::ImportError;
use super::lines::{Line, read_lines};
use super::transcript::{Format, Options, Source, Transcript};

/// Any text is text.
pub(super) fn is_text(_: &Source) -> bool {
    true
}

/// Reads plain text.
#[expect(
    clippy::unnecessary_wraps,
    reason = "one signature for the table of formats"
)]
pub(super) fn read(source: &Source, options: &Options) -> Result<Transcript, ImportError> {
    Ok(read_as(Format::Text, source, options))
}

/// Reads a text whose conventions are found line by line; Otter's comes this way too.
pub(super) fn read_as(format: Format, source: &Source, options: &Options) -> Transcript {
    let mut cleaner = Cleaner::default();
    let lines: Vec<Line> = source
        .text()
        .split('\n')
        .enumerate()
        .map(|(index, line)| Line::new(index + 1, line, &mut cleaner))
        .collect();
    let mut transcript = Transcript::new(format);
    read_lines(&lines, options, &mut cleaner, &mut transcript);
    transcript.finish(&cleaner);
    transcript
}
