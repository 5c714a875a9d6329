//! Otter's text: `Name  0:05` above each paragraph, a footer that names the service.

use super::error::ImportError;
use super::headers::{Certainty, stamped};
use super::text::read_as;
use super::transcript::{Format, Options, Source, Transcript};

/// Whether two lines or more are headers as Otter writes them, or one of the first few is.
pub(super) fn is_otter(source: &Source) -> bool {
    let mut sure = 0;
    for (index, line) in source.text().lines().enumerate() {
        if stamped(line, line.contains('\t'))
            .is_some_and(|(_, certainty)| certainty == Certainty::Sure)
        {
            sure += 1;
            if sure == 2 || index < 5 {
                return true;
            }
        }
    }
    false
}

/// Reads Otter's text.
pub(super) fn read(source: &Source, options: &Options) -> Result<Transcript, ImportError> {
    if !is_otter(source) {
        return Err(ImportError::NotThatFormat {
            format: Format::Otter,
            why: "it has no line of the form Name  0:05".to_owned(),
        });
    }
    Ok(read_as(Format::Otter, source, options))
}
