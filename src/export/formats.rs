//! Everything a study can be written as: one table of formats, and one way to write each.
//!
//! A new format is one line of [`FORMATS`] and one function from an [`Order`] to what was [`Written`]. A format of one
//! file makes its bytes and hands them to [`place_bytes`]; what it could not carry goes into [`Written::losses`], which
//! [`write_as`] puts beside it as `PATH.losses.csv` (see [`losses`](super::losses)).

use super::data::{ExportOptions, Originals};
use super::deliver::{self, Form, Page, PlaceError, SlidesError};
use super::folder::{ExportError, export_study};
use super::losses::{Losses, losses_path};
use super::refi::{self, RefiError};
use super::{iramuteq, whole, xlsx};
use crate::analysis::{Context, Counted, Keys, TableError, TurnCache};
use crate::file::atomic::write_atomic;
use crate::i18n::{Message, Words};
use crate::message;
use crate::study::Study;
use crate::study::document::Texts;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::Path;

/// What is to be written, how, and where.
pub struct Order<'a> {
    /// The study.
    pub study: &'a Study,
    /// The words of its documents.
    pub texts: &'a dyn Texts,
    /// The files they were read from.
    pub originals: Originals<'a>,
    /// For whom, from which head, over what is there.
    pub options: &'a ExportOptions,
    /// The reader's language, for deliverables; data files are in the study's own.
    pub words: Words,
    /// The study's folder of models, whether it is there or not.
    pub templates: &'a Path,
    /// The file or folder.
    pub out: &'a Path,
    /// Whether a file of these bytes was written from this study before, and not changed since.
    pub known: &'a dyn Fn(&[u8]) -> bool,
}

/// What was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Files, where the format is a folder of data files.
    pub files: Option<usize>,
    /// What the person should know.
    pub warnings: Vec<Message>,
    /// What the format, or we, could not carry; `None` for a format that is not meant to carry a study.
    pub losses: Option<Losses>,
    /// Checksums of the files that may be written over while they are unchanged (see [`sum`]).
    pub sums: Vec<String>,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The name's ending is not one of the format's.
    #[error("{file}: written as {endings}")]
    Ending {
        /// The name.
        file: String,
        /// What would do.
        endings: String,
    },
    /// A figure could not be counted.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The place, or the disk.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// A codebook was asked for, and there is none.
    #[error("there is no code in the study, so no codebook to write")]
    NoCodes,
    /// The file could not be made.
    #[error("{file}: {reason}")]
    Made {
        /// The file.
        file: String,
        /// Why.
        reason: String,
    },
}

impl From<ExportError> for WriteError {
    fn from(error: ExportError) -> Self {
        Self::Place(error.into())
    }
}

impl WriteError {
    /// A file that could not be made, whatever the reason.
    pub fn made(out: &Path, reason: impl std::fmt::Display) -> Self {
        Self::Made {
            file: out.display().to_string(),
            reason: reason.to_string(),
        }
    }

    fn slides(out: &Path, error: SlidesError) -> Self {
        match error {
            SlidesError::Table(error) => Self::Table(error),
            SlidesError::Place(error) => Self::Place(error),
            other => Self::made(out, other),
        }
    }

    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Ending { file, endings } => {
                message!("cli-export-ending", file = file, endings = endings)
            }
            Self::Table(error) => error.message(),
            Self::Place(error) => error.message(),
            Self::NoCodes => message!("export-no-codes"),
            Self::Made { file, reason } => {
                message!("cli-file-refused", file = file, reason = reason)
            }
        }
    }
}

/// One format.
pub struct Format {
    /// Its name after `--as`.
    pub name: &'static str,
    /// What the screen calls it: a key of the `.ftl` files.
    pub label: &'static str,
    /// Endings of its files; none where it is a folder. The first is proposed.
    pub endings: &'static [&'static str],
    /// Whether a name without ending will do (a folder, or the first ending's format under any name).
    pub bare: bool,
    /// Whether `--shared` makes a difference; a format for others is always shared.
    pub takes_shared: bool,
    /// Whether it is to be handed on, so that every figure can be made again from it: whoever codes blind writes everything
    /// into it. What is for reading holds what she sees.
    pub exchange: bool,
    write: fn(&Order) -> Result<Written, WriteError>,
}

