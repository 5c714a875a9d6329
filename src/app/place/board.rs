//! The board of interviews: where each one stands; and of the reference texts.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::study::id::SessionId;

/// The board of interviews.
#[derive(Debug, Default)]
pub struct Board {
    /// The interviews, in order.
    pub rows: Vec<SessionId>,
    /// Where the cursor is.
    pub list: ListCursor,
    revision: u64,
}

impl Board {
    /// The interview under the cursor.
    pub fn current(&self) -> Option<&SessionId> {
        self.rows.get(self.list.at)
    }

    /// Rows of interviews on the screen; one is the head of the table.
    fn height(eye: &Eye<'_>) -> usize {
        (eye.height as usize).saturating_sub(1)
    }
}

impl Place for Board {
    fn context(&self) -> Context {
        Context::Board
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        if self.revision != work.revision {
            self.revision = work.revision;
            let current = self.current().cloned();
            self.rows = work
                .study()
                .sessions()
                .into_iter()
                .map(|(id, _)| id.clone())
                .collect();
            if let Some(at) = current.and_then(|id| self.rows.iter().position(|row| *row == id)) {
                self.list.at = at;
            }
        }
        self.list.show(self.rows.len(), Self::height(eye));
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.session = self.current().is_some();
        situation.item = situation.session;
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list
            .act(act, count, self.rows.len(), Self::height(eye));
    }
}
