//! Puts a report where a person wants it: what people wrote into its own places stays, what they wrote elsewhere is not
//! overwritten unasked, and a file that is not ours is left alone.

use super::infographic::Page;
use crate::export::folder::ExportError;
use crate::export::report::docx::{Dress, Frame};
use crate::export::report::own::{OwnError, is_whole, sealed, sealed_whole};
use crate::export::report::{Own, Report};
use crate::file::atomic::write_atomic;
use crate::i18n::{Lang, Message, Words};
use crate::message;
use std::fs;
use std::io;
use std::path::Path;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A Word document.
    Word,
    /// Markdown.
    Markdown,
}

impl Form {
    /// What the ending of a file's name asks for; Word without one.
    pub fn of(path: &Path) -> Option<Self> {
        let Some(ending) = path.extension() else {
            return Some(Self::Word);
        };
        match ending.to_str()?.to_ascii_lowercase().as_str() {
            "docx" => Some(Self::Word),
            "md" | "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// Why a report was not written.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// What stands there cannot be taken up.
    #[error("{0}: {1}")]
    Old(String, OwnError),
    /// Somebody wrote outside the places.
    #[error("{0} was edited outside its own places")]
    Edited(String),
    /// It was not written.
    #[error(transparent)]
    Write(#[from] ExportError),
}

impl PlaceError {
    /// A slide of our own that cannot be read back.
    pub(super) fn from_xml(error: crate::file::xml::XmlError) -> Self {
        Self::Old(String::new(), error.into())
    }

    /// Whether it is the disk's fault.
    pub fn is_disk(&self) -> bool {
        matches!(self, Self::Write(error) if !error.is_place())
    }

    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Old(file, error) => {
                message!("export-own-refused", file = file, reason = error.message())
            }
            Self::Edited(file) => message!("export-own-edited", file = file),
            Self::Write(error) => error.message(),
        }
    }
}

/// What was kept and what the person should know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placed {
    /// Warnings: places that are no longer in the report, a model that lacks styles.
    pub warnings: Vec<Message>,
}

/// Writes a report. `templates`: the study's folder of models, whether it is there or not.
pub fn place(
    report: &Report,
    path: &Path,
    form: Form,
    templates: &Path,
    date: Option<jiff::Timestamp>,
    words: Words,
    force: bool,
) -> Result<Placed, PlaceError> {
    let shown = path.display().to_string();
    let mut placed = Placed::default();
    let own = match there(path)? {
        None => Own::default(),
        Some(old) => {
            let read = match form {
                Form::Word => Own::of_word(&old),
                Form::Markdown => Own::of_markdown(&String::from_utf8_lossy(&old)),
            };
            match read {
                Ok(own) if own.edited && !force => return Err(PlaceError::Edited(shown)),
                Ok(own) => own,
                Err(_) if force => Own::default(),
                Err(error) => return Err(PlaceError::Old(shown, error)),
            }
        }
    };
    let lost = report.without_place(&own);
    if !lost.is_empty() {
        // a place goes when its scenario or criterion goes: its words go on at the end of the document
        placed.warnings.push(message!(
            "export-own-moved",
            n = lost.len(),
            places = lost.join(", ")
        ));
    }
    let report = report.with_places(&lost, &words.get("export-own-left"));
    let bytes = match form {
        Form::Markdown => sealed(&report.markdown_with(&own)).into_bytes(),
        Form::Word => {
            let dress = dress(templates, &mut placed);
            let frame = Frame {
                contents: words.get("export-study-contents"),
                language: match words.lang() {
                    Lang::Fr => "fr-FR",
                    Lang::En => "en-GB",
                }
                .to_owned(),
                date: date.map_or_else(String::new, |date| {
                    date.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
                }),
            };
            report
                .docx(&dress, &frame, &own)
                .map_err(|error| PlaceError::Old(shown, error.into()))?
        }
    };
    write_atomic(path, &bytes).map_err(ExportError::from)?;
    Ok(placed)
}

/// Writes an infographic.
pub fn place_page(made: &str, path: &Path, page: Page, force: bool) -> Result<(), PlaceError> {
    let shown = || path.display().to_string();
    if let Some(old) = there(path)?.filter(|_| !force) {
        match is_whole(&String::from_utf8_lossy(&old), page.comment()) {
            Some(true) => {}
            Some(false) => return Err(PlaceError::Edited(shown())),
            None => return Err(PlaceError::Old(shown(), OwnError::Foreign)),
        }
    }
    let made = sealed_whole(made, page.comment());
    Ok(write_atomic(path, made.as_bytes()).map_err(ExportError::from)?)
}

/// What stands at the place already.
pub(super) fn there(path: &Path) -> Result<Option<Vec<u8>>, PlaceError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(PlaceError::Write(ExportError::Io {
            path: path.to_owned(),
            step: "read what is there",
            source,
        })),
    }
}

/// The study's own model, or ours where there is none or it is faulty.
fn dress(templates: &Path, placed: &mut Placed) -> Dress {
    let path = templates.join("study.docx");
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Dress::default(),
        Err(error) => {
            placed.warnings.push(message!(
                "export-template-faulty",
                file = path.display().to_string(),
                reason = error.to_string()
            ));
            return Dress::default();
        }
    };
    match Dress::of(&bytes) {
        Ok((dress, lacking)) => {
            if !lacking.is_empty() {
                placed.warnings.push(message!(
                    "export-template-lacks",
                    file = path.display().to_string(),
                    styles = lacking.join(", ")
                ));
            }
            dress
        }
        Err(error) => {
            placed.warnings.push(message!(
                "export-template-faulty",
                file = path.display().to_string(),
                reason = error.to_string()
            ));
            Dress::default()
        }
    }
}