/// All formats, the default first.
pub const FORMATS: &[Format] = &[
    Format {
        name: "csv",
        label: "export-as-csv",
        endings: &[],
        bare: true,
        takes_shared: true,
        exchange: true,
        write: csv,
    },
    Format {
        name: "xlsx",
        label: "export-as-xlsx",
        endings: &["xlsx"],
        bare: true,
        takes_shared: true,
        exchange: false,
        write: xlsx::write,
    },
    Format {
        name: "json",
        label: "export-as-json",
        endings: &["json"],
        bare: true,
        takes_shared: true,
        exchange: true,
        write: whole::write,
    },
    Format {
        name: "iramuteq",
        label: "export-as-iramuteq",
        endings: &["txt"],
        bare: true,
        takes_shared: true,
        exchange: false,
        write: iramuteq::write,
    },
    Format {
        name: "study",
        label: "export-as-study",
        endings: &["docx", "md", "markdown"],
        bare: true,
        takes_shared: false,
        exchange: false,
        write: study,
    },
    Format {
        name: "slides",
        label: "export-as-slides",
        endings: &["pptx"],
        bare: true,
        takes_shared: false,
        exchange: false,
        write: slides,
    },
    Format {
        name: "infographic",
        label: "export-as-infographic",
        endings: &["html", "htm", "typ"],
        bare: true,
        takes_shared: false,
        exchange: false,
        write: infographic,
    },
    Format {
        name: "pack",
        label: "export-as-pack",
        endings: &[],
        bare: true,
        takes_shared: false,
        exchange: true,
        write: pack,
    },
    Format {
        name: "qdpx",
        label: "export-as-qdpx",
        endings: &["qdpx"],
        bare: false,
        takes_shared: true,
        exchange: true,
        write: qdpx,
    },
    Format {
        name: "qdc",
        label: "export-as-qdc",
        endings: &["qdc"],
        bare: false,
        takes_shared: false,
        exchange: true,
        write: qdc,
    },
];

impl Format {
    /// By its name after `--as`.
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// Whether a name ends as this format's do.
    fn fits(&self, out: &Path) -> bool {
        match out.extension() {
            None => self.bare,
            Some(_) if self.endings.is_empty() => true,
            Some(ending) => self
                .endings
                .iter()
                .any(|known| ending.eq_ignore_ascii_case(known)),
        }
    }
}

/// Writes a study as a format, and the list of what was lost beside it.
pub fn write_as(format: &Format, order: &Order) -> Result<Written, WriteError> {
    if !format.fits(order.out) {
        let endings: Vec<String> = format
            .endings
            .iter()
            .map(|ending| format!(".{ending}"))
            .collect();
        return Err(WriteError::Ending {
            file: order.out.display().to_string(),
            endings: endings.join(", "),
        });
    }
    let mut written = (format.write)(order)?;
    if let Some(losses) = &written.losses {
        let list = losses.csv();
        let path = losses_path(order.out);
        refuse_what_is_not_ours(&path, &list, order)?;
        write_atomic(&path, &list).map_err(ExportError::from)?;
        written.sums.push(sum(&list));
    }
    Ok(written)
}

/// Puts a file of a format that is one file where it is wanted: not over anything but the same bytes, or a file that was
/// written before and not changed since, unless `force` says so. Returns its checksum, for [`Written::sums`].
pub fn place_bytes(bytes: &[u8], order: &Order) -> Result<String, WriteError> {
    refuse_what_is_not_ours(order.out, bytes, order)?;
    // a list that may not be written is told before the file is
    let list = losses_path(order.out);
    if !order.options.force
        && let Some(old) = deliver::there(&list)?
        && !(order.known)(&old)
    {
        return Err(PlaceError::Taken(list.display().to_string()).into());
    }
    write_atomic(order.out, bytes).map_err(ExportError::from)?;
    Ok(sum(bytes))
}

