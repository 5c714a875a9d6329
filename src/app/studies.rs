//! The studies of the data folder: which there are, making one, the sample study.

use super::intake::{self, Kept, Sink};
use super::sample;
use crate::i18n::Message;
use crate::import::{FolderError, FolderFile, Report, TextSink, gather, read_folder};
use crate::message;
use crate::store::{Access, Store, StoreError, SystemMint};
use crate::study::Study;
use crate::study::document::Turn;
use crate::study::settings::SettingsField;
use jiff::Timestamp;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Name of the sample study; a second one beside a changed first is `demo-2`.
pub const SAMPLE: &str = "demo";

/// The longest name of a study, in bytes.
const LONGEST_NAME: usize = 200;

/// Whether this can be the name of a study: letters, digits, `-`, `_`, space, no leading dot.
pub fn is_study_name(name: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    !name.is_empty() && name.trim() == name && name.len() <= LONGEST_NAME && name.chars().all(plain)
}

/// Names of the studies of the data folder, in order. A folder that cannot be read has none.
pub fn names(data_dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(data_dir).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().join("format").is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort();
    names
}

/// What a study says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Its name as people say it; empty where it has none.
    pub title: String,
    /// What it is for.
    pub aim: String,
    /// Number of interviews.
    pub interviews: usize,
    /// When it was last changed.
    pub changed: Option<Timestamp>,
}

/// Reads what a study says of itself, from its journals; whoever holds it.
///
/// # Errors
/// It cannot be read.
pub fn about(folder: &Path) -> Result<About, StoreError> {
    let store = Store::open(folder, Access::Read)?;
    let study = store.study();
    let settings = study.settings();
    let head = store.head();
    Ok(About {
        title: settings.name.clone(),
        aim: settings.aim.clone(),
        interviews: study.records.sessions.len(),
        changed: (head.date != Timestamp::UNIX_EPOCH).then_some(head.date),
    })
}

/// Why a study was not made. Nothing of it is left.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    /// No study can be called so.
    #[error(
        "a study cannot be called {0:?}: letters, digits, '-', '_' and spaces, no dot at the start"
    )]
    BadName(String),
    /// There is one of that name.
    #[error("there is a study {0:?} already")]
    Exists(String),
    /// The folder it was to be made from cannot be read.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// Its files are not right: what, and where.
    #[error("{} problems in the files", .0.problems.len())]
    Refused(Box<Report>),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The disk refused.
    #[error("{}: {reason}", path.display())]
    Disk {
        /// Where.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
}

impl MakeError {
    /// The reason in words, one message a fault.
    pub fn messages(&self) -> Vec<Message> {
        match self {
            Self::BadName(name) => vec![message!("app-study-bad-name", name = name)],
            Self::Exists(name) => vec![message!("app-study-exists", name = name)],
            Self::Folder(error) => vec![error.message()],
            Self::Refused(report) => {
                let problems = &report.problems;
                let count = message!("app-study-refused", n = problems.len());
                let problems = problems.iter().map(crate::import::Problem::message);
                std::iter::once(count).chain(problems).collect()
            }
            Self::Store(error) => vec![error.message()],
            Self::Disk { path, reason } => vec![message!(
                "app-disk",
                path = path.display().to_string(),
                reason = reason.to_string()
            )],
        }
    }
}

/// A study that was made.
#[derive(Debug)]
pub struct Made {
    /// Its name in the data folder.
    pub name: String,
    /// Warnings and counts of what it was made from.
    pub report: Report,
}

/// Makes a study in the data folder: empty, or from the files of a study folder. It is there whole, or not at all.
///
/// # Errors
/// See [`MakeError`].
pub fn make(
    data_dir: &Path,
    name: &str,
    author: &str,
    files: Option<Vec<FolderFile>>,
) -> Result<Made, MakeError> {
    if !is_study_name(name) {
        return Err(MakeError::BadName(name.to_owned()));
    }
    let target = data_dir.join(name);
    let disk = |path: &Path| {
        let path = path.to_owned();
        move |reason| MakeError::Disk { path, reason }
    };
    fs::create_dir_all(data_dir).map_err(disk(data_dir))?;
    if fs::symlink_metadata(&target).is_ok() {
        return Err(MakeError::Exists(name.to_owned()));
    }
    // Made beside the others under a name that no list shows, then given its own at once.
    let making = tempfile::Builder::new()
        .prefix(".new-")
        .tempdir_in(data_dir)
        .map_err(disk(data_dir))?;
    let folder = making.path().join("study");
    let mut store = Store::create(&folder, author)?;
    let report = if let Some(files) = files {
        fill(&mut store, files, author)?
    } else {
        let called = SettingsField::Name(name.to_owned());
        let label = message!("label-new-study", name = name);
        store.transact(label, vec![(Study::settings_id(), called).into()])?;
        Report::default()
    };
    store.settle()?;
    drop(store);
    fs::rename(&folder, &target).map_err(disk(&target))?;
    // The new name has to outlive a power cut as well; where a folder cannot be synced, nothing more can be done.
    let _ = fs::File::open(data_dir).and_then(|dir| dir.sync_all());
    Ok(Made {
        name: name.to_owned(),
        report,
    })
}

