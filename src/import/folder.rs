//! A study folder, or files of any kind together, as one plan.

use super::data::{Kind, Originals, numbered};
use super::plan::{Belongs, Plan, stem};
use super::planner::{Keep, Planner};
use super::problem::Report;
use super::qda::Keeping;
use super::sheet;
use super::transcript::{LARGEST_TEXT, Options};
use super::whole;
use crate::file::encoding;
use crate::file::zip::looks_like_zip;
use crate::i18n::Message;
use crate::message;
use crate::study::Study;
use crate::study::document::Texts;
use crate::study::id::Mint;
use crate::text::harmless_line;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file of a study folder: its path inside the folder, with `/`, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderFile {
    /// Path inside the folder.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Why a folder could not be read from the disk.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// It is not there, or it is no folder.
    #[error("{} is no folder: a study folder with a study.toml was expected", .0.display())]
    NoFolder(PathBuf),
    /// There is no `study.toml`.
    #[error("{} has no study.toml, so it is no study folder", .0.display())]
    NoStudy(PathBuf),
    /// The disk refused.
    #[error("{}: {reason}", path.display())]
    Disk {
        /// What was read.
        path: PathBuf,
        /// Why it failed.
        reason: io::Error,
    },
    /// A study as one JSON document that cannot be read.
    #[error("{}: {reason}", path.display())]
    Whole {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A link where a file or a folder was expected.
    #[error("{} is a link, which is not followed: put what it leads to in its place", .0.display())]
    Link(PathBuf),
    /// More than is read of one file.
    #[error("{} has {bytes} bytes; at most 64 MiB of a file are read", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its length.
        bytes: u64,
    },
}

impl FolderError {
    /// The message in the reader's language.
    pub fn message(&self) -> Message {
        let shown = |path: &Path| harmless_line(&path.to_string_lossy()).into_owned();
        match self {
            Self::NoFolder(path) => message!("import-folder-none", path = shown(path)),
            Self::Link(path) => message!("import-folder-link", path = shown(path)),
            Self::NoStudy(path) => message!("import-folder-no-study", path = shown(path)),
            Self::Disk { path, reason } => {
                message!(
                    "import-folder-disk",
                    path = shown(path),
                    reason = reason.to_string()
                )
            }
            Self::Whole { path, reason } => {
                message!("import-folder-whole", path = shown(path), reason = reason)
            }
            Self::TooLarge { path, bytes } => {
                message!(
                    "import-folder-too-large",
                    path = shown(path),
                    bytes = *bytes
                )
            }
        }
    }
}

/// What stands beside the files that are read, and need not be named as unread.
const DERIVED: &[&str] = &[
    "scenarios.csv",
    "evidence.csv",
    "datapackage.json",
    "README.md",
    "LICENSE",
    "originals",
];

/// Reads the files of a study written as one JSON document, or of a study folder from the disk: those of known names, and what is in `transcripts`,
/// `references`, `guides` and `criteria`.
pub fn gather(folder: &Path) -> Result<Vec<FolderFile>, FolderError> {
    if folder.is_file() {
        let files = whole::files(&read_file(folder)?);
        return files.map_err(|reason| FolderError::Whole {
            path: folder.to_owned(),
            reason,
        });
    }
    if !folder.is_dir() {
        return Err(FolderError::NoFolder(folder.to_owned()));
    }
    if !folder.join(Kind::Study.file_name()).is_file() {
        return Err(FolderError::NoStudy(folder.to_owned()));
    }
    let mut files = Vec::new();
    for (path, name) in list(folder)? {
        if path.is_file() {
            files.push(FolderFile {
                bytes: read_file(&path)?,
                path: name,
            });
        } else if [TRANSCRIPTS, REFERENCES, GUIDES, CRITERIA].contains(&name.as_str()) {
            for (path, inner) in list(&path)?.into_iter().filter(|(path, _)| path.is_file()) {
                files.push(FolderFile {
                    bytes: read_file(&path)?,
                    path: format!("{name}/{inner}"),
                });
            }
        }
    }
    Ok(files)
}

/// Visible entries of a folder with their names, in the order of the names; derived ones left out.
fn list(folder: &Path) -> Result<Vec<(PathBuf, String)>, FolderError> {
    let disk = |reason| FolderError::Disk {
        path: folder.to_owned(),
        reason,
    };
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).map_err(disk)? {
        let entry = entry.map_err(disk)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') && !DERIVED.contains(&name.as_str()) {
            if entry.file_type().map_err(disk)?.is_symlink() {
                return Err(FolderError::Link(entry.path()));
            }
            out.push((entry.path(), name));
        }
    }
    out.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(out)
}

