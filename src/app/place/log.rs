//! The log: every transaction with its words, the last one first.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::store::LogEntry;

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

impl Place for Log {
    fn context(&self) -> Context {
        Context::Log
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        if self.revision != work.revision {
            self.revision = work.revision;
            self.rows = work.store.log().unwrap_or_default();
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
}
