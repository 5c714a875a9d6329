//! Choosing a file, or a study folder, by going through folders and typing.

use super::Layer;
use crate::app::App;
use crate::app::entry::Entry;
use crate::app::list::ListCursor;
use crate::command::{CursorAct, TextAct};
use crate::i18n::Message;
use crate::message;
use crate::text::fuzzy::Query;
use std::fs;
use std::path::{Path, PathBuf};

/// What is to be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// A file.
    File,
    /// A folder with a `study.toml`.
    StudyFolder,
    /// A copy of a study as the program keeps it: a folder with journals.
    Copy,
}

impl Want {
    /// Whether a folder is what is to be chosen.
    fn is(self, folder: &Path) -> bool {
        match self {
            Self::File => false,
            Self::StudyFolder => folder.join("study.toml").is_file(),
            Self::Copy => folder.join("journal").is_dir(),
        }
    }
}

/// One entry of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEntry {
    /// Its name; `.` is the folder itself.
    pub name: String,
    /// Whether it is a folder.
    pub folder: bool,
    /// Whether it is a folder that holds a study.
    pub study: bool,
    /// Bytes of a file.
    pub bytes: u64,
}

/// What happens with the choice.
pub type WithPath = Box<dyn FnOnce(&mut App, PathBuf) + Send>;

/// What happens where all files that are shown are chosen.
pub type WithPaths = Box<dyn FnOnce(&mut App, Vec<PathBuf>) + Send>;

/// Choosing a file.
pub struct Files {
    /// What is chosen.
    pub title: Message,
    /// Where one is.
    pub folder: PathBuf,
    /// What is typed: part of a name, or a path.
    pub entry: Entry,
    /// What is in the folder, folders first.
    pub entries: Vec<FileEntry>,
    /// What matches: places in `entries`.
    pub found: Vec<usize>,
    /// Where the cursor is among them.
    pub list: ListCursor,
    /// Whether names that begin with a dot are shown.
    pub hidden: bool,
    /// Why the folder cannot be read.
    pub fault: Option<Message>,
    /// What is to be chosen.
    pub want: Want,
    then: WithPath,
    all: Option<WithPaths>,
}

impl Files {
    /// Begins in a folder.
    pub fn new(
        title: Message,
        folder: &Path,
        want: Want,
        then: impl FnOnce(&mut App, PathBuf) + Send + 'static,
    ) -> Self {
        let mut files = Self {
            title,
            folder: folder.to_owned(),
            entry: Entry::default(),
            entries: Vec::new(),
            found: Vec::new(),
            list: ListCursor::default(),
            hidden: false,
            fault: None,
            want,
            then: Box::new(then),
            all: None,
        };
        files.read();
        files
    }

    /// Offers, below the entries, all files that are shown.
    #[must_use]
    pub fn offering_all(
        mut self,
        then: impl FnOnce(&mut App, Vec<PathBuf>) + Send + 'static,
    ) -> Self {
        self.all = Some(Box::new(then));
        self
    }

    /// How many files the row below the entries stands for; none where it is not there.
    pub fn together(&self) -> Option<usize> {
        let n = self.shown_files().count();
        (self.all.is_some() && n > 1).then_some(n)
    }

    /// Rows of the list.
    pub fn rows(&self) -> usize {
        self.found.len() + usize::from(self.together().is_some())
    }

    fn shown_files(&self) -> impl Iterator<Item = &FileEntry> {
        let shown = self
            .found
            .iter()
            .filter_map(|index| self.entries.get(*index));
        shown.filter(|entry| !entry.folder)
    }

    /// The entry under the cursor.
    pub fn current(&self) -> Option<&FileEntry> {
        self.entries.get(*self.found.get(self.list.at)?)
    }

    /// Goes to another folder.
    fn go(&mut self, folder: PathBuf) {
        self.folder = folder;
        self.entry = Entry::default();
        self.read();
    }

    /// Goes up; the cursor stands on the folder that one came from.
    pub fn parent(&mut self) {
        let Some(parent) = self.folder.parent().map(Path::to_owned) else {
            return;
        };
        let from = self
            .folder
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        self.go(parent);
        let at = self
            .found
            .iter()
            .position(|index| self.entries.get(*index).map(|entry| &entry.name) == from.as_ref());
        self.list.at = at.unwrap_or(0);
    }