fn read_file(path: &Path) -> Result<Vec<u8>, FolderError> {
    let disk = |reason| FolderError::Disk {
        path: path.to_owned(),
        reason,
    };
    let bytes = fs::metadata(path).map_err(disk)?.len();
    if bytes > LARGEST_TEXT as u64 {
        return Err(FolderError::TooLarge {
            path: path.to_owned(),
            bytes,
        });
    }
    fs::read(path).map_err(disk)
}

const TRANSCRIPTS: &str = "transcripts";
const REFERENCES: &str = "references";
/// Older versions of the guide.
const GUIDES: &str = "guides";
/// Lists of criteria that the study brings.
const CRITERIA: &str = "criteria";

/// The plan of a study folder for a study, usually an empty one. All is read and checked against the study as it becomes;
/// one problem anywhere, and there is no plan. With `keep`, texts are kept as they are read, and the plan names them.
pub fn read_folder<'a>(
    files: Vec<FolderFile>,
    study: &Study,
    texts: &'a dyn Texts,
    originals: &'a dyn Originals,
    mint: &'a mut dyn Mint,
    coder: &'a str,
    keep: Option<Keep<'a>>,
) -> Result<Plan, Report> {
    let mut data: Vec<(Kind, FolderFile)> = Vec::new();
    let mut transcripts = Vec::new();
    let mut unread = Vec::new();
    for file in files {
        let kind = Kind::ALL
            .into_iter()
            .find(|kind| kind.file_name() == file.path);
        match (kind, file.path.split_once('/')) {
            (Some(kind), _) => data.push((kind, file)),
            (None, Some((TRANSCRIPTS, _))) => transcripts.push((Belongs::ByName, file)),
            (None, Some((REFERENCES, _))) => {
                transcripts.push((Belongs::Reference(String::new()), file));
            }
            (None, Some((GUIDES, name))) if numbered(name).is_some() => {
                data.push((Kind::Guide, file));
            }
            (None, Some((CRITERIA, name))) if name.strip_suffix(".toml").is_some() => {
                data.push((Kind::CriteriaList, file));
            }
            _ => unread.push(file.path),
        }
    }
    // an export's excerpts are its codings, with their ids
    if data.iter().any(|(kind, _)| *kind == Kind::Excerpts) {
        data.retain(|(kind, _)| *kind != Kind::Codings);
    }
    let name = data
        .iter()
        .find(|(kind, _)| *kind == Kind::Study)
        .and_then(|(_, file)| {
            toml::from_str::<toml::Table>(std::str::from_utf8(&file.bytes).ok()?).ok()
        })
        .and_then(|table| table.get("name")?.as_str().map(str::to_owned))
        .unwrap_or_default();
    let mut report = Report::default();
    if !unread.is_empty() {
        let files = harmless_line(&unread.join(", ")).into_owned();
        report.warnings.push(message!(
            "import-folder-unread",
            n = unread.len(),
            files = files
        ));
    }
    let label = message!("import-label-folder", name = harmless_line(&name));
    let inputs = transcripts
        .into_iter()
        .map(|(belongs, file)| Input {
            name: file.path,
            bytes: file.bytes,
            read: Read::Transcript(belongs, Options::default()),
        })
        .chain(data.into_iter().map(|(kind, file)| Input {
            name: file.path,
            bytes: file.bytes,
            read: Read::Data(kind, None),
        }))
        .collect();
    plan(
        inputs,
        report,
        label,
        Planner::new(study, texts, originals, mint, coder)
            .keeping(keep)
            .whole(),
    )
}

/// The version in the name of a file of our own turns, `KEY.DOCUMENT.vN.turns.json`.
fn version(name: &str) -> Option<u32> {
    name.strip_suffix(".turns.json")?
        .rsplit_once(".v")?
        .1
        .parse()
        .ok()
}

/// How a file is to be read.
#[derive(Debug, Clone)]
pub enum Read {
    /// As a transcript or a reference text.
    Transcript(Belongs, Options),
    /// As data, in this encoding where one is named.
    Data(Kind, Option<String>),
    /// As a project of another program.
    Project(Keeping),
}

/// A file with how it is to be read.
#[derive(Debug, Clone)]
pub struct Input {
    /// Name as it was given.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// How it is to be read.
    pub read: Read,
}

