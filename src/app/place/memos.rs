//! The journal of the analysis, and every memo.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::i18n::Words;
use crate::study::id::MemoId;
use crate::study::memo::About;
use crate::study::{Hidden, Study};
use crate::text::fold::fold;
use crate::text::wrap::wrap;

/// Rows of memos that stay on the screen however long the one under the cursor is.
const FEWEST: usize = 3;

/// One memo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The memo.
    pub id: MemoId,
    /// What it is on.
    pub about: About,
    /// What it is on, in words.
    pub on: String,
    /// The day it was written.
    pub day: String,
    /// Who wrote it.
    pub author: String,
    /// The words.
    pub text: String,
}

/// The memos, the last one first.
#[derive(Debug, Default)]
pub struct Memos {
    /// The memos.
    pub rows: Vec<Row>,
    /// Where the cursor is.
    pub list: ListCursor,
    seen: Option<(String, u64, crate::i18n::Lang)>,
}

/// What a memo is on, in words: `code B1.3`, `interview E07`.
pub fn on(study: &Study, about: &About, words: Words) -> String {
    let kind = words.get(&format!("memo-on-{}", about.kind().as_str()));
    match (study.memo_target(about), about) {
        (None, _) => words.get("memo-on-gone"),
        // a random id says nothing
        (Some((interview, _)), About::Coding(_) | About::Note(_)) => format!("{kind} {interview}"),
        (Some((interview, thing)), _) if interview == thing => {
            format!("{kind} {thing}").trim_end().to_owned()
        }
        (Some((interview, thing)), _) => {
            let both = format!("{interview} {thing}");
            format!("{kind} {}", both.trim()).trim_end().to_owned()
        }
    }
}

fn day(at: jiff::Timestamp) -> String {
    let zoned = at.to_zoned_datetime(jiff::tz::TimeZone::system());
    zoned.strftime("%Y-%m-%d").to_string()
}

impl Memos {
    /// The memo under the cursor.
    pub fn current(&self) -> Option<&Row> {
        self.rows.get(self.list.at)
    }

    /// Puts the cursor on a memo.
    pub fn put(&mut self, id: Option<&MemoId>) {
        if let Some(at) = self.rows.iter().position(|row| Some(&row.id) == id) {
            self.list.at = at;
        }
    }

    /// Rows of memos on a screen of so many rows and columns: two thirds, and fewer where the one under the cursor needs
    /// the room to be read whole.
    pub fn height(&self, rows: u16, columns: u16) -> usize {
        let rows = usize::from(rows);
        let columns = usize::from(columns).saturating_sub(1).max(1);
        let lines = self.current().map_or(0, |row| {
            let lines = row.text.split('\n');
            lines.map(|line| wrap(line, columns).len()).sum()
        });
        // a heading above the list; a rule and what the memo is on above its words
        let whole = rows.saturating_sub(1 + 2 + lines);
        whole.min((rows * 2 / 3).saturating_sub(1)).max(FEWEST)
    }
}

impl Place for Memos {
    fn context(&self) -> Context {
        Context::Memos
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else {
            *self = Self::default();
            return;
        };
        let now = (work.name.clone(), work.revision, eye.words.lang());
        if self.seen.as_ref() != Some(&now) {
            self.seen = Some(now);
            let study = work.study();
            let (hidden, texts) = (Hidden::of(study), work.texts());
            let current = self.current().map(|row| row.id.clone());
            self.rows = study
                .memos()
                .into_iter()
                .rev()
                .filter(|(_, memo)| match &memo.about {
                    About::Coding(id) => study.records.codings.get(id).is_none_or(|coding| {
                        !hidden.passage(study, texts.as_ref(), study.passage_now(coding))
                    }),
                    _ => true,
                })
                .map(|(id, memo)| Row {
                    id: id.clone(),
                    about: memo.about.clone(),
                    on: on(study, &memo.about, eye.words),
                    day: memo.at.map_or_else(String::new, day),
                    author: memo.author.clone(),
                    text: memo.text.clone(),
                })
                .collect();
            if let Some(at) = current.and_then(|id| self.rows.iter().position(|row| row.id == id)) {
                self.list.at = at;
            }
        }
        let height = self.height(eye.height, eye.width);
        self.list.show(self.rows.len(), height);
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.item = self.current().is_some();
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        let height = self.height(eye.height, eye.width);
        self.list.act(act, count, self.rows.len(), height);
    }

    fn search(&mut self, eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        let (rows, wanted) = (&self.rows, fold(text));
        let matches = |at: usize| {
            rows.get(at).is_some_and(|row| {
                fold(&row.text).contains(&wanted) || fold(&row.on).contains(&wanted)
            })
        };
        let found = self.list.find(rows.len(), forward, matches);
        let height = self.height(eye.height, eye.width);
        self.list.show(self.rows.len(), height);
        found
    }

    fn copied(&self, _eye: &Eye<'_>) -> Option<String> {
        self.current().map(|row| row.text.clone())
    }
}
