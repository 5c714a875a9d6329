//! The log: every transaction with its words, the last one first.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::i18n::Words;
use crate::store::{LogEntry, Saved};
use crate::text::fold::fold;

/// The log of transactions.
#[derive(Default)]
pub struct Log {
    /// The transactions, the last one first.
    pub rows: Vec<LogEntry>,
    /// Where the cursor is.
    pub list: ListCursor,
    revision: u64,
}

impl Log {
    /// The transaction under the cursor.
    pub fn current(&self) -> Option<&LogEntry> {
        self.rows.get(self.list.at)
    }
}

/// What a transaction did, in words; what took it back, or that it was taken back, with it.
pub fn said(entry: &LogEntry, words: Words) -> String {
    let label = match &entry.label {
        Some(label) => words.say(label),
        None => words.get("tui-log-erased"),
    };
    match (entry.undoes, entry.undone) {
        (Some(_), _) => crate::t!(words, "tui-log-undo", what = label),
        (None, true) => crate::t!(words, "tui-log-undone", what = label),
        (None, false) => label,
    }
}

impl Place for Log {
    fn context(&self) -> Context {
        Context::Log
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        // what is being written comes when it is written: waiting for the disk would hold the screen
        let saved = matches!(work.store.saved(), Saved::Saved(_));
        if self.revision != work.revision
            && saved
            && let Ok(rows) = work.store.log()
        {
            self.revision = work.revision;
            self.rows = rows;
            self.rows.reverse();
        }
        self.list.show(self.rows.len(), eye.height as usize);
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.item = !self.rows.is_empty();
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list
            .act(act, count, self.rows.len(), eye.height as usize);
    }

    fn search(&mut self, eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        let (rows, wanted) = (&self.rows, fold(text));
        let matches = |at: usize| {
            rows.get(at).is_some_and(|entry| {
                let told = format!("{} {}", entry.author, said(entry, eye.words));
                fold(&told).contains(&wanted)
            })
        };
        let found = self.list.find(rows.len(), forward, matches);
        self.list.show(rows.len(), eye.height as usize);
        found
    }

    fn copied(&self, eye: &Eye<'_>) -> Option<String> {
        let entry = self.current()?;
        Some(format!(
            "{} {} {}",
            entry.wall,
            entry.author,
            said(entry, eye.words)
        ))
    }
}