impl Input {
    /// Finds from the content how a file is to be read: as data where its header says so, else as a transcript.
    pub fn find(name: &str, bytes: Vec<u8>, belongs: Belongs, options: Options) -> Self {
        let plain = options.format.is_none() && belongs == Belongs::ByName;
        if let Some(keeping) = Keeping::of(&bytes).filter(|_| plain) {
            return Self {
                name: name.to_owned(),
                bytes,
                read: Read::Project(keeping),
            };
        }
        let short = bytes
            .get(..bytes.len().min(LARGEST_TEXT))
            .unwrap_or_default();
        let kind = if !plain {
            None
        } else if sheet::is_workbook(short) {
            sheet::detect(short)
        } else if looks_like_zip(short) {
            None
        } else {
            let text = encoding::decode(short, options.encoding.as_deref()).ok();
            text.and_then(|decoded| {
                let text = &decoded.text;
                let meant = || Kind::meant(name, text).filter(|_| !sheet::is_transcript_text(text));
                Kind::detect(text).or_else(meant)
            })
        };
        let read = match kind {
            Some(kind) => Read::Data(kind, options.encoding),
            None => Read::Transcript(belongs, options),
        };
        Self {
            name: name.to_owned(),
            bytes,
            read,
        }
    }
}

/// The plan of files given together, in whatever order: all or none.
pub fn plan_files(
    inputs: Vec<Input>,
    study: &Study,
    texts: &dyn Texts,
    originals: &dyn Originals,
    mint: &mut dyn Mint,
    coder: &str,
) -> Result<Plan, Report> {
    let first = inputs.first().map_or("", |input| input.name.as_str());
    let label = message!(
        "import-label-files",
        n = inputs.len(),
        file = harmless_line(first)
    );
    plan(
        inputs,
        Report::default(),
        label,
        Planner::new(study, texts, originals, mint, coder),
    )
}

/// Plans a colleague's codings, `excerpts.csv` of her export: ids are kept; rows whose document, words or code are not
/// here are left out and told by their line.
///
/// # Errors
/// No row can be met, or the file is none of codings.
pub fn plan_excerpts(
    input: Input,
    study: &Study,
    texts: &dyn Texts,
    originals: &dyn Originals,
    mint: &mut dyn Mint,
    coder: &str,
) -> Result<Plan, Report> {
    let label = message!("import-label-excerpts", file = harmless_line(&input.name));
    let planner = Planner::new(study, texts, originals, mint, coder).what_can_be_met();
    plan(vec![input], Report::default(), label, planner)
}

fn plan(
    given: Vec<Input>,
    report: Report,
    label: Message,
    mut planner: Planner<'_>,
) -> Result<Plan, Report> {
    planner.begin(report);
    let mut inputs = Vec::with_capacity(given.len());
    for input in given {
        let Read::Project(keeping) = input.read else {
            inputs.push(input);
            continue;
        };
        inputs.extend(planner.project(&input.name, &input.bytes, keeping));
    }
    let order = |input: &Input| match &input.read {
        // texts come before what points into them, and after what says who speaks
        Read::Transcript(..) | Read::Project(_) => Kind::Sessions as usize * 2 + 1,
        // older versions of the guide before the newest one
        Read::Data(Kind::Guide, _) if input.name.starts_with(GUIDES) => {
            Kind::Guide as usize * 2 - 1
        }
        Read::Data(kind, _) => *kind as usize * 2,
    };
    // of our own turns, version 2 before version 10
    inputs.sort_by_cached_key(|input| (order(input), stem(&input.name), version(&input.name)));
    let has_codings = inputs
        .iter()
        .any(|input| matches!(input.read, Read::Data(Kind::Codings | Kind::Excerpts, _)));
    let mut planner = if has_codings {
        planner.with_codings()
    } else {
        planner
    };
    let after = inputs.len();
    for (at, input) in inputs.into_iter().enumerate() {
        if at + 1 == after {
            planner.last();
        }
        match input.read {
            Read::Data(kind, encoding) => {
                if kind == Kind::Excerpts {
                    planner.stand_ins(&input.name, &input.bytes, encoding.as_deref());
                }
                planner.data(kind, &input.name, &input.bytes, encoding.as_deref());
            }
            Read::Transcript(belongs, options) => {
                planner.transcript(&input.name, input.bytes, &belongs, &options);
            }
            // these became files of our own kinds
            Read::Project(_) => {}
        }
    }
    planner.finish(label)
}