fn refuse_what_is_not_ours(path: &Path, bytes: &[u8], order: &Order) -> Result<(), WriteError> {
    let old = deliver::there(path)?.filter(|_| !order.options.force);
    match old {
        Some(old) if old != bytes && !(order.known)(&old) => {
            Err(PlaceError::Taken(path.display().to_string()).into())
        }
        _ => Ok(()),
    }
}

/// The checksum by which a file is known again: `sha256:` and hexadecimal digits.
pub fn sum(bytes: &[u8]) -> String {
    let mut text = String::from("sha256:");
    for byte in Sha256::digest(bytes) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Runs `make` with the study counted, in the reader's language.
fn counted<T>(order: &Order, make: impl FnOnce(&Counted, &Context) -> T) -> T {
    let turns = TurnCache::default();
    let context = Context {
        texts: order.texts,
        turns: &turns,
        head: order.options.head.clone(),
        date: order.options.date,
        language: order.words.lang(),
    };
    let keys = Keys::of(order.study);
    make(&Counted::of(order.study, &keys, &context), &context)
}

fn csv(order: &Order) -> Result<Written, WriteError> {
    let report = export_study(
        order.study,
        order.texts,
        order.originals,
        order.options,
        order.out,
    )?;
    Ok(Written {
        files: Some(report.files.len()),
        warnings: report.warnings,
        ..Written::default()
    })
}

fn study(order: &Order) -> Result<Written, WriteError> {
    let form = Form::of(order.out).unwrap_or(Form::Word);
    let report = counted(order, |counted, context| {
        deliver::study(counted, context, order.words)
    })?;
    let placed = deliver::place(
        &report,
        order.out,
        form,
        order.templates,
        order.options.date,
        order.words,
        order.options.force,
    )?;
    Ok(told(placed.warnings))
}

fn slides(order: &Order) -> Result<Written, WriteError> {
    let (made, warnings) = counted(order, |counted, context| {
        deliver::slides(counted, context, order.words, order.templates)
    })
    .map_err(|error| WriteError::slides(order.out, error))?;
    deliver::place_slides(&made, order.out, order.options.force)?;
    Ok(told(warnings))
}

fn infographic(order: &Order) -> Result<Written, WriteError> {
    let page = Page::of(order.out).unwrap_or(Page::Html);
    let (made, warnings) = counted(order, |counted, context| {
        deliver::infographic(counted, context, order.words, page, order.templates)
    })?;
    deliver::place_page(&made, order.out, page, order.options.force)?;
    Ok(told(warnings))
}

fn pack(order: &Order) -> Result<Written, WriteError> {
    let refused = |error| WriteError::slides(order.out, error);
    let (files, warnings) = counted(order, |counted, context| {
        deliver::handover(counted, context, order.words, order.templates)
    })
    .map_err(refused)?;
    let force = order.options.force;
    if order.out.extension().is_some_and(|ending| ending == "zip") {
        let bytes = deliver::archive(&files).map_err(refused)?;
        deliver::place_archive(&bytes, order.out, force)?;
    } else {
        deliver::place_folder(&files, order.out, force)?;
    }
    Ok(told(warnings))
}

fn qdpx(order: &Order) -> Result<Written, WriteError> {
    refi_qda(
        refi::project(order.study, order.texts, order.options),
        order,
    )
}

fn qdc(order: &Order) -> Result<Written, WriteError> {
    refi_qda(
        refi::codebook(order.study, order.texts, order.options),
        order,
    )
}

fn refi_qda(made: Result<refi::Made, RefiError>, order: &Order) -> Result<Written, WriteError> {
    let made = made.map_err(|error| match error {
        RefiError::NoCodes => WriteError::NoCodes,
        RefiError::Archive(error) => WriteError::made(order.out, error),
    })?;
    Ok(Written {
        warnings: made.warnings,
        sums: vec![place_bytes(&made.bytes, order)?],
        losses: Some(made.losses),
        ..Written::default()
    })
}

fn told(warnings: Vec<Message>) -> Written {
    Written {
        warnings,
        ..Written::default()
    }
}