/// Makes a study from a study folder on the disk.
///
/// # Errors
/// See [`MakeError`].
pub fn make_from(
    data_dir: &Path,
    name: &str,
    author: &str,
    folder: &Path,
) -> Result<Made, MakeError> {
    let files = gather(folder)?;
    make(data_dir, name, author, Some(files))
}

/// Reads the files of a study folder into an empty study.
fn fill(store: &mut Store, files: Vec<FolderFile>, author: &str) -> Result<Report, MakeError> {
    let (texts, study) = (store.texts(), store.study().clone());
    let originals = Kept(store.originals());
    let mut refused = None;
    // Texts go to the disk one by one: a whole study of them need not fit into memory.
    let mut keep = |turns: &[Turn], importer: &str, original: Option<&[u8]>| {
        let kept = Sink(store).add_text(turns, importer, original);
        kept.map_err(|error| refused = Some(error)).ok()
    };
    let mint = &mut SystemMint::default();
    let plan = read_folder(
        files,
        &study,
        &*texts,
        &originals,
        mint,
        author,
        Some(&mut keep),
    );
    if let Some(error) = refused {
        return Err(error.into());
    }
    let mut plan = plan.map_err(|report| MakeError::Refused(Box::new(report)))?;
    let report = std::mem::take(&mut plan.report);
    intake::keep(store, plan)?;
    Ok(report)
}

/// Makes a fresh copy of the sample study: an earlier copy that nobody changed is replaced, a changed one is kept and
/// the new one numbered.
///
/// # Errors
/// See [`MakeError`].
pub fn make_sample(data_dir: &Path, author: &str) -> Result<Made, MakeError> {
    let mut name = SAMPLE.to_owned();
    for number in 2.. {
        let folder = data_dir.join(&name);
        if fs::symlink_metadata(&folder).is_err() {
            break;
        }
        if is_untouched(&folder, author) {
            fs::remove_dir_all(&folder).map_err(|reason| MakeError::Disk {
                path: folder,
                reason,
            })?;
            break;
        }
        name = format!("{SAMPLE}-{number}");
    }
    make(data_dir, &name, author, Some(sample::files()))
}

/// Whether a copy of the sample study is called so.
pub fn is_sample_name(name: &str) -> bool {
    name.strip_prefix(SAMPLE).is_some_and(|rest| {
        let number = rest.strip_prefix('-').unwrap_or(rest);
        number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether a study is as it was made: one transaction, nobody's identity, nothing exported, held by nobody.
fn is_untouched(folder: &Path, author: &str) -> bool {
    let author = author.to_owned();
    let Ok(store) = Store::open(folder, Access::Write { author }) else {
        return false;
    };
    let study = store.study();
    let exported =
        fs::read_dir(store.exports_dir()).is_ok_and(|mut entries| entries.next().is_some());
    store.log().is_ok_and(|log| log.len() == 1) && study.records.identities.is_empty() && !exported
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(folder: &Path) {
        let author = "am".to_owned();
        let mut store = Store::open(folder, Access::Write { author }).unwrap();
        let aim = SettingsField::Aim("changed".into());
        store
            .transact(
                Message::new("label-settings"),
                vec![(Study::settings_id(), aim).into()],
            )
            .unwrap();
        store.settle().unwrap();
    }

    #[test]
    fn the_sample_is_replaced_until_somebody_changes_it() {
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().join("data");
        let made = make_sample(&data, "am").unwrap();
        assert_eq!(made.name, "demo");
        assert_eq!(make_sample(&data, "am").unwrap().name, "demo");
        assert_eq!(names(&data), ["demo"]);
        let said = about(&data.join("demo")).unwrap();
        assert!(said.interviews >= 10, "{said:?}");
        assert!(!said.aim.is_empty());
        change(&data.join("demo"));
        assert_eq!(make_sample(&data, "am").unwrap().name, "demo-2");
        assert_eq!(names(&data), ["demo", "demo-2"]);
        assert_eq!(about(&data.join("demo")).unwrap().aim, "changed");
    }

    #[test]
    fn a_study_is_made_whole_or_not_at_all() {
        let data = tempfile::tempdir().unwrap();
        let file = |path: &str, text: &str| FolderFile {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        let study = file("study.toml", "schema = 1\nname = \"A\"\n");
        let bad = file("codings.csv", "interview,code,quote\nE1,X,no\n");
        let refused = make(data.path(), "A", "am", Some(vec![study.clone(), bad]));
        let Err(MakeError::Refused(report)) = refused else {
            panic!("{refused:?}");
        };
        assert!(!report.problems.is_empty());
        assert_eq!(fs::read_dir(data.path()).unwrap().count(), 0);
        make(data.path(), "A", "am", Some(vec![study])).unwrap();
        assert!(matches!(
            make(data.path(), "A", "am", None),
            Err(MakeError::Exists(_))
        ));
        for name in ["", ".a", "a/b", "..", " a", "a\n", "a:b"] {
            let made = make(data.path(), name, "am", None);
            assert!(matches!(made, Err(MakeError::BadName(_))), "{name:?}");
        }
    }
}
