//! What every verb has: settings, words, standard output, the study.

use super::failure::{Done, Failure, NO_INPUT, USAGE};
use crate::app::studies::{is_study_name, names};
use crate::config::{self, Loaded, Settings};
use crate::i18n::{Message, Words};
use crate::message;
use crate::store::{Access, Options, Store};
use crate::study::Change;
use crate::text::harmless;
use serde::Serialize;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long opening a study may take before it is told.
const LONG: Duration = Duration::from_millis(500);

/// What every verb has.
pub struct Cx {
    /// Settings in force, and where files lie.
    pub loaded: Loaded,
    /// The words of their language.
    pub words: Words,
    /// `--coder`, where it was given.
    pub coder_flag: Option<String>,
    /// `--at`, where it was given: the milestone that is read as of.
    pub at: Option<String>,
}

impl Cx {
    /// The settings in force.
    pub fn settings(&self) -> &Settings {
        &self.loaded.settings
    }

    /// Who writes.
    pub fn coder(&self) -> &str {
        &self.settings().coder.value
    }

    /// Something for the person, on standard error.
    pub fn tell(&self, message: &Message) {
        let said = self.words.say(message);
        let _ = writeln!(io::stderr().lock(), "{}", harmless(&said));
    }

    /// Bytes, on standard output.
    #[allow(clippy::unused_self)] // reads like its siblings
    pub fn bytes(&self, bytes: &[u8]) -> Done {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()?;
        Ok(())
    }

    /// Data, on standard output; harmless where that is a terminal.
    pub fn put(&self, text: &str) -> Done {
        if io::stdout().is_terminal() {
            self.bytes(harmless(text).as_bytes())
        } else {
            self.bytes(text.as_bytes())
        }
    }

    /// One line of text for people, on standard output.
    pub fn line(&self, text: &str) -> Done {
        self.put(&format!("{}\n", harmless(text)))
    }

    /// A message, on standard output.
    pub fn say(&self, message: &Message) -> Done {
        self.line(&self.words.say(message))
    }

    /// Data for programs.
    pub fn json(&self, value: &impl Serialize) -> Done {
        let mut text = serde_json::to_string_pretty(value)?;
        text.push('\n');
        self.put(&text)
    }

    /// Rows of text in columns, the last one as long as it is.
    pub fn columns(&self, rows: &[Vec<String>]) -> Done {
        self.put(&super::grid::grid(rows))
    }

    /// The folder of the studies.
    pub fn data_dir(&self) -> &Path {
        &self.settings().data_dir.value
    }

    /// Name and folder of the study that is meant.
    pub fn study(&self) -> Result<(String, PathBuf), Failure> {
        let name = match &self.settings().study.value {
            Some(name) if !is_study_name(name) => {
                return Err(Failure::new(USAGE, message!("cli-bad-name", name = name)));
            }
            Some(name) => name.clone(),
            None => config::current_study(self.data_dir())
                .ok_or_else(|| Failure::new(NO_INPUT, message!("cli-no-current")))?,
        };
        let folder = self.data_dir().join(&name);
        if !folder.is_dir() {
            let known = names(self.data_dir());
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            return Err(Failure::missing(
                NO_INPUT,
                message!("cli-no-study", name = name),
                &known,
            ));
        }
        Ok((name, folder))
    }

    /// The study, to be read: as it is, or as it was known at the milestone of `--at`.
    pub fn read(&self) -> Result<Store, Failure> {
        self.read_at(None)
    }

    /// All of the study, to be written out: also what whoever codes blind does not see, which is told.
    pub fn read_whole(&self) -> Result<Store, Failure> {
        self.reading(None, true)
    }

    /// The study as it was known at a milestone, to be read; without one, at that of `--at`, else as it is.
    pub fn read_at(&self, milestone: Option<&str>) -> Result<Store, Failure> {
        self.reading(milestone, false)
    }

    fn reading(&self, milestone: Option<&str>, whole: bool) -> Result<Store, Failure> {
        let (_, folder) = self.study()?;
        let mut now = self.open(&folder, Access::Read)?;
        now.look_as(self.coder());
        match (now.is_blind(), whole) {
            (false, _) => {}
            (true, false) => self.tell(&message!("cli-blind-seen", coder = self.coder())),
            (true, true) => {
                self.tell(&message!("cli-blind-whole"));
                now.look_at_all();
            }
        }
        let Some(name) = milestone.or(self.at.as_deref()) else {
            return Ok(now);
        };
        let study = now.study();
        let Some((_, found)) = study.milestone_by_name(name) else {
            let known = study.milestones();
            let known: Vec<&str> = known.iter().map(|(_, one)| one.name.as_str()).collect();
            let what = message!("cli-no-milestone", name = name);
            return Err(Failure::missing(NO_INPUT, what, &known));
        };
        let mut watch = |_| ControlFlow::Continue(());
        let (mut then, late) = Store::open_at(now.folder(), found, study, &mut watch)?;
        if now.is_blind() {
            then.look_blind(self.coder());
        }
        if late > 0 {
            self.tell(&message!("cli-milestone-late", name = name, n = late));
        }
        Ok(then)
    }

    /// The study, to be written.
    pub fn write(&self) -> Result<Store, Failure> {
        if let Some(name) = &self.at {
            return Err(Failure::new(USAGE, message!("cli-at-reads", name = name)));
        }
        let (_, folder) = self.study()?;
        let author = self.coder().to_owned();
        self.open(&folder, Access::Write { author })
    }

    /// Opens a study; says so where that takes more than a moment.
    fn open(&self, folder: &Path, access: Access) -> Result<Store, Failure> {
        let began = Instant::now();
        let mut told = false;
        let mut watch = |share: f64| {
            if !told && began.elapsed() >= LONG && share < 1.0 {
                told = true;
                self.tell(&message!("cli-reading-journals"));
            }
            ControlFlow::Continue(())
        };
        let mut store = Store::open_watched(folder, access, &Options::default(), &mut watch)?;
        for notice in store.notices() {
            self.tell(&notice);
        }
        Ok(store)
    }

    /// Records a study as the current one; that this fails is told, and no more.
    pub fn make_current(&self, name: &str) {
        if let Err(error) = config::set_current_study(self.data_dir(), name) {
            self.tell(&message!(
                "cli-file-refused",
                file = self.data_dir().join("current").display().to_string(),
                reason = error.to_string()
            ));
        }
    }

    /// Makes changes and waits until they are durable.
    pub fn commit(&self, store: &mut Store, label: Message, changes: Vec<Change>) -> Done {
        if changes.is_empty() {
            return Ok(());
        }
        store.transact(label, changes)?;
        store.settle()?;
        for notice in store.notices() {
            self.tell(&notice);
        }
        Ok(())
    }
}
