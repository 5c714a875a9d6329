//! Puts a report where a person wants it: what people wrote into its own places stays, what they wrote elsewhere is not
//! overwritten unasked, and a file that is not ours is left alone.

use super::infographic::Page;
use super::pack::SUMS;
use crate::export::folder::{ExportError, make_folder};
use crate::export::report::docx::{Dress, Frame};
use crate::export::report::own::{OwnError, is_whole, sealed};
use crate::export::report::{Own, Report};
use crate::file::atomic::{Together, is_left_over, write_atomic};
use crate::file::zip::Archive;
use crate::i18n::{Message, Words};
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
    /// A file that was not written by this study, or was changed since.
    #[error("{0} was not written by this study, or was changed since")]
    Taken(String),
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
            Self::Taken(file) => message!("export-taken", file = file),
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
            let dressing = Dressing::of(templates);
            placed.warnings.extend(dressing.warnings);
            report
                .docx(&dressing.dress, &frame(words, date), &own)
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
    Ok(write_atomic(path, page.sealed(made).as_bytes()).map_err(ExportError::from)?)
}

/// What stands at the place already.
pub(in crate::export) fn there(path: &Path) -> Result<Option<Vec<u8>>, PlaceError> {
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

/// The words of a document itself.
pub(super) fn frame(words: Words, date: Option<jiff::Timestamp>) -> Frame {
    Frame::of(words, words.get("export-study-contents"), date)
}

/// What a document is dressed in, and what was wrong with the study's own model.
#[derive(Default)]
pub(super) struct Dressing {
    pub(super) dress: Dress,
    pub(super) warnings: Vec<Message>,
}

impl Dressing {
    /// The study's own model, or ours where there is none or it is faulty.
    pub(super) fn of(templates: &Path) -> Self {
        let path = templates.join("study.docx");
        let file = path.display().to_string();
        let read = match fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Self::default(),
            Err(error) => Err(error.to_string()),
            Ok(bytes) => Dress::of(&bytes).map_err(|error| error.to_string()),
        };
        match read {
            Ok((dress, lacking)) => Self {
                dress,
                warnings: (!lacking.is_empty())
                    .then(|| {
                        let styles = lacking.join(", ");
                        message!("export-template-lacks", file = file, styles = styles)
                    })
                    .into_iter()
                    .collect(),
            },
            Err(reason) => Self {
                warnings: vec![message!(
                    "export-template-faulty",
                    file = file,
                    reason = reason
                )],
                ..Self::default()
            },
        }
    }
}

/// Writes a handover into a folder that is not there, or is empty, or where `force` says so.
pub fn place_folder(
    files: &[(String, Vec<u8>)],
    out: &Path,
    force: bool,
) -> Result<(), PlaceError> {
    make_folder(out)?;
    let taken = fs::read_dir(out)
        .map_err(|source| ExportError::Io {
            path: out.to_owned(),
            step: "read the folder",
            source,
        })?
        .flatten()
        .any(|entry| !is_left_over(&entry.file_name()));
    // an earlier handover is made again
    let ours = out.join(SUMS).is_file() && out.join("data/datapackage.json").is_file();
    if taken && !ours && !force {
        return Err(ExportError::NotOurs(out.to_owned()).into());
    }
    let mut together = Together::default();
    for (path, bytes) in files {
        let target = out.join(path);
        if let Some(folder) = target.parent() {
            make_folder(folder)?;
        }
        together.write(&target, bytes).map_err(ExportError::from)?;
    }
    together.sweep();
    Ok(())
}

/// Writes a handover as one archive; one that is there is overwritten only where it is one of ours, or `force` says so.
pub fn place_archive(bytes: &[u8], path: &Path, force: bool) -> Result<(), PlaceError> {
    if let Some(old) = there(path)?.filter(|_| !force) {
        let is_ours = Archive::open(&old).is_ok_and(|archive| archive.has(SUMS));
        if !is_ours {
            return Err(PlaceError::Old(
                path.display().to_string(),
                OwnError::Foreign,
            ));
        }
    }
    Ok(write_atomic(path, bytes).map_err(ExportError::from)?)
}
