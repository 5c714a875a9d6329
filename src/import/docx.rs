//! Word files: the main part of the package, read as a body of paragraphs and tables.

use super::body::{Body, transcript_of};
use super::error::ImportError;
use super::foreign::Package;
use super::transcript::{Format, Options, Source, Transcript};
use super::word::read_body;
use crate::file::xml::{Event, Xml, text_of};
use crate::file::zip::Archive;

/// Whether the bytes are an archive with a Word document in it, or a damaged archive, of which the reader says why.
pub(super) fn is_docx(source: &Source) -> bool {
    matches!(source.package(), Some(Package::Word | Package::Damaged))
}

/// Reads a Word file.
pub(super) fn read(source: &Source, options: &Options) -> Result<Transcript, ImportError> {
    if source.package().is_none() {
        return Err(ImportError::NotThatFormat {
            format: Format::Docx,
            why: "it is no zip archive".to_owned(),
        });
    }
    transcript_of(Format::Docx, body(source.bytes)?, options)
}

/// The paragraphs and tables of a Word file.
pub(super) fn body(bytes: &[u8]) -> Result<Body, ImportError> {
    let mut archive = Archive::open(bytes)?;
    archive.harmless()?;
    let part = main_part(&mut archive);
    let bytes = archive.read(&part)?;
    read_body(&text_of(&bytes)?)
}

/// The name of the main part: `word/document.xml`, unless the package says otherwise.
fn main_part(archive: &mut Archive) -> String {
    let usual = "word/document.xml";
    let named = archive.read("_rels/.rels").ok().and_then(|bytes| {
        let text = text_of(&bytes).ok()?.into_owned();
        let mut xml = Xml::new(&text);
        loop {
            match xml.event().ok()? {
                Event::Start(element) => {
                    if element
                        .attribute("Type")
                        .is_some_and(|kind| kind.ends_with("/officeDocument"))
                    {
                        return element.attribute("Target");
                    }
                }
                Event::Eof => return None,
                Event::End(_) | Event::Text(_) => {}
            }
        }
    });
    match named.map(|target| target.trim_start_matches('/').to_owned()) {
        Some(target) if archive.has(&target) => target,
        _ => usual.to_owned(),
    }
}