    /// Shows or hides names that begin with a dot.
    pub fn toggle_hidden(&mut self) {
        self.hidden = !self.hidden;
        self.search();
    }

    fn read(&mut self) {
        self.fault = None;
        self.entries.clear();
        if self.want.is(&self.folder) {
            self.entries.push(FileEntry {
                name: ".".to_owned(),
                folder: true,
                study: true,
                bytes: 0,
            });
        }
        match fs::read_dir(&self.folder) {
            Ok(entries) => {
                let mut list: Vec<FileEntry> = entries
                    .flatten()
                    .map(|entry| look(&entry, self.want))
                    .collect();
                list.retain(|entry| entry.folder || self.want == Want::File);
                list.sort_by_cached_key(|entry| {
                    (!entry.folder, crate::text::fold::fold(&entry.name))
                });
                self.entries.append(&mut list);
            }
            Err(error) => {
                self.fault = Some(message!(
                    "app-disk",
                    path = self.folder.display().to_string(),
                    reason = error.to_string()
                ));
            }
        }
        self.search();
    }

    fn search(&mut self) {
        let typed = self.entry.text();
        let query = Query::new(typed);
        let shown = |entry: &FileEntry| {
            self.hidden
                || typed.starts_with('.')
                || entry.name == "."
                || !entry.name.starts_with('.')
        };
        let mut scored: Vec<(i64, usize)> = self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| shown(entry))
            .filter_map(|(index, entry)| {
                let score = if query.is_empty() {
                    0
                } else {
                    query.matches(&entry.name)?.score
                };
                Some((-score, index))
            })
            .collect();
        scored.sort_unstable();
        self.found = scored.into_iter().map(|(_, index)| index).collect();
        self.list = ListCursor::default();
    }

    pub(super) fn cursor(&mut self, act: CursorAct, count: Option<u32>, height: usize) {
        self.list.act(act, count, self.rows(), height);
    }

    pub(super) fn text(&mut self, act: TextAct, text: &str, times: usize) {
        match act {
            TextAct::Type => self.entry.insert(&text.replace('\n', " ")),
            TextAct::Newline => return,
            // With nothing typed there is nothing to delete: up instead.
            TextAct::DeleteBack if self.entry.is_empty() => return self.parent(),
            _ => self.entry.act(act, times),
        }
        self.search();
    }

    /// Into a folder, or takes what is under the cursor; a path that is typed goes before it.
    pub(super) fn enter(mut self, app: &mut App) {
        let typed = self.entry.text().trim().to_owned();
        if self.together().is_some()
            && self.list.at == self.found.len()
            && let Some(all) = self.all.take()
        {
            let mut names: Vec<&str> = self.shown_files().map(|file| file.name.as_str()).collect();
            names.sort_unstable();
            let paths = names.iter().map(|name| self.folder.join(name)).collect();
            app.folder = Some(self.folder.clone());
            return all(app, paths);
        }
        let path = if typed.contains('/') || typed.starts_with('~') {
            self.folder.join(crate::app::act::file::expand(&typed))
        } else {
            match self.current() {
                Some(entry) if entry.name == "." => self.folder.clone(),
                Some(entry) => self.folder.join(&entry.name),
                None => {
                    app.push(Layer::Files(self));
                    return;
                }
            }
        };
        let is_study = self.want.is(&path);
        if path.is_dir() && !is_study {
            self.go(path);
            app.push(Layer::Files(self));
        } else if path.exists() {
            app.folder = path.parent().map(Path::to_owned);
            (self.then)(app, path);
        } else {
            app.warn(message!("app-file-none", path = path.display().to_string()));
            app.push(Layer::Files(self));
        }
    }
}

fn look(entry: &fs::DirEntry, want: Want) -> FileEntry {
    let path = entry.path();
    // What a link leads to is what counts.
    let meta = fs::metadata(&path).ok();
    let folder = meta.as_ref().is_some_and(fs::Metadata::is_dir);
    FileEntry {
        name: entry.file_name().to_string_lossy().into_owned(),
        folder,
        study: folder && want.is(&path),
        bytes: meta.map_or(0, |meta| meta.len()),
    }
}
