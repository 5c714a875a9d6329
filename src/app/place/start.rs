//! The start page: the sample study, a new one, a folder, the studies that are there.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::app::studies::About;
use crate::command::{Context, CursorAct, Situation, StudyAct};
use crate::text::fold::fold;

/// What the start page offers besides the studies that are there.
pub const OFFERS: [StudyAct; 3] = [StudyAct::Sample, StudyAct::New, StudyAct::ImportFolder];

/// Rows above the offers: the name of the program, what it is for, blanks.
const HEAD_ROWS: usize = 5;

/// A study of the data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name in the data folder.
    pub name: String,
    /// What it says of itself; `None` while it has not been read, or cannot be.
    pub about: Option<About>,
}

/// The start page.
#[derive(Debug, Default)]
pub struct Start {
    /// The studies of the data folder.
    pub studies: Vec<Listed>,
    /// Where the cursor is: the offers, then the studies.
    pub list: ListCursor,
    /// Whether the data folder has been looked at since the page was opened.
    pub looked: bool,
}

impl Start {
    /// The study under the cursor.
    pub fn current(&self) -> Option<&Listed> {
        self.studies.get(self.list.at.checked_sub(OFFERS.len())?)
    }

    /// What is offered under the cursor.
    pub fn offer(&self) -> Option<StudyAct> {
        OFFERS.get(self.list.at).copied()
    }

    /// Puts the cursor on a study.
    pub fn put(&mut self, name: &str) {
        if let Some(at) = self.studies.iter().position(|study| study.name == name) {
            self.list.at = at + OFFERS.len();
        }
    }

    /// Lists the studies of these names; what is known of them already is kept.
    pub fn show(&mut self, names: Vec<String>) {
        let before = std::mem::take(&mut self.studies);
        self.studies = names
            .into_iter()
            .map(|name| Listed {
                about: before
                    .iter()
                    .find(|study| study.name == name)
                    .and_then(|study| study.about.clone()),
                name,
            })
            .collect();
        self.looked = true;
    }

    /// Number of rows that the cursor moves over.
    fn rows(&self) -> usize {
        OFFERS.len() + self.studies.len()
    }

    /// Studies that fit on the screen, two rows each.
    pub fn height(height: u16) -> usize {
        (height as usize).saturating_sub(HEAD_ROWS + OFFERS.len() + 2) / 2
    }
}

impl Place for Start {
    fn context(&self) -> Context {
        Context::Start
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let height = OFFERS.len() + Self::height(eye.height).max(1);
        self.list.show(self.rows(), height);
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.item = self.current().is_some();
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        let height = OFFERS.len() + Self::height(eye.height).max(1);
        self.list.act(act, count, self.rows(), height);
    }

    fn search(&mut self, eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        let (studies, wanted) = (&self.studies, fold(text));
        let mut list = ListCursor {
            at: self.list.at.saturating_sub(OFFERS.len()),
            ..ListCursor::default()
        };
        let found = list.find(studies.len(), forward, |at| {
            studies.get(at).is_some_and(|study| {
                let about = study.about.clone().unwrap_or_default();
                fold(&format!("{} {} {}", study.name, about.title, about.aim)).contains(&wanted)
            })
        });
        if found {
            self.list.at = list.at + OFFERS.len();
        }
        self.refresh(eye);
        found
    }

    fn copied(&self, _eye: &Eye<'_>) -> Option<String> {
        self.current().map(|study| study.name.clone())
    }
}
